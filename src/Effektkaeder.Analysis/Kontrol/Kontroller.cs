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
        [
            .. Alle.Where(r => koder is not { Count: > 0 } || koder.Contains(r.Kode, StringComparer.OrdinalIgnoreCase))
                .SelectMany((regel, place) => Found(regel, udsnit, ct).Select(fund => (fund, place)))
                .OrderBy(f => f.fund.Alvor)
                .ThenBy(f => f.place)
                .ThenBy(f => f.fund.Node.Key, StringComparer.Ordinal)
                .Select(f => f.fund),
        ];

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
