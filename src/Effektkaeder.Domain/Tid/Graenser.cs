using System.Text.RegularExpressions;

namespace Effektkaeder.Domain.Tid;

/// <summary>Bound words: they count only directly before a date ("inden for" is none).</summary>
internal static class Graenser
{
    /// <summary>Long enough for the longest bound phrase; a window keeps the search linear.</summary>
    private const int Vindue = 48;

    /// <summary>The bound word that ends where a date starts, looked for after <paramref name="tidligst"/>.</summary>
    internal static Match Ord(string tekst, int tidligst, int start)
    {
        var fra = Math.Max(tidligst, start - Vindue);
        return TidsMoenster.Graenseord().Match(tekst, fra, start - fra);
    }

    internal static (Graense Graense, int Start) Before(string tekst, int tidligst, TidsAtom atom, TidsKontekst kontekst)
    {
        if (Ord(tekst, tidligst, atom.Start) is not { Success: true } m)
        {
            // A bare day is when something happens; in a deadline field it would be the last, and it is told to be the first.
            return kontekst.ErFrist && atom.Start < Vindue && TidsMoenster.Begynder().IsMatch(tekst[..atom.Start])
                ? (Graense.Fra, 0)
                : (Graense.Ingen, atom.Start);
        }

        var ord = m.Groups["ord"].Value;
        var graense =
            ord.StartsWith("fra", StringComparison.OrdinalIgnoreCase) ? Graense.Fra
            : ord.Equals("inden", StringComparison.OrdinalIgnoreCase) ? Graense.Inden
            : Graense.Senest;
        return (graense, m.Index);
    }

    internal static Tidsudtryk Udtryk(TidsAtom atom, Graense graense, TidsKontekst kontekst)
    {
        var (fra, til) = atom.Interval!.Value;
        if (graense == Graense.Fra && atom.ErSpand)
        {
            // "fra X-Y" names both its ends; the word opens neither.
            return new("", fra, til, atom.Praecision);
        }

        if (graense == Graense.Ingen && kontekst.ErFrist)
        {
            graense = Graense.Senest;
        }

        return graense switch
        {
            Graense.Senest => new("", null, til, atom.Praecision, graense),
            Graense.Inden => new("", null, fra.AddDays(-1), atom.Praecision, graense),
            Graense.Fra => new("", fra, null, atom.Praecision, graense),
            _ => new("", fra, til, atom.Praecision),
        };
    }
}
