using Effektkaeder.Domain;
using Effektkaeder.Domain.Tid;
using Effektkaeder.GraphQL.Execution.Binding;

namespace Effektkaeder.Api.Fields;

/// <summary>Edges, statements, fields, provenance and times.</summary>
internal static class StatementFields
{
    public static void Bind(SchemaBinder b)
    {
        b.Field<Edge>("Kant", "noegle", e => e.Key);
        b.Field<Edge>("Kant", "type", e => e.Type);
        NodeFields.ByKey<Edge>(b, "Kant", "fra", e => e.From);
        NodeFields.ByKey<Edge>(b, "Kant", "til", e => e.To);
        b.Field<Edge>("Kant", "art", e => e.Art);
        b.Field<Edge>("Kant", "status", e => e.Art is null ? null : e.Status);
        b.Field<Edge>("Kant", "grund", e => e.Grund);
        b.Field<Edge>("Kant", "tillid", e => e.Tillid);
        b.Field<Edge>("Kant", "betinget", e => e.Betinget);
        b.Field<Edge>("Kant", "evidens", e => e.Udsagn.SelectMany(u => u.Evidens).ToList());

        NodeFields.ByKey<Udsagn>(b, "Udsagn", "aftale", u => u.Aftale);
        b.Field<Udsagn>("Udsagn", "underskrevet", u => u.Underskrevet);
        NodeFields.ByKey<Udsagn>(b, "Udsagn", "center", u => u.Center);
        b.Field<Udsagn>("Udsagn", "titel", u => u.Indhold.Titel);
        b.Field<Udsagn>("Udsagn", "tekst", u => u.Indhold.Tekst);
        b.Field<Udsagn>("Udsagn", "henvist", u => u.Indhold.Henvist);
        b.Field<Udsagn>("Udsagn", "felter", u => u.Felter);
        b.Field<Udsagn>("Udsagn", "herkomst", u => u.Herkomst);

        b.Field<Feltvaerdi>("Feltvaerdi", "label", f => f.Label);
        b.Field<Feltvaerdi>("Feltvaerdi", "gruppe", f => f.Gruppe);
        b.Field<Feltvaerdi>("Feltvaerdi", "tekst", f => f.Tekst);
        b.Field<Feltvaerdi>("Feltvaerdi", "status", f => f.Status);
        b.Field<Feltvaerdi>("Feltvaerdi", "henviser", f => f.Henviser);
        b.Field<Feltvaerdi>("Feltvaerdi", "dele", f => f.Dele);
        b.Field<Feltvaerdi>("Feltvaerdi", "herkomst", f => f.Herkomst);
        b.Field<Feltdel>("Feltdel", "tekst", d => d.Tekst);
        b.Field<Feltdel>("Feltdel", "status", d => d.Status);
        b.Field<Feltdel>("Feltdel", "betinget", d => d.Betinget);

        b.Field<Herkomst>("Herkomst", "dokument", h => h.Dokument);
        b.Field<Herkomst>("Herkomst", "linje", h => h.Linje);
        b.Field<Herkomst>("Herkomst", "felt", h => h.Felt);
        b.Field<Herkomst>("Herkomst", "ordret", h => h.Ordret);
        b.Field<Herkomst>("Herkomst", "reparation", h => h.Reparation);
        b.Field<Egenskab>("Egenskab", "navn", e => e.Navn);
        b.Field<Egenskab>("Egenskab", "vaerdi", e => e.Vaerdi);

        b.Field<Tidsudtryk>("Tidsudtryk", "tekst", t => t.Tekst);
        b.Field<Tidsudtryk>("Tidsudtryk", "fra", t => t.Fra);
        b.Field<Tidsudtryk>("Tidsudtryk", "til", t => t.Til);
        b.Field<Tidsudtryk>("Tidsudtryk", "praecision", t => t.Praecision.ToString());
        b.Field<Tidsudtryk>("Tidsudtryk", "graense", t => t.Graense.ToString());
        b.Field<Tidsudtryk>("Tidsudtryk", "gentages", t => t.Gentagelse?.Hver);
        b.Field<Tidsudtryk>("Tidsudtryk", "gentagelse", t => t.Gentagelse is not null);
        b.Field<Tidsudtryk>("Tidsudtryk", "tilstand", t => t.Tilstand.ToString());
        b.Field<Tidsudtryk>("Tidsudtryk", "begrundelse", t => t.Begrundelse);
    }
}
