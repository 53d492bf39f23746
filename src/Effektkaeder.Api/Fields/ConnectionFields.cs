using Effektkaeder.Domain;
using Effektkaeder.GraphQL.Execution.Binding;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Api.Fields;

/// <summary>Relay's connections (https://relay.dev/graphql/connections.htm), alike for every kind.</summary>
internal static class ConnectionFields
{
    public static void Bind(SchemaBinder b)
    {
        foreach (var name in NodeKinds.All.Select(k => k.Code).Append("Knude").Append("Kant"))
        {
            b.Kept($"{name}Connection", c => ((Neighbours)c).IsKept);
            b.Field<Neighbours>($"{name}Connection", "edges", Forbindelse.Led);
            b.Field<Neighbours>($"{name}Connection", "nodes", c => c.Nodes);
            b.Field<Neighbours>($"{name}Connection", "pageInfo", c => c);
            b.Field<Neighbours>($"{name}Connection", "totalCount", c => c.Total);
            b.Field<Led>($"{name}Edge", "cursor", l => l.Cursor);
            b.Field<Led>($"{name}Edge", "node", l => l.Node);
        }
        b.Field<Led>("KantEdge", "kant", l => l.Edge);
        b.Field<Neighbours>("PageInfo", "hasNextPage", c => c.HasNext);
        b.Field<Neighbours>("PageInfo", "hasPreviousPage", c => c.HasPrevious);
        b.Field<Neighbours>("PageInfo", "startCursor", c => Forbindelse.Cursor(c, 0));
        b.Field<Neighbours>("PageInfo", "endCursor", c => Forbindelse.Cursor(c, c.Nodes.Length - 1));
    }
}
