namespace Effektkaeder.Synthesis;

/// <summary>The words that invented municipalities speak with. Our own: Bogus has no Danish.</summary>
internal static class Ordlister
{
    public static readonly string[] Kommunestammer =
    [
        "Vester",
        "Øster",
        "Nørre",
        "Sønder",
        "Lille",
        "Store",
        "Gammel",
        "Ny",
        "Høj",
        "Lav",
        "Skov",
        "Eng",
        "Hav",
        "Sand",
        "Møl",
        "Birke",
        "Elle",
        "Aske",
        "Hvid",
        "Sort",
        "Kirke",
        "Bro",
        "Å",
        "Sø",
        "Bak",
        "Dal",
        "Klit",
        "Lyng",
        "Ravn",
        "Due",
    ];

    public static readonly string[] Kommuneendelser =
    [
        "borg",
        "lev",
        "rup",
        "by",
        "holm",
        "næs",
        "vang",
        "lund",
        "sund",
        "bæk",
        "hede",
        "mark",
    ];

    private static readonly SyntetiskLov Stoette = new("serviceloven", "SEL", "85");

    /// <summary>What centres rest on, by their place among <see cref="Omraader"/>; some paragraphs are several centres'.</summary>
    public static readonly SyntetiskLov[][] Love =
    [
        [new("dagtilbudsloven", "DTL", "8")],
        [Stoette, new("sundhedsloven", "SUL", "119")],
        [new("beskæftigelsesindsatsloven", "LAB", "57")],
        [Stoette, new("serviceloven", "SEL", "107")],
        [],
        [],
        [new("folkeskoleloven", "FSL", "3")],
        [],
        [new("barnets lov", "BL", "30"), Stoette],
        [],
    ];

    /// <summary>A centre, its committee, its policy, whom it is for, and what its institutions are called.</summary>
    public static readonly (string Omraade, string Udvalg, string Politik, string Gruppe, string Institution)[] Omraader =
    [
        ("Børn og Unge", "Børne- og Ungeudvalget", "Børnepolitikken", "børn", "Dagtilbud"),
        ("Sundhed og Omsorg", "Sundheds- og Omsorgsudvalget", "Sundhedspolitikken", "ældre", "Plejecenter"),
        ("Arbejde og Uddannelse", "Beskæftigelsesudvalget", "Beskæftigelsespolitikken", "ledige", "Jobhus"),
        ("Handicap og Psykiatri", "Handicap- og Psykiatriudvalget", "Handicappolitikken", "borgere med handicap", "Bosted"),
        ("Kultur og Fritid", "Kultur- og Fritidsudvalget", "Fritidspolitikken", "foreningsløse", "Kulturhus"),
        ("Natur og Miljø", "Natur- og Miljøudvalget", "Klimapolitikken", "husejere", "Naturskole"),
        ("Skole og Læring", "Skoleudvalget", "Skolepolitikken", "elever", "Folkeskole"),
        ("Byg og Plan", "Planudvalget", "Boligpolitikken", "lejere", "Boligkontor"),
        ("Familie og Forebyggelse", "Familieudvalget", "Familiepolitikken", "familier", "Familiehus"),
        ("Vej og Trafik", "Trafikudvalget", "Mobilitetspolitikken", "cyklister", "Vejgård"),
    ];

    public static readonly string[] Steder =
    [
        "Birkely",
        "Engvang",
        "Fjordglimt",
        "Granhøj",
        "Lindebo",
        "Møllevang",
        "Nordlys",
        "Solbakke",
        "Skovbryn",
        "Vesterport",
    ];

    public static readonly string[] Maal =
    [
        "Hjælp i rette tid",
        "Fællesskaber for alle",
        "Lige adgang til hjælp",
        "Et aktivt hverdagsliv",
        "Tryghed hele vejen",
        "Viden, der bruges",
        "Flere med i fællesskabet",
        "Sammenhæng for borgeren",
        "Plads til forskelle",
        "Et liv med mening",
    ];

    public static readonly string[] Indsatsled =
    [
        "Tidlig",
        "Fælles",
        "Stærk",
        "Åben",
        "Nær",
        "Sund",
        "Grøn",
        "Tryg",
        "Digital",
        "Sammenhængende",
    ];

    public static readonly string[] Indsatskerner =
    [
        "opsporing",
        "vejledning",
        "overgang",
        "hverdag",
        "indgang",
        "læring",
        "bevægelse",
        "nabohjælp",
        "forebyggelse",
        "mestring",
        "dialog",
        "støtte",
        "fritid",
        "rådgivning",
        "genoptræning",
    ];

    public static readonly string[] Handlinger =
    [
        "Opretter et fast team for",
        "Samler vejledningen om",
        "Prøver en ny metode i arbejdet med",
        "Uddanner nøglepersoner i",
        "Holder åbent hus om",
        "Laver en fælles plan for",
        "Besøger alle enheder om",
        "Sætter en kontaktperson på",
    ];

    public static readonly string[] Genstande =
    [
        "overgangen fra skole til job",
        "den første samtale",
        "fravær i klassen",
        "hjælp efter indlæggelse",
        "støtte i egen bolig",
        "leg og bevægelse",
        "brug af velfærdsteknologi",
        "samarbejdet med foreninger",
        "sagsbehandlingen",
        "den korte visitation",
        "frivilliges rolle",
        "vejen tilbage til arbejde",
    ];

    public static readonly string[] Virkninger =
    [
        "klarer mere af hverdagen selv",
        "får hjælp tidligere",
        "oplever, at hjælpen hænger sammen",
        "kommer hurtigere videre",
        "trives bedre",
        "har færre fraværsdage",
        "bruger kommunens tilbud mere",
        "føler sig set",
        "bliver længere i eget hjem",
        "kender deres kontaktperson",
    ];

    public static readonly string[] Maalinger =
    [
        "Antal {0} i forløb om {1}",
        "Andel {0}, der er tilfredse med {1}",
        "Antal henvendelser om {1}",
        "{0} siger, at {1} hjalp (målt i spørgeskema)",
        "Antal dage fra ansøgning til {1}",
    ];

    public static readonly string[] Risici =
    [
        "Det mest usikre er, om der kan ansættes nok.",
        "Det mest usikre er, om økonomien holder.",
        "Det mest usikre er, om borgerne tager imod tilbuddet.",
    ];

    public static readonly string[] Fornavne =
    [
        "Asta",
        "Bent",
        "Cecilie",
        "David",
        "Elin",
        "Frede",
        "Grethe",
        "Holger",
        "Inga",
        "Jens",
        "Kirsten",
        "Lauge",
        "Mette",
        "Niels",
        "Oda",
        "Palle",
        "Rikke",
        "Svend",
        "Thea",
        "Ulrik",
        "Vibeke",
        "Ytte",
    ];

    public static readonly string[] Efternavne =
    [
        "Agger",
        "Bakke",
        "Dal",
        "Enevold",
        "Fog",
        "Grave",
        "Holt",
        "Iversholm",
        "Juul",
        "Kær",
        "Lykke",
        "Mose",
        "Norup",
        "Overby",
        "Pil",
        "Rask",
        "Skov",
        "Toft",
        "Vang",
        "Winther",
    ];
}
