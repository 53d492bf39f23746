using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Effektkaeder.Domain.Tid;

/// <summary>The written forms of Danish time, one alternative a form; where two could match, the earlier one wins.</summary>
internal static partial class TidsMoenster
{
    private const string Maaned =
        @"(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|(?:jan|feb|febr|mar|apr|jun|jul"
        + @"|aug|sep|sept|okt|nov|dec)(?:\.|(?=\s+(?:19|20)[0-9]{2})))";

    private const string Ord = @"(?<![\p{L}\p{N}])";
    private const string HelT = @"(?<![\p{L}\p{N}/§.,-])";
    private const string OrdSlut = @"(?![\p{L}\p{N}])";
    private const string Aar = @"(?:19|20)[0-9]{2}";

    /// <summary>The year that completes a form: "2017", "i 2017", ", 2019", "/2019", "16/17" for a winter.</summary>
    private const string MedAar =
        @"(?:(?:\s*[,/-]\s*|\s+)(?:i\s+|år\s+)?(?<aar>" + Aar + @")(?:(?<tilaar>[/-](?:" + Aar + @"|[0-9]{2}))?)(?![\p{L}\p{N}]))?";

    private const string Led = @"(?<led>(?:d\.|den)\s+)?";

    // Placeholders come first: "x dato" holds no date, and "senere" in "fastlægges senere" is no moment.
    private const string Pladsholder =
        @"(?<plads>\[\s*(?:dato|årstal|tidspunkt|måned)\s*\]|"
        + Ord
        + @"(?:x+\s+dato|x{1,2}[/.-]x{1,2}(?:[/. -]+(?:x+|"
        + Aar
        + @"))?|dato\s+følger|dd[./-]mm[./-]åå(?:åå)?|(?:fastlægges|fastsættes|aftales|afklares|besluttes)\s+senere|under\s+udarbejdelse)"
        + OrdSlut
        + ")";

    private const string Iso = Ord + @"(?<iso>[0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9-])";

    private const string IsTal =
        HelT
        + Led
        + @"(?<nd>[0-9]{1,2})(?:/(?<nm>[0-9]{1,2})(?:\s*[-–/]\s*(?<ny>[0-9]{4}|[0-9]{2})|\s+(?<ny>"
        + Aar
        + @"))|\.\s?(?<nm>[0-9]{1,2})\.\s?(?<ny>"
        + Aar
        + @")|\.(?<nm>[0-9]{1,2})\.(?<ny>[0-9]{2})|-(?<nm>[0-9]{1,2})-(?<ny>"
        + Aar
        + @"))(?![\p{N}/])";

    private const string Kort =
        Ord
        + @"(?<kortled>(?:d\.|den|senest|inden|pr\.)\s+)(?<kd>[0-9]{1,2})/(?<km>[0-9]{1,2})(?![\p{N}/]|\s+(?:19|20)[0-9]{2}"
        + @"|\s*[-–]\s*[0-9])";

    private const string Dag = HelT + Led + @"(?<d1>[0-9]{1,2})\.?(?:\s*[-–]\s*(?<d2>[0-9]{1,2})\.?)?\s*(?<dm>" + Maaned + ")";

    private const string Maaneder = Ord + @"(?<m1>" + Maaned + @")(?:\s*(?<mtegn>[/–-])\s*(?<m2>" + Maaned + "))?";

    private const string Kvartal =
        HelT
        + @"(?:(?:(?<k1>[1-4])\.?(?:\s*(?<ktegn>[-–]|og)\s*(?<k2>[1-4])\.?)?|(?<kord>første|andet|tredje|fjerde))\s*(?:kvartal"
        + @"|kvt\.?)|Q(?<k1>[1-4]))";

    private const string Halvaar = HelT + @"(?:(?<h>[12])\.?|(?<hord>første|andet))\s*halvår";

    private const string Aarspand =
        Ord
        + @"(?:(?<skole>skole|budget)år(?:et|ene)?\s+|år(?:ene)?\s+)?(?<y1>"
        + Aar
        + @")\s?(?<ytegn>[-–/])\s?(?<y2>"
        + Aar
        + @"|[0-9]{2})(?![\p{L}\p{N}/-])";

    private const string Helt =
        HelT
        + @"(?:(?:regnskabs|budget|kalender)?år(?:et)?\s+)?(?<helt>"
        + Aar
        + @")(?![\p{L}\p{N}/%]|[.,-][0-9]|\s*(?:kr|mio|t\.kr|borgere|timer|stk|pladser|personer))";

    private const string Periode =
        Ord + @"(?<periode>(?:(?:inden\s?for|i|under|igennem|gennem|hele)\s+)?(?:aftaleperioden|aftalens\s+(?:periode|løbetid)))" + OrdSlut;

