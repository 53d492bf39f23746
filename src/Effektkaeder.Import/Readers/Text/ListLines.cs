using System.Text.RegularExpressions;
using Effektkaeder.Import.Parsers;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Readers.Text;

/// <summary>Lines that begin with a bullet or a number, to one list; nested by how far they are indented.</summary>
internal sealed partial class ListLines(SourceText source)
{
    private readonly List<ListEntry> _entries = [];
    private readonly List<string> _lines = [];

    /// <summary>Whether a line is one of the list's: an item, or the indented rest of the item above.</summary>
    internal bool Continues(string text, bool afterBlank, int line) =>
        Bullet().IsMatch(text)
        || Numbered().Match(text) is { Success: true } number && Follows(number, afterBlank, line)
        || (_entries.Count > 0 && !afterBlank && text.Length > 0 && char.IsWhiteSpace(text[0]));

    internal void Add(int line, string text, Span span)
    {
        _lines.Add(source.Verbatim(span));
        var match = Bullet().Match(text) is { Success: true } bullet ? bullet : Numbered().Match(text);
        if (match.Success)
        {
            var start = span.Start + match.Groups["text"].Index;
            _entries.Add(
                new ListEntry(
                    match.Groups["indent"].Value.Replace("\t", "    ", StringComparison.Ordinal).Length,
                    match.Groups["n"].Success,
                    new Place(line, source.ColumnOf(span.Start + match.Groups["indent"].Length)),
                    match.Groups["text"].Value,
                    source.Verbatim(new Span(start, span.End)).Trim()
                )
            );
        }
        else
        {
            var entry = _entries[^1];
            _entries[^1] = entry with { Text = entry.Text + " " + text.Trim(), Raw = entry.Raw + "\n" + source.Verbatim(span).Trim() };
        }
    }

    /// <summary>The list so far; null where there is none.</summary>
    internal ListBlock? Take()
    {
        var list = ListEntry.Nest(_entries);
        var raw = string.Join('\n', _lines);
        _entries.Clear();
        _lines.Clear();
        return list is null ? null : list with { Raw = raw };
    }

    /// <summary>
    /// A number begins a list only where its neighbours count on: "1." alone on a line may as well be a heading's.
    /// </summary>
    private bool Follows(Match found, bool afterBlank, int line)
    {
        var number = found.Groups["n"].Value;
        var indent = found.Groups["indent"].Length;
        return _entries.FindLast(e => e.Indent <= indent) is { } above
            ? above.Ordered && (!afterBlank || number is not ("1" or "a"))
            : _entries.Count == 0
                && number is "1" or "a"
                && Numbered().Match(Next(line, indent)) is { Success: true } second
                && second.Groups["n"].Value is "2" or "b";
    }

    /// <summary>The next line that stands as far out as this one: what is indented between them is the item's.</summary>
    private string Next(int line, int indent)
    {
        for (var i = line + 1; i <= source.LineCount; i++)
        {
            var text = source.Slice(source.Line(i));
            if (text.Length == 0 || text.Length - text.TrimStart().Length <= indent)
            {
                return text;
            }
        }

        return "";
    }

    [GeneratedRegex(@"\A(?<indent>\s*)(?:[•·▪◦●]\s*|[-*–o]\s+)(?<text>\S.*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"\A(?<indent>\s*)\(?(?<n>[0-9]{1,2}|[a-h])[.)]\s+(?<text>\S.*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();
}
