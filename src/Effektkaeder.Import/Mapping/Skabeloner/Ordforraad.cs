namespace Effektkaeder.Import.Mapping.Skabeloner;

/// <summary>The words that every form shares: acts, themes, and how organisations, roles and policies are recognised.</summary>
public sealed record Ordforraad(
    IReadOnlyList<Lov> Love,
    IReadOnlyList<EmneOrd> Emner,
    IReadOnlyList<OrganisationsHoveder> Organisationer,
    IReadOnlyList<string> Roller,
    IReadOnlyList<string> Aftaletyper,
    IReadOnlyList<string> Politikker,
    IReadOnlyList<string> Trin,
    IReadOnlyList<string> Kommuner
);

/// <param name="Kode">The act's abbreviation, as in its key.</param>
/// <param name="Navne">Every way it is named in running text.</param>
public sealed record Lov(string Kode, IReadOnlyList<string> Navne);

/// <param name="Navn">The theme's title.</param>
/// <param name="Former">The words that name it.</param>
public sealed record EmneOrd(string Navn, IReadOnlyList<string> Former);

/// <param name="Hoveder">Words, or ends of words, that make a name an organisation of this art.</param>
public sealed record OrganisationsHoveder(string Art, IReadOnlyList<string> Hoveder);
