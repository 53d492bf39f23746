using System.Globalization;
using System.Text;

namespace Effektkaeder.Synthesis;

/// <summary>An invented agreement as the document that a municipality would have written, in either form.</summary>
public static class Dokumenter
{
    private const string Liste = "<ul style=\"list-style-type: none\">";

    private const string Forbehold = "NB! skal politisk godkendes";

    public static string Write(SyntetiskAftale aftale) => aftale.ErMaalaftale ? Maalaftale(aftale) : Udviklingsaftale(aftale);

    /// <summary>The indicator that names the baseline, where there is one to name.</summary>
    internal static string MedBaseline(string indikator) => indikator + " i forhold til baselinemålingen";

    private static string Udviklingsaftale(SyntetiskAftale a)
    {
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"""
            {a.Kommune} Kommune

            {a.Center}
            {a.Underskrevet}

            Udviklingsaftale mellem

            {a.Udvalg} og
            Centerchefen for {a.Omraade}

            {a.Aar}

            Udviklingsaftale for {a.Aar}

            Aftalen er indgået mellem {a.Udvalg} og centerchefen for {a.Center}. Den ligger inden for Byrådets vision "*{a.Vision}*".

            Aftalen er gældende fra d. 15. januar {a.Aar} til d. 31. december {a.Aar}.


            """
        );
        for (var i = 0; i < a.Indsatser.Count; i++)
        {
            Punkt(text, a, a.Indsatser[i], i + 1);
        }

