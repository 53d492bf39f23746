using System.Globalization;
using System.Text.RegularExpressions;

namespace Effektkaeder.Domain.Tid;

/// <summary>One match of <see cref="TidsMoenster.Atomer"/> to one atom.</summary>
internal static class AtomFortolker
{
    internal static TidsAtom Fortolk(Match m, TidsKontekst kontekst)
    {
        var atom = new TidsAtom(m.Index, m.Index + m.Length);
        if (Har(m, "plads"))
        {
            return Uden(atom, TidsTilstand.Pladsholder, TidsBegrundelser.Pladsholder);
        }

        if (Har(m, "iso"))
        {
            return Iso(atom, m.Groups["iso"].Value);
        }

        if (Har(m, "periode"))
        {
            return kontekst is { PeriodeFra: { } fra, PeriodeTil: { } til }
                ? atom with { Interval = (fra, til), Praecision = Praecision.Periode }
                : Uden(atom, TidsTilstand.Ulaest, TidsBegrundelser.UkendtPeriode);
        }

        if (Har(m, "gent"))
        {
            return atom with { ErGentagelse = true, Hver = GentagelsesOrd.Skridt(m) };
        }

        if (Har(m, "laengde"))
        {
            return Uden(atom, TidsTilstand.UforankretVarighed, TidsBegrundelser.UdenAnker);
        }

        if (Har(m, "relativ"))
        {
            return Uden(atom, TidsTilstand.Relativ, TidsBegrundelser.Relativ);
        }

        return Har(m, "y1") ? AarSpand(atom, m) : Kalenderatom(atom, m);
    }

    private static TidsAtom Kalenderatom(TidsAtom atom, Match m)
    {
        if (Har(m, "nd"))
        {
            return (atom with { Form = new(Praecision.Dag, Tal(m, "nm"), Tal(m, "nd")) }).MedAar(Aarstal(m.Groups["ny"].Value, 2000));
        }

        if (Har(m, "d2"))
        {
            return DageIMaaned(atom, m);
        }

        var form = Form(m);
        if (form is null)
        {
            return Har(m, "aar") ? atom : Uden(atom, TidsTilstand.Ulaest, TidsBegrundelser.DelUdenEnhed);
        }

        atom = atom with { Form = form, Praecision = form.Praecision };
        var aar = Har(m, "aar") ? Tal(m, "aar") : Har(m, "helt") ? Tal(m, "helt") : 0;
        if (Har(m, "kd"))
        {
            // The bound word before a short date belongs to the bound, not to the date.
            var ord = m.Groups["kortled"];
            atom = ord.Value.StartsWith('d') ? atom : atom with { Start = ord.Index + ord.Length };
        }

        return aar == 0 ? Uden(atom, TidsTilstand.UdenAar, TidsBegrundelser.UdenAar)
            : Har(m, "tilaar") && form.Praecision != Praecision.Aarstid ? Tvetydig(atom, m, aar)
            : atom.MedAar(aar);
    }

    /// <summary>"maj 2017-18" covers no one interval that can be told from the words.</summary>
    private static TidsAtom Tvetydig(TidsAtom atom, Match m, int aar) =>
        m.Groups["tilaar"].ValueSpan[0] == '/'
            ? Uden(atom, TidsTilstand.Ulaest, TidsBegrundelser.SkoleEllerBudget)
            : (atom with { Slut = m.Groups["tilaar"].Index }).MedAar(aar);

    private static Kalenderform? Form(Match m)
    {
        if (Har(m, "kd"))
        {
            return new(Praecision.Dag, Tal(m, "km"), Tal(m, "kd"));
        }

        if (Har(m, "delm"))
        {
            return new(Praecision.DelAfMaaned, Kalender.Maaned(m.Groups["delm"].ValueSpan), Del(m));
        }

        if (Har(m, "dm"))
        {
            return new(Praecision.Dag, Kalender.Maaned(m.Groups["dm"].ValueSpan), Tal(m, "d1"));
        }

        if (Har(m, "m1"))
        {
            var foerste = Kalender.Maaned(m.Groups["m1"].ValueSpan);
            return new(Praecision.Maaned, foerste, Har(m, "m2") ? Kalender.Maaned(m.Groups["m2"].ValueSpan) : foerste);
        }

        if (Har(m, "del"))
        {
            return Har(m, "aar") ? new(Praecision.DelAfAar, Del(m)) : null;
        }

        if (Har(m, "k1") || Har(m, "kord"))
        {
            var k = Har(m, "k1") ? Tal(m, "k1") : Ordenstal(m.Groups["kord"].Value);
            return new(Praecision.Kvartal, k, Har(m, "k2") ? Tal(m, "k2") : k);
        }

        if (Har(m, "h") || Har(m, "hord"))
        {
            return new(Praecision.Halvaar, Har(m, "h") ? Tal(m, "h") : Ordenstal(m.Groups["hord"].Value));
        }

        if (Har(m, "aarstid"))
        {
            return new(Praecision.Aarstid, char.ToLowerInvariant(m.Groups["aarstid"].ValueSpan[0]) switch { 'f' => 3, 's' => 6, 'e' => 9, _ => 12 });
        }

        return Har(m, "u1") ? new(Praecision.Uge, Tal(m, "u1"), Har(m, "u2") ? Tal(m, "u2") : Tal(m, "u1")) : Kalenderform.HeltAar;
    }

