using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using Effektkaeder.Import.Readers.Blocks;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Readers.Html;

/// <summary>One walk through a document's elements.</summary>
/// <param name="linesBefore">Lines of the document before the one that the markup begins on.</param>
internal sealed class HtmlWalk(int linesBefore, int tables)
{
    private static readonly HashSet<string> Inline = new(StringComparer.Ordinal)
    {
        "A",
        "ABBR",
        "B",
        "BIG",
        "CITE",
        "CODE",
        "EM",
        "FONT",
        "I",
        "INS",
        "LABEL",
        "MARK",
        "Q",
        "S",
        "SMALL",
        "SPAN",
        "STRONG",
        "SUB",
        "SUP",
        "U",
        "TIME",
    };

    private int _line = linesBefore + 1;

    internal int Tables { get; private set; } = tables;

    internal IReadOnlyList<Block> Blocks(INode node, bool inCell = false, Place place = default)
    {
        var builder = new BlockBuilder(inCell);
        var text = new Run();
        Children(node, builder, text, place);
        End(builder, text, place);
        return builder.Take();
    }

    private void Children(INode node, BlockBuilder builder, Run text, Place cell)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText words)
            {
                text.Append(words.Data, IsBold(words));
            }
            else if (child is IElement element && !HtmlReader.IsLeftOut(element))
            {
                Element(element, builder, text, cell);
            }
        }
    }

    private void Element(IElement element, BlockBuilder builder, Run text, Place cell)
    {
        if (element.TagName is "DEL")
        {
            return;
        }

        if (element.TagName == "BR")
        {
            text.Break();
            return;
        }

        if (Inline.Contains(element.TagName))
        {
            Children(element, builder, text, cell);
            return;
        }

        End(builder, text, cell);
        _line = element.SourceReference is { } source ? linesBefore + source.Position.Line : _line;
        switch (element.TagName)
        {
            case "H1" or "H2" or "H3" or "H4" or "H5" or "H6":
                builder.Heading(element.TagName[1] - '0', element.TextContent, At(cell));
                break;
            case "UL" or "OL":
                List(element, builder, 0, cell);
                break;
            case "DL" when cell.Table == 0:
                if (Definitions(element) is { } definitions)
                {
                    builder.Add(definitions);
                }

                break;
            case "TABLE" when cell.Table == 0:
                if (Table(element) is { } table)
                {
                    builder.Add(table);
                }

                break;
            case "TABLE" when Inner(element) is { } rows && builder.Rows(rows, At(cell)):
                break;
            default:
                Children(element, builder, text, cell);
                End(builder, text, cell);
                break;
        }
    }

    /// <summary>The cells of a table inside a cell; null where one of them holds more than words.</summary>
    private static List<IReadOnlyList<string>>? Inner(IElement table) =>
        table.QuerySelector("ul,ol,table") is null
            ? [.. table.QuerySelectorAll("tr").Select(r => r.Children.Select(c => c.TextContent.Trim()).ToList())]
            : null;

    /// <summary>A list's items; words that stand in the list and in no item are items by their own bullets.</summary>
    private void List(IElement list, BlockBuilder builder, int depth, Place cell)
    {
        foreach (var child in list.ChildNodes)
        {
            if (child is IText { Data: var loose } && loose.Trim().Length > 0)
            {
                builder.Paragraph(loose, At(cell));
            }
            else if (child is IElement { TagName: "UL" or "OL" } nested)
            {
                List(nested, builder, depth + 1, cell);
            }
            else if (child is IElement item && !HtmlReader.IsLeftOut(item))
            {
                _line = item.SourceReference is { } source ? linesBefore + source.Position.Line : _line;
                var own = new Run();
                ItemText(item, own);
                builder.Item(depth, list.TagName == "OL", own.ToString(), At(cell));
                foreach (var inner in item.QuerySelectorAll("ul,ol").Where(l => l.ParentElement?.Closest("ul,ol") == list))
                {
                    List(inner, builder, depth + 1, cell);
                }
            }
        }
    }

    private static void ItemText(INode item, Run text)
    {
        foreach (var child in item.ChildNodes)
        {
            if (child is IText words)
            {
                text.Append(words.Data, false);
            }
            else if (child is IElement { TagName: not ("UL" or "OL") } element && !HtmlReader.IsLeftOut(element))
            {
                ItemText(element, text);
                text.Append(" ", false);
            }
        }
    }

    private TableBlock? Table(IElement table)
    {
        Tables++;
        var grid = new Grid(Tables);
        foreach (var row in table.QuerySelectorAll("tr").Where(r => r.Closest("table") == table))
        {
            _line = row.SourceReference is { } source ? linesBefore + source.Position.Line : _line;
            grid.Row(new Place(_line));
            foreach (var cell in row.Children.Where(c => c.TagName is "TD" or "TH"))
            {
                _line = cell.SourceReference is { } at ? linesBefore + at.Position.Line : _line;
                var place = grid.Next(new Place(_line));
                grid.Cell(Blocks(cell, true, place), place, cell.TextContent.Trim(), Span(cell, "rowspan"), Span(cell, "colspan"));
            }
        }

        return grid.Build();
    }

    /// <summary>A list of terms, each with what is said of it: a row a term.</summary>
    private TableBlock? Definitions(IElement list)
    {
        Tables++;
        var grid = new Grid(Tables);
        foreach (var part in list.QuerySelectorAll("dt,dd").Where(p => p.Closest("dl") == list))
        {
            _line = part.SourceReference is { } source ? linesBefore + source.Position.Line : _line;
            if (part.TagName == "DT")
            {
                grid.Row(new Place(_line));
            }

            var place = grid.Next(new Place(_line));
            grid.Cell(Blocks(part, true, place), place, part.TextContent.Trim(), 1, 1);
        }

        return grid.Build();
    }

    private static int Span(IElement cell, string name) =>
        int.TryParse(cell.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 1;

    private void End(BlockBuilder builder, Run text, Place cell)
    {
        if (text.HasWords)
        {
            builder.Paragraph(text.ToString(), At(cell), text.IsBold);
        }

        text.Clear();
    }

    private Place At(Place cell) => cell with { Line = _line };

    private static bool IsBold(IText words) => words.ParentElement?.Closest("b,strong,h1,h2,h3,h4,h5,h6") is not null;

    /// <summary>The words between two block elements.</summary>
    private sealed class Run
    {
        private readonly StringBuilder _text = new();

        internal bool HasWords { get; private set; }

        internal bool IsBold { get; private set; } = true;

        internal void Append(string words, bool isBold)
        {
            _text.Append(words.Replace('\n', ' '));
            if (words.Trim().Length > 0)
            {
                HasWords = true;
                IsBold &= isBold;
            }
        }

        internal void Break() => _text.Append('\n');

        internal void Clear()
        {
            _text.Clear();
            HasWords = false;
            IsBold = true;
        }

        public override string ToString() => _text.ToString();
    }
}
