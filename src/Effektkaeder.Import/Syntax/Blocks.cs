using Effektkaeder.Import.Readers;

namespace Effektkaeder.Import.Syntax;

/// <summary>A stretch of the source text.</summary>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Offset just after its last.</param>
public readonly record struct Span(int Start, int End)
{
    public int Length => End - Start;
}

/// <summary>The whole document: its blocks in the order they stand.</summary>
public sealed record DocumentTree(SourceText Source, IReadOnlyList<Block> Blocks);

/// <summary>One line's worth of document.</summary>
public abstract record Block(Span Span, int Line);

/// <summary>A heading: "## TITEL", a line in bold alone, or a numbered line directly above a table.</summary>
/// <param name="Number">The number of "3. Titel", null where there is none.</param>
public sealed record HeadingBlock(int Level, string Text, int? Number, Span Span, int Line) : Block(Span, Line);

/// <summary>A line of running text.</summary>
/// <param name="AfterBlank">True when a blank line stands before it.</param>
public sealed record ParagraphBlock(string Text, bool AfterBlank, Span Span, int Line) : Block(Span, Line);

/// <summary>A line that begins with a bullet, outside any table cell.</summary>
public sealed record ListLineBlock(string Text, int Indent, Span Span, int Line) : Block(Span, Line);

/// <summary>A table row; its cells stood apart by tabs.</summary>
public sealed record RowBlock(IReadOnlyList<Cell> Cells, Span Span, int Line) : Block(Span, Line);

/// <summary>A stray row of dashes: kept in the tree so that the repair can be told.</summary>
public sealed record SeparatorBlock(Span Span, int Line) : Block(Span, Line);

/// <summary>A table cell as it stands, HTML and all.</summary>
public sealed record Cell(string Raw, Span Span);
