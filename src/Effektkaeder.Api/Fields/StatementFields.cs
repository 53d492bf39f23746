using Effektkaeder.Domain;
using Effektkaeder.Domain.Tid;
using Effektkaeder.GraphQL.Execution.Binding;

namespace Effektkaeder.Api.Fields;

/// <summary>Edges, statements, fields, provenance and times.</summary>
internal static class StatementFields
{
    public static void Bind(SchemaBinder b)
    {
        b.Field<Edge>("Kant", "id", NodeId.Of);
        b.Field<Edge>("Kant", "noegle", e => e.Key);
        NodeFields.ByKey<Edge>(b, "Kant", "fra", e => e.From);
        NodeFields.ByKey<Edge>(b, "Kant", "til", e => e.To);
        b.Field<Edge>("Kant", "dato", e => e.Vist.Underskrevet);
        b.Field<Edge>("Kant", "status", e => e.Art is null ? null : e.Status);
        b.Field<Edge>("Kant", "evidens", e => e.Udsagn.SelectMany(u => u.Evidens).ToList());
        b.Properties<Edge>("Kant");

        NodeFields.ByKey<Udsagn>(b, "Udsagn", "aftale", u => u.Aftale);
        NodeFields.ByKey<Udsagn>(b, "Udsagn", "center", u => u.Center);
        b.Field<Udsagn>("Udsagn", "titel", u => u.Indhold.Titel);
        b.Field<Udsagn>("Udsagn", "tekst", u => u.Indhold.Tekst);
        b.Field<Udsagn>("Udsagn", "henvist", u => u.Indhold.Henvist);
        b.Properties<Udsagn>();

        b.Properties<Feltvaerdi>();
        b.Properties<Feltdel>();
        b.Properties<Herkomst>();
        b.Properties<Egenskab>();

        b.Field<Tidsudtryk>("Tidsudtryk", "gentages", t => t.Gentagelse?.Hver);
        b.Field<Tidsudtryk>("Tidsudtryk", "gentagelse", t => t.Gentagelse is not null);
        b.Properties<Tidsudtryk>();
    }
}
