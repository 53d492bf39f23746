using Effektkaeder.Import.Mapping.Skabeloner;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Mapping.Former;

/// <summary>A document read with its profile: points with their fields, filled-in forms, and what stands outside them.</summary>
internal sealed record Form(
    Skabelon Skabelon,
    DocumentTree Tree,
    IReadOnlyList<Punkt> Punkter,
    IReadOnlyList<UdfyldtSkema> Skemaer,
    IReadOnlyList<Block> Udenfor
);

/// <summary>A numbered point, or a table: the unit that the form is filled in for.</summary>
/// <param name="Overskrift">Its heading; null where it has none.</param>
/// <param name="Nummer">1-based, as written or as it stands.</param>
internal sealed record Punkt(HeadingBlock? Overskrift, int Nummer, int Linje, IReadOnlyList<UdfyldtFelt> Felter)
{
    internal UdfyldtFelt? With(string rolle) => Felter.FirstOrDefault(f => f.Felt.Rolle == rolle);
}

/// <summary>A field as it was filled in.</summary>
internal sealed record UdfyldtFelt(Felt Felt, CellContent Indhold);

internal sealed record UdfyldtSkema(Skema Skema, int Linje, IReadOnlyList<UdfyldtFelt> Felter);