        return text.ToString();
    }

    private static void Punkt(StringBuilder text, SyntetiskAftale a, SyntetiskIndsats indsats, int nummer)
    {
        var indikatorer = Facit.Indikatorer(indsats);
        List<(string Label, string Andet, string Indhold)> felter =
        [
            (
                "Politisk mål",
                "Politiske mål",
                $"{a.Politik}s mål om " + string.Join(" samt ", indsats.Maal.Select((m, i) => $"({i + 1}) <i>{m}</i>"))
            ),
            ("Mål", "Målsætning", indsats.Bidrag[0].Effekter[0] + "."),
            (
                "Koblinger",
                "Sammenhæng",
                a.Politik
                    + (indsats.Lov is { } lov ? $", {lov.Henvisning}" : "")
                    + (indsats.Koblet is { } koblet ? $" samt indsatsen »{koblet.Indsats}« i {koblet.Center}" : "")
                    + (indsats.Betinget ? $" ({Forbehold})" : "")
            ),
            ("Målgruppe", "Målgrupper", indsats.Is(Skaevheder.TomMaalgruppe) ? "Målgruppen er:" : "Alle, som indsatsen er for."),
            ("Aktivitet", "Handlinger", Punkter(indsats.Bidrag.Select(b => b.Titel + "."))),
            ("Deadline", "Tidsfrist", indsats.Is(Skaevheder.DatoMangler) ? "x dato" : $"Ultimo {a.Aar}"),
            ("Ansvarlig", "Tovholder", "Centerchefen"),
            ("Tværgående forpligtelser", "Samarbejdsparter", indsats.Koblet?.Center ?? "Ingen"),
            ("Ressourcer", "Økonomi", "Rummes i budgettet."),
            (
                "Baseline",
                "Nulpunktsmåling",
                indsats.Is(Skaevheder.IngenBaseline) ? "Ingen"
                : indsats.Maaling is { } m ? Maalt(m)
                : "Der skal foretages en måling, før arbejdet begynder."
            ),
            ("Effektindikator", "Succeskriterier", Punkter(indikatorer) + (indsats.Is(Skaevheder.TomtListepunkt) ? " -" : "")),
            (
                "Dokumentation",
                "Dokumentation",
                indsats.Is(Skaevheder.DokumentationHenviser) ? "Se punktet ovenfor" : Punkter(indikatorer.Select(i => $"Rapport: {i}"))
            ),
        ];
        if (indsats.Is(Skaevheder.FeltMangler))
        {
            felter.RemoveAll(f => f.Label == "Ressourcer");
        }
        // What points upwards keeps the field it points at right above it.
        if (indsats.Is(Skaevheder.AndenRaekkefoelge))
        {
            felter = [.. felter[4..9], .. felter[..4], .. felter[9..]];
        }

        text.Append(CultureInfo.InvariantCulture, $"{nummer}. {indsats.Navn}\n\nAftale #\tIndhold\n");
        for (var i = 0; i < felter.Count; i++)
        {
            if (i == 6 && indsats.Is(Skaevheder.Sideskift))
            {
                text.Append('\n');
            }

            text.Append(indsats.Is(Skaevheder.AndreLabels) ? felter[i].Andet : felter[i].Label)
                .Append('\t')
                .Append(felter[i].Indhold)
                .Append('\n');
        }
        text.Append('\n');

        static string Punkter(IEnumerable<string> items) => Liste + string.Concat(items.Select(i => $" - {i}"));
    }

    private static string Maalaftale(SyntetiskAftale a)
    {
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"""
            {a.Kommune.ToUpperInvariant()} KOMMUNE

            # MÅLAFTALE {a.Aar}-{(a.Aar + 1) % 100:00}

            ## INSTITUTION/AFDELING

            {a.Institution}

            ## ANSVARLIG LEDER

            {a.Leder}

            ## CENTER

            {a.Center}

            ## AFTALEPART

            Centerchef {a.Centerchef}

            ## AFTALE INDGÅET

            {a.Underskrevet}


            """
        );
        foreach (var indsats in a.Indsatser)
        {
            foreach (var bidrag in indsats.Bidrag)
            {
                Tabel(text, a, indsats, bidrag);
            }
        }

        Opfoelgning(text, a);
        return text.ToString();
    }

    private static void Tabel(StringBuilder text, SyntetiskAftale a, SyntetiskIndsats indsats, SyntetiskBidrag bidrag)
    {
        List<(string Gruppe, string Label, string Andet, string Indhold)> raekker =
        [
            ("Indsats", "Titel", "Titel", $"{indsats.Navn}: {indsats.Saetning}"),
            ("", "Ophav", "Ophav", $"{a.Politik[..^3]}, {a.Omraade}"),
            ("", "Koordinator", "Koordinator", a.Center),
            (
                "Bidrag",
                "Beskrivelse",
                "Aktivitet",
                "<p>I perioden arbejder vi sammen om det, der står i overskriften"
                    + (bidrag.Lov is { } lov ? $", efter {lov.Henvisning}" : "")
                    + ".</p>"
            ),
            ("", "Afsæt", "Afsæt", "Bidraget hjælper centret på vej."),
            ("Effekt", "Problem", "Udfordring", "For mange oplever, at hjælpen kommer sent."),
            ("", "Målgruppe", "Målgrupper", indsats.Is(Skaevheder.TomMaalgruppe) ? "Målgruppen er:" : "Alle, som bidraget er for."),
            ("", "Evidens", "Evidens", "Det har virket andre steder."),
            ("", "Effekt", "Effekter", Punkter(bidrag.Effekter.Select(e => e + "."))),
            ("", "Parametre", "Succeskriterier", "Vi ser på: " + Punkter(bidrag.Indikatorer)),
            (
                "",
                "Milepæle",
                "Delmål",
                Punkter(bidrag.Milepaele.Select((m, i) => $"{m.Tekst} {(i == 0 && indsats.Is(Skaevheder.DatoMangler) ? "x dato" : m.Tid)}"))
            ),
            ("", "Risici", "Risiko", Ordlister.Risici[bidrag.Titel.Length % Ordlister.Risici.Length]),
            ("Andet", "Økonomi", "Ressourcer", "Rummes i budgettet."),
            ("", "Opfølgning", "Opfølgning", $"Der følges op på det, der er prøvet, i {bidrag.Opfoelgning}."),
            ("", "Rapportering", "Afrapportering", $"Status til centerchef {a.Centerchef} ultimo {a.Aar}."),
        ];
        if (indsats.Is(Skaevheder.FeltMangler))
        {
            raekker.RemoveAll(r => r.Label == "Evidens");
        }

        text.Append(CultureInfo.InvariantCulture, $"## BIDRAG\n\n### {indsats.Navn} – {bidrag.Titel}\n\n");
        for (var i = 0; i < raekker.Count; i++)
        {
            if (i == 7 && indsats.Is(Skaevheder.Sideskift))
            {
                text.Append('\n');
            }

            Raekke(text, raekker[i].Gruppe, indsats.Is(Skaevheder.AndreLabels) ? raekker[i].Andet : raekker[i].Label, raekker[i].Indhold);
        }
        text.Append('\n');

        static string Punkter(IEnumerable<string> items) => Liste + string.Concat(items.Select(i => $" <li>• {i}</li>")) + " </ul>";
    }

    /// <summary>The follow-up form: filled in for the first effort from its second year on, else with the form's own prompts.</summary>
    private static void Opfoelgning(StringBuilder text, SyntetiskAftale a)
    {
        var (maaling, indsats) = (a.Opfoelgning, a.Indsatser[0]);
        text.Append("## OPFØLGNING\n\nSkemaet udfyldes, når der er fulgt op.\n\n");
        Raekke(text, "Indsats", "Titel", maaling is null ? "hvilken indsats det drejer sig om" : indsats.Navn);
        Raekke(text, "", "Ansvarlig", maaling is null ? "hvem der følger op" : a.Leder);
        Raekke(text, "Indhold", "Tidspunkt", maaling is null ? "hvornår det er sket" : $"december {maaling.Aar}");
        Raekke(text, "", "Hvad", maaling is null ? "hvad der er set på" : "Alle indsatsens bidrag.");
        Raekke(text, "", "Hvordan", maaling is null ? "hvordan det er gjort" : "Et spørgeskema til alle.");
        Raekke(text, "Evaluering", "Erfaring", maaling is null ? "hvad det viste" : Maalt(maaling));
        Raekke(
            text,
            "",
            "Konsekvens",
            maaling is null ? "hvad det betyder for effekten"
                : maaling.Procent >= maaling.ProcentFoer ? "Indsatsen fortsætter."
                : "Indsatsen får flere timer."
        );
        Raekke(text, "", "Justering", maaling is null ? "hvad der er lavet om" : "Bidragene er skrevet om for det nye år.");
    }

    private static string Maalt(SyntetiskMaaling m) =>
        $"{m.Procent} procent var tilfredse i december {m.Aar}, mod {m.ProcentFoer} procent året før.";

    private static void Raekke(StringBuilder text, string gruppe, string label, string indhold) =>
        text.Append(gruppe).Append('\t').Append(label).Append('\t').Append(indhold).Append('\n');
}
