using Effektkaeder.Domain;
using Effektkaeder.Domain.Tid;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Mapping.Graf;

/// <summary>Who agreed what for which period: what the cover says, in whatever form it says it.</summary>
internal sealed record Aftalehoved
{
    /// <summary>Slug of the municipality.</summary>
    internal required string Kommune { get; init; }

    /// <summary>"Slagelse Kommune".</summary>
    internal required string KommuneNavn { get; init; }

    internal required Kilde Kilde { get; init; }

    /// <summary>"målaftale".</summary>
    internal required string Type { get; init; }

    /// <summary>As the title gives it: "2016-18"; empty where nothing does.</summary>
    internal required string Periode { get; init; }

    /// <summary>The edition that the title states: "2" of "2. udgave"; null where it states none.</summary>
    internal string? Udgave { get; init; }

    internal DateOnly? Fra { get; init; }

    internal DateOnly? Til { get; init; }

    internal DateOnly? Underskrevet { get; init; }

    /// <summary>The unit that the agreement is made for.</summary>
    internal required string Organisation { get; init; }

    internal IReadOnlyList<string> OrganisationAliaser { get; init; } = [];

    /// <summary>The centre above it; the unit itself where it is a centre.</summary>
    internal string? Center { get; init; }

    internal IReadOnlyList<Part> Parter { get; init; } = [];

    internal Part? Leder { get; init; }

    internal IReadOnlyList<VisionTekst> Visioner { get; init; } = [];

    internal IReadOnlyList<Feltvaerdi> Felter { get; init; } = [];

    /// <summary>The blocks that the cover's fields and the visions were read from.</summary>
    internal IReadOnlySet<Block> Laest { get; init; } = new HashSet<Block>();

    /// <summary>Where the cover begins.</summary>
    internal required Herkomst Herkomst { get; init; }

    /// <summary>What a vision, policy or strategy is called; null of an agreement.</summary>
    internal Overordnet? Overordnet { get; init; }

    /// <summary>Made once, as the other two: every statement and edge has them.</summary>
    internal string Key => field ??= NodeKeys.Aftale(Kommune, Type, Periode, Overordnet?.Navn ?? Organisation);

    internal string OrganisationKey => field ??= NodeKeys.Shared(Kommune, NodeKind.Organisation, Organisation);

    internal string? CenterKey => Center is null ? null : field ??= NodeKeys.Shared(Kommune, NodeKind.Organisation, Center);

    internal TidsKontekst Tid => new(Fra, Til);
}

/// <summary>A party: a role with or without a person's name, or a body.</summary>
internal sealed record Part(string Navn, string? Person, bool IsRole, IReadOnlyList<string> Aliaser, Herkomst Herkomst);

/// <param name="Titel">Its heading, or its name.</param>
/// <param name="IsName">True when the document only names it.</param>
internal sealed record VisionTekst(string Titel, string Tekst, bool IsName, Herkomst Herkomst);
