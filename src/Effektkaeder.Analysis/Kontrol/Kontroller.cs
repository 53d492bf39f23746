namespace Effektkaeder.Analysis.Kontrol;

/// <summary>All checks, in the order they are told.</summary>
public static class Kontroller
{
    public static readonly IReadOnlyList<Kontrolregel> Alle =
    [
        new BidragUdenEffekt(),
        new EffektUdenIndikator(),
        new IndikatorKanIkkeBedoemmes(),
        new IndikatorUdenDokumentation(),
        new AktivitetIStedetForEffekt(),
        new IngenBaseline(),
        new BaselineEfterOpfoelgning(),
        new PladsholderEllerUlaeseligDato(),
        new OpfoelgningFoerMilepael(),
        new FristUdenForPerioden(),
        new GentagelseUdenAnker(),
        new IndsatsUdenPolitiskMaal(),
        new MaalUdenVision(),
        new IngenAnsvarlig(),
        new IngenKoordinator(),
        new KoblingTilSkygge(),
        new EnsidigKobling(),
        new BetingetKobling(),
        new UfuldstaendigtFelt(),
        new UenigeDokumenter(),
        new MuligeTvillinger(),
        new Ring(),
    ];

    /// <summary>Every finding, gravest first, then by check and node.</summary>
    /// <param name="koder">Only these checks; none = all.</param>
    public static IReadOnlyList<Fund> Run(Udsnit udsnit, IReadOnlyCollection<string>? koder = null, CancellationToken ct = default) =>
        [.. Find(udsnit, koder, null, ct)];

    /// <summary>The same, found as they are taken: who takes the first few does not wait for the last.</summary>
    /// <param name="grader">Only findings so grave; none = all.</param>
    public static IEnumerable<Fund> Find(
        Udsnit udsnit,
        IReadOnlyCollection<string>? koder = null,
        IReadOnlyCollection<Alvor>? grader = null,
        CancellationToken ct = default
    )
    {
        List<Gang> asked =
        [
            .. Alle.Where(r => koder is not { Count: > 0 } || koder.Contains(r.Kode, StringComparer.OrdinalIgnoreCase))
                .Select(r => new Gang(r, udsnit, ct)),
        ];
        return Enum.GetValues<Alvor>()
            .Where(a => grader is not { Count: > 0 } || grader.Contains(a))
            .SelectMany(a => asked.Where(g => g.Regel.Grader.Contains(a)).SelectMany(g => g.Of(a)));
    }

    /// <summary>One check's way through a graph: what it finds of another gravity than is taken is kept for its turn.</summary>
    private sealed class Gang(Kontrolregel regel, Udsnit udsnit, CancellationToken ct)
    {
        private List<Fund>? _kept;

        public Kontrolregel Regel => regel;

        /// <summary>By node. One gravity is taken to its end before the next is asked for.</summary>
        public IEnumerable<Fund> Of(Alvor alvor) => _kept?.Where(f => f.Alvor == alvor) ?? Walk(alvor);

        private IEnumerable<Fund> Walk(Alvor alvor)
        {
            _kept = [];
            var found = Found(regel, udsnit, ct);
            foreach (var fund in regel.ErEfterNoegle ? found : found.OrderBy(f => f.Node.Key, StringComparer.Ordinal))
            {
                if (fund.Alvor == alvor)
                {
                    yield return fund;
                }
                else
                {
                    _kept.Add(fund);
                }
            }
        }
    }

    private static IEnumerable<Fund> Found(Kontrolregel regel, Udsnit udsnit, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var pace = new Pace(ct);
        foreach (var fund in regel.Find(udsnit))
        {
            pace.Step();
            yield return fund;
        }
    }
}
