using System.Globalization;
using System.Text;
using Effektkaeder.Domain.Tekst;

namespace Effektkaeder.Import.Readers.Text;

/// <summary>
/// A stretch of the source text.
/// </summary>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Offset just after its last.</param>
public readonly record struct Span(int Start, int End)
{
    public int Length => End - Start;
}

/// <summary>
/// A document as text: decoded, with "\n" line ends, its characters composed and its unseen marks left out, and its own map from
/// offset to line and column, and back to the words as they were written.
/// </summary>
public sealed class SourceText
{
    private readonly int[] _lineStarts;
    private readonly string _written;
    private readonly int[]? _offsets;

    public SourceText(string written)
    {
        _written = written.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace('\f', '\n');
        (Text, _offsets) = Composed(_written);
        var starts = new List<int> { 0 };
        for (var i = Text.IndexOf('\n'); i >= 0; i = Text.IndexOf('\n', i + 1))
        {
            starts.Add(i + 1);
        }

        _lineStarts = [.. starts];
    }

    public string Text { get; }

    public int LineCount => _lineStarts.Length;

    /// <summary>False when the last line was cut off without a line end.</summary>
    public bool EndsWithNewline => Text.EndsWith('\n');

    /// <summary>Offset of the first character of a 1-based line.</summary>
    public int LineStart(int line) => _lineStarts[line - 1];

    /// <summary>Offset just after the last character of a 1-based line, its line end left out.</summary>
    public int LineEnd(int line) => line < _lineStarts.Length ? _lineStarts[line] - 1 : Text.Length;

    public Span Line(int line) => new(LineStart(line), LineEnd(line));

    /// <summary>1-based line of an offset.</summary>
    public int LineOf(int offset)
    {
        var found = Array.BinarySearch(_lineStarts, offset);
        return found >= 0 ? found + 1 : ~found;
    }

    /// <summary>1-based column of an offset.</summary>
    public int ColumnOf(int offset) => offset - _lineStarts[LineOf(offset) - 1] + 1;

    public string Slice(Span span) => Text[span.Start..span.End];

    /// <summary>The words of a stretch as they were written, unseen marks and all.</summary>
    public string Verbatim(Span span) => _offsets is null ? Slice(span) : _written[_offsets[span.Start].._offsets[span.End]];

    /// <summary>
    /// The text without unseen marks, in NFC, and for each of its offsets the one it came from; null where nothing changed.
    /// </summary>
    private static (string Text, int[]? Offsets) Composed(string written)
    {
        if (ReferenceEquals(Skrifttegn.Of(written), written))
        {
            return (written, null);
        }

        var text = new StringBuilder(written.Length);
        var offsets = new List<int>(written.Length + 1);
        for (var i = 0; i < written.Length;)
        {
            var end = i + (i + 1 < written.Length && char.IsSurrogatePair(written[i], written[i + 1]) ? 2 : 1);
            while (end < written.Length && CharUnicodeInfo.GetUnicodeCategory(written[end]) == UnicodeCategory.NonSpacingMark)
            {
                end++;
            }

            foreach (var c in Skrifttegn.Of(written[i..end]))
            {
                text.Append(c);
                offsets.Add(i);
            }

            i = end;
        }

        offsets.Add(written.Length);
        return (text.ToString(), [.. offsets]);
    }
}
