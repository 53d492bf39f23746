using Effektkaeder.Domain;
using Effektkaeder.Import.Mapping.Skabeloner;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Mapping.Etiketter;

/// <summary>A heading that governs what follows, until the next of its rank.</summary>
internal sealed record Opened(int Rank, HeadingBlock? Heading)
{
    internal Punktkladde? Point { get; init; }

    internal string? Role { get; init; }

    internal string? Art { get; init; }

    internal string? Unit { get; init; }

    /// <summary>True where the heading is a day, month or quarter: when what stands under it is to be done.</summary>
    internal bool IsDate { get; init; }

    internal List<Block> Loose { get; } = [];

    /// <summary>True where the section stands inside a point.</summary>
    internal bool IsInner => Role is not null && Rank > EtiketReader.LineRank;

    internal NodeKind? Kind => Kaederoller.Kind(Role);
}
