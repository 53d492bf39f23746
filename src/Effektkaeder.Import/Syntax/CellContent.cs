namespace Effektkaeder.Import.Syntax;

/// <summary>What a table cell holds, once its HTML and its continuation rows are read.</summary>
/// <param name="Blocks">Paragraphs and lists in order; empty ones are left out.</param>
/// <param name="Line">1-based line of its first character.</param>
/// <param name="Raw">The cell verbatim; pieces from several lines are joined by "\n".</param>
/// <param name="Repairs">What was mended, in Danish, in order.</param>
/// <param name="OpenAtEnd">True when a list or paragraph was still open where the cell ends.</param>
public sealed record CellContent(IReadOnlyList<CellBlock> Blocks, int Line, string Raw, IReadOnlyList<Repair> Repairs, bool OpenAtEnd)
{
    /// <summary>The cleaned whole: one line a paragraph, one "- " line an item.</summary>
    public string Text { get; } = string.Join('\n', Blocks.Select(b => b.FullText));

    public bool HasList => Blocks.Any(b => b is ListCellBlock);
}

/// <summary>Something that was mended, and where.</summary>
public sealed record Repair(string What, int Line, int Column);

/// <summary>A paragraph or a list inside a cell.</summary>
/// <param name="Raw">The words verbatim.</param>
/// <param name="Repair">What was mended in it; null where nothing was.</param>
public abstract record CellBlock(int Line, int Column, string Raw, string? Repair)
{
    public abstract string FullText { get; }
}

public sealed record ParagraphCellBlock(string Text, int Line, int Column, string Raw, string? Repair)
    : CellBlock(Line, Column, Raw, Repair)
{
    public override string FullText => Text;
}

public sealed record ListCellBlock(IReadOnlyList<ListItem> Items, bool Ordered, int Line, int Column, string Raw, string? Repair)
    : CellBlock(Line, Column, Raw, Repair)
{
    public override string FullText =>
        string.Join('\n', Items.Select(i => "- " + i.FullText.Replace("\n", "\n  ", StringComparison.Ordinal)));
}

/// <summary>A list item and the items nested under it.</summary>
public sealed record ListItem(string Text, IReadOnlyList<ListItem> Nested, int Line, int Column, string Raw, string? Repair)
{
    /// <summary>Its own text, then its nested items, one a line.</summary>
    public string FullText => Nested.Count == 0 ? Text : Text + "\n" + string.Join('\n', Nested.Select(n => "- " + n.FullText));
}
