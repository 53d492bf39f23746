using Effektkaeder.Domain;

namespace Effektkaeder.Analysis.Forskelle;

/// <summary>What two tellings of one node say otherwise, by name.</summary>
internal static class Nodeord
{
    /// <summary>How a document was read, not what it says.</summary>
    private static readonly string[] Reading =
    [
        Egenskaber.Fil,
        Egenskaber.Sha256,
        Egenskaber.Udgave,
        Egenskaber.Erstattet,
        Egenskaber.Laesning,
        Egenskaber.Ulaest,
        Egenskaber.Skabelon,
    ];

    public static IEnumerable<Feltforskel> Differing(Node old, Node now)
    {
        var (before, after) = (Said(old), Said(now));
        return before
            .Keys.Union(after.Keys, StringComparer.Ordinal)
            .Select(name => new Feltforskel(name, before.GetValueOrDefault(name, ""), after.GetValueOrDefault(name, "")))
            .Where(f => f.Foer != f.Efter);
    }

    private static Dictionary<string, string> Said(Node node)
    {
        var content = node.Indhold;
        var said = new Dictionary<string, string>(StringComparer.Ordinal) { ["titel"] = content.Titel };
        Add("tekst", content.Tekst == content.Titel ? "" : content.Tekst);
        Add("art", content.Art);
        Add("henvist", content.Henvist ? "kun nævnt" : null);
        Add("betinget", content.Betinget);
        Add("tid", string.Join("; ", content.Tider.Select(t => t.Tekst).Distinct(StringComparer.Ordinal)));
        foreach (var property in content.Egenskaber.Where(e => !Reading.Contains(e.Navn)))
        {
            Add(property.Navn, property.Vaerdi);
        }

        foreach (var field in node.Udsagn.SelectMany(u => u.Felter).GroupBy(f => f.Label, StringComparer.Ordinal))
        {
            Add(field.Key, string.Join("\n", field.Select(Text).Distinct(StringComparer.Ordinal)));
        }

        return said;

        void Add(string name, string? text)
        {
            if (!string.IsNullOrEmpty(text))
            {
                said[name] = text;
            }
        }
    }

    /// <summary>A field without words says what it is instead of them.</summary>
    private static string Text(Feltvaerdi field) =>
        field.Tekst.Length > 0 ? field.Tekst : $"({field.Status.ToString().ToLowerInvariant()})";
}
