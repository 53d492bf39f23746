using System.Text.RegularExpressions;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;

namespace Effektkaeder.Analysis.Opfoelgninger;

/// <summary>The words by which an adjustment says what is to happen, and to what sort of thing.</summary>
internal static partial class Aendringsord
{
    /// <summary>What a clause asks for; null where nothing in it does, or where it is denied.</summary>
    public static Forslagsart? Of(string clause) =>
        Asks(clause, Replaced()) ? Forslagsart.Erstattes
        : Asks(clause, Moved()) ? Forslagsart.Flyttes
        : Asks(clause, Dropped()) ? Forslagsart.Bortfalder
        : Asks(clause, Added()) ? Forslagsart.Ny
        : Asks(clause, Changed()) ? Forslagsart.Aendres
        : null;

    /// <summary>"Ingen ændringer", "Nej", "Fortsætter uændret": the words say that there is nothing.</summary>
    public static bool IsNone(string clause) => None().IsMatch(clause);

    /// <summary>The kinds that the words for them name: "milepælen", "parameteren" …</summary>
    public static IReadOnlyList<NodeKind> Kinds(string clause) =>
        [.. KindWords.Where(k => k.Words.IsMatch(clause)).Select(k => k.Kind).Distinct()];

    /// <summary>Whether it is of all: "hele bidraget", "alle milepæle", "det hele".</summary>
    public static bool IsOfAll(string clause) => All().IsMatch(clause);

    /// <summary>The words themselves, cut away so that what is left names what is changed.</summary>
    public static string Without(string clause) => Every().Replace(clause, " ");

    /// <summary>What is replaced and what by: "A erstattes af B", "B i stedet for A".</summary>
    public static (string Gammel, string Ny)? Replacement(string clause)
    {
        foreach (var form in new[] { By(), Instead(), InsteadFirst() })
        {
            if (form.Match(clause) is { Success: true } m)
            {
                return (m.Groups["gl"].Value.Trim(' ', '»', '«', '"'), Clean(m.Groups["ny"].Value));
            }
        }

        return null;
    }

    /// <summary>What it is to be: the words after "til", in quotes or not; null where none follow.</summary>
    public static string? Wording(string clause) => Into().Match(clause) is { Success: true } m ? Clean(m.Groups["ny"].Value) : null;

    /// <summary>What is new: the words after ":" or after the word for its kind.</summary>
    public static string? New(string clause) => What().Match(clause) is { Success: true } m ? Clean(m.Groups["ny"].Value) : null;

    private static bool Asks(string clause, Regex words) => words.Matches(clause).Any(m => !Led.IsDenied(clause, m));

    private static string Clean(string text)
    {
        var plain = text.Trim().Trim('»', '«', '"', '“', '”').Trim().TrimEnd('.', ',').Trim();
        return plain.Capitalised();
    }

    private static readonly (NodeKind Kind, Regex Words)[] KindWords =
    [
        (NodeKind.Milepael, Milestones()),
        (NodeKind.Indikator, Indicators()),
        (NodeKind.Opfoelgning, FollowUps()),
        (NodeKind.Bidrag, Contributions()),
        (NodeKind.Effekt, Effects()),
        (NodeKind.Indsats, Efforts()),
    ];

    private const string MoveWords =
        @"udskyd(?:es|er|e)|udskudt|udsæt(?:tes|ter|te)|udsat|flytt(?:es|et|er|e)|rykk(?:es|et|er|e)|ryk(?:kes)?|skubb(?:es|et|er|e)"
        + @"|forlæng(?:es|et|er)|fremryk(?:kes|ket)|fremskynd(?:es|et)|forsink(?:es|et)"
        + @"|først(?=\s+(?:i|til|den|d\.|ultimo|primo|medio|[0-9]))";

    private const string DropWords =
        @"opgiv(?:es|et|er|e)|dropp(?:es|et|er|e)|bortfald(?:er|et|e)|udgår|udgået|afblæs(?:es|t)|aflys(?:es|t)|nedlæg(?:ges|ger)|nedlagt"
        + @"|indstill(?:es|et|er)|stopp(?:es|et|er)|slett(?:es|et|er)|fjern(?:es|et|er)|tages\s+ud";

    private const string ReplaceWords = @"erstatt(?:es|et|er)|udskift(?:es|et|er)|i\s+stedet\s+for";

    private const string AddWords =
        @"tilføj(?:es|et|er)?|suppler(?:es|et)|opret(?:tes|tet)"
        + @"|(?:ny|nyt|nye|yderligere)\s+(?=(?:bidrag|milepæl|indikator|paramet|effekt|opfølgning|frist))";

