using DocumentFormat.OpenXml.Wordprocessing;
using WordStyles = DocumentFormat.OpenXml.Wordprocessing.Styles;

namespace Effektkaeder.Import.Readers.Docx;

/// <summary>What a paragraph's style makes it; styles build on one another.</summary>
internal sealed class Styles(WordStyles? styles)
{
    private const int DeepestBase = 10;

    private readonly Dictionary<string, Style> _byId = (styles?.Elements<Style>() ?? [])
        .Where(s => s.StyleId?.Value is not null)
        .GroupBy(s => s.StyleId!.Value!, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    internal ParagraphStyle Of(Paragraph paragraph)
    {
        var own = paragraph.ParagraphProperties;
        var level = own?.OutlineLevel?.Val?.Value;
        int? numberId = null,
            numberLevel = null;
        var bold = false;
        var contents = false;
        var id = own?.ParagraphStyleId?.Val?.Value;
        for (var i = 0; i < DeepestBase && id is not null && _byId.TryGetValue(id, out var style); i++)
        {
            var name = style.StyleName?.Val?.Value ?? id;
            level ??= style.StyleParagraphProperties?.OutlineLevel?.Val?.Value ?? HeadingOf(name) ?? HeadingOf(id);
            numberId ??= style.StyleParagraphProperties?.NumberingProperties?.NumberingId?.Val?.Value;
            numberLevel ??= style.StyleParagraphProperties?.NumberingProperties?.NumberingLevelReference?.Val?.Value;
            bold |= style.StyleRunProperties?.Bold is { } b && (b.Val is null || b.Val.Value);
            contents |=
                name.StartsWith("toc ", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("Indholdsfortegnelse", StringComparison.OrdinalIgnoreCase);
            id = style.BasedOn?.Val?.Value;
        }

        // Without a definition a style's own name is all there is to go by.
        level ??= own?.ParagraphStyleId?.Val?.Value is { } bare && !_byId.ContainsKey(bare) ? HeadingOf(bare) : null;
        return new ParagraphStyle(
            level is >= 0 and < 6 ? level + 1
                : level is >= 6 and < 9 ? 6
                : null,
            numberId,
            numberLevel,
            bold,
            contents
        );
    }

    /// <summary>"heading 2", "Overskrift2", "Title" → its outline level from 0.</summary>
    private static int? HeadingOf(string name)
    {
        var plain = name.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
        foreach (var head in new[] { "heading", "overskrift" })
        {
            if (plain.Length == head.Length + 1 && plain.StartsWith(head, StringComparison.Ordinal) && char.IsAsciiDigit(plain[^1]))
            {
                return plain[^1] - '1';
            }
        }

        return plain is "title" or "titel" ? 0 : null;
    }
}

/// <param name="Level">1-6 of a heading; null of other paragraphs.</param>
internal sealed record ParagraphStyle(int? Level, int? NumberId, int? NumberLevel, bool IsBold, bool IsContents);
