using Effektkaeder.Domain;
using Effektkaeder.Domain.Tid;

namespace Effektkaeder.Cli.Output;

/// <summary>Nodes and times as programs get them: the same names in every command.</summary>
internal static class NodeJson
{
    public static object Short(Node node) =>
        new
        {
            key = node.Key,
            kind = node.Kind.Info().Code,
            title = node.Titel,
        };

    public static object Time(Tidsudtryk tid) =>
        new
        {
            text = tid.Tekst,
            from = tid.Fra,
            to = tid.Til,
        };

    /// <summary>UPPER_SNAKE, as in GraphQL.</summary>
    public static string Code<T>(T value)
        where T : struct, Enum => Codes.Of(value);
}
