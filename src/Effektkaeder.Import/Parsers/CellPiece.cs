using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Parsers;

internal enum PieceKind
{
    /// <summary>The cell beside its label.</summary>
    Cell,

    /// <summary>The same column of a row whose other cells are empty: the table was cut.</summary>
    Continuation,

    /// <summary>A loose line between rows: the text fell out of the table.</summary>
    Spill,

    /// <summary>A loose line with a bullet.</summary>
    SpillItem,
}

/// <summary>One piece of a cell; a cell that a page break cut has several.</summary>
internal readonly record struct CellPiece(PieceKind Kind, Span Span);
