using Effektkaeder.Domain;

namespace Effektkaeder.Import.Mapping.Skabeloner;

/// <summary>
/// Words of the users' own, in <c>ord.json</c> of their folder: each list is added to the shared one of the same name. A label that is
/// known gains the names; of two meanings of one word theirs stands.
/// </summary>
public sealed record EgneOrd
{
    public IReadOnlyList<Felt> Etiketter { get; init; } = [];

    public IReadOnlyList<Aabnerord> Aabnere { get; init; } = [];

    public IReadOnlyList<Afsnitsord> Afsnit { get; init; } = [];

    public IReadOnlyList<Felt> Forside { get; init; } = [];

    public IReadOnlyList<Lov> Love { get; init; } = [];

    public IReadOnlyList<EmneOrd> Emner { get; init; } = [];

    public IReadOnlyList<OrganisationsHoveder> Organisationer { get; init; } = [];

    public IReadOnlyList<string> Roller { get; init; } = [];

    public IReadOnlyList<string> Aftaletyper { get; init; } = [];

    public IReadOnlyList<string> Politikker { get; init; } = [];

    public IReadOnlyList<string> Kommuner { get; init; } = [];

    internal Etiketordbog AddTo(Etiketordbog shared) =>
        new()
        {
            // What is theirs stands first, and the first of two equal words is the one that is found.
            Etiketter = Merged(Etiketter, shared.Etiketter),
            Aabnere = [.. Aabnere, .. shared.Aabnere],
            Afsnit = [.. Afsnit, .. shared.Afsnit],
            Forside = Merged(Forside, shared.Forside),
            Vendinger = shared.Vendinger,
        };

    internal Ordforraad AddTo(Ordforraad shared) =>
        shared with
        {
            Love = [.. Love, .. shared.Love],
            Emner = [.. Emner, .. shared.Emner],
            Organisationer = [.. Organisationer, .. shared.Organisationer],
            Roller = [.. shared.Roller.Union(Roller, StringComparer.Ordinal)],
            Aftaletyper = [.. Aftaletyper.Select(t => t.ToLowerInvariant()).Union(shared.Aftaletyper, StringComparer.Ordinal)],
            Politikker = [.. shared.Politikker.Union(Politikker, StringComparer.Ordinal)],
            Kommuner = [.. shared.Kommuner.Union(Kommuner, StringComparer.Ordinal)],
        };

    /// <summary>A label of both keeps its place in the form, and has the names of both.</summary>
    private static IReadOnlyList<Felt> Merged(IReadOnlyList<Felt> own, IReadOnlyList<Felt> shared)
    {
        var known = own.Where(o => shared.Any(s => IsSame(o, s))).ToList();
        return
        [
            .. own.Except(known),
            .. shared.Select(s =>
                known.Find(o => IsSame(o, s)) is { } more
                    ? s with
                    {
                        Rolle = more.Rolle,
                        Art = more.Art ?? s.Art,
                        Synonymer = [.. more.Synonymer.Union(s.Synonymer, StringComparer.OrdinalIgnoreCase)],
                    }
                    : s
            ),
        ];
    }

    private static bool IsSame(Felt a, Felt b) => Identitet.Plain(a.Label) == Identitet.Plain(b.Label);
}
