using Effektkaeder.Domain;

namespace Effektkaeder.Analysis.Paavirkning;

/// <summary>Danish words for what stands on a path: the kinds with their article, and what an edge says from either end.</summary>
internal static class Vejord
{
    private const int LongestQuote = 100;

    /// <summary>"indsatsen", "det politiske mål".</summary>
    public static string Bestemt(NodeKind kind) =>
        kind switch
        {
            NodeKind.PolitiskMaal => "det politiske mål",
            NodeKind.Bidrag => "bidraget",
            NodeKind.Redskab => "redskabet",
            NodeKind.Emne => "emnet",
            NodeKind.Politik => "politikken",
            _ => kind.Info().Navn + (kind.Info().Navn.EndsWith('e') ? "n" : "en"),
        };

    /// <summary>"den", or "det" for what is neuter.</summary>
    public static string Pronomen(NodeKind kind) =>
        kind is NodeKind.PolitiskMaal or NodeKind.Bidrag or NodeKind.Redskab or NodeKind.Emne ? "det" : "den";

    /// <summary>"4 indikatorer".</summary>
    public static string Antal(int count, NodeKind kind) => $"{count} {(count == 1 ? kind.Info().Navn : kind.Info().Flertal)}";

    /// <summary>"1 indsats, 1 bidrag og 4 indikatorer".</summary>
    public static string Antal(IEnumerable<Node> nodes) =>
        Opremset([.. nodes.GroupBy(n => n.Kind).OrderBy(g => g.Key.LevelOrder()).ThenBy(g => g.Key).Select(g => Antal(g.Count(), g.Key))]);

    /// <summary>"a, b og c".</summary>
    public static string Opremset(IReadOnlyList<string> parts) =>
        parts.Count < 2 ? string.Concat(parts) : $"{string.Join(", ", parts.SkipLast(1))} og {parts[^1]}";

    /// <summary>The title, and of a role who holds it.</summary>
    public static string Navn(Node node) => node.Indhold[Egenskaber.Person] is { } person ? $"{node.Titel} ({person})" : node.Titel;

    /// <summary>What an edge says of one end towards the other: "forfølger »Tidlig hjælp«".</summary>
    public static string Om(Edge edge, Node subject, Node other)
    {
        var (from, to) = edge.Type switch
        {
            EdgeType.UdmoentesI => ("udmøntes i", "udmønter"),
            EdgeType.ForfoelgesMed => ("forfølges med", "forfølger"),
            EdgeType.Omfatter => ("omfatter", "er en del af"),
            EdgeType.Skaber => ("skaber", "skabes af"),
            EdgeType.MaalesPaa => ("måles på", "måler"),
            EdgeType.Indeholder => ("indeholder", "står i"),
            EdgeType.Understoetter => ("understøtter", "understøttes af"),
            EdgeType.Afloeser => ("afløser", "afløses af"),
            EdgeType.HoererUnder => ("hører under", "har under sig"),
            EdgeType.AnsvarligFor => ("svarer for", "har som ansvarlig"),
            EdgeType.Koordinerer => ("koordinerer", "koordineres af"),
            EdgeType.ForpligtetI => ("er forpligtet i", "forpligter"),
            EdgeType.Yder => ("yder", "ydes af"),
            EdgeType.KoblerTil => (Kobling(edge, subject, other), Kobling(edge, subject, other)),
            _ => ("hænger sammen med", "hænger sammen med"),
        };
        return $"{(edge.From == subject.Key ? from : to)} »{Navn(other)}«{Ordret(edge)}";
    }

    private static string Kobling(Edge edge, Node subject, Node other) =>
        (subject.Kind, other.Kind) switch
        {
            (_, NodeKind.Redskab) => "bruger",
            (_, NodeKind.Lovhenvisning) => "bygger på",
            (_, NodeKind.Emne) => "handler om",
            (NodeKind.Redskab, _) => "bruges af",
            (NodeKind.Lovhenvisning, _) => "er grundlag for",
            (NodeKind.Emne, _) => "er tema i",
            (NodeKind.Organisation, _) when edge.Art == KoblingArt.Forpligtelse => "er forpligtet i",
            (_, NodeKind.Organisation) when edge.Art == KoblingArt.Forpligtelse => "forpligter",
            (NodeKind.Politik or NodeKind.Aftale, _) => "nævnes i",
            (_, NodeKind.Politik or NodeKind.Aftale) => "nævner",
            _ => "er koblet til",
        };

    /// <summary>The words of the agreement that a coupling rests on, and where they stand.</summary>
    private static string Ordret(Edge edge)
    {
        if (
            edge.Type != EdgeType.KoblerTil
            || edge.Udsagn.SelectMany(u => u.Evidens).FirstOrDefault(e => e.Ordret.Length > 0) is not { } said
        )
        {
            return "";
        }

        var words = said.Ordret.Trim();
        var cut =
            words.Length > LongestQuote
                ? words[..(words.LastIndexOf(' ', LongestQuote) is > 0 and var at ? at : LongestQuote)] + " …"
                : words;
        return said.Felt is { } felt ? $" ({felt}: »{cut}«)" : $" (»{cut}«)";
    }
}
