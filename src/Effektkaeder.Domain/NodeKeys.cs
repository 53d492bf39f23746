namespace Effektkaeder.Domain;

/// <summary>
/// Readable keys. What a municipality shares has <c>kommune/kind/slug</c>; what belongs to a document
/// <c>kommune/AFTALE/punkt/kind/slug</c>; an agreement <c>kommune/aftale/AFTALE</c>; a paragraph <c>dk/lov/sel/85</c>.
/// </summary>
public static class NodeKeys
{
    /// <summary>The scope of what every municipality shares.</summary>
    public const string Danmark = "dk";

    public static string Kommune(string navn) => Slug.Of(Identitet.Kommunenavn(navn));

    /// <summary>
    /// A vision, goal, indsats, policy, organisation, instrument or theme: one a municipality, by <see cref="Identitet"/>.
    /// </summary>
    public static string Shared(string kommune, NodeKind kind, string text) =>
        kind is NodeKind.Kommune ? kommune : $"{kommune}/{kind.Info().Slug}/{Slug.Of(Identitet.Of(kind, text))}";

    /// <summary>A role is the same where title and organisation are.</summary>
    public static string Rolle(string kommune, string titel, string? organisationKey) =>
        $"{kommune}/rolle/{Slug.Of(organisationKey is null ? titel : $"{titel} {LastPart(organisationKey)}")}";

    private static string LastPart(string key) => key[(key.LastIndexOf('/') + 1)..];

    /// <summary>Type, period and own organisation: the same three again is a new edition of the same agreement.</summary>
    public static string Aftale(string kommune, string type, string periode, string organisation) =>
        $"{kommune}/aftale/{AftaleSlug(type, periode, organisation)}";

    public static string AftaleSlug(string type, string periode, string organisation) =>
        Slug.Of($"{type} {periode} {Identitet.Of(NodeKind.Organisation, organisation)}");

    /// <summary>
    /// What belongs to a document: <paramref name="punkt"/> is its point or table; <paramref name="twin"/> 2 for the second of the same
    /// text.
    /// </summary>
    public static string InDocument(string aftaleKey, string punkt, NodeKind kind, string text, int twin = 1)
    {
        var parts = aftaleKey.Split('/');
        return $"{parts[0]}/{parts[^1]}/{Slug.Of(punkt)}/{kind.Info().Slug}/{Slug.Of(text)}{(twin > 1 ? $"-{twin}" : "")}";
    }

    /// <summary>The agreement of a municipality that all that is written by hand belongs to.</summary>
    public static string Manuelt(string kommune) => $"{kommune}/aftale/manuelt";

    public static bool IsManuelt(string aftale) => aftale.EndsWith("/aftale/manuelt", StringComparison.Ordinal);

    /// <param name="lov">The act's abbreviation: <c>SEL</c>.</param>
    /// <param name="paragraf">The number: <c>85</c>.</param>
    public static string Lov(string lov, string paragraf) => $"{Danmark}/lov/{Slug.Of(lov)}/{Slug.Of(paragraf)}";
}