    private const string ChangeWords =
        @"ændr(?:es|et|er|e)|omformuler(?:es|et)|juster(?:es|et)|præciser(?:es|et)|skærp(?:es|et)|omlæg(?:ges|ger)|omlagt";

    [GeneratedRegex(@"(?<!\p{L})(?:" + MoveWords + @")(?!\p{L})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Moved();

    [GeneratedRegex(@"(?<!\p{L})(?:" + DropWords + @")(?!\p{L})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Dropped();

    [GeneratedRegex(@"(?<!\p{L})(?:" + ReplaceWords + @")(?!\p{L})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Replaced();

    [GeneratedRegex(@"(?<!\p{L})(?:" + AddWords + @")", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Added();

    [GeneratedRegex(@"(?<!\p{L})(?:" + ChangeWords + @")(?!\p{L})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Changed();

    [GeneratedRegex(
        @"(?<!\p{L})(?:"
            + MoveWords
            + "|"
            + DropWords
            + "|"
            + ReplaceWords
            + "|"
            + ChangeWords
            + @"|milepæl\p{L}*|frist\p{L}*|deadline\p{L}*|indikator\p{L}*|paramet\p{L}*|bidrag\p{L}*|indsats\p{L}*)(?!\p{L})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Every();

    [GeneratedRegex(
        @"\A\W*(?:nej|ingen|intet|ikke\s+(?:relevant|aktuelt)|fortsætter?\s+(?:som\s+(?:hidtil|planlagt|aftalt)|uændret)"
            + @"|uændret|ingen\s+(?:justering(?:er)?|ændring(?:er)?|anledning)(?:\s+\p{L}+){0,4}"
            + @"|(?:\p{L}+\s+){0,4}(?:ikke|ingen)\s+(?:anledning|behov|grund)(?:\s+\p{L}+){0,6})\W*\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex None();

    [GeneratedRegex(
        @"(?<!\p{L})(?:(?:hele|samlede)\s+(?:bidrag|indsats|forløb)\p{L}*|alle\s+(?:milepæle|frister|datoer)\p{L}*"
            + @"|det\s+hele)(?!\p{L})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex All();

    [GeneratedRegex(
        @"\A(?<gl>.+?)\s+(?:erstattes|er\s+erstattet|udskiftes|er\s+udskiftet)\s+(?:af|med)\s+(?<ny>.+)\z",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant
    )]
    private static partial Regex By();

    [GeneratedRegex(
        @"(?<!\p{L})(?:måler|bruger|anvender|tæller|opgør|ser)\s+(?:vi\s+|på\s+)*(?<ny>.+?)\s+i\s+stedet\s+for\s+(?<gl>.+)\z",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant
    )]
    private static partial Regex Instead();

    [GeneratedRegex(
        @"\Ai\s+stedet\s+for\s+(?<gl>.+?)\s+(?:måler|måles|bruger|bruges|anvender|anvendes|tæller|tælles|opgør|opgøres|ses)\s+"
            + @"(?:vi\s+|der\s+|på\s+)*(?<ny>.+)\z",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant
    )]
    private static partial Regex InsteadFirst();

    [GeneratedRegex(
        @"(?:ændres|omformuleres|justeres|præciseres|skærpes|omlægges)\s+til\s*:?\s+(?<ny>.+)\z",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant
    )]
    private static partial Regex Into();

    [GeneratedRegex(
        @"(?:bidrag|milepæl\p{L}*|frist|indikator\p{L}*|paramet\p{L}*|effekt\p{L}*|opfølgning\p{L}*)"
            + @"\s*(?::|(?:om|på|hvor|for)\s)\s*(?<ny>.+)\z",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant
    )]
    private static partial Regex What();

    [GeneratedRegex(@"(?<!\p{L})(?:milepæl|frist|deadline|delmål)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Milestones();

    [GeneratedRegex(@"(?<!\p{L})(?:effekt)?(?:indikator|paramet|succeskriteri)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Indicators();

    [GeneratedRegex(@"(?<!\p{L})(?:opfølgning|rapportering|afrapportering)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FollowUps();

    [GeneratedRegex(@"(?<!\p{L})(?:bidrag|handling(?:en)?(?!\p{L})|tiltag)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Contributions();

    [GeneratedRegex(@"(?<!\p{L})effekt(?:en|er|erne)?(?!\p{L})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Effects();

    [GeneratedRegex(@"(?<!\p{L})indsats(?:en)?(?!\p{L})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Efforts();
}
