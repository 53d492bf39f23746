using Effektkaeder.Analysis.Forskelle;
using Effektkaeder.Domain;
using Effektkaeder.Exchange.Lists;

namespace Effektkaeder.Application.Lists;

/// <summary>A difference as lists.</summary>
public static class DiffLists
{
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

    /// <summary>"ændret".</summary>
    public static string Word(Forskelsart art) =>
        art switch
        {
            Forskelsart.Ny => "ny",
            Forskelsart.Fjernet => "væk",
            Forskelsart.Aendret => "ændret",
            _ => "flyttet",
        };

    /// <summary>"1 ændret", "3 ændrede".</summary>
    public static string Counted(int count, Forskelsart art) =>
        $"{count} "
        + art switch
        {
            _ when count == 1 => Word(art),
            Forskelsart.Ny => "nye",
            Forskelsart.Fjernet => "væk",
            Forskelsart.Aendret => "ændrede",
            _ => "flyttede",
        };

    private static string Short(Feltforskel felt)
    {
        var (before, after) = felt.Ord;
        return before.Length == 0 ? $"{felt.Felt}: +»{after}«"
            : after.Length == 0 ? $"{felt.Felt}: −»{before}«"
            : $"{felt.Felt}: »{before}« → »{after}«";
    }
}
