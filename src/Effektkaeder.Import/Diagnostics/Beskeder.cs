using System.Globalization;

namespace Effektkaeder.Import.Diagnostics;

/// <summary>Every message of the importer, with its code and severity. A code is never reused.</summary>
internal static class Beskeder
{
    private const string KommunensValg = "fx --kommune Slagelse";

    // 0xx: the file
    internal static Diagnostic TomFil(string fil) => Error("IMP001", fil, "Filen er tom.", "Kontrollér, at den rigtige fil er valgt.");

    internal static Diagnostic ForStor(string fil, long bytes, long graense) =>
        Error(
            "IMP002",
            fil,
            $"Filen er for stor: {Mb(bytes)} MB; grænsen er {Mb(graense)} MB.",
            "Del dokumentet, eller gem det som ren tekst."
        );

    internal static Diagnostic Binaer(string fil, string art) =>
        Error("IMP003", fil, $"Filen er {art} og ikke tekst.", "Åbn den i sit eget program, og gem den som ren tekst (UTF-8).");

    internal static Diagnostic Kodning(string fil, string kodning) => Inform("IMP004", fil, 0, $"Filen er læst som {kodning}.");

    internal static Diagnostic Beskadiget(string fil, string grund) =>
        Error(
            "IMP005",
            fil,
            $"Filen kan ikke åbnes; den er beskadiget eller låst: {grund.Split('\n')[0].Trim()}",
            "Åbn den i sit eget program, og gem den på ny uden adgangskode."
        );

    internal static Diagnostic Skannet(string fil) =>
        Error(
            "IMP006",
            fil,
            "Filen er en skannet PDF: den viser sider, men rummer ingen tekst.",
            "Find dokumentet i sin oprindelige form, eller lad et program genkende teksten (OCR) først."
        );

    internal static Diagnostic Ulaeselig(string fil, string hvad) =>
        Error(
            "IMP007",
            fil,
            $"Teksten kan ikke være rigtig: {hvad}.",
            "Åbn filen i det program, den er skrevet i, og gem den på ny som UTF-8, eller find dokumentet i sin oprindelige form."
        );

    internal static Diagnostic OgFlere(string fil, string code, Severity severity, int antal) =>
        new(code, severity, fil, 0, 0, $"… og {antal} fund mere af samme slags ({code}).");

    internal static Diagnostic IngenMaalinger(string fil) =>
        Error(
            "IMP008",
            fil,
            "Ingen tabel har kolonnerne Indikator, Værdi og Dato.",
            "Skriv dem i første række; Redskab og Kilde kan stå ved siden af."
        );

    internal static Diagnostic IngenMaal(string fil, int antal, int mest) =>
        Error(
            "IMP009",
            fil,
            antal == 0 ? "StratML-planen har ingen Goal med et navn." : $"StratML-planen har flere end {mest} Goal eller Objective.",
            "Åbn filen i det program, den er skrevet i, og se efter, at målene er med og ikke er for mange."
        );

    // 1xx: the form
    internal static Diagnostic AndenArt(string fil, string naermest, int fundet, int ialt) =>
        Error(
            "IMP101",
            fil,
            "Dokumentet har hverken felter, afsnit eller overskrifter af en kendt slags (mål, indsats, handling, effekt, indikator …); "
                + $"af skemaet »{naermest}« findes {fundet} af {ialt} felter.",
            "Kontrollér, at det er en aftale, og se linje for linje, hvad den bliver til."
        ) with
        {
            Kommando = "effekt skabelon forklar FIL",
        };

    internal static Diagnostic Moede(string fil, int linje, string begyndelse) =>
        new(
            "IMP110",
            Severity.Fejl,
            fil,
            linje,
            0,
            $"Dokumentet er en dagsorden eller et referat af et møde (»{begyndelse}«) og ingen aftale.",
            "Find den aftale, som mødet behandlede; den ligger oftest som bilag til punktet."
        );

    internal static Diagnostic UkendtEtiket(string fil, int linje, string etiket) =>
        Warn(
            "IMP102",
            fil,
            linje,
            $"»{etiket}« er ingen kendt etiket; teksten er gemt som felt, men giver ingen knuder.",
            "Giv den en rolle i egne ord (ord.json), hvis den betyder mål, indsats, handling eller andet kendt."
        ) with
        {
            Kommando = "--skabeloner MAPPE",
        };

    internal static Diagnostic UkendtFelt(string fil, int linje, string felt) =>
        Warn(
            "IMP102",
            fil,
            linje,
            $"Feltet »{felt}« findes ikke i skabelonen; teksten er gemt, men giver ingen knuder.",
            "Skriv navnet ind som synonym i skabelonen, hvis det svarer til et af dens felter."
        );

    internal static Diagnostic ManglerFelt(string fil, int linje, string punkt, string felt) =>
        Warn("IMP103", fil, linje, $"»{punkt}« har intet felt »{felt}«.", "Udfyld feltet, eller skriv »Ingen«.");

    internal static Diagnostic GentagetFelt(string fil, int linje, string felt) =>
        Warn(
            "IMP104",
            fil,
            linje,
            $"Feltet »{felt}« står to gange i samme punkt; teksterne er lagt sammen.",
            "Kontrollér, om en overskrift mangler imellem."
        );

    internal static Diagnostic Repareret(string fil, int linje, int kolonne, string hvad) =>
        new("IMP105", Severity.Oplysning, fil, linje, kolonne, $"Repareret: {hvad}.");