    private const string Hver =
        Ord
        + @"(?<gent>hver(?:t)?\s+(?:halve?\s+år|halvår|kvartal|måned|uge|år|(?<gtal>[0-9]{1,2})\.\s+(?<genhed>år|måned|uge)"
        + @"|andet\s+år|anden\s+(?:måned|uge))|(?:en|to|fire)\s+gang(?:e)?\s+(?:årligt|om\s+året|om\s+måneden)|(?:halvårlig"
        + @"|kvartalsvis|kvartårlig|månedlig|ugentlig|årlig|løbende)(?:t|e)?|månedsvis)"
        + OrdSlut;

    private const string Laengdeord = @"\s+(?:mdr\.?|måneders?|måned|uger|uge|dage|dag|kvartaler)";

    private const string Laengde =
        Ord
        + @"(?<laengde>(?:(?:ca\.|mindst|højst|op\s+til|over|under|maks\.|max\.)\s+)?(?:[0-9]{1,3}|et|en|to|tre|fire|fem|seks"
        + @"|tolv)"
        + Laengdeord
        + @"|(?:(?:i|om|efter|ca\.|de\s+(?:næste|første"
        + @"|kommende))\s+)(?:[0-9]{1,2}|et|to|tre|fire|fem|seks)\s+år(?!\s+gam))"
        + OrdSlut;

    private const string Relativ =
        Ord
        + @"(?<relativ>i\s+dag|pt\.|p\.t\.|(?:i\s+)?de\s+kommende\s+år|(?:gennem\s+|over\s+)?en\s+årrække"
        + @"|den\s+angivne\s+tidshorisont|(?:til\s+)?næste\s+år|i\s+år|senere|snarest)"
        + OrdSlut;

    // Three patterns, one for what a digit begins and two, one after the other, for the rest: a method as long as all of
    // them would never be compiled well.
    private const string FraTal =
        Iso
        + "|"
        + IsTal
        + "|(?:"
        + Dag
        + "|"
        + Kvartal
        + "|"
        + Halvaar
        + ")"
        + OrdSlut
        + MedAar
        + "|"
        + Aarspand
        + "|"
        + Helt
        + "|"
        + Ord
        + "(?<laengde>[0-9]{1,3}"
        + Laengdeord
        + ")"
        + OrdSlut;

    private const string FraOrd =
        Pladsholder
        + "|"
        + IsTal
        + "|"
        + Kort
        + "|(?:"
        + Ord
        + @"(?<del>primo|medio|ultimo)\s+(?<delm>"
        + Maaned
        + ")|"
        + Dag
        + "|"
        + Maaneder
        + "|"
        + Ord
        + "(?<del>primo|medio|ultimo)|"
        + Kvartal
        + "|"
        + Halvaar
        + "|"
        + Ord
        + "(?<aarstid>forår|sommer|efterår|vinter)(?:et|en|eren)?|"
        + Ord
        + @"uge\s+(?<u1>[0-9]{1,2})(?:\s*[-–]\s*(?<u2>[0-9]{1,2}))?)"
        + OrdSlut
        + MedAar;

    private const string FraAndetOrd = Aarspand + "|" + Helt + "|" + Periode + "|" + Hver + "|" + Laengde + "|" + Relativ;

