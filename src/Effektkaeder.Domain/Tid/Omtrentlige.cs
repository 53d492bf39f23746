namespace Effektkaeder.Domain.Tid;

/// <summary>
/// Dates that only look like dates: "slutningen af maj 2026", "14 dage efter 1. maj 2025", "udskudt fra 2025". They keep their words and
/// get no days.
/// </summary>
internal static class Omtrentlige
{
    private const int Vindue = 32;

    internal static void Settle(string tekst, List<TidsAtom> atomer)
    {
        for (var i = 0; i < atomer.Count; i++)
        {
            var atom = atomer[i];
            if (
                atom.Tilstand == TidsTilstand.UforankretVarighed
                && i + 1 < atomer.Count
                && atomer[i + 1].HarInterval
                && TidsMoenster.Regnetfra().IsMatch(tekst[atom.Slut..atomer[i + 1].Start])
            )
            {
                atomer[i] = Uden(atom.Start, atomer[i + 1].Slut, TidsBegrundelser.Regnet);
                atomer.RemoveAt(i + 1);
                continue;
            }

            var fra = Math.Max(i > 0 ? atomer[i - 1].Slut : 0, atom.Start - Vindue);
            // "udskudt fra 2025" says when it is not.
            if (atom.HarInterval && TidsMoenster.Flyttetfra().Match(tekst, fra, atom.Start - fra) is { Success: true } flyttet)
            {
                atomer[i] = Uden(flyttet.Groups["fra"].Index, atom.Slut, TidsBegrundelser.Flyttet);
                continue;
            }

            if (
                atom.HarInterval
                && TidsMoenster.Omtrent().Match(tekst, fra, atom.Start - fra) is { Success: true } m
                && !IsEndOfSpan(tekst, m.Index)
            )
            {
                atomer[i] = Uden(m.Index, atom.Slut, TidsBegrundelser.Omtrent);
            }
        }
    }

    /// <summary>"til slutningen af maj 2026" ends with the month, as "til udgangen af" does.</summary>
    private static bool IsEndOfSpan(string tekst, int start) =>
        tekst[..start].TrimEnd().EndsWith(" til", StringComparison.OrdinalIgnoreCase);

    private static TidsAtom Uden(int start, int slut, string grund) =>
        new(start, slut) { Tilstand = TidsTilstand.Ulaest, Begrundelse = grund };
}
