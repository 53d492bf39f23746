using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;

namespace Effektkaeder.Storage.Neo4j.Cypher;

/// <summary>Nodes and edges as the maps that a write sends: what an analyst sees, what questions need, and the whole as JSON.</summary>
internal static class ElementRows
{
    public static string VersionId(string key, long revision) => $"{key}@{revision}";

    public static Dictionary<string, object?> Of(Node node, long revision)
    {
        var (indhold, words) = (node.Indhold, Soegeord.Of(node.Indhold.Titel));
        var days = indhold.Tider.Where(t => t.Fra is not null || t.Til is not null)
            .Select(t => (First: t.Fra is { } f ? CypherBuilder.Day(f) : "0001-01-01", Last: t.Til is { } l ? CypherBuilder.Day(l) : "9999-12-31")).ToList();
        var properties = indhold.Egenskaber.ToDictionary(e => e.Navn, object? (e) => e.Vaerdi, StringComparer.Ordinal);
        properties["key"] = node.Key;
        properties["version"] = VersionId(node.Key, revision);
        properties["fromRev"] = revision;
        properties["words"] = $"{words} {Soegeord.Of(indhold.Tekst)} {string.Join(' ', indhold.Aliaser.Select(Soegeord.Of))}";
        properties["titleWords"] = $" {words} ";
        properties["slags"] = node.Kind.Info().Code;
        properties["niveau"] = node.Level;
        properties["kommune"] = node.Kommune;
        properties["center"] = node.Vist.Center;
        properties["centre"] = node.Udsagn.Select(u => u.Center).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        properties["aftaler"] = node.Udsagn.Select(u => u.Aftale).ToArray();
        properties["art"] = indhold.Art;
        properties["titel"] = indhold.Titel;
        properties["tekst"] = indhold.Tekst;
        properties["henvist"] = indhold.Henvist;
        properties["uspecificeret"] = indhold.Uspecificeret;
        properties["betinget"] = indhold.Betinget;
        properties["tiderFra"] = days.Select(d => d.First).ToArray();
        properties["tiderTil"] = days.Select(d => d.Last).ToArray();
        properties["firstDay"] = days.Count == 0 ? "9999-12-31" : days.Min(d => d.First);
        properties["sort"] = SortKey.Of(indhold.Titel);
        properties["titelFold"] = Fold.Of(indhold.Titel);
        properties["tekstFold"] = Fold.Of(indhold.Tekst);
        return new()
        {
            ["key"] = node.Key, ["id"] = VersionId(node.Key, revision), ["kind"] = node.Kind.Info().Code, ["properties"] = properties, ["body"] = ElementBodies.Write(node),
            ["aftaler"] = properties["aftaler"],
        };
    }

    public static Dictionary<string, object?> Of(Edge edge, long revision)
    {
        var id = VersionId(edge.Key, revision);
        return new()
        {
            ["key"] = edge.Key, ["id"] = id, ["type"] = edge.Type.Info().Code, ["from"] = edge.From, ["to"] = edge.To, ["body"] = ElementBodies.Write(edge),
            ["aftaler"] = edge.Udsagn.Select(u => u.Aftale).Distinct(StringComparer.Ordinal).ToArray(),
            ["properties"] = new Dictionary<string, object?>
            {
                ["key"] = edge.Key, ["version"] = id, ["tillid"] = edge.Tillid, ["grund"] = Name(edge.Grund), ["art"] = Name(edge.Art),
                ["status"] = edge.Type == EdgeType.KoblerTil ? Name<KoblingStatus>(edge.Status) : null, ["betinget"] = edge.Betinget,
            },
        };
    }

    private static string? Name<T>(T? value) where T : struct, Enum => value?.ToString().ToLowerInvariant();
}
