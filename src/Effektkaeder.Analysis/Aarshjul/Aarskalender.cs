using Effektkaeder.Analysis.Paavirkning;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tid;

namespace Effektkaeder.Analysis.Aarshjul;

/// <summary>
/// What is due and how it stands on a day: the dates of milestones, deadlines, planned follow-ups and reports, those that recur once a
/// time. Done is only what a held follow-up tells; what nobody tells of is overdue when its last day has gone.
/// </summary>
/// <param name="owners">Those whose dates are asked for.</param>
public sealed class Aarskalender(Udsnit udsnit, DateOnly dag, IReadOnlyList<Node> owners)
{
    /// <summary>Every entry, by last day, owner and key.</summary>
    public IReadOnlyList<Kalenderpost> Poster() =>
        [
            .. owners
                .SelectMany(Of)
                .OrderBy(p => p.Til)
                .ThenBy(p => p.Fra)
                .ThenBy(p => p.Ejer.Key, StringComparer.Ordinal)
                .ThenBy(p => p.Node.Key, StringComparer.Ordinal),
        ];

    /// <summary>What is due without a date that can be read.</summary>
    public IReadOnlyList<Node> UdenDato() =>
        [
            .. owners
                .SelectMany(o => Due(o).Where(n => !n.Indhold.Tider.Any(IsDated)))
                .DistinctBy(n => n.Key)
                .OrderBy(n => n.Key, StringComparer.Ordinal),
        ];

    public static bool MayHaveDates(NodeKind kind) => kind is NodeKind.Indsats or NodeKind.Bidrag or NodeKind.Effekt;

    /// <summary>The numbers of all that may have dates.</summary>
    public static IEnumerable<int> Owners(Udsnit udsnit) =>
        Enumerable.Range(0, udsnit.Nodes.Count).Where(n => MayHaveDates(udsnit.KindOf(n)));

    private IEnumerable<Node> Due(Node owner) =>
        udsnit
            .Targets(owner.Key, EdgeType.HarMilepael)
            .Concat(udsnit.Targets(owner.Key, EdgeType.FoelgesOp).Where(o => !Opfoelgningsskema.IsHeld(o)));

    private IEnumerable<Kalenderpost> Of(Node owner)
    {
        var milestones = udsnit.Targets(owner.Key, EdgeType.HarMilepael).ToList();
        var followUps = udsnit.Targets(owner.Key, EdgeType.FoelgesOp).ToList();
        var told = new Melding([.. followUps.Where(o => Opfoelgningsskema.IsHeldBy(o, dag))]);
        var answering = new Lazy<IReadOnlyList<Node>>(() => [.. Gruppering.Ansvarlige(udsnit, owner).Select(udsnit.Find).OfType<Node>()]);
        foreach (var node in Due(owner))
        {
            var dates = Dates(node).ToList();
            for (var i = 0; i < dates.Count; i++)
            {
                var (from, to, time) = dates[i];
                var next = i + 1 < dates.Count ? dates[i + 1].From : (DateOnly?)null;
                var art = Art(node);
                var done = art switch
                {
                    Kalenderart.Opfoelgning => told.Held(from, to, next),
                    Kalenderart.Rapportering => told.Reported(from, to, next),
                    _ => told.Reached(node, [.. milestones.Where(m => m.Key != node.Key)]),
                };
                var (stand, why) = Stand(node, art, to, done);
                yield return new(node, owner, art, from, to, time, stand, why, answering.Value);
            }
        }
    }

    private (Kalenderstand, string) Stand(Node node, Kalenderart art, DateOnly to, string? done) =>
        done is not null ? (Kalenderstand.Holdt, $"meldt af {done}")
        : to < dag
            ? (
                Kalenderstand.Overskredet,
                art switch
                {
                    Kalenderart.Opfoelgning => "intet skema er modtaget",
                    Kalenderart.Rapportering => "ingen har meldt den afgivet",
                    _ => "ingen har meldt den nået",
                }
            )
        : node.Indhold[Egenskaber.FlyttetFra] is { } moved ? (Kalenderstand.Flyttet, $"flyttet fra {moved} efter en opfølgning")
        : (Kalenderstand.Forestaar, to.DayNumber == dag.DayNumber ? "i dag" : $"om {to.DayNumber - dag.DayNumber} dage");

    private static Kalenderart Art(Node node) =>
        (node.Kind, node.Indhold.Art) switch
        {
            (NodeKind.Milepael, "frist") => Kalenderart.Frist,
            (NodeKind.Milepael, _) => Kalenderart.Milepael,
            (_, "rapportering") => Kalenderart.Rapportering,
            _ => Kalenderart.Opfoelgning,
        };

    /// <summary>The days of a node in order: each interval, and each occurrence of what recurs.</summary>
    private static IEnumerable<(DateOnly From, DateOnly To, Tidsudtryk Time)> Dates(Node node)
    {
        var dates = new List<(DateOnly From, DateOnly To, Tidsudtryk Time)>();
        foreach (var time in node.Indhold.Tider.Where(IsDated))
        {
            var occurrences = time.Gentagelse?.Occurrences().ToList() ?? [];
            dates.AddRange(
                occurrences.Count > 0 ? occurrences.Select(d => (d, d, time))
                : time.HarInterval ? [(time.Fra ?? time.Til!.Value, time.Til ?? time.Fra!.Value, time)]
                : [(time.Anker!.Value, time.Anker.Value, time)]
            );
        }

        return dates.DistinctBy(d => (d.From, d.To)).OrderBy(d => d.To).ThenBy(d => d.From);
    }

    private static bool IsDated(Tidsudtryk time) => time.HarInterval || time.Anker is not null;
}
