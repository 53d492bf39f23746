using Effektkaeder.Analysis.Kontrol;
using Effektkaeder.Domain;
using Effektkaeder.Exchange.Lists;

namespace Effektkaeder.Application.Lists;

/// <summary>What the checks found, as a list.</summary>
public static class FindingLists
{
    public static Listing Of(IEnumerable<Fund> fund) =>
        Listing.Of<Fund>(
            "fund",
            fund,
            new("alvor", null, f => Navn(f.Alvor)),
            new(null, "severity", f => f.Alvor.ToString().ToLowerInvariant()),
            new("kode", "code", f => f.Kode),
            new("knude", null, f => $"{f.Node.Kind.Info().Navn}: {f.Node.Titel}"),
            new(null, "node", f => f.Node.Key),
            new(null, "kind", f => f.Node.Kind.Info().Code),
            new(null, "title", f => f.Node.Titel),
            new("besked", "message", f => f.Besked),
            new(null, "principle", f => f.Princip),
            new("sted", null, f => f.Sted is { } s ? $"{s.Dokument}:{s.Linje}" : null),
            new(null, "document", f => f.Sted?.Dokument),
            new(null, "line", f => f.Sted?.Linje),
            new(null, "other", f => f.Modpart?.Key)
        );

    /// <summary>"advarsel".</summary>
    public static string Navn(Alvor alvor) =>
        alvor switch
        {
            Alvor.Fejl => "fejl",
            Alvor.Advarsel => "advarsel",
            _ => "bemærkning",
        };
}
