using Effektkaeder.Application;
using Effektkaeder.GraphQL.Execution.Binding;

namespace Effektkaeder.Api.Fields;

/// <summary>The matrix of levels and centres.</summary>
internal static class MatrixFields
{
    private const string Common = "Fælles";

    public static void Bind(SchemaBinder b)
    {
        b.Field(
            "Query",
            "maalbillede",
            async c => [await new ReadMatrix(await c.GraphAsync()).ReadAsync(c.Arguments.Get<string>("kommune"), c.CancellationToken)]
        );
        b.Field<Matrix>("Maalbillede", "centre", m => m.Columns);
        b.Field<Matrix>("Maalbillede", "felter", m => m.Cells);
        b.Field<Matrix>("Maalbillede", "koblinger", m => m.Ties);
        b.Field<MatrixColumn>("Maalbilledecenter", "center", c => c.Center);
        b.Field<MatrixColumn>("Maalbilledecenter", "navn", c => c.Center?.Titel ?? Common);
        b.Field<MatrixColumn>("Maalbilledecenter", "antal", c => c.Count);
        b.Field<MatrixCell>("Maalbilledefelt", "niveau", c => c.Level.Level);
        b.Field<MatrixCell>("Maalbilledefelt", "slags", c => c.Level.Kind);
        b.Field<MatrixCell>("Maalbilledefelt", "center", c => c.Center);
        b.Field<MatrixCell>("Maalbilledefelt", "navn", c => c.Center?.Titel ?? Common);
        b.Field<MatrixCell>("Maalbilledefelt", "antal", c => c.Count);
        b.Field<MatrixTie>("Centerkobling", "fra", t => t.A);
        b.Field<MatrixTie>("Centerkobling", "fraNavn", t => t.A?.Titel ?? Common);
        b.Field<MatrixTie>("Centerkobling", "til", t => t.B);
        b.Field<MatrixTie>("Centerkobling", "tilNavn", t => t.B?.Titel ?? Common);
        b.Field<MatrixTie>("Centerkobling", "antal", t => t.Koblinger.Count);
        b.Field<MatrixTie>("Centerkobling", "kanter", t => t.Koblinger);
        b.Field<MatrixTie>("Centerkobling", "faelles", t => t.Shared);
    }
}
