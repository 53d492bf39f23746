namespace Effektkaeder.Import.Syntax;

/// <summary>What a field holds, its pieces put together.</summary>
/// <param name="Blocks">Paragraphs and lists in order; empty ones are left out.</param>
/// <param name="Line">1-based line of its first character.</param>
/// <param name="Raw">The words verbatim; pieces from several places are joined by "\n".</param>
/// <param name="Repairs">What was mended, in Danish, in order.</param>
/// <param name="OpenAtEnd">True when a list or paragraph was still open where the field ends.</param>
public sealed record CellContent(IReadOnlyList<Block> Blocks, int Line, string Raw, IReadOnlyList<Repair> Repairs, bool OpenAtEnd)
{
    /// <summary>The cleaned whole: one line a paragraph, one "- " line an item.</summary>
    public string Text { get; } = string.Join('\n', Blocks.Select(b => b.FullText));

    public bool HasList => Blocks.Any(b => b is ListBlock);
}
