using Effektkaeder.Analysis;
using Effektkaeder.Analysis.Kontrol;
using Effektkaeder.Analysis.Paavirkning;
using Effektkaeder.Diagram.Svg;
using Effektkaeder.Domain;
using Effektkaeder.GraphQL.Execution.Binding;

namespace Effektkaeder.Api.Fields;

/// <summary>The answers of the analysis: impact, paths, checks, drawings.</summary>
internal static class ImpactFields
{
    public static void Bind(SchemaBinder b)
    {
        b.Field<Paavirkningssvar>("Paavirkning", "aendrede", s => s.Aendrede.Select(a => new Aendret(a.Node, a.Aendring)).ToList());
        b.Field<Paavirkningssvar>("Paavirkning", "bortfaldne", s => s.Bortfaldne);
        b.Field<Paavirkningssvar>(
            "Paavirkning",
            "beroerte",
            (s, c) =>
                Filters.List<Konsekvens>(c.Arguments.GetValueOrDefault("konsekvenser")) is { Count: > 0 } wanted
                    ? s.Beroerte.Where(t => wanted.Contains(t.Konsekvens)).ToList()
                    : s.Beroerte
        );
        b.Field<Paavirkningssvar>("Paavirkning", "datoer", s => s.Datoer);
        b.Field<Paavirkningssvar>("Paavirkning", "indeni", s => s.Indeni);
        b.Field<Paavirkningssvar>("Paavirkning", "efterNiveau", s => s.EfterNiveau);
        b.Field<Paavirkningssvar>("Paavirkning", "efterCenter", s => s.EfterCenter);
        b.Field<Paavirkningssvar>("Paavirkning", "efterAftale", s => s.EfterAftale);
        b.Field<Paavirkningssvar>("Paavirkning", "efterAnsvarlig", s => s.EfterAnsvarlig);
        b.Field<Aendret>("Aendret", "node", a => a.Node);
        b.Field<Aendret>("Aendret", "art", a => a.Aendring.Art);
        b.Field<Aendret>("Aendret", "varighed", a => a.Aendring.Varighed);

        b.Field<Beroert>("Beroert", "node", t => t.Node);
        b.Field<Beroert>("Beroert", "afstand", t => t.Afstand);
        b.Field<Beroert>("Beroert", "stier", t => t.Stier);
        b.Field<Beroert>("Beroert", "kanttyper", t => t.Kanttyper);
        b.Field<Beroert>("Beroert", "direkthed", t => t.Direkthed);
        b.Field<Beroert>("Beroert", "tillid", t => t.Tillid);
        b.Field<Beroert>("Beroert", "konsekvens", t => t.Konsekvens);
        b.Field<Beroert>("Beroert", "grundlag", t => t.Grundlag);
        b.Field<Beroert>("Beroert", "tab", t => t.Tab);
        b.Field<Sti>("Sti", "noder", s => s.Nodes);
        b.Field<Sti>("Sti", "kanter", s => s.Edges);
        b.Field<Sti>("Sti", "laengde", s => s.Edges.Count);
        b.Field<Sti>("Sti", "tillid", s => s.Tillid);
        b.Field<Stisvar>("Stisvar", "stier", s => s.Stier);
        b.Field<Stisvar>("Stisvar", "afkortet", s => s.Afkortet);

        b.Field<Datoaendring>("Datoaendring", "node", d => d.Node);
        b.Field<Datoaendring>("Datoaendring", "foer", d => d.Foer);
        b.Field<Datoaendring>("Datoaendring", "efter", d => d.Efter);
        b.Field<Datoaendring>("Datoaendring", "aarsag", d => d.Aarsag);
        b.Field<Datoaendring>("Datoaendring", "modpart", d => d.Modpart);
        b.Field<Datoaendring>("Datoaendring", "forklaring", d => d.Forklaring);
        b.Field<Indeni>("Indeni", "milepaele", i => i.Milepaele);
        b.Field<Indeni>("Indeni", "opfoelgninger", i => i.Opfoelgninger);
        b.Field<Indeni>("Indeni", "dokumentation", i => i.Dokumentation);
        b.Field<Indeni>("Indeni", "maalinger", i => i.Maalinger);
        b.Field<Indeni>("Indeni", "indikatorer", i => i.Indikatorer);
        b.Field<Gruppe>("Paavirkningsgruppe", "noegle", g => g.Noegle);
        b.Field<Gruppe>("Paavirkningsgruppe", "navn", g => g.Navn);
        b.Field<Gruppe>("Paavirkningsgruppe", "antal", g => g.Nodes.Count);
        b.Field<Gruppe>("Paavirkningsgruppe", "beroerte", g => g.Nodes);

        b.Field<Fund>("Fund", "kode", f => f.Kode);
        b.Field<Fund>("Fund", "alvor", f => f.Alvor);
        b.Field<Fund>("Fund", "node", f => f.Node);
        b.Field<Fund>("Fund", "besked", f => f.Besked);
        b.Field<Fund>("Fund", "princip", f => f.Princip);
        b.Field<Fund>("Fund", "sted", f => f.Sted);
        b.Field<Fund>("Fund", "modpart", f => f.Modpart);
        b.Field<Kontrolregel>("Kontrolregel", "kode", r => r.Kode);
        b.Field<Kontrolregel>("Kontrolregel", "navn", r => r.Navn);
        b.Field<Kontrolregel>("Kontrolregel", "alvor", r => r.Alvor);
        b.Field<Kontrolregel>("Kontrolregel", "princip", r => r.Princip);

        b.Field<Drawing>("Tegning", "svg", d => d.Svg);
        b.Field<Drawing>("Tegning", "bredde", d => d.Width);
        b.Field<Drawing>("Tegning", "hoejde", d => d.Height);
        b.Field<Drawing>("Tegning", "foldet", d => d.Folded);
    }

    private sealed record Aendret(Node Node, Aendring Aendring);
}
