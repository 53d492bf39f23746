namespace Effektkaeder.Diagram.Svg;

/// <summary>A table of counts, before anything has a place.</summary>
/// <param name="Headings">Of rows and columns alike.</param>
/// <param name="Rows">How many of the headings have a row: the first so many.</param>
/// <param name="Corner">What rows and columns mean.</param>
/// <param name="Total">Heading of the last column and the last row, the sums.</param>
public sealed record Matrix(
    Caption Caption,
    IReadOnlyList<string> Headings,
    int Rows,
    string Corner,
    string Total,
    IReadOnlyList<MatrixCell> Cells
);

/// <param name="Count">More than 0.</param>
/// <param name="Step">1-4: how dark.</param>
/// <param name="Parts">What the number is made of, most first: a line each under it.</param>
/// <param name="Full">The tooltip.</param>
public sealed record MatrixCell(int Row, int Column, int Count, int Step, IReadOnlyList<string> Parts, string Full, string? Mark = null);
