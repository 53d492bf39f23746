using System.Text.RegularExpressions;
using Effektkaeder.Import.Mapping.Forside;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Mapping;

/// <summary>
/// An agenda or the minutes of a meeting: it has points, and often the words of the agreements that were treated, but agrees on nothing
/// itself.
/// </summary>
internal static partial class Moededokument
{
    private const int Beginning = 12;

    /// <summary>The line that says so; null where none does.</summary>
    internal static Block? Find(DocumentTree tree)
    {
        var lines = tree.Blocks.Where(b => b is HeadingBlock or ParagraphBlock && b.FullText.Length <= 200).Take(Beginning).ToList();
        if (lines.Find(l => Title().IsMatch(l.FullText)) is { } title)
        {
            return title;
        }

        return lines.Any(l => Aftaletitel.Find(l.FullText) is not null)
            ? null
            : tree.Blocks.FirstOrDefault(b =>
                b is HeadingBlock or ParagraphBlock or ListBlock && b.FullText.Split('\n').Any(l => Formality().IsMatch(l))
            );
    }

    [GeneratedRegex(
        @"\A(?:\p{L}+\s+)?(?:referat|mødereferat|beslutningsreferat|dagsorden|mødeindkaldelse|beslutningsprotokol)"
            + @"(?:\s+(?:fra|af|til|for|[0-9]|-|–).*|:.*|)\z"
            + @"|\p{L}+(?:udvalget|byrådet|bestyrelsen)\s*[-–—:,]\s*(?:referat|dagsorden)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Title();

    /// <summary>What every meeting begins with.</summary>
    [GeneratedRegex(
        @"\A[-•\s]*(?:(?:punkt|sag|pkt\.?)\s*)?(?:nr\.?\s*)?[0-9]*\s*[.:)–-]*\s*godkendelse\s+af\s+"
            + @"(?:\p{L}+s\s+)?(?:dagsorden|referat)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Formality();
}
