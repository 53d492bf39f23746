using System.Globalization;
using Effektkaeder.Analysis;
using Effektkaeder.Analysis.Aarshjul;
using Effektkaeder.Analysis.Opfoelgninger;
using Effektkaeder.Analysis.Stillinger;
using Effektkaeder.Application.Importing;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Exchange.Rapporter;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Following;

/// <summary>
/// Reports that a committee reads: one agreement's follow-up, one policy across all centres, one centre's year, and what has come since
/// the last meeting. Each statement has its source, and all of it is of the graph at one revision.
/// </summary>
public sealed class WriteReport(IGraphStore store, IGraph graph)
{
    private static readonly CultureInfo Danish = CultureInfo.GetCultureInfo("da-DK");

    /// <summary>What was followed up of an agreement, what was proposed and decided, how it stands and what is due.</summary>
    public async Task<Rapport> AgreementAsync(Node aftale, DateOnly day, CancellationToken ct)
    {
        var stated = await graph.StatedByAsync(aftale.Key, ct);
        var own = stated.Nodes.Where(n => n.Kind is NodeKind.Indsats or NodeKind.Bidrag && !n.Henvist).ToList();
        var udsnit = await graph.SelectAsync(new Selection([aftale.Key, .. own.Select(n => n.Key)], 0), ct);
        var judge = new Stillingsdommer(udsnit, day);
        var parts = new List<Rapportdel> { new Overskrift(1, "Hvordan det står") };
        parts.AddRange(Standings([.. own.Select(n => judge.Of(udsnit.Find(n.Key) ?? n))]));
        parts.Add(new Overskrift(1, "Afholdte opfølgninger"));
        var reader = new ReadFollowUp(store, graph);
        parts.AddRange(await FollowUpsAsync(reader, await reader.AllAsync([.. own.Select(n => n.Key)], ct), day, ct));
        parts.Add(new Overskrift(1, "Frister, milepæle og opfølgninger"));
        var owners = stated.Nodes.Where(n => Aarskalender.MayHaveDates(n.Kind)).Select(n => udsnit.Find(n.Key)).OfType<Node>();
        parts.Add(Entries(new Aarskalender(udsnit, day, [.. owners]).Poster()));
        var edition = aftale.Indhold[Egenskaber.Udgave] is { } number ? $"; aftalens {number}. udgave" : "";
        return new($"Opfølgning: {aftale.Titel}", await FrameAsync(day, ct) + edition, parts);
    }

    /// <summary>What every centre does for a policy, and how it stands.</summary>
    public async Task<Rapport> PolicyAsync(Node politik, DateOnly day, CancellationToken ct)
    {
        var udsnit = await graph.SelectAsync(new Selection([politik.Key], 0) { Way = Way.Down }, ct);
        var judge = new Stillingsdommer(udsnit, day);
        var parts = new List<Rapportdel>();
        var below = Slaegt.Below(udsnit, [politik]).Where(n => n.Kind is NodeKind.Indsats or NodeKind.Bidrag).ToList();
        var centres = Centres(udsnit, below).ToList();
        var names = (await graph.NodesAsync([.. centres.Select(c => c.Key)], ct)).ToDictionary(n => n.Key, n => n.Titel);
        var counted = centres.Count(c => c.Key.Length > 0);
        parts.Add(
            new Afsnit($"{below.Count} indsatser og bidrag i {counted} {(counted == 1 ? "center" : "centre")} følger af politikken.")
        );
        foreach (var centre in centres)
        {
            parts.Add(new Overskrift(1, centre.Key.Length == 0 ? "Uden center" : names.GetValueOrDefault(centre.Key, centre.Key)));
            parts.AddRange(Standings([.. centre.Select(judge.Of)]));
        }

        return new($"{politik.Titel} på tværs af centrene", await FrameAsync(day, ct), parts);
    }

