namespace Effektkaeder.Domain.Tid;

/// <summary>Years that several forms share: "1. januar 2017 og 2018", "marts og april 2017", "1. marts til 1. juni 2017".</summary>
internal static class Aarsdeling
{
    /// <summary>Gives a form without a year the year of the form of the same unit that it is joined to.</summary>
    internal static void BorrowYear(string tekst, List<TidsAtom> atomer)
    {
        for (var i = atomer.Count - 2; i >= 0; i--)
        {
            var (a, b) = (atomer[i], atomer[i + 1]);
            if (
                a.Tilstand == TidsTilstand.UdenAar
                && a.Form is { } form
                && b.Aar != 0
                && b.Form?.Praecision == form.Praecision
                && Mellemrum(tekst, a, b) is { } gab
                && (TidsMoenster.Opremsning().IsMatch(gab) || TidsMoenster.TilOrd().IsMatch(gab))
            )
            {
                atomer[i] = a.WithYear(b.Aar);
            }
        }
    }

    /// <summary>The index after the last bare year that repeats atom <paramref name="i"/>'s form.</summary>
    internal static int FlereAar(string tekst, List<TidsAtom> atomer, int i)
    {
        var slut = i + 1;
        if (atomer[i].Form is null || atomer[i].ErBartAar || atomer[i].Aar == 0)
        {
            return slut;
        }

        while (
            slut < atomer.Count
            && atomer[slut].ErBartAar
            && Mellemrum(tekst, atomer[slut - 1], atomer[slut]) is { } gab
            && TidsMoenster.Opremsning().IsMatch(gab)
        )
        {
            slut++;
        }

        return slut;
    }

    /// <summary>The few characters between two atoms; null when they stand too far apart to be joined.</summary>
    internal static string? Mellemrum(string tekst, TidsAtom a, TidsAtom b) =>
        b.Start - a.Slut is >= 0 and <= 40 ? tekst[a.Slut..b.Start] : null;
}
