using System.Globalization;
using Effektkaeder.Domain;

namespace Effektkaeder.Exchange;

/// <summary>What graph formats with typed attributes are told of a node and an edge: one list for all of them.</summary>
internal static class Attributes
{
    public static readonly IReadOnlyList<Attribute<Node>> Nodes =
    [
        new("kind", "string", n => n.Kind.Info().Code),
        new("label", "string", n => n.Titel),
        new("text", "string", n => n.Indhold.Tekst),
        new("level", "int", n => n.Level),
        new("kommune", "string", n => n.Kommune),
        new("centre", "string", n => n.Vist.Center),
        new("henvist", "boolean", n => n.Henvist),
    ];

    public static readonly IReadOnlyList<Attribute<Edge>> Edges =
    [
        new("type", "string", e => e.Type.Info().Code),
        new("art", "string", e => e.Art?.ToString().ToLowerInvariant()),
        new("ground", "string", e => e.Grund?.ToString().ToLowerInvariant()),
        new("certainty", "double", e => e.Tillid),
    ];

    public static string Text(object value) =>
        value switch
        {
            bool b => b ? "true" : "false",
            IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString()!,
        };
}

/// <param name="Type">string, int, double or boolean.</param>
/// <param name="Value">Null where the element has none.</param>
internal sealed record Attribute<T>(string Name, string Type, Func<T, object?> Value);
