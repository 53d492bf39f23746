using System.Globalization;
using System.Text.RegularExpressions;

namespace Effektkaeder.Domain.Tid;

/// <summary>One match of <see cref="TidsMoenster.Atom"/> to one atom.</summary>
internal static class AtomInterpreter
{
    internal static TidsAtom Interpret(Match m, TidsKontekst kontekst)
    {
        var atom = new TidsAtom(m.Index, m.Index + m.Length);
        if (Has(m, "plads"))
        {
            return Without(atom, TidsTilstand.Pladsholder, TidsBegrundelser.Pladsholder);
        }

        if (Has(m, "iso"))
        {
            return Iso(atom, m.Groups["iso"].Value);
        }

        if (Has(m, "periode"))
        {
            return kontekst is { PeriodeFra: { } fra, PeriodeTil: { } til }
                ? atom with
                {
                    Interval = (fra, til),
                    Praecision = Praecision.Periode,
                }
                : Without(atom, TidsTilstand.Ulaest, TidsBegrundelser.UkendtPeriode);
        }

        if (Has(m, "gent"))
        {
            return atom with { ErGentagelse = true, Hver = GentagelsesOrd.Skridt(m) };
        }

        if (Has(m, "laengde"))
        {
            return Without(atom, TidsTilstand.UforankretVarighed, TidsBegrundelser.UdenAnker);
        }

        if (Has(m, "relativ"))
        {
            return Without(atom, TidsTilstand.Relativ, TidsBegrundelser.Relativ);
        }

        return Has(m, "y1") ? AarSpand(atom, m) : Kalenderatom(atom, m);
    }

    private static TidsAtom Kalenderatom(TidsAtom atom, Match m)
    {
        if (Has(m, "nd"))
        {
            return (atom with { Form = new(Praecision.Dag, Number(m, "nm"), Number(m, "nd")) }).WithYear(
                Aarstal(m.Groups["ny"].Value, 2000)
            );
        }

        if (Has(m, "d2"))
        {
            return DageIMaaned(atom, m);
        }

        var form = Form(m);
        if (form is null)
        {
            return Has(m, "aar") ? atom : Without(atom, TidsTilstand.Ulaest, TidsBegrundelser.DelUdenEnhed);
        }

        atom = atom with { Form = form, Praecision = form.Praecision, ErSpand = Has(m, "m2") || Has(m, "k2") || Has(m, "u2") };
        var aar =
            Has(m, "aar") ? Number(m, "aar")
            : Has(m, "helt") ? Number(m, "helt")
            : 0;
        if (Has(m, "kd"))
        {
            // The bound word before a short date belongs to the bound, not to the date.
            var ord = m.Groups["kortled"];
            atom = ord.Value.StartsWith('d') ? atom : atom with { Start = ord.Index + ord.Length };
        }

        return aar == 0 ? Without(atom, TidsTilstand.UdenAar, TidsBegrundelser.UdenAar)
            : Has(m, "tilaar") && form.Praecision != Praecision.Aarstid ? Tvetydig(atom, m, aar)
            : atom.WithYear(aar);
    }

    /// <summary>"maj 2017-18" covers no one interval that can be told from the words.</summary>
    private static TidsAtom Tvetydig(TidsAtom atom, Match m, int aar) =>
        m.Groups["tilaar"].ValueSpan[0] == '/'
            ? Without(atom, TidsTilstand.Ulaest, TidsBegrundelser.SkoleEllerBudget)
            : (atom with { Slut = m.Groups["tilaar"].Index }).WithYear(aar);

    private static Kalenderform? Form(Match m)
    {
        if (Has(m, "kd"))
        {
            return new(Praecision.Dag, Number(m, "km"), Number(m, "kd"));
        }

        if (Has(m, "delm"))
        {
            return new(Praecision.DelAfMaaned, Kalender.Maaned(m.Groups["delm"].ValueSpan), Part(m));
        }

        if (Has(m, "dm"))
        {
            return new(Praecision.Dag, Kalender.Maaned(m.Groups["dm"].ValueSpan), Number(m, "d1"));
        }

        if (Has(m, "m1"))
        {
            var foerste = Kalender.Maaned(m.Groups["m1"].ValueSpan);
            return new(Praecision.Maaned, foerste, Has(m, "m2") ? Kalender.Maaned(m.Groups["m2"].ValueSpan) : foerste);
        }

        if (Has(m, "del"))
        {
            return Has(m, "aar") ? new(Praecision.DelAfAar, Part(m)) : null;
        }

        if (Has(m, "k1") || Has(m, "kord"))
        {
            var k = Has(m, "k1") ? Number(m, "k1") : Ordenstal(m.Groups["kord"].Value);
            return new(Praecision.Kvartal, k, Has(m, "k2") ? Number(m, "k2") : k);
        }

        if (Has(m, "h") || Has(m, "hord"))
        {
            return new(Praecision.Halvaar, Has(m, "h") ? Number(m, "h") : Ordenstal(m.Groups["hord"].Value));
        }

        if (Has(m, "aarstid"))
        {
            return new(
                Praecision.Aarstid,
                char.ToLowerInvariant(m.Groups["aarstid"].ValueSpan[0]) switch
                {
                    'f' => 3,
                    's' => 6,
                    'e' => 9,
                    _ => 12,
                }
            );
        }

        return Has(m, "u1") ? new(Praecision.Uge, Number(m, "u1"), Has(m, "u2") ? Number(m, "u2") : Number(m, "u1")) : Kalenderform.HeltAar;
    }

