using System.Text.RegularExpressions;
using Effektkaeder.Import.Mapping.Skabeloner;

namespace Effektkaeder.Import.Mapping.Koblinger;

/// <summary>
/// Measuring instruments with a proper name: initials that a text measures with, or that reports and scores
/// are named after. Other initials name other things.
/// </summary>
internal static partial class Redskaber
{
    internal static HashSet<string> Find(string tekst)
    {
        var love = SkabelonKatalog.Ord.Love.Select(l => l.Kode).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. MaaltMed().Matches(tekst).Concat(Report().Matches(tekst)).Select(m => m.Groups["navn"].Value).Where(n => !love.Contains(n)),
        ];
    }

    internal static bool Naevnt(string tekst, string redskab)
    {
        for (
            var at = tekst.IndexOf(redskab, StringComparison.Ordinal);
            at >= 0;
            at = tekst.IndexOf(redskab, at + 1, StringComparison.Ordinal)
        )
        {
            var slut = at + redskab.Length;
            if ((at == 0 || !char.IsLetterOrDigit(tekst[at - 1])) && (slut == tekst.Length || !char.IsLetterOrDigit(tekst[slut])))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(
        @"(?:(?<!\p{L})(?:måles|måler|måle|målt|målinger|måling)(?!\p{L})[^.\n\t]{0,80}?\s(?:ved\s+hjælp\s+af|ved\s+brug\s+af|med"
            + @"|via|i)|(?<!\p{L})(?:måle)?(?:værktøjet|redskabet|instrumentet))\s+[""»]?(?<navn>[A-ZÆØÅ]{2,}[A-ZÆØÅ0-9-]*)(?![\p{L}])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex MaaltMed();

    [GeneratedRegex(@"(?<!\p{L})(?<navn>[A-ZÆØÅ]{2,}[0-9]*)[- ](?:rapport|måling|score|skema|test)\p{L}*", RegexOptions.CultureInvariant)]
    private static partial Regex Report();
}