    /// <summary>"1.-15. marts 2017".</summary>
    private static TidsAtom DageIMaaned(TidsAtom atom, Match m)
    {
        var maaned = Kalender.Maaned(m.Groups["dm"].ValueSpan);
        if (!Har(m, "aar"))
        {
            return Uden(atom, TidsTilstand.UdenAar, TidsBegrundelser.UdenAar);
        }

        var fra = new Kalenderform(Praecision.Dag, maaned, Tal(m, "d1")).I(Tal(m, "aar"));
        var til = new Kalenderform(Praecision.Dag, maaned, Tal(m, "d2")).I(Tal(m, "aar"));
        return fra is { } f && til is { } t
            ? Spand(atom, f.Fra, t.Til, Praecision.Dag)
            : Uden(atom, TidsTilstand.Ulaest, TidsBegrundelser.FindesIkke);
    }

    /// <summary>"2016-18" is a closed range; "2019/20" is a school or budget year, as the text says.</summary>
    private static TidsAtom AarSpand(TidsAtom atom, Match m)
    {
        var foerste = Tal(m, "y1");
        var sidste = Aarstal(m.Groups["y2"].Value, foerste / 100 * 100);
        if (Har(m, "skole") && m.Groups["skole"].Value.Equals("skole", StringComparison.OrdinalIgnoreCase))
        {
            return sidste == foerste + 1
                ? (atom with { Form = new(Praecision.Skoleaar) }).MedAar(foerste)
                : Spand(atom, new(foerste, 8, 1), new(sidste, 7, 31), Praecision.Skoleaar);
        }

        return m.Groups["ytegn"].ValueSpan[0] == '/' && !Har(m, "skole")
            ? Uden(atom, TidsTilstand.Ulaest, TidsBegrundelser.SkoleEllerBudget)
            : Spand(atom, new(foerste, 1, 1), new(sidste, 12, 31), Praecision.Aar);
    }

    private static TidsAtom Iso(TidsAtom atom, string tekst) =>
        DateOnly.TryParseExact(tekst, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dag)
            ? atom with { Interval = (dag, dag), Praecision = Praecision.Dag, Aar = dag.Year, Form = new(Praecision.Dag, dag.Month, dag.Day) }
            : Uden(atom, TidsTilstand.Ulaest, TidsBegrundelser.FindesIkke);

    private static TidsAtom Spand(TidsAtom atom, DateOnly fra, DateOnly til, Praecision praecision) => fra <= til
        ? atom with { Interval = (fra, til), Praecision = praecision, Aar = til.Year, ErSpand = true }
        : Uden(atom, TidsTilstand.Ulaest, TidsBegrundelser.Baglaens);

    private static TidsAtom Uden(TidsAtom atom, TidsTilstand tilstand, string begrundelse) =>
        atom with { Tilstand = tilstand, Begrundelse = begrundelse };

    private static bool Har(Match m, string gruppe) => m.Groups[gruppe].Success;

    private static int Tal(Match m, string gruppe) => int.Parse(m.Groups[gruppe].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static int Aarstal(string tekst, int aarhundrede) =>
        int.Parse(tekst, NumberStyles.None, CultureInfo.InvariantCulture) + (tekst.Length == 2 ? aarhundrede : 0);

    private static int Del(Match m) => char.ToLowerInvariant(m.Groups["del"].ValueSpan[0]) switch { 'p' => 1, 'm' => 2, _ => 3 };

    private static int Ordenstal(string ord) => char.ToLowerInvariant(ord[1]) switch { 'ø' => 1, 'n' => 2, 'r' => 3, 'j' => 4, _ => 0 };
}
