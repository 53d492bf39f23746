using Effektkaeder.Analysis;
using Effektkaeder.Analysis.Kontrol;
using Effektkaeder.Analysis.Paavirkning;
using Effektkaeder.Diagram.Svg;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tid;
using Effektkaeder.GraphQL.Execution.Binding;

namespace Effektkaeder.Api.Fields;

/// <summary>The answers of the analysis: impact, paths, checks, drawings.</summary>
internal static class ImpactFields
{
    public static void Bind(SchemaBinder b)
    {
        b.Field<Paavirkningssvar>(
            "Paavirkning",
            "aendrede",
            s => s.Aendrede.Select(a => new Aendret(a.Node, a.Aendring.Art, a.Aendring.Varighed, a.Aendring.Dag)).ToList()
        );
        b.Field<Paavirkningssvar>("Paavirkning", "beroerte", (s, c) => ListFields.Of(s.Beroerte, c.Arguments));
        b.Properties<Paavirkningssvar>("Paavirkning");
        b.Properties<Aendret>();
        b.Properties<Beroert>();
        b.Properties<Datoaendring>();
        b.Properties<Indeni>();
        b.Field<Gruppe>("Paavirkningsgruppe", "antal", g => g.Nodes.Count);
        b.Field<Gruppe>("Paavirkningsgruppe", "beroerte", g => g.Nodes);
        b.Properties<Gruppe>("Paavirkningsgruppe");

        b.Field<Sti>("Sti", "noder", s => s.Nodes);
        b.Field<Sti>("Sti", "kanter", s => s.Edges);
        b.Field<Sti>("Sti", "laengde", s => s.Edges.Count);
        b.Field<Sti>("Sti", "forklaring", Vejfortaelling.Of);
        b.Properties<Sti>();
        b.Properties<Stisvar>();

        b.Properties<Fund>();
        b.Properties<Kontrolregel>();

        b.Field<Drawing>("Tegning", "bredde", d => d.Width);
        b.Field<Drawing>("Tegning", "hoejde", d => d.Height);
        b.Field<Drawing>("Tegning", "foldet", d => d.Folded);
        b.Properties<Drawing>("Tegning");
    }

    private sealed record Aendret(Node Node, AendringArt Art, Varighed? Varighed, DateOnly? Til);
}
