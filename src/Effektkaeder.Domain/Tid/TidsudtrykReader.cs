namespace Effektkaeder.Domain.Tid;

/// <summary>
/// Finds every time expression in a Danish text: written forms first, then what joins them (shared
/// years, ranges, recurrences), then the bound word directly before. Never guesses: what no rule
/// reads keeps its words and a reason.
/// </summary>
public static class TidsudtrykReader
{
    /// <summary>All time expressions in text order, with their places; spans never overlap.</summary>
    public static IReadOnlyList<TidsFund> FindAll(string tekst, TidsKontekst kontekst)
    {
        ArgumentNullException.ThrowIfNull(tekst);
        ArgumentNullException.ThrowIfNull(kontekst);
        var atomer = new List<TidsAtom>();
        for (var sted = TidsMoenster.Naeste(tekst, 0); sted >= 0;)
        {
            var m = TidsMoenster.Atom(tekst, sted);
            if (m.Success)
            {
                atomer.Add(AtomInterpreter.Interpret(m, kontekst));
            }

            sted = TidsMoenster.Naeste(tekst, m.Success ? m.Index + m.Length : sted + 1);
        }

        Aarsdeling.BorrowYear(tekst, atomer);
        Omtrentlige.Settle(tekst, atomer);
        var fund = new List<TidsFund>(atomer.Count);
        for (var i = 0; i < atomer.Count;)
        {
            i = Udtryk(tekst, atomer, i, kontekst, fund);
        }

        return fund;
    }

    /// <summary>The one expression that a whole text is; one without an interval when it is none, or several.</summary>
    public static Tidsudtryk Read(string tekst, TidsKontekst kontekst)
    {
        var fund = FindAll(tekst, kontekst);
        return fund.Count == 1
            ? fund[0].Udtryk with
            {
                Tekst = tekst.Trim(),
            }
            : Tidsudtryk.UdenInterval(
                tekst.Trim(),
                TidsTilstand.Ulaest,
                fund.Count == 0 ? "ingen dato i teksten" : "flere datoer i teksten"
            );
    }

    /// <summary>Reads the expression that begins with atom <paramref name="i"/>; returns the index of the first atom after it.</summary>
    private static int Udtryk(string tekst, List<TidsAtom> atomer, int i, TidsKontekst kontekst, List<TidsFund> fund)
    {
        var foerste = atomer[i];
        var foer = fund.Count == 0 ? 0 : fund[^1].Slut;
        if (Sammenfoejning.Gentagelse(tekst, atomer, i, kontekst) is { } gentagelse)
        {
            fund.Add(gentagelse.Fund);
            return gentagelse.Naeste;
        }

        if (!foerste.HarInterval)
        {
            fund.Add(
                Fund(
                    tekst,
                    foerste.Start,
                    foerste.Slut,
                    Tidsudtryk.UdenInterval("", foerste.Tilstand, foerste.Begrundelse ?? TidsBegrundelser.FindesIkke)
                )
            );
            return i + 1;
        }

        if (Sammenfoejning.Range(tekst, atomer, i) is { } spand)
        {
            fund.Add(
                Fund(
                    tekst,
                    Fraord(tekst, foer, spand.Start),
                    spand.Slut,
                    // "fra X til Y" is a span, in a deadline too.
                    spand.Udtryk
                        is { Tilstand: TidsTilstand.Vaerdi } u
                    && Fraord(tekst, foer, spand.Start) == spand.Start
                        ? Frist(u, kontekst)
                        : spand.Udtryk
                )
            );
            return i + 2;
        }

        return Enkelt(tekst, atomer, i, kontekst, fund, foer);
    }

    private static int Enkelt(string tekst, List<TidsAtom> atomer, int i, TidsKontekst kontekst, List<TidsFund> fund, int foer)
    {
        var (graense, start) = Graenser.Before(tekst, foer, atomer[i], kontekst);
        var slut = Aarsdeling.FlereAar(tekst, atomer, i);
        if (slut == i + 1)
        {
            var frem = TidsMoenster.OgFrem().Match(tekst, atomer[i].Slut, tekst.Length - atomer[i].Slut);
            var ende = frem.Success && graense is Graense.Ingen or Graense.Fra && frem.Success ? frem.Index + frem.Length : atomer[i].Slut;
            fund.Add(Fund(tekst, start, ende, Graenser.Udtryk(atomer[i], ende > atomer[i].Slut ? Graense.Fra : graense, kontekst)));
            return slut;
        }

        // "1. januar 2017 og 2018": the later years keep their own places but share the words.
        var ord = tekst[start..atomer[slut - 1].Slut];
        for (var k = i; k < slut; k++)
        {
            var atom = k == i ? atomer[i] : atomer[i].WithYear(atomer[k].Aar);
            var udtryk = atom.HarInterval
                ? Graenser.Udtryk(atom, graense, kontekst)
                : Tidsudtryk.UdenInterval(ord, atom.Tilstand, atom.Begrundelse ?? TidsBegrundelser.FindesIkke);
            var her = k == i ? start : atomer[k].Start;
            fund.Add(new TidsFund(udtryk with { Tekst = ord }, her, atomer[k].Slut - her));
        }

        return slut;
    }

    private static Tidsudtryk Frist(Tidsudtryk udtryk, TidsKontekst kontekst) =>
        kontekst.ErFrist ? udtryk with { Fra = null, Graense = Graense.Senest } : udtryk;

    private static int Fraord(string tekst, int foer, int start) =>
        Graenser.Ord(tekst, foer, start) is { Success: true } m && m.Value.StartsWith("fra", StringComparison.OrdinalIgnoreCase)
            ? m.Index
            : start;

    internal static TidsFund Fund(string tekst, int start, int slut, Tidsudtryk udtryk) =>
        new(udtryk with { Tekst = tekst[start..slut] }, start, slut - start);
}