    /// <summary>"1.-15. marts 2017".</summary>
    private static TidsAtom DageIMaaned(TidsAtom atom, Match m)
    {
        var maaned = Kalender.Maaned(m.Groups["dm"].ValueSpan);
        if (!Has(m, "aar"))
        {
            return Without(atom, TidsTilstand.UdenAar, TidsBegrundelser.UdenAar);
        }

        var fra = new Kalenderform(Praecision.Dag, maaned, Number(m, "d1")).In(Number(m, "aar"));
        var til = new Kalenderform(Praecision.Dag, maaned, Number(m, "d2")).In(Number(m, "aar"));
        return fra is { } f && til is { } t
            ? Range(atom, f.Fra, t.Til, Praecision.Dag)
            : Without(atom, TidsTilstand.Ulaest, TidsBegrundelser.FindesIkke);
    }

    /// <summary>"2016-18" is a closed range; "2019/20" is a school or budget year, as the text says.</summary>
    private static TidsAtom AarSpand(TidsAtom atom, Match m)
    {
        var foerste = Number(m, "y1");
        var sidste = Aarstal(m.Groups["y2"].Value, foerste / 100 * 100);
        if (Has(m, "skole") && m.Groups["skole"].Value.Equals("skole", StringComparison.OrdinalIgnoreCase))
        {
            return sidste == foerste + 1
                ? (atom with { Form = new(Praecision.Skoleaar) }).WithYear(foerste)
                : Range(atom, new(foerste, 8, 1), new(sidste, 7, 31), Praecision.Skoleaar);
        }

        return m.Groups["ytegn"].ValueSpan[0] == '/' && !Has(m, "skole")
            ? Without(atom, TidsTilstand.Ulaest, TidsBegrundelser.SkoleEllerBudget)
            : Range(atom, new(foerste, 1, 1), new(sidste, 12, 31), Praecision.Aar);
    }

    private static TidsAtom Iso(TidsAtom atom, string tekst) =>
        DateOnly.TryParseExact(tekst, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dag)
            ? atom with
            {
                Interval = (dag, dag),
                Praecision = Praecision.Dag,
                Aar = dag.Year,
                Form = new(Praecision.Dag, dag.Month, dag.Day),
            }
            : Without(atom, TidsTilstand.Ulaest, TidsBegrundelser.FindesIkke);

    private static TidsAtom Range(TidsAtom atom, DateOnly fra, DateOnly til, Praecision praecision) =>
        fra <= til
            ? atom with
            {
                Interval = (fra, til),
                Praecision = praecision,
                Aar = til.Year,
                ErSpand = true,
            }
            : Without(atom, TidsTilstand.Ulaest, TidsBegrundelser.Baglaens);

    private static TidsAtom Without(TidsAtom atom, TidsTilstand tilstand, string begrundelse) =>
        atom with
        {
            Tilstand = tilstand,
            Begrundelse = begrundelse,
        };

    private static bool Has(Match m, string gruppe) => m.Groups[gruppe].Success;

    private static int Number(Match m, string gruppe) =>
        int.Parse(m.Groups[gruppe].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static int Aarstal(string tekst, int aarhundrede) =>
        int.Parse(tekst, NumberStyles.None, CultureInfo.InvariantCulture) + (tekst.Length == 2 ? aarhundrede : 0);

    private static int Part(Match m) =>
        char.ToLowerInvariant(m.Groups["del"].ValueSpan[0]) switch
        {
            'p' => 1,
            'm' => 2,
            _ => 3,
        };

    private static int Ordenstal(string ord) =>
        char.ToLowerInvariant(ord[1]) switch
        {
            'ø' => 1,
            'n' => 2,
            'r' => 3,
            'j' => 4,
            _ => 0,
        };
}
