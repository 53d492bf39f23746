using Effektkaeder.Analysis.Forskelle;
using Effektkaeder.Analysis.Paavirkning;
using Effektkaeder.Application.Lists;
using Effektkaeder.Domain;

namespace Effektkaeder.Cli.Output;

/// <summary>A difference for people and programs.</summary>
internal static class DiffTable
{
    public static IReadOnlyList<string> Words { get; } = [.. Enum.GetValues<Forskelsart>().Select(DiffLists.Word)];

    /// <summary>Only what became this, and of these kinds; none = all.</summary>
    public static Forskel Chosen(Forskel forskel, IReadOnlyList<string> only, IReadOnlyList<NodeKind> kinds) =>
        forskel with
        {
            Noder =
            [
                .. forskel.Noder.Where(f =>
                    (only.Count == 0 || only.Contains(DiffLists.Word(f.Art))) && (kinds.Count == 0 || kinds.Contains(f.Node.Kind))
                ),
            ],
        };

    public static Listing Touched(string name, Paavirkningssvar? svar) =>
        Listing.Of<Beroert>(
            name,
            svar?.Beroerte ?? [],
            new(name, null, b => NodeJson.Code(b.Konsekvens)),
            new("slags", null, b => b.Node.Kind.Info().Navn),
            new("titel", null, b => b.Node.Titel),
            new("forklaring", null, b => b.Forklaring),
            new(Listing.Key, null, b => b.Node.Key)
        );

    public static object Json(Forskel forskel, Paavirkningssvar? dropped, Paavirkningssvar? added) =>
        new
        {
            nodes = forskel.Noder.Select(f => new
            {
                change = NodeJson.Code(f.Art),
                before = f.Foer is { } was ? NodeJson.Short(was) : null,
                after = f.Efter is { } now ? NodeJson.Short(now) : null,
                likeness = f.Lighed,
                reason = f.Grund,
                fields = f.Felter.Select(field => new
                {
                    name = field.Felt,
                    before = field.Foer,
                    after = field.Efter,
                }),
            }),
            newEdges = forskel.NyeKanter.Select(e => e.Kant.Key),
            removedEdges = forskel.FjernedeKanter.Select(e => e.Kant.Key),
            impact = dropped is null ? null : ImpactJson.Of(dropped),
            newTouches = added is null ? null : ImpactJson.Of(added),
        };

    /// <summary>"3 nye, 1 væk, 2 ændrede, 0 flyttede. Kanter: 4 nye, 1 væk."</summary>
    public static string Summary(Forskel forskel) =>
        forskel.Noder.Count + forskel.NyeKanter.Count + forskel.FjernedeKanter.Count == 0
            ? "Ingen forskel."
            : string.Join(", ", Enum.GetValues<Forskelsart>().Select(art => DiffLists.Counted(forskel.Noder.Count(f => f.Art == art), art)))
                + $". Kanter: {DiffLists.Counted(forskel.NyeKanter.Count, Forskelsart.Ny)}, "
                + $"{DiffLists.Counted(forskel.FjernedeKanter.Count, Forskelsart.Fjernet)}.";
}
