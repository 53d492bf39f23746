using Effektkaeder.Analysis.Paavirkning;
using Effektkaeder.Domain;
using Effektkaeder.Exchange.Lists;

namespace Effektkaeder.Application.Lists;

/// <summary>What a change touches, as lists.</summary>
public static class ImpactLists
{
    public static Listing Touched(Paavirkningssvar svar) =>
        Listing.Of<Line>(
            "berørt",
            svar.Bortfaldne.Select(n => new Line(n, null)).Concat(svar.Beroerte.Select(b => new Line(b.Node, b))),
            new("konsekvens", null, l => l.Beroert is { } b ? Codes.Of(b.Konsekvens) : "BORTFALDER"),
            new("slags", null, l => l.Node.Kind.Info().Navn),
            new("titel", null, l => l.Node.Titel),
            new("tab", null, l => l.Beroert is { } b ? Math.Round(b.Tab, 3) : 1),
            new("tillid", null, l => l.Beroert is { } b ? Math.Round(b.Tillid, 3) : null),
            new("afstand", null, l => l.Beroert?.Afstand),
            new("vej", null, l => l.Beroert is { } b ? string.Join(" → ", b.Stier[0].Nodes.Select(n => n.Titel)) : null),
            new(Listing.Key, null, l => l.Node.Key)
        );

    public static Listing Dates(Paavirkningssvar svar) =>
        Listing.Of<Datoaendring>(
            "datoer",
            svar.Datoer,
            new("dato", null, d => d.Aarsag == Datoaarsag.Flyttet ? "flyttet" : "konflikt"),
            new("knude", null, d => d.Node.Titel),
            new("før", null, d => d.Foer.Tekst),
            new("efter", null, d => d.Efter.Tekst),
            new("forklaring", null, d => d.Forklaring)
        );

    /// <summary>A row: what falls, or what is touched.</summary>
    private sealed record Line(Node Node, Beroert? Beroert);
}
