using System.Globalization;
using Effektkaeder.Domain;

namespace Effektkaeder.Import.Tests.Corpus.Kode;

/// <summary>A graph as facts that a person can write by hand: one line each, by titles and never by keys.</summary>
internal static class Facit
{
    private static readonly EdgeType[] Structural =
    [
        EdgeType.Angiver,
        EdgeType.HoererUnder,
        EdgeType.PartI,
        EdgeType.RammeFor,
        EdgeType.HarMedlem,
    ];

    internal static IReadOnlySet<string> Of(Aftalegraf graf)
    {
        var facts = new SortedSet<string>(StringComparer.Ordinal);
        var titles = graf.Nodes.ToDictionary(n => n.Key, n => n.Udsagn.Indhold.Titel, StringComparer.Ordinal);
        foreach (var node in graf.Nodes)
        {
            var i = node.Udsagn.Indhold;
            var own = node.Key == graf.Aftale;
            facts.Add(own ? "Aftale: " + char.ToLowerInvariant(i.Titel[0]) + i.Titel[1..] : $"{node.Kind}: {i.Titel}");
            if (own)
            {
                facts.Add($"tid Aftale: {i[Egenskaber.PeriodeFra]}..{i[Egenskaber.PeriodeTil]}");
                facts.UnionWith(
                    node.Udsagn.Felter.Where(f => f.Gruppe == "Rammer").Select(f => $"felt {f.Label}: {f.Tekst.Replace('\n', ' ')}")
                );
            }

            foreach (var tid in i.Tider.Where(t => t.HarInterval))
            {
                facts.Add($"tid {i.Titel}: {Iso(tid.Fra)}..{Iso(tid.Til)}");
            }

            if (i[Egenskaber.Vaegt] is { } weight)
            {
                facts.Add($"vaegt {i.Titel}: {weight}");
            }
        }

        foreach (var edge in graf.Edges.Where(e => !Structural.Contains(e.Type)))
        {
            var art = edge.Art is { } a ? ":" + a.ToString().ToLowerInvariant() : "";
            facts.Add($"{edge.Type.Info().Code}{art}: {titles[edge.From]} => {titles[edge.To]}");
        }

        return facts;
    }

    /// <summary>What a fact is counted under: its kind, its edge, a date, a coupling.</summary>
    internal static string Group(string fact)
    {
        var head = fact[..fact.IndexOfAny([':', ' '])];
        return head switch
        {
            "tid" => "dato",
            "felt" => "ramme",
            "vaegt" => "vægt",
            "KOBLER_TIL" => "kobling",
            _ => head,
        };
    }

    private static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