    /// <summary>A centre's, unit's or person's year, and what others expect of them.</summary>
    public async Task<Rapport> YearAsync(string who, int year, DateOnly day, CancellationToken ct)
    {
        var valg = new Kalendervalg(who, new(year, 1, 1), new(year, 12, 31), day);
        var svar = await new ReadCalendar(graph).ReadAsync(valg, ct);
        var parts = new List<Rapportdel>();
        foreach (var stand in svar.Poster.GroupBy(p => p.Stand).OrderBy(g => g.Key))
        {
            parts.Add(new Overskrift(1, $"{WriteCalendar.Navn(stand.Key).Capitalised()} ({stand.Count()})"));
            parts.Add(Entries([.. stand]));
        }

        if (svar.Forventet.Count > 0)
        {
            parts.Add(new Overskrift(1, $"Det, andre venter ({svar.Forventet.Count})"));
            parts.Add(
                new Tabel(
                    ["Hvem", "Af", "Ordene", "Kilde"],
                    [
                        .. svar.Forventet.Select(f =>
                            (IReadOnlyList<string>)[f.Hos.Titel, f.Af.Titel, f.Citat?.Ordret ?? "", f.Citat?.Hvor ?? ""]
                        ),
                    ]
                )
            );
        }

        return new($"{who}: {year}", await FrameAsync(day, ct), parts);
    }

    /// <summary>What revisions have come since a day, and the follow-ups among them.</summary>
    public async Task<Rapport> SinceAsync(DateOnly since, DateOnly day, CancellationToken ct)
    {
        var revisions = (await graph.RevisionsAsync(int.MaxValue, ct))
            .Where(r => DateOnly.FromDateTime(r.At.UtcDateTime) > since)
            .OrderBy(r => r.Number)
            .ToList();
        var files = revisions.Select(r => r.Source).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var reader = new ReadFollowUp(store, graph);
        var held = (await reader.AllAsync(null, ct)).Where(h => h.Opfoelgning.Vist.Herkomst.Any(k => files.Contains(k.Dokument)));
        var parts = new List<Rapportdel>
        {
            new Overskrift(1, $"Ændringer ({revisions.Count})"),
            new Tabel(
                ["Revision", "Dag", "Hvem", "Hvad"],
                [
                    .. revisions.Select(r =>
                        (IReadOnlyList<string>)
                            [r.Number.ToString(Danish), DateOnly.FromDateTime(r.At.UtcDateTime).InWords(), r.Author, r.Summary]
                    ),
                ]
            ),
            new Overskrift(1, "Opfølgninger siden"),
        };
        parts.AddRange(await FollowUpsAsync(reader, [.. held], day, ct));
        return new($"Siden {since.InWords()}", await FrameAsync(day, ct), parts);
    }

    /// <summary>An agreement's editions and years, or a goal's life through them.</summary>
    public async Task<Rapport> YearsAsync(Node om, DateOnly day, CancellationToken ct)
    {
        var svar = await new ReadYears(store, graph).ReadAsync(om, ct);
        var parts = new List<Rapportdel>();
        foreach (var enhed in svar.Enheder)
        {
            var columns = enhed.Raekke.Aargange;
            parts.Add(new Overskrift(1, Aarsord.Enhed(enhed)));
            parts.Add(new Afsnit(Aarsord.Sammenfatning(enhed.Raekke)));
            parts.Add(
                new Tabel(
                    ["Hvad", .. columns.Select(c => c.Navn)],
                    [
                        .. enhed.Raekke.Forloeb.Select(f =>
                            (IReadOnlyList<string>)[$"{f.Node.Kind.Info().Navn}: {f.Node.Titel}", .. f.Trin.Select(Aarsord.Trin)]
                        ),
                    ]
                )
            );
        }

        return new($"{om.Titel}: årene", await FrameAsync(day, ct), parts);
    }

    private static IEnumerable<IGrouping<string, Node>> Centres(Udsnit udsnit, IEnumerable<Node> nodes) =>
        nodes
            .OrderBy(n => n.Kind.LevelOrder())
            .ThenBy(n => n.Key, StringComparer.Ordinal)
            .GroupBy(n => udsnit.CenterOf(n) ?? "")
            .OrderBy(g => g.Key, StringComparer.Ordinal);

