namespace Effektkaeder.Import.Syntax;

/// <summary>Where words stand in a document. Numbers are 1-based; 0 where a format knows no such place.</summary>
/// <param name="Line">A line of text; in formats without lines the running number of the paragraph or row.</param>
public readonly record struct Place(int Line, int Column = 0, int Page = 0, int Table = 0, int Row = 0, int Cell = 0);

/// <summary>The whole document, whatever format it came in: its blocks in the order they stand.</summary>
/// <param name="LineCount">How many lines the document has, in the sense of <see cref="Place.Line"/>.</param>
/// <param name="IsCut">True when the file ends without a line end, so that its last words may be missing.</param>
public sealed record DocumentTree(
    SourceIdentity Source,
    IReadOnlyList<Block> Blocks,
    IReadOnlyList<Repair> Repairs,
    int LineCount,
    bool IsCut
)
{
    private string? _text;

    /// <summary>All words, one block or cell a line.</summary>
    public string Text => _text ??= string.Join('\n', Blocks.Select(b => b.FullText));
}

/// <param name="Path">Relative to what was imported, with forward slashes.</param>
/// <param name="Sha256">Lower-case hex of the file's bytes.</param>
/// <param name="Format">What the content turned out to be: "tekst", "html", "docx" …</param>
public sealed record SourceIdentity(string Path, string Sha256, string Format);

/// <summary>Something that was mended, and where.</summary>
public sealed record Repair(string What, int Line, int Column);

/// <summary>A heading, a paragraph, a list or a table.</summary>
/// <param name="Raw">The words verbatim.</param>
/// <param name="Repair">What was mended in it, in Danish; null where nothing was.</param>
public abstract record Block(Place Place, string Raw, string? Repair)
{
    public int Line => Place.Line;

    public int Column => Place.Column;

    /// <summary>The cleaned words: one line a paragraph, one "- " line an item, one tabbed line a row.</summary>
    public abstract string FullText { get; }
}

/// <param name="Level">1-6; 6 for a line in bold alone.</param>
/// <param name="Text">Without its number.</param>
/// <param name="Number">"3" of "3. Titel", "1.2" of "1.2 Titel"; null where there is none.</param>
public sealed record HeadingBlock(int Level, string Text, string? Number, Place Place, string Raw) : Block(Place, Raw, null)
{
    public override string FullText => Text;
}

/// <param name="AfterBlank">True when it stands apart from what is above it.</param>
public sealed record ParagraphBlock(string Text, bool AfterBlank, Place Place, string Raw, string? Repair = null)
    : Block(Place, Raw, Repair)
{
    public override string FullText => Text;
}

public sealed record ListBlock(IReadOnlyList<ListItem> Items, bool Ordered, Place Place, string Raw, string? Repair = null)
    : Block(Place, Raw, Repair)
{
    public override string FullText =>
        string.Join('\n', Items.Select(i => "- " + i.FullText.Replace("\n", "\n  ", StringComparison.Ordinal)));
}

/// <summary>A list item and the items nested under it.</summary>
public sealed record ListItem(string Text, IReadOnlyList<ListItem> Nested, Place Place, string Raw, string? Repair = null)
{
    public int Line => Place.Line;

    /// <summary>Its own text, then its nested items, one a line.</summary>
    public string FullText => Nested.Count == 0 ? Text : Text + "\n" + string.Join('\n', Nested.Select(n => "- " + n.FullText));
}

/// <param name="Name">The name of the sheet, where the table is one.</param>
public sealed record TableBlock(IReadOnlyList<TableRow> Rows, Place Place, string? Name = null) : Block(Place, "", null)
{
    public override string FullText => string.Join('\n', Rows.Select(r => r.Text));
}

public sealed record TableRow(IReadOnlyList<TableCell> Cells, Place Place)
{
    public int Line => Place.Line;

    public string Text => string.Join('\t', Cells.Where(c => !c.IsCopy).Select(c => c.Text));
}

/// <param name="IsCopy">True where a cell that spans rows or columns is repeated to fill its span.</param>
/// <param name="OpenAtEnd">True when a list or paragraph was still open where the cell ends.</param>
public sealed record TableCell(
    IReadOnlyList<Block> Blocks,
    Place Place,
    string Raw,
    IReadOnlyList<Repair> Repairs,
    bool IsCopy = false,
    bool OpenAtEnd = false
)
{
    public string Text { get; } = string.Join('\n', Blocks.Select(b => b.FullText));

    public bool IsEmpty => Text.Length == 0;
}