    /// <summary>The first three letters of every word that a written form can begin with.</summary>
    private static readonly FrozenSet<string> Begyndelser = new[]
    {
        "jan",
        "feb",
        "mar",
        "apr",
        "maj",
        "jun",
        "jul",
        "aug",
        "sep",
        "okt",
        "nov",
        "dec",
        "pri",
        "med",
        "ult",
        "før",
        "and",
        "tre",
        "fje",
        "q",
        "for",
        "som",
        "eft",
        "vin",
        "uge",
        "sko",
        "bud",
        "år",
        "åre",
        "årl",
        "reg",
        "kal",
        "ind",
        "i",
        "und",
        "ige",
        "gen",
        "hel",
        "aft",
        "hve",
        "en",
        "et",
        "om",
        "to",
        "fir",
        "fem",
        "sek",
        "tol",
        "hal",
        "kva",
        "mån",
        "løb",
        "ca",
        "min",
        "høj",
        "op",
        "ove",
        "mak",
        "max",
        "pt",
        "p",
        "de",
        "den",
        "næs",
        "til",
        "sen",
        "sna",
        "d",
        "pr",
        "x",
        "xx",
        "xxx",
        "dat",
        "dd",
        "fas",
        "afk",
        "bes",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Begyndelse = Begyndelser.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    /// <summary>
    /// The next place at or after an index where a written form can begin: most words begin none, and are passed over unread.
    /// </summary>
    internal static int Naeste(string tekst, int fra)
    {
        for (var i = fra; i < tekst.Length; i++)
        {
            var c = tekst[i];
            if (c == '[')
            {
                return i;
            }

            if (!char.IsLetterOrDigit(c) || (i > 0 && char.IsLetterOrDigit(tekst[i - 1])))
            {
                continue;
            }

            if (char.IsDigit(c))
            {
                return i;
            }

            var slut = i + 1;
            while (slut < tekst.Length && slut < i + 3 && char.IsLetter(tekst[slut]))
            {
                slut++;
            }

            if (Begyndelse.Contains(tekst.AsSpan(i, slut - i)))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>A bound word that ends directly before a date; prepositions may stand between.</summary>
    [GeneratedRegex(
        @"(?<![\p{L}\p{N}])(?<ord>senest(?:\s+(?:inden|med|ved))?(?:\s+udgangen\s+af)?|(?:inden|ved|med)\s+udgangen\s+af|inden"
            + @"|til\s+og\s+med|fra(?:\s+og\s+med)?)(?:\s+(?:i|d\.|den|pr\.|år))*\s+\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.RightToLeft
    )]
    internal static partial Regex Graenseord();

    /// <summary>A field that says that its day is the first, not the last: "Opstart i"; "kurset begynder" is an event.</summary>
    [GeneratedRegex(
        @"\A\W*(?:begynder|starter|start|opstart(?:er|es)?|påbegyndes|igangsættes|igangsætning|iværksættes|sættes\s+i\s+gang)"
            + @"(?:\s*:)?(?:\s+(?:i|d\.|den|pr\.))*\s+\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.RightToLeft
    )]
    internal static partial Regex Begynder();

    [GeneratedRegex(@"\A\s*(?:,|og|samt)\s+(?:igen\s+)?(?:i\s+)?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    internal static partial Regex Opremsning();

    [GeneratedRegex(
        @"\A\s*(?:[-–—]|til(?:\s+og\s+med)?|frem\s+til)(?:\s+(?:udgangen|slutningen)\s+af)?(?:\s+(?:d\.|den|i))?\s*\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    internal static partial Regex TilOrd();

    [GeneratedRegex(
        @"\A\s*(?:,|og)?\s*(?:efterfølgende|derefter|herefter|dernæst|og\s+så)\s+\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    internal static partial Regex DerefterOrd();

    [GeneratedRegex(
        @"\A\s*,?\s*(?:fra(?:\s+og\s+med)?|første\s+gang|med\s+start|startende|begyndende|med\s+opstart)(?:\s+(?:i|d\.|den|pr\.))?\s+\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    internal static partial Regex FoersteGangOrd();

    [GeneratedRegex(
        @"\A\s+og\s+(?:frem(?:efter|ad)?|fremover|årene\s+frem)(?![\p{L}\p{N}])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    internal static partial Regex OgFrem();

    /// <summary>Words that say roughly where in a period: which days they mean, nobody has said.</summary>
    [GeneratedRegex(
        @"(?<![\p{L}\p{N}])(?:i\s+)?(?:begyndelsen|starten|midten|slutningen|første\s+del|sidste\s+del)\s+af\s+(?:d\.\s+|den\s+"
            + @"|år\s+|året\s+)?\z"
            // A feast or a holiday falls on days that the year alone does not say.
            + @"|(?<![\p{L}\p{N}])(?:før\s+|efter\s+|inden\s+|omkring\s+)?(?:(?:sommer|efterårs|vinter|jule|påske)ferien?"
            + @"|påsken?|pinsen?|jul(?:en)?|sankt\s+hans)\s+(?:i\s+)?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.RightToLeft
    )]
    internal static partial Regex Omtrent();

    /// <summary>A word that what follows is moved from: "udskudt fra".</summary>
    [GeneratedRegex(
        @"(?<!\p{L})(?:udskudt|udsat|rykket|flyttet|overført|videreført)\s+(?<fra>fra)\s+(?:d\.\s+|den\s+)?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.RightToLeft
    )]
    internal static partial Regex Flyttetfra();

    /// <summary>A length of time counted from the day that follows.</summary>
    [GeneratedRegex(
        @"\A\s+(?:efter|før|inden|fra|forud\s+for)\s+(?:d\.\s+|den\s+)?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    internal static partial Regex Regnetfra();

    [GeneratedRegex(
        @"(?<![\p{L}\p{N}])mellem\s+(?:d\.\s+|den\s+)?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.RightToLeft
    )]
    internal static partial Regex Mellem();

    /// <summary>The written form that begins at a place that <see cref="Naeste"/> gave.</summary>
    internal static Match Atom(string tekst, int sted) =>
        char.IsDigit(tekst[sted]) ? Talatomer().Match(tekst, sted)
        : Ordatomer().Match(tekst, sted) is { Success: true } ord ? ord
        : AndreOrdatomer().Match(tekst, sted);

    [GeneratedRegex(@"\G(?:" + FraTal + ")", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Talatomer();

    [GeneratedRegex(@"\G(?:" + FraOrd + ")", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Ordatomer();

    [GeneratedRegex(@"\G(?:" + FraAndetOrd + ")", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex AndreOrdatomer();
}
