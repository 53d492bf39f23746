using System.Globalization;
using System.Text.Json;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tid;

namespace Effektkaeder.Application.Loading;

/// <summary>A line of a generic graph.</summary>
/// <param name="Number">1-based.</param>
internal abstract record GraphLine(int Number)
{
    /// <exception cref="FormatException">It is not a node or an edge; the message says why.</exception>
    public static GraphLine Read(int number, string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return Text(json.RootElement, "t") switch
            {
                "node" => NodeLine.Of(number, json.RootElement),
                "edge" => new EdgeLine(
                    number,
                    EdgeOf(json.RootElement),
                    Required(json.RootElement, "from"),
                    Required(json.RootElement, "to")
                ),
                _ => throw new FormatException("t er node eller edge"),
            };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new FormatException("den er ikke ét JSON-objekt", e);
        }
    }

    private static bool EdgeOf(JsonElement json) =>
        Required(json, "type") switch
        {
            "kobling" => true,
            "hierarki" => false,
            var other => throw new FormatException($"type »{other}« er hverken hierarki eller kobling"),
        };

    protected static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    protected static string Required(JsonElement json, string name) =>
        Text(json, name) is { Length: > 0 } text ? text : throw new FormatException($"{name} mangler");
}

/// <param name="IsCoupling">Else a hierarchy edge.</param>
internal sealed record EdgeLine(int Number, bool IsCoupling, string From, string To) : GraphLine(Number);

/// <param name="Centre">The centre's name; null for none.</param>
internal sealed record NodeLine(
    int Number,
    string Id,
    NodeKind Kind,
    string Kommune,
    string? Centre,
    string Title,
    string? Year,
    Tidsudtryk? Deadline
) : GraphLine(Number)
{
    public static NodeLine Of(int number, JsonElement json) =>
        new(
            number,
            Required(json, "id"),
            KindOf(json),
            Required(json, "kommune"),
            Text(json, "centre") is { Length: > 0 } centre ? centre : null,
            Required(json, "title"),
            json.TryGetProperty("year", out var year) && year.ValueKind is JsonValueKind.Number or JsonValueKind.String
                ? year.ToString()
                : null,
            Text(json, "deadline") is { Length: > 0 } deadline ? Day(deadline) : null
        );

    /// <summary>By its kind, or its level alone; both must agree.</summary>
    private static NodeKind KindOf(JsonElement json)
    {
        NodeKind? byLevel =
            !json.TryGetProperty("level", out var level) || level.ValueKind == JsonValueKind.Null ? null
            : level.TryGetInt32(out var number) && number >= 0 && number < NodeKinds.Levels.Count ? NodeKinds.Levels[number].Kind
            : throw new FormatException($"level er 0 til {NodeKinds.Levels.Count - 1}");
        if (Text(json, "kind") is not { Length: > 0 } name)
        {
            return byLevel ?? throw new FormatException("kind mangler");
        }

        var kind = NodeKinds.Find(name)?.Kind ?? throw new FormatException($"»{name}« er ikke en slags");
        return byLevel is null || byLevel == kind
            ? kind
            : throw new FormatException($"{kind.Info().Navn} er ikke på niveau {(int)byLevel}");
    }

    private static Tidsudtryk Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new(text, day, day, Praecision.Dag)
            : throw new FormatException($"deadline »{text}« er ikke en dato som 2026-12-31");
}
