namespace Effektkaeder.Domain.Tid;

/// <summary>Two atoms that are one expression: ranges, and a recurrence with the date it counts from.</summary>
internal static class Sammenfoejning
{
    /// <summary>"X til Y", "X-Y", "mellem X og Y"; null when the next atom is not joined that way.</summary>
    internal static (int Start, int Slut, Tidsudtryk Udtryk)? Range(string tekst, List<TidsAtom> atomer, int i)
    {
        if (i + 1 >= atomer.Count || !atomer[i + 1].HarInterval)
        {
            return null;
        }

        var (a, b) = (atomer[i], atomer[i + 1]);
        if (Aarsdeling.Mellemrum(tekst, a, b) is not { } gab)
        {
            return null;
        }

        var vindue = Math.Max(0, a.Start - 16);
        var mellem = gab.Trim().StartsWith("og", StringComparison.OrdinalIgnoreCase)
            ? TidsMoenster.Mellem().Match(tekst, vindue, a.Start - vindue)
            : null;
        if (mellem is not { Success: true } && !TidsMoenster.TilOrd().IsMatch(gab))
        {
            return null;
        }

        var start = mellem is { Success: true } ? mellem.Index : a.Start;
        var (fra, til) = (a.Interval!.Value.Fra, b.Interval!.Value.Til);
        return (
            start,
            b.Slut,
            fra > til
                ? Tidsudtryk.UdenInterval("", TidsTilstand.Ulaest, TidsBegrundelser.Baglaens)
                : new Tidsudtryk("", fra, til, a.Praecision == b.Praecision ? a.Praecision : Praecision.Periode)
        );
    }

    /// <summary>A recurrence alone, "X og efterfølgende hvert halve år", or "årligt fra X"; null when atom i begins none.</summary>
    internal static (TidsFund Fund, int Naeste)? Gentagelse(string tekst, List<TidsAtom> atomer, int i, TidsKontekst kontekst)
    {
        var (a, b) = (atomer[i], i + 1 < atomer.Count ? atomer[i + 1] : null);
        var gab = b is null ? null : Aarsdeling.Mellemrum(tekst, a, b);
        if (a.HarInterval && b is { ErGentagelse: true } && gab is not null && TidsMoenster.DerefterOrd().IsMatch(gab))
        {
            return (Fund(a, b, a), i + 2);
        }

        if (!a.ErGentagelse)
        {
            return null;
        }

        return b is { HarInterval: true } && gab is not null && TidsMoenster.FoersteGangOrd().IsMatch(gab)
            ? (Fund(a, b, b), i + 2)
            : (
                TidsudtrykReader.Fund(
                    tekst,
                    a.Start,
                    a.Slut,
                    new("", null, null, Praecision.Ingen, Gentagelse: new(a.Hver, null, kontekst.PeriodeTil))
                ),
                i + 1
            );

        TidsFund Fund(TidsAtom fra, TidsAtom til, TidsAtom anker) =>
            TidsudtrykReader.Fund(
                tekst,
                fra.Start,
                til.Slut,
                new(
                    "",
                    anker.Interval!.Value.Fra,
                    anker.Interval.Value.Til,
                    anker.Praecision,
                    Gentagelse: new((fra.ErGentagelse ? fra : til).Hver, anker.Interval.Value.Fra, kontekst.PeriodeTil)
                )
            );
    }
}
