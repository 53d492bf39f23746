using System.Text.RegularExpressions;
using Effektkaeder.Import.Mapping.Skabeloner;
using Effektkaeder.Import.Parsers;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Mapping.Etiketter;

/// <summary>
/// A text that has numbers for headings: "1. Indledning", "3. Mål", "3.1 Færre fald". Where numbered lines that stand apart count on
/// through the whole text, and one of them names a section, they are the headings that the text has no marks for.
/// </summary>
internal static partial class Nummeroverskrifter
{
    private const int Longest = 90;

    internal static IReadOnlyList<Block> Promote(IReadOnlyList<Block> blocks, Etiketordbog ord)
    {
        if (blocks.Any(b => b is HeadingBlock { Level: < 6 }))
        {
            return blocks;
        }

        var found = Counted(blocks, ord);
        if (found.Count(f => f.Number.Length == 1) < 2 || !found.Any(f => ord.Section(f.Text) is not null))
        {
            return blocks;
        }

        var promoted = blocks.ToList();
        foreach (var (index, number, text) in found)
        {
            promoted[index] = new HeadingBlock(
                Math.Min(number.Length + 1, 5),
                text,
                string.Join('.', number),
                blocks[index].Place,
                blocks[index].Raw
            );
        }

        return promoted;
    }

    /// <summary>The lines that count on; none where a number comes back, as the numbers of a form do in each of its points.</summary>
    private static List<(int Index, int[] Number, string Text)> Counted(IReadOnlyList<Block> blocks, Etiketordbog ord)
    {
        var found = new List<(int Index, int[] Number, string Text)>();
        var numbers = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < blocks.Count; i++)
        {
            if (Numbered(blocks[i], ord) is not { } line)
            {
                continue;
            }

            var number = string.Join('.', line.Number);
            if (numbers.Contains(number))
            {
                return [];
            }

            if (Follows(found.Count == 0 ? [0] : found[^1].Number, line.Number))
            {
                found.Add((i, line.Number, line.Text));
                numbers.Add(number);
            }
        }

        return found;
    }

    private static (int[] Number, string Text)? Numbered(Block block, Etiketordbog ord) =>
        block switch
        {
            ParagraphBlock { AfterBlank: true, Text: { Length: <= Longest } line } when Headings.Split(line) is { } split => Of(
                split.Number,
                split.Text
            ),
            // "3 ØKONOMI": without a dot only a section's own name says that the number is one.
            ParagraphBlock { AfterBlank: true, Text: { Length: <= Longest } line }
                when Undotted().Match(line) is { Success: true } m && ord.IsMadeOfLabels(m.Groups["text"].Value) => Of(
                m.Groups["number"].Value,
                m.Groups["text"].Value
            ),
            HeadingBlock { Number: { } number, Text: { Length: > 0 and <= Longest } text } => Of(number, text),
            _ => null,
        };

    private static (int[] Number, string Text)? Of(string number, string text) =>
        char.IsUpper(text[0]) && text[^1] is not ('.' or ':' or ';' or ',')
            ? ([.. number.Split('.').Select(n => int.Parse(n, System.Globalization.CultureInfo.InvariantCulture))], text)
            : null;

    [GeneratedRegex(@"\A(?<number>[0-9]{1,2})\s+(?<text>\p{Lu}.*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Undotted();

    /// <summary>2 after 1 or 1.3, 1.1 after 1, 1.2 after 1.1.</summary>
    private static bool Follows(int[] before, int[] number)
    {
        if (number.Length == before.Length + 1)
        {
            return number[^1] == 1 && number[..^1].SequenceEqual(before);
        }

        return number.Length <= before.Length
            && number[..^1].SequenceEqual(before[..(number.Length - 1)])
            && number[^1] == before[number.Length - 1] + 1;
    }
}
