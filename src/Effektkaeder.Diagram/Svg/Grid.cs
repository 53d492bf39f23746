namespace Effektkaeder.Diagram.Svg;

/// <summary>A table of words, before anything has a place: columns with headings, rows of cells, in each cell what stands there.</summary>
/// <param name="RowHeadings">Whether the first column is headings of the rows.</param>
public sealed record Grid(Caption Caption, IReadOnlyList<GridColumn> Columns, IReadOnlyList<GridRow> Rows, bool RowHeadings);

/// <param name="Width">In units of the drawing.</param>
public sealed record GridColumn(string Title, double Width);

/// <summary>As many cells as there are columns.</summary>
/// <param name="Begins">A heavier line above: something new begins.</param>
public sealed record GridRow(IReadOnlyList<IReadOnlyList<GridItem>> Cells, bool Begins = false);

/// <param name="Kind">A kind's style gives it a stripe; null for plain words.</param>
/// <param name="Note">A small line under it; null for none.</param>
public sealed record GridItem(string? Kind, string Text, string Full, string? Note = null, string? Key = null);
