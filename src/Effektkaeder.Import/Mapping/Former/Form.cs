using Effektkaeder.Domain;
using Effektkaeder.Import.Mapping.Skabeloner;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Mapping.Former;

/// <summary>A document read: points with their fields, filled-in forms, and what stands outside them.</summary>
/// <param name="Udenfor">In document order.</param>
internal sealed record Form(
    Skabelon Skabelon,
    DocumentTree Tree,
    IReadOnlyList<Punkt> Punkter,
    IReadOnlyList<UdfyldtSkema> Skemaer,
    IReadOnlyList<Block> Udenfor,
    Laesning Laesning = Laesning.Profil
)
{
    /// <summary>The line that the first point begins on; past the end where there is none.</summary>
    internal int FoersteLinje => Punkter.Count == 0 ? int.MaxValue : Punkter.Min(p => p.Overskrift?.Line ?? p.Linje);
}

/// <summary>Which way a document was read.</summary>
internal enum Laesning
{
    /// <summary>By the exact profile of its form.</summary>
    Profil,

    /// <summary>By the labels of the shared vocabulary, wherever they stand.</summary>
    Etiketter,

    /// <summary>By the headings of its sections alone.</summary>
    Afsnit,
}

/// <summary>A numbered point, a table, or a row: the unit that the form is filled in for.</summary>
/// <param name="Overskrift">Its heading; null where it has none.</param>
/// <param name="Nummer">1-based, as written or as it stands.</param>
internal sealed record Punkt(HeadingBlock? Overskrift, int Nummer, int Linje, IReadOnlyList<UdfyldtFelt> Felter)
{
    /// <summary>The kind that its heading opens; null where no heading does, or a profile says.</summary>
    internal NodeKind? Slags { get; init; }

    /// <summary>The point that governs it.</summary>
    internal Punkt? Over { get; init; }

    /// <summary>True for a row of a table with column heads, whose dates and people belong to the row's own contribution.</summary>
    internal bool IsRow { get; init; }

    /// <summary>True where only its section says what it is.</summary>
    internal bool IsSection { get; init; }

    /// <summary>The unit that the point is of, where it is not the agreement's own.</summary>
    internal string? Enhed { get; init; }

    internal UdfyldtFelt? With(string rolle) => Felter.FirstOrDefault(f => f.Felt.Rolle == rolle);
}

/// <summary>A field as it was filled in.</summary>
internal sealed record UdfyldtFelt(Felt Felt, CellContent Indhold);

internal sealed record UdfyldtSkema(Skema Skema, int Linje, IReadOnlyList<UdfyldtFelt> Felter);
