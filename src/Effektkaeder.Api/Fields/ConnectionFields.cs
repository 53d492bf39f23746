using Effektkaeder.Domain;
using Effektkaeder.GraphQL.Execution;

namespace Effektkaeder.Api.Fields;

/// <summary>Relay's connections (https://relay.dev/graphql/connections.htm), alike for every kind.</summary>
internal static class ConnectionFields
{
    public static void Bind(SchemaBinder b)
    {
        foreach (var name in NodeKinds.All.Select(k => k.Code).Append("Node").Append("Kant"))
        {
            b.Field<Forbindelse>($"{name}Connection", "edges", c => c.Led);
            b.Field<Forbindelse>($"{name}Connection", "nodes", c => c.Led.Select(l => l.Node).ToList());
            b.Field<Forbindelse>($"{name}Connection", "pageInfo", c => c);
            b.Field<Forbindelse>($"{name}Connection", "totalCount", c => c.Total);
            b.Field<Led>($"{name}Edge", "cursor", l => l.Cursor);
            b.Field<Led>($"{name}Edge", "node", l => l.Node);
        }
        b.Field<Led>("KantEdge", "kant", l => l.Edge);
        b.Field<Forbindelse>("PageInfo", "hasNextPage", c => c.HasNext);
        b.Field<Forbindelse>("PageInfo", "hasPreviousPage", c => c.HasPrevious);
        b.Field<Forbindelse>("PageInfo", "startCursor", c => c.Led.Count == 0 ? null : c.Led[0].Cursor);
        b.Field<Forbindelse>("PageInfo", "endCursor", c => c.Led.Count == 0 ? null : c.Led[^1].Cursor);
    }
}
