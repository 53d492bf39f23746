using System.Globalization;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Exchange.Rapporter;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Following;

/// <summary>
/// An agreement written back in the form that it came in, as it is now: the cover, then a table for each contribution or point, from the
/// form fields that the graph has kept. What we write can be read again.
/// </summary>
public sealed class WriteAgreement(IGraph graph)
{
    private const string Cover = "Forside",
        Frames = "Rammer",
        Contribution = "maalaftale";

    /// <exception cref="FormatException">It came in no form that is known; the message is for the user.</exception>
    public async Task<Rapport> WriteAsync(Node aftale, CancellationToken ct)
    {
        var skabelon = aftale.Indhold[Egenskaber.Skabelon];
        if (skabelon is not (Contribution or "udviklingsaftale"))
        {
            throw new FormatException(
                $"»{aftale.Titel}« er ikke læst med skabelonen for en målaftale eller udviklingsaftale, og kan ikke skrives tilbage i den."
            );
        }

        var (nodes, edges) = await graph.StatedByAsync(aftale.Key, ct);
        var kommune = (await graph.NodesAsync([aftale.Kommune], ct)).First();
        var own = aftale.Udsagn.First(u => u.Aftale == aftale.Key);
        var parties = edges
            .Where(e => e.Type == EdgeType.PartI && e.To == aftale.Key)
            .SelectMany(e => e.Vist.Evidens)
            .Select(e => e.Ordret);
        var parts = Front(aftale, own, nodes, [.. parties.Where(p => p.Contains("mellem", StringComparison.Ordinal)).Distinct()]).ToList();
        parts.AddRange(skabelon == Contribution ? Contributions(aftale.Key, nodes) : Points(aftale.Key, nodes));
        return new(Headed(aftale), kommune.Titel, parts);
    }

    /// <summary>"Målaftale 2016-2018", and of a later edition which: whoever reads it again puts it above the one before.</summary>
    private static string Headed(Node aftale)
    {
        var edition = new[] { Egenskaber.Udgave, Egenskaber.AngivetUdgave }
            .Select(name => int.Parse(aftale.Indhold[name] ?? "1", CultureInfo.InvariantCulture))
            .Max();
        var titel = aftale.Titel.Split(',')[0];
        return edition > 1 ? $"{titel}, {edition}. udgave" : titel;
    }

    /// <summary>The cover's lines and frames, and the visions that the agreement writes out.</summary>
    /// <param name="parties">The lines that name the parties, as they stood.</param>
    private static IEnumerable<Rapportdel> Front(Node aftale, Udsagn own, IReadOnlyList<Node> nodes, IReadOnlyList<string> parties)
    {
        foreach (var field in own.Felter.Where(f => f.Gruppe == Cover && f.Tekst.Length > 0))
        {
            yield return new Overskrift(2, field.Label);
            yield return new Afsnit(field.Tekst);
        }

        if (own.Felter.All(f => f.Gruppe != Cover))
        {
            yield return new Afsnit($"Center: {aftale.Titel[(aftale.Titel.IndexOf(',', StringComparison.Ordinal) + 1)..].Trim()}");
            // The lines of the parties end where one begins with the word for agreement.
            foreach (var line in parties.SelectMany(p => p.Split('\n')))
            {
                yield return new Afsnit(line);
            }

            if (aftale.Indhold[Egenskaber.Underskrevet] is { } signed)
            {
                yield return new Afsnit($"Aftale indgået: {Day(signed)}");
            }

            yield return new Afsnit(
                $"Aftaleperiode: {Day(aftale.Indhold[Egenskaber.PeriodeFra])} til {Day(aftale.Indhold[Egenskaber.PeriodeTil])}"
            );
        }

        foreach (var frame in own.Felter.Where(f => f.Gruppe == Frames).GroupBy(f => f.Label))
        {
            yield return new Overskrift(2, frame.Key);
            foreach (var field in frame)
            {
                yield return new Afsnit(field.Tekst);
            }
        }

        foreach (var vision in nodes.Where(n => n.Kind == NodeKind.Vision && !n.Henvist))
        {
            yield return new Overskrift(2, vision.Titel);
            yield return new Afsnit(vision.Indhold.Tekst);
        }
    }

    private static IEnumerable<Rapportdel> Contributions(string aftale, IReadOnlyList<Node> nodes)
    {
        var efforts = nodes.Where(n => n.Kind == NodeKind.Indsats).SelectMany(n => Fields(n, aftale)).ToList();
        foreach (var bidrag in nodes.Where(n => n.Kind == NodeKind.Bidrag && !n.Henvist).OrderBy(n => Line(n, aftale)).ThenBy(n => n.Key))
        {
            var line = Line(bidrag, aftale);
            // Each table says what its effort is: the last that stands before its own fields.
            var above = efforts
                .Where(f => f.Herkomst.Linje <= line)
                .GroupBy(f => f.Label)
                .Select(g => g.MaxBy(f => f.Herkomst.Linje)!)
                .ToDictionary(f => f.Label);
            var effort = new[] { "Titel", "Ophav", "Koordinator" }.Where(above.ContainsKey).Select(l => above[l]).ToList();
            var fields = Fields(bidrag, aftale);
            var name = effort.Count > 0 ? effort[0].Tekst.Split(':')[0] : "Indsats";
            yield return new Overskrift(2, $"{name} – {bidrag.Titel}");
            yield return new Tabel(
                [],
                [
                    .. effort
                        .Concat(fields.Count > 0 ? fields : [Described(bidrag)])
                        .Select(f => (IReadOnlyList<string>)[f.Gruppe ?? "", f.Label, Words(f)]),
                ]
            );
        }
    }

    private static IEnumerable<Rapportdel> Points(string aftale, IReadOnlyList<Node> nodes)
    {
        var number = 0;
        foreach (var indsats in nodes.Where(n => n.Kind == NodeKind.Indsats && Fields(n, aftale).Count > 0).OrderBy(n => Line(n, aftale)))
        {
            yield return new Overskrift(2, $"{++number}. {indsats.Titel}");
            yield return new Tabel(
                [],
                [
                    ["Aftale #", "Indhold"],
                    .. Fields(indsats, aftale).Select(f => (IReadOnlyList<string>)[f.Label, Words(f)]),
                ]
            );
        }
    }

    private static IReadOnlyList<Feltvaerdi> Fields(Node node, string aftale) =>
        node.Udsagn.FirstOrDefault(u => u.Aftale == aftale)?.Felter ?? [];

    private static int Line(Node node, string aftale) => Fields(node, aftale) is [var first, ..] ? first.Herkomst.Linje : int.MaxValue;

    /// <summary>A contribution that came after the form was filled in has its words alone.</summary>
    private static Feltvaerdi Described(Node bidrag) =>
        new("Beskrivelse", "Bidrag", bidrag.Indhold.Tekst, Feltstatus.Vaerdi, bidrag.Vist.Herkomst[0], []);

    private static string Words(Feltvaerdi field) => field.Tekst.Length > 0 || field.Status != Feltstatus.Ingen ? field.Tekst : "Ingen";

    private static string Day(string? iso) => DateOnly.TryParseExact(iso, "yyyy-MM-dd", out var day) ? day.InWords() : "";
}
