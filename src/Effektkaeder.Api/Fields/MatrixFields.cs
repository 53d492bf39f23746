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
            async c =>
                [
                    await new ReadCentermatrix(await c.GraphAsync()).ReadAsync(
                        await Named.KommuneAsync(c, c.Arguments.Get<string>("kommune")),
                        c.CancellationToken
                    ),
                ]
        );
        b.Field<Centermatrix>("Maalbillede", "centre", m => m.Columns);
        b.Field<Centermatrix>("Maalbillede", "felter", m => m.Cells);
        b.Field<Centermatrix>("Maalbillede", "koblinger", m => m.Ties);
        b.Field<Centerkolonne>("Maalbilledecenter", "center", c => c.Center);
        b.Field<Centerkolonne>("Maalbilledecenter", "navn", c => c.Center?.Titel ?? Common);
        b.Field<Centerkolonne>("Maalbilledecenter", "antal", c => c.Count);
        b.Field<Centerfelt>("Maalbilledefelt", "niveau", c => c.Level.Level);
        b.Field<Centerfelt>("Maalbilledefelt", "slags", c => c.Level.Kind);
        b.Field<Centerfelt>("Maalbilledefelt", "center", c => c.Center);
        b.Field<Centerfelt>("Maalbilledefelt", "navn", c => c.Center?.Titel ?? Common);
        b.Field<Centerfelt>("Maalbilledefelt", "antal", c => c.Count);
        b.Field<Centerbaand>("Centerkobling", "fra", t => t.A);
        b.Field<Centerbaand>("Centerkobling", "fraNavn", t => t.A?.Titel ?? Common);
        b.Field<Centerbaand>("Centerkobling", "til", t => t.B);
        b.Field<Centerbaand>("Centerkobling", "tilNavn", t => t.B?.Titel ?? Common);
        b.Field<Centerbaand>("Centerkobling", "antal", t => t.Koblinger.Count);
        b.Field<Centerbaand>("Centerkobling", "kanter", t => t.Koblinger);
        b.Field<Centerbaand>("Centerkobling", "faelles", t => t.Shared);
    }
}
