using Effektkaeder.Analysis.Forskelle;
using Effektkaeder.Analysis.Paavirkning;
using Effektkaeder.Domain;

namespace Effektkaeder.Cli.Output;

/// <summary>A difference for people and programs.</summary>
internal static class DiffTable
{
    public static IReadOnlyList<string> Words { get; } = [.. Enum.GetValues<Forskelsart>().Select(Word)];

    /// <summary>Only what became this, and of these kinds; none = all.</summary>
    public static Forskel Chosen(Forskel forskel, IReadOnlyList<string> only, IReadOnlyList<NodeKind> kinds) =>
        forskel with
        {
            Noder =
            [
                .. forskel.Noder.Where(f =>
                    (only.Count == 0 || only.Contains(Word(f.Art))) && (kinds.Count == 0 || kinds.Contains(f.Node.Kind))
                ),
            ],
        };

    public static Listing Nodes(Forskel forskel) =>
        Listing.Of<Nodeforskel>(
            "forskel",
            forskel.Noder,
            new("hvad", null, f => Word(f.Art)),
            new("slags", null, f => f.Node.Kind.Info().Navn),
            new("titel", null, f => f.Node.Titel),
            new("anderledes", null, f => string.Join("; ", f.Felter.Select(Short))),
            new("lighed", null, f => f.Foer is not null && f.Efter is not null && f.Foer.Key != f.Efter.Key ? f.Lighed : null),
            new("kendt på", null, f => f.Foer is not null && f.Efter is not null && f.Foer.Key != f.Efter.Key ? f.Grund : null),
            new(Listing.Key, null, f => f.Node.Key)
        );

    /// <summary>A row for each thing that is told otherwise, whole.</summary>
    public static Listing Told(Forskel forskel) =>
        Listing.Of<(Nodeforskel Node, Feltforskel Field)>(
            "ord",
            forskel.Noder.SelectMany(f => f.Felter.Select(field => (f, field))),
            new("slags", null, p => p.Node.Node.Kind.Info().Navn),
            new("titel", null, p => p.Node.Node.Titel),
            new("felt", null, p => p.Field.Felt),
            new("før", null, p => p.Field.Foer),
            new("efter", null, p => p.Field.Efter),
            new(Listing.Key, null, p => p.Node.Node.Key)
        );

    public static Listing Edges(Forskel forskel) =>
        Listing.Of<(string What, Kantforskel Edge)>(
            "kanter",
            forskel.NyeKanter.Select(e => ("ny", e)).Concat(forskel.FjernedeKanter.Select(e => ("væk", e))),
            new("hvad", null, p => p.What),
            new("kant", null, p => p.Edge.Kant.Type.Info().Code),
            new("fra", null, p => p.Edge.Fra.Titel),
            new("til", null, p => p.Edge.Til.Titel)
        );

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

    /// <summary>"3 nye, 1 væk, 2 ændret, 0 flyttet; 4 nye kanter, 1 væk."</summary>
    public static string Summary(Forskel forskel) =>
        forskel.Noder.Count + forskel.NyeKanter.Count + forskel.FjernedeKanter.Count == 0
            ? "Ingen forskel."
            : string.Join(", ", Enum.GetValues<Forskelsart>().Select(art => $"{forskel.Noder.Count(f => f.Art == art)} {Word(art)}"))
                + $". Kanter: {forskel.NyeKanter.Count} ny, {forskel.FjernedeKanter.Count} væk.";

    private static string Word(Forskelsart art) =>
        art switch
        {
            Forskelsart.Ny => "ny",
            Forskelsart.Fjernet => "væk",
            Forskelsart.Aendret => "ændret",
            _ => "flyttet",
        };

    private static string Short(Feltforskel felt)
    {
        var (before, after) = felt.Ord;
        return before.Length == 0 ? $"{felt.Felt}: +»{after}«"
            : after.Length == 0 ? $"{felt.Felt}: −»{before}«"
            : $"{felt.Felt}: »{before}« → »{after}«";
    }
}
