using System.Text.RegularExpressions;

namespace Effektkaeder.Analysis;

/// <summary>Words, folded, that give away what a text is about.</summary>
internal static partial class Kendeord
{
    /// <summary>Whether nothing in the words says what an indicator is judged by.</summary>
    public static bool ErVag(string folded) =>
        !Share().IsMatch(folded) && !Count().IsMatch(folded) && !Instrument().IsMatch(folded) && !Event().IsMatch(folded);

    [GeneratedRegex(@"\b(andel\w*|procent\w*|pct)\b|%", RegexOptions.CultureInvariant)]
    public static partial Regex Share();

    [GeneratedRegex(
        @"\b(antal\w*|optaelling\w*|tael(les|ler)|hvor mange|mindst \d+|\d+ (borgere|forloeb|tilbud|medarbejdere))\b",
        RegexOptions.CultureInvariant
    )]
    public static partial Regex Count();

    [GeneratedRegex(
        @"\b(spoergeskema\w*|interview\w*|\w*undersoegelse\w*|\w*maaling\w*|maalt|temperaturmaaling\w*|\w*analyse\w*|benchmark\w*"
            + @"|test\w*|skala\w*|rapport\w*)\b",
        RegexOptions.CultureInvariant
    )]
    public static partial Regex Instrument();

    [GeneratedRegex(
        @"\b(foreligger|strategi\w*|plan\w*|udkast|forslag|aftales|etablere\w*|opret\w*|udarbejde\w*|indlaegger|indskrive\w*"
            + @"|afsoeges|vurderes|vurdering\w*|beskrivelse\w*|udvikling af|faerdig\w*|ivaerksat\w*|implementere\w*|afholdt\w*)\b",
        RegexOptions.CultureInvariant
    )]
    public static partial Regex Event();

    [GeneratedRegex(
        @"\b(der foreligger|samlet strategi|en strategi|strategier for|strategidokument\w*|udkast til|forslag til|udvikling af"
            + @"|etablering af|oprettelse af|udarbejdelse af|udvide og/eller udvikle|indskrives|indlaegger|ivaerksaettes konkrete|er "
            + @"etableret|er opdateret|driftsform\w*)\b",
        RegexOptions.CultureInvariant
    )]
    public static partial Regex Product();
}
