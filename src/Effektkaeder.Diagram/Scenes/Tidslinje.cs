using System.Globalization;
using Effektkaeder.Analysis;
using Effektkaeder.Analysis.Kontrol;
using Effektkaeder.Diagram.Svg;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Domain.Tid;

namespace Effektkaeder.Diagram.Scenes;

/// <summary>
/// Milestones, deadlines and follow-ups over time, in a lane a centre; what has no day stands last in its lane with its words.
/// </summary>
internal static class Tidslinje
{
    private const int MostRows = 96,
        LeastRowsALane = 6;

    public static Timeline Of(Udsnit udsnit, Node? center, SceneRequest request)
    {
        var (baner, revision) = (new Baner(udsnit), request.Revision);
        var conflicts = Kontroller
            .Run(udsnit, ["OPFOELGNING_FOER_MILEPAEL", "FRIST_UDEN_FOR_PERIODEN"])
            .Where(f => f.Alvor != Alvor.Bemaerkning)
            .GroupBy(f => f.Node.Key, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First().Besked, StringComparer.Ordinal);
        var items = udsnit
            .Nodes.Where(n => n.Kind.IsDate())
            .Select(n => (Node: n, Lane: baner.Of(n)))
            .Where(i => center is null || i.Lane == center.Key)
            .Where(i => request.Visning.Passer is not { } passer || passer.Contains(i.Node.Key))
            .ToList();
        if (items.Count == 0)
        {
            throw new SceneException(
                request.Visning.Passer is not null ? "Ingen milepæle, frister eller opfølgninger passer til det, der er valgt."
                : center is null ? "Ingen aftale har milepæle, frister eller opfølgninger."
                : $"»{center.Titel}« har ingen milepæle, frister eller opfølgninger."
            );
        }

        var byLane = items
            .GroupBy(i => i.Lane, StringComparer.Ordinal)
            .ToDictionary(
                g => g.Key,
                g => g.Select(i => i.Node).OrderBy(First).ThenBy(n => n.Key, StringComparer.Ordinal).ToList(),
                StringComparer.Ordinal
            );
        var most = items.Count <= MostRows ? int.MaxValue : Math.Max(LeastRowsALane, MostRows / byLane.Count);
        var lanes = baner
            .Titled(byLane.Keys)
            .Select(l => new TimelineLane(l.Title, [.. Rows(udsnit, l.Id, byLane[l.Id], most, conflicts)]))
            .ToList();
        var folded = byLane.Values.Sum(l => Math.Max(0, l.Count - most));

        var counts = string.Join(
            ", ",
            items
                .GroupBy(i => SceneBuilder.Art(i.Node))
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => $"{g.Count()} {(g.Count() == 1 ? g.Key : Flertal(g.Key))}")
        );
        var caption = new Caption(
            center is null ? "Tidslinje" : $"Tidslinje: {center.Titel}",
            $"Milepæle, frister og opfølgninger over tid ({counts}).",
            [.. Legend(items.Select(i => i.Node), conflicts)],
            Kildelinje.Of(udsnit, items.Select(i => i.Node.Key), revision),
            folded
        );
        return new(caption, lanes, lanes.Any(l => l.Rows.Any(r => r.Bars.Any(b => b.IsUnknown))) ? "Uden kendt tid" : "", request.IDag);
    }

    private static string Flertal(string art) => art + (art == "milepæl" ? "e" : "er");

    private static IEnumerable<TimelineRow> Rows(
        Udsnit udsnit,
        string lane,
        List<Node> nodes,
        int most,
        Dictionary<string, string> conflicts
    )
    {
        foreach (var node in nodes.Take(most))
        {
            var owner = udsnit.OwnersOf(node).FirstOrDefault();
            var dates = string.Join(", ", node.Indhold.Tider.Select(t => t.Tekst).Distinct(StringComparer.Ordinal));
            yield return new(
                node.Key,
                Style(node),
                SceneBuilder.Art(node).Capitalised() + (owner is null ? "" : $" · {owner.Titel}"),
                node.Titel,
                node.Indhold.Tekst + (dates.Length > 0 ? $" ({dates})" : ""),
                node.Key,
                Bars(node)
            )
            {
                Conflict = conflicts.GetValueOrDefault(node.Key),
            };
        }
        if (nodes.Count > most)
        {
            yield return new(
                $"flere {lane}",
                "other",
                "Foldet sammen",
                $"+{nodes.Count - most} milepæle og opfølgninger",
                $"{nodes.Count - most} flere i samme center, senere end de viste",
                null,
                []
            );
        }
    }

    private static IReadOnlyList<TimeBar> Bars(Node node) =>
        node.Indhold.Tider.Count == 0
            ? [new(null, null, "uden dato", [])]
            : [.. node.Indhold.Tider.Select(Bar).OrderBy(b => b.From ?? b.To)];

    private static TimeBar Bar(Tidsudtryk tid)
    {
        var days = tid.Gentagelse?.Occurrences().Take(60).ToList() ?? [];
        if (days.Count > 0)
        {
            return new(null, null, tid.Tekst, days);
        }

        return tid.HarInterval ? new(tid.Fra, tid.Til, tid.Tekst, []) : new(null, null, $"{tid.Tekst} ({Why(tid)})", []);
    }

    private static string Why(Tidsudtryk tid) =>
        tid.Tilstand switch
        {
            TidsTilstand.Pladsholder => "ikke fastlagt",
            TidsTilstand.UdenAar => "uden år",
            TidsTilstand.UforankretVarighed => "uden startdag",
            TidsTilstand.Relativ => "uden fast dag",
            TidsTilstand.Ulaest => "ikke læst",
            _ => "uden startdag",
        };

    private static DateOnly First(Node node) =>
        node
            .Indhold.Tider.SelectMany(t => new[] { t.HarInterval ? t.Fra ?? t.Til : null, t.Anker })
            .OfType<DateOnly>()
            .DefaultIfEmpty(DateOnly.MaxValue)
            .Min();

    private static string Style(Node node) =>
        SceneBuilder.Art(node) switch
        {
            "frist" => "frist",
            "milepæl" => "milepael",
            "rapportering" => "rapportering",
            _ => "opfoelgning",
        };

    private static IEnumerable<LegendEntry> Legend(IEnumerable<Node> nodes, Dictionary<string, string> conflicts)
    {
        var all = nodes.ToList();
        foreach (
            var group in all.GroupBy(SceneBuilder.Art)
                .OrderBy(g => g.Key, StringComparer.Create(CultureInfo.GetCultureInfo("da-DK"), false))
        )
        {
            yield return new(Style(group.First()), false, group.Key.Capitalised());
        }

        if (all.Any(n => conflicts.ContainsKey(n.Key)))
        {
            yield return new("clash", true, "I konflikt: se ordene");
        }

        var bars = all.SelectMany(n => n.Indhold.Tider).ToList();
        if (bars.Any(t => t.HarInterval && (t.Fra is null || t.Til is null)))
        {
            yield return new("open", true, "Brudt streg: åben ende");
        }

        if (bars.Any(t => !t.HarInterval) || all.Any(n => n.Indhold.Tider.Count == 0))
        {
            yield return new("unknown", true, "Tiden er ikke kendt");
        }
    }
}
