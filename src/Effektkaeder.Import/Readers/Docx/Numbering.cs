using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Wordprocessing;
using WordNumbering = DocumentFormat.OpenXml.Wordprocessing.Numbering;

namespace Effektkaeder.Import.Readers.Docx;

/// <summary>Counts Word's automatic numbers, which stand nowhere in the text.</summary>
internal sealed class Numbering(WordNumbering? numbering)
{
    private readonly Dictionary<int, AbstractNum> _definitions = Definitions(numbering);
    private readonly Dictionary<int, int[]> _counts = [];

    /// <summary>The level of a numbered or bulleted paragraph, whether it counts, and its number; null of any other paragraph.</summary>
    internal (int Level, bool Ordered, string Label)? Next(Paragraph paragraph, ParagraphStyle style)
    {
        var own = paragraph.ParagraphProperties?.NumberingProperties;
        var id = own?.NumberingId?.Val?.Value ?? style.NumberId;
        var depth = Math.Clamp(own?.NumberingLevelReference?.Val?.Value ?? style.NumberLevel ?? 0, 0, 8);
        if (id is not { } number || number == 0 || !_definitions.TryGetValue(number, out var definition))
        {
            return null;
        }

        var level = definition.Elements<Level>().FirstOrDefault(l => l.LevelIndex?.Value == depth);
        var format = level?.NumberingFormat?.Val?.Value ?? NumberFormatValues.Decimal;
        if (format == NumberFormatValues.Bullet || format == NumberFormatValues.None)
        {
            return (depth, false, "");
        }

        var abstractId = definition.AbstractNumberId?.Value ?? number;
        if (!_counts.TryGetValue(abstractId, out var counts))
        {
            _counts.Add(abstractId, counts = new int[9]);
        }

        counts[depth]++;
        Array.Clear(counts, depth + 1, 8 - depth);
        return (depth, true, Label(level?.LevelText?.Val?.Value ?? $"%{depth + 1}.", counts));
    }

    private static string Label(string pattern, int[] counts)
    {
        var text = new StringBuilder(pattern);
        for (var i = 0; i < counts.Length; i++)
        {
            text.Replace($"%{i + 1}", Math.Max(counts[i], 1).ToString(CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }

    private static Dictionary<int, AbstractNum> Definitions(WordNumbering? numbering)
    {
        var found = new Dictionary<int, AbstractNum>();
        foreach (var instance in numbering?.Elements<NumberingInstance>() ?? [])
        {
            if (
                instance.NumberID?.Value is { } id
                && numbering!.Elements<AbstractNum>().FirstOrDefault(a => a.AbstractNumberId?.Value == instance.AbstractNumId?.Val?.Value)
                    is { } definition
            )
            {
                found.TryAdd(id, definition);
            }
        }

        return found;
    }
}