    /// <summary>How many are of each colour, and each of them.</summary>
    private static IEnumerable<Rapportdel> Standings(IReadOnlyList<Stilling> all)
    {
        if (all.Count == 0)
        {
            yield return new Afsnit("Her er ingen indsatser eller bidrag.");
            yield break;
        }

        var counted = all.GroupBy(s => s.Farve).OrderBy(g => g.Key).Select(g => $"{g.Count()} {g.Key.Navn()}");
        yield return new Afsnit($"Af {all.Count}: {string.Join(", ", counted)}.");
        yield return new Tabel(
            ["Stilling", "Hvad", "Grund", "Dag", "Kilde"],
            [
                .. all.Select(s =>
                    (IReadOnlyList<string>)
                        [
                            s.Farve.Navn(),
                            $"{s.Node.Kind.Info().Navn}: {s.Node.Titel}",
                            s.Grund,
                            s.Dag is { } day ? day.InWords() : "",
                            (s.Kilde ?? s.Node).Vist.Herkomst.FirstOrDefault()?.Hvor ?? "",
                        ]
                ),
            ]
        );
    }

    /// <summary>Those that were held until the report's day, and how many were not.</summary>
    private static async Task<IReadOnlyList<Rapportdel>> FollowUpsAsync(
        ReadFollowUp reader,
        IReadOnlyList<HeldFollowUp> all,
        DateOnly day,
        CancellationToken ct
    )
    {
        var held = all.Where(h => Opfoelgningsskema.IsHeldBy(h.Opfoelgning, day)).ToList();
        var parts = new List<Rapportdel>();
        foreach (var said in await reader.SaidAsync(held, ct))
        {
            var node = said.Forslag.Opfoelgning;
            parts.Add(new Overskrift(2, node.Titel));
            parts.Add(
                new Tabel(
                    ["Felt", "Ordene", "Kilde"],
                    [
                        .. node
                            .Vist.Felter.Where(f => f.Status == Feltstatus.Vaerdi)
                            .Select(f => (IReadOnlyList<string>)[f.Label, f.Tekst, f.Herkomst.Hvor]),
                    ]
                )
            );
            parts.Add(new Afsnit($"Effekten: {said.Forslag.Konsekvens.Dom.Navn()}."));
            parts.AddRange(said.Forslag.Bemaerkninger.Select(b => new Afsnit(b)));
            parts.AddRange(said.Forslag.Linjer.Select(l => new Afsnit($"Forslag {l.Nr}: {Proposed(said, l)}")));
        }

        if (held.Count == 0)
        {
            parts.Add(new Afsnit("Ingen er afholdt."));
        }

        var later = all.Count - held.Count;
        if (later > 0)
        {
            parts.Add(new Afsnit($"{later} {(later == 1 ? "opfølgning" : "opfølgninger")} efter {day.InWords()} er udeladt."));
        }

        return parts;
    }

    private static string Proposed(Afgjortforslag said, Forslagslinje line) =>
        line.Art == Forslagsart.KunOrd ? $"ingen ændring kan læses af »{line.Ord}«."
        : said.Of(line) is null && line.Spoergsmaal is { } asked ? $"»{line.Ord}« Ikke afgjort: {asked}"
        : $"{said.Beskrivelse(line)} (»{line.Ord}«). {Decided(said.Of(line))}";

    private static string Decided(Linjeafgoerelse? said) =>
        said is null ? "Venter på en afgørelse."
        : said.Accepteret ? $"Accepteret {said.Dag.InWords()} af {said.Hvem}."
        : $"Afvist {said.Dag.InWords()} af {said.Hvem}{(said.Note is null ? "" : $": {said.Note}")}.";

    private static Tabel Entries(IReadOnlyList<Kalenderpost> entries) =>
        new(
            ["Senest", "Hvad", "Gælder", "Stand", "Ansvarlig", "Kilde"],
            [
                .. entries.Select(p =>
                    (IReadOnlyList<string>)
                        [
                            p.Til.InWords(),
                            $"{WriteCalendar.Navn(p.Art)}: {p.Node.Titel}",
                            p.Ejer.Titel,
                            $"{WriteCalendar.Navn(p.Stand)}: {p.Grund}",
                            p.Hvem,
                            p.Node.Vist.Herkomst.FirstOrDefault()?.Hvor ?? "",
                        ]
                ),
            ]
        );

    private async Task<string> FrameAsync(DateOnly day, CancellationToken ct)
    {
        var newest = await graph.RevisionsAsync(1, ct);
        return $"Set fra {day.InWords()}; grafen ved revision {graph.Revision}"
            + (newest is [var r, ..] ? $" ({DateOnly.FromDateTime(r.At.UtcDateTime).InWords()})" : "");
    }
}
