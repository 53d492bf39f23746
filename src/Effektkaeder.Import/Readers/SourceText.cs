namespace Effektkaeder.Import.Readers;

/// <summary>A document as text: decoded, with "\n" line ends, and its own map from offset to line and column.</summary>
public sealed class SourceText
{
    private readonly int[] _lineStarts;

    public SourceText(string path, string sha256, string text)
    {
        Path = path;
        Sha256 = sha256;
        Text = text;
        var starts = new List<int> { 0 };
        for (var i = text.IndexOf('\n'); i >= 0; i = text.IndexOf('\n', i + 1))
        {
            starts.Add(i + 1);
        }

        _lineStarts = [.. starts];
    }

    /// <summary>Relative to what was imported, with forward slashes.</summary>
    public string Path { get; }

    /// <summary>Lower-case hex of the file's bytes, before decoding.</summary>
    public string Sha256 { get; }

    public string Text { get; }

    public int LineCount => _lineStarts.Length;

    /// <summary>False when the last line was cut off without a line end.</summary>
    public bool EndsWithNewline => Text.EndsWith('\n');

    /// <summary>Offset of the first character of a 1-based line.</summary>
    public int LineStart(int line) => _lineStarts[line - 1];

    /// <summary>Offset just after the last character of a 1-based line, its line end left out.</summary>
    public int LineEnd(int line) => line < _lineStarts.Length ? _lineStarts[line] - 1 : Text.Length;

    /// <summary>1-based line of an offset.</summary>
    public int LineOf(int offset)
    {
        var found = Array.BinarySearch(_lineStarts, offset);
        return found >= 0 ? found + 1 : ~found;
    }

    /// <summary>1-based column of an offset.</summary>
    public int ColumnOf(int offset) => offset - _lineStarts[LineOf(offset) - 1] + 1;
}