    internal static Diagnostic Ulaest(string fil, int linje, string begyndelse) =>
        Warn(
            "IMP108",
            fil,
            linje,
            $"Teksten »{begyndelse}« er ikke læst: ingen etiket, overskrift eller afsnit siger, hvad den er.",
            "Sæt en overskrift over den, som siger, hvad den er, eller lad den stå."
        );

    internal static Diagnostic UkendtHenvisning(string fil, int linje, string label, string numre) =>
        Warn(
            "IMP112",
            fil,
            linje,
            $"»{label}: {numre}« henviser til noget, der ikke er i dokumentet.",
            "Giv det, der menes, samme nummer, eller skriv dets navn i stedet for nummeret."
        );

    internal static Diagnostic UdenSkabelon(string fil, string laesning) =>
        Inform("IMP109", fil, 0, $"Ingen skabelon passer; dokumentet er læst ved sine {laesning}.");

    internal static Diagnostic FlereAftaler(string fil, int antal) =>
        Inform("IMP107", fil, 0, $"Filen rummer {antal} aftaler; hver er læst for sig.");

    // 2xx: the cover
    internal static Diagnostic IngenKommune(string fil) =>
        Error("IMP201", fil, "Kommunen kan ikke læses af dokumentet.", "Giv den ved indlæsningen.") with
        {
            Kommando = KommunensValg,
        };

    internal static Diagnostic KoblingUdenAfsender(string fil, int linje, string tekst) =>
        Warn(
            "IMP111",
            fil,
            linje,
            $"»{tekst}« står uden for punkterne og siger ikke, hvilken indsats koblingen udgår fra; den er kun gemt som tekst.",
            "Skriv indsatsens titel og kolon foran, eller flyt linjen ind i punktet."
        );

    internal static Diagnostic Statslig(string fil, string navn) =>
        Inform("IMP207", fil, 0, $"Dokumentet nævner ingen kommune; »{navn}« står for sig selv.");

    internal static Diagnostic FlereKommuner(string fil, IEnumerable<string> navne) =>
        Error(
            "IMP202",
            fil,
            $"Teksten nævner flere kommuner lige ofte: {string.Join(", ", navne)}.",
            "Giv den rette ved indlæsningen."
        ) with
        {
            Kommando = KommunensValg,
        };

    internal static Diagnostic IngenOrganisation(string fil) =>
        Error("IMP203", fil, "Det fremgår ikke, hvilken enhed aftalen gælder for.", "Skriv enhedens navn på forsiden, fx »Center for …«.");

    internal static Diagnostic IngenPeriode(string fil) =>
        Warn("IMP204", fil, 0, "Aftalens periode kan ikke læses.", "Skriv året eller perioden på forsiden.");

    internal static Diagnostic IkkeUnderskrevet(string fil) =>
        Warn("IMP205", fil, 0, "Det fremgår ikke, hvornår aftalen er indgået.", "Skriv datoen på forsiden.");

    internal static Diagnostic TomtForsidefelt(string fil, int linje, string felt) =>
        Warn("IMP206", fil, linje, $"»{felt}« varsler noget, som ikke følger.", "Udfyld det i aftalen.");

    // 3xx: the fields
    internal static Diagnostic Afkortet(string fil, int linje, string felt) =>
        Warn("IMP301", fil, linje, $"Dokumentet slutter midt i feltet »{felt}«.", "Hent dokumentet igen; slutningen mangler.");

    internal static Diagnostic TomtFelt(string fil, int linje, string felt) =>
        Warn("IMP302", fil, linje, $"Feltet »{felt}« er tomt.", "Udfyld feltet, eller skriv »Ingen«.");

    internal static Diagnostic Pladsholder(string fil, int linje, string felt, string tekst) =>
        Warn("IMP303", fil, linje, $"Pladsholderen »{tekst}« i »{felt}« er ikke udfyldt.", "Udfyld den i aftalen.");

    internal static Diagnostic UlaestTid(string fil, int linje, string felt, string tekst, string grund) =>
        Warn(
            "IMP304",
            fil,
            linje,
            $"Tidsangivelsen »{tekst}« i »{felt}« kan ikke læses: {grund}.",
            "Skriv en dato, et kvartal eller et år."
        );

    internal static Diagnostic UopklaretHenvisning(string fil, int linje, string felt) =>
        Warn("IMP305", fil, linje, $"Feltet »{felt}« henviser til noget, som ikke findes i punktet.", "Skriv, hvilket felt der menes.");

    // 4xx: couplings
    internal static Diagnostic ParagrafUdenLov(string fil, int linje, string paragraf) =>
        Warn(
            "IMP401",
            fil,
            linje,
            $"»{paragraf}« siger ikke, hvilken lov den hører til, og det gør resten af dokumentet heller ikke.",
            "Skriv lovens forkortelse foran, fx SEL § 85."
        );

    internal static Diagnostic OpfoelgningUdenIndsats(string fil, int linje, string titel) =>
        Warn(
            "IMP402",
            fil,
            linje,
            $"Opfølgningsskemaet gælder »{titel}«, som aftalen ikke har.",
            "Skriv indsatsens eller bidragets titel, som den står i aftalen."
        );

    private static Diagnostic Error(string code, string fil, string besked, string skridt) =>
        new(code, Severity.Fejl, fil, 0, 0, besked, skridt);

    private static Diagnostic Warn(string code, string fil, int linje, string besked, string skridt) =>
        new(code, Severity.Advarsel, fil, linje, 0, besked, skridt);

    private static Diagnostic Inform(string code, string fil, int linje, string besked) =>
        new(code, Severity.Oplysning, fil, linje, 0, besked);

    private static string Mb(long bytes) => (bytes / 1048576.0).ToString("0.#", CultureInfo.GetCultureInfo("da-DK"));
}
