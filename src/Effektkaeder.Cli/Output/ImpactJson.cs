using Effektkaeder.Analysis.Paavirkning;
using Effektkaeder.Domain;

namespace Effektkaeder.Cli.Output;

/// <summary>An impact as programs get it.</summary>
internal static class ImpactJson
{
    public static object Of(Paavirkningssvar svar) =>
        new
        {
            changed = svar.Aendrede.Select(a => new
            {
                key = a.Node.Key,
                title = a.Node.Titel,
                change = NodeJson.Code(a.Aendring.Art),
                duration = a.Aendring.Varighed?.ToString(),
            }),
            explanation = svar.Forklaring,
            dropped = svar.Bortfaldne.Select(NodeJson.Short),
            affected = svar.Beroerte.Select(b => new
            {
                key = b.Node.Key,
                kind = b.Node.Kind.Info().Code,
                title = b.Node.Titel,
                level = b.Node.Level,
                consequence = NodeJson.Code(b.Konsekvens),
                support = b.Grundlag,
                loss = b.Tab,
                certainty = b.Tillid,
                distance = b.Afstand,
                directness = NodeJson.Code(b.Direkthed),
                edgeTypes = b.Kanttyper.Select(t => t.Info().Code),
                paths = b.Stier.Select(s => s.Nodes.Select(n => n.Key)),
                morePaths = b.StierAfkortet,
                explanation = b.Forklaring,
            }),
            dates = svar.Datoer.Select(d => new
            {
                key = d.Node.Key,
                title = d.Node.Titel,
                reason = NodeJson.Code(d.Aarsag),
                before = NodeJson.Time(d.Foer),
                after = NodeJson.Time(d.Efter),
                against = d.Modpart?.Key,
                explanation = d.Forklaring,
            }),
            inside = new
            {
                milestones = svar.Indeni.Milepaele.Select(NodeJson.Short),
                followUps = svar.Indeni.Opfoelgninger.Select(NodeJson.Short),
                documentation = svar.Indeni.Dokumentation.Select(NodeJson.Short),
                measurements = svar.Indeni.Maalinger.Select(NodeJson.Short),
                indicators = svar.Indeni.Indikatorer.Select(NodeJson.Short),
            },
            byLevel = Groups(svar.EfterNiveau),
            byCentre = Groups(svar.EfterCenter),
            byAgreement = Groups(svar.EfterAftale),
            byResponsible = Groups(svar.EfterAnsvarlig),
        };

    private static object Groups(IEnumerable<Gruppe> groups) =>
        groups.Select(g => new
        {
            key = g.Noegle,
            name = g.Navn,
            nodes = g.Nodes.Select(b => b.Node.Key),
        });
}
