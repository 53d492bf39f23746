using System.Text.RegularExpressions;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;

namespace Effektkaeder.Analysis.Kontrol;

/// <summary>How an indicator can be judged.</summary>
public enum Indikatorart
{
    Antal,
    Andel,
    Redskab,
    Haendelse,
    Vag,
}

/// <summary>Reads from an indicator's own words how it can be judged.</summary>
public static partial class Indikatorlaesning
{
    public static Indikatorart Art(Udsnit udsnit, Node indikator)
    {
        var text = Fold.Of(indikator.Indhold.Tekst);
        return Share().IsMatch(text) ? Indikatorart.Andel
            : Count().IsMatch(text) ? Indikatorart.Antal
            : udsnit.Targets(indikator.Key, EdgeType.MaalesMed).Any() || Instrument().IsMatch(text) ? Indikatorart.Redskab
            : Event().IsMatch(text) ? Indikatorart.Haendelse
            : Indikatorart.Vag;
    }

    [GeneratedRegex(@"\b(andel\w*|procent\w*|pct)\b|%", RegexOptions.CultureInvariant)]
    private static partial Regex Share();

    [GeneratedRegex(
        @"\b(antal\w*|optaelling\w*|tael(les|ler)|hvor mange|mindst \d+|\d+ (borgere|forloeb|tilbud|medarbejdere))\b",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Count();

    [GeneratedRegex(
        @"\b(spoergeskema\w*|interview\w*|\w*undersoegelse\w*|\w*maaling\w*|maalt|temperaturmaaling\w*|\w*analyse\w*|benchmark\w*"
            + @"|test\w*|skala\w*|rapport\w*)\b",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Instrument();

    [GeneratedRegex(
        @"\b(foreligger|strategi\w*|plan\w*|udkast|forslag|aftales|etablere\w*|opret\w*|udarbejde\w*|indlaegger|indskrive\w*"
            + @"|afsoeges|vurderes|vurdering\w*|beskrivelse\w*|udvikling af|faerdig\w*|ivaerksat\w*|implementere\w*|afholdt\w*)\b",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Event();
}
