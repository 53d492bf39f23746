using System.Globalization;
using System.Text;

namespace Effektkaeder.Synthesis;

/// <summary>An invented agreement as the document that a municipality would have written, in either form.</summary>
public static class Dokumenter
{
    private const string Liste = "<ul style=\"list-style-type: none\">";

    public static string Skriv(SyntetiskAftale aftale) => aftale.ErMaalaftale ? Maalaftale(aftale) : Udviklingsaftale(aftale);

    private static string Udviklingsaftale(SyntetiskAftale a)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            {a.Kommune} Kommune

            {a.Center}
            15. januar {a.Aar}

            Udviklingsaftale mellem

            {a.Udvalg} og
            Centerchefen for {a.Omraade}

            {a.Aar}

            Udviklingsaftale for {a.Aar}

            Aftalen er indgået mellem {a.Udvalg} og centerchefen for {a.Center}. Den ligger inden for Byrådets vision "*{a.Vision}*".

            Aftalen er gældende fra d. 15. januar {a.Aar} til d. 31. december {a.Aar}.


            """);
        for (var i = 0; i < a.Indsatser.Count; i++) Punkt(text, a, a.Indsatser[i], i + 1);
        return text.ToString();
    }

    private static void Punkt(StringBuilder text, SyntetiskAftale a, SyntetiskIndsats indsats, int nummer)
    {
        var indikatorer = indsats.Bidrag.SelectMany(b => b.Indikatorer).Distinct(StringComparer.Ordinal).ToList();
        text.Append(CultureInfo.InvariantCulture, $"{nummer}. {indsats.Navn}\n\nAftale #\tIndhold\n");
        Felt("Politisk mål", $"{a.Politik}s mål om " + string.Join(" samt ", indsats.Maal.Select((m, i) => $"({i + 1}) <i>{m}</i>")));
        Felt("Mål", indsats.Bidrag[0].Effekter[0] + ".");
        Felt("Koblinger", indsats.Koblet is { } koblet ? $"{a.Politik} samt indsatsen »{koblet.Indsats}« i {koblet.Center}" : a.Politik);
        Felt("Målgruppe", "Alle, som indsatsen er for.");
        Felt("Aktivitet", Punkter(indsats.Bidrag.Select(b => b.Titel + ".")));
        Felt("Deadline", indsats.Skaevheder.HasFlag(Skaevheder.DatoMangler) ? "x dato" : $"Ultimo {a.Aar}");
        Felt("Ansvarlig", "Centerchefen");
        Felt("Tværgående forpligtelser", indsats.Koblet?.Center ?? "Ingen");
        Felt("Ressourcer", "Rummes i budgettet.");
        Felt("Baseline", indsats.Skaevheder.HasFlag(Skaevheder.IngenBaseline) ? "Ingen" : "Der skal foretages en måling, før arbejdet begynder.");
        Felt("Effektindikator", Punkter(indikatorer) + (indsats.Skaevheder.HasFlag(Skaevheder.TomtListepunkt) ? " -" : ""));
        Felt("Dokumentation", indsats.Skaevheder.HasFlag(Skaevheder.DokumentationHenviser) ? "Se punktet ovenfor" : Punkter(indikatorer.Select(i => $"Rapport: {i}")));
        text.Append('\n');

        void Felt(string label, string indhold) => text.Append(label).Append('\t').Append(indhold).Append('\n');
        static string Punkter(IEnumerable<string> items) => Liste + string.Concat(items.Select(i => $" - {i}"));
    }

    private static string Maalaftale(SyntetiskAftale a)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            {a.Kommune.ToUpperInvariant()} KOMMUNE

            # MÅLAFTALE {a.Aar}-{(a.Aar + 1) % 100:00}

            ## INSTITUTION/AFDELING

            {a.Center}

            ## ANSVARLIG LEDER

            {a.Leder}

            ## CENTER

            {a.Center}

            ## AFTALEPART

            Centerchef {a.Centerchef}

            ## AFTALE INDGÅET

            15. januar {a.Aar}


            """);
        foreach (var indsats in a.Indsatser)
            foreach (var bidrag in indsats.Bidrag)
                Tabel(text, a, indsats, bidrag);
        return text.ToString();
    }

    private static void Tabel(StringBuilder text, SyntetiskAftale a, SyntetiskIndsats indsats, SyntetiskBidrag bidrag)
    {
        text.Append(CultureInfo.InvariantCulture, $"## BIDRAG\n\n### {indsats.Navn} – {bidrag.Titel}\n\n");
        Raekke("Indsats", "Titel", $"{indsats.Navn}: {indsats.Saetning}");
        Raekke("", "Ophav", $"{a.Politik[..^3]}, {a.Omraade}");
        Raekke("", "Koordinator", a.Center);
        Raekke("Bidrag", "Beskrivelse", "<p>I perioden arbejder vi sammen om det, der står i overskriften.</p>");
        Raekke("", "Afsæt", "Bidraget hjælper centret på vej.");
        Raekke("Effekt", "Problem", "For mange oplever, at hjælpen kommer sent.");
        Raekke("", "Målgruppe", "Alle, som bidraget er for.");
        Raekke("", "Evidens", "Det har virket andre steder.");
        Raekke("", "Effekt", Punkter(bidrag.Effekter.Select(e => e + ".")));
        Raekke("", "Parametre", "Vi ser på: " + Punkter(bidrag.Indikatorer));
        Raekke("", "Milepæle", Punkter(bidrag.Milepaele.Select((m, i) => $"{m.Tekst} {(i == 0 && indsats.Skaevheder.HasFlag(Skaevheder.DatoMangler) ? "x dato" : m.Tid)}")));
        Raekke("", "Risici", Ordlister.Risici[bidrag.Titel.Length % Ordlister.Risici.Length]);
        Raekke("Andet", "Økonomi", "Rummes i budgettet.");
        Raekke("", "Opfølgning", $"Der følges op i {bidrag.Opfoelgning}.");
        Raekke("", "Rapportering", $"Status til centerchef {a.Centerchef} ultimo {a.Aar}.");
        text.Append('\n');

        void Raekke(string gruppe, string label, string indhold) => text.Append(gruppe).Append('\t').Append(label).Append('\t').Append(indhold).Append('\n');
        static string Punkter(IEnumerable<string> items) => Liste + string.Concat(items.Select(i => $" <li>• {i}</li>")) + " </ul>";
    }
}
