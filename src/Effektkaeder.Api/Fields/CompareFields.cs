using Effektkaeder.Analysis.Forskelle;
using Effektkaeder.Api.Requests;
using Effektkaeder.Application.Asking;
using Effektkaeder.Application.Comparing;
using Effektkaeder.Domain;
using Effektkaeder.GraphQL.Execution.Binding;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Api.Fields;

/// <summary>What differs between two sides, and what that touches.</summary>
internal static class CompareFields
{
    public static void Bind(SchemaBinder b)
    {
        b.Field("Query", "forskel", async c => [await CompareAsync(c)]);
        b.Field<Sammenholdt>("Forskel", "antal", s => Counts(s.Forskel));
        b.Field<Sammenholdt>("Forskel", "noder", (s, c) => Udvalg.Of(Chosen(s.Forskel, c), c.Arguments).Valgte);
        b.Field<Sammenholdt>("Forskel", "nyeKanter", (s, c) => Udvalg.Of(s.Forskel.NyeKanter, c.Arguments).Valgte);
        b.Field<Sammenholdt>("Forskel", "fjernedeKanter", (s, c) => Udvalg.Of(s.Forskel.FjernedeKanter, c.Arguments).Valgte);
        b.Field("Forskel", "paavirkning", c => EachAsync(c, CompareGraphs.TouchedByChangesAsync));
        b.Field("Forskel", "nytRoerer", c => EachAsync(c, CompareGraphs.TouchedByNewAsync));
        b.Properties<Forskelsantal>();
        b.Properties<Nodeforskel>();
        b.Field<Feltforskel>("Feltforskel", "ordFoer", f => f.Ord.Foer);
        b.Field<Feltforskel>("Feltforskel", "ordEfter", f => f.Ord.Efter);
        b.Properties<Feltforskel>();
        b.Field<Kantforskel>("Kantforskel", "noegle", k => k.Kant.Key);
        b.Field<Kantforskel>("Kantforskel", "type", k => k.Kant.Type);
        b.Field<Kantforskel>("Kantforskel", "art", k => k.Kant.Art);
        b.Properties<Kantforskel>();
    }

    private sealed record Forskelsantal(Forskelsart Art, int Antal);

    private static List<Forskelsantal> Counts(Forskel forskel) =>
        [.. Enum.GetValues<Forskelsart>().Select(art => new Forskelsantal(art, forskel.Noder.Count(n => n.Art == art)))];

    private static IEnumerable<Nodeforskel> Chosen(Forskel forskel, BatchContext context)
    {
        var arter = Filters.List<Forskelsart>(context.Arguments.GetValueOrDefault("arter"));
        var slags = Filters.List<NodeKind>(context.Arguments.GetValueOrDefault("slags"));
        return forskel.Noder.Where(f => (arter.Count == 0 || arter.Contains(f.Art)) && (slags.Count == 0 || slags.Contains(f.Node.Kind)));
    }

    private static async ValueTask<IReadOnlyList<object?>> EachAsync<T>(
        BatchContext context,
        Func<Sammenholdt, CancellationToken, Task<T>> ask
    )
    {
        var answers = new List<object?>();
        foreach (var parent in context.Parents)
        {
            answers.Add(await ask((Sammenholdt)parent!, context.CancellationToken));
        }

        return answers;
    }

    private static async Task<Sammenholdt> CompareAsync(BatchContext context)
    {
        var (fra, til) = (
            await SideAsync(context, context.Arguments.Get<Dict>("fra")!),
            await SideAsync(context, context.Arguments.Get<Dict>("til")!)
        );
        try
        {
            return await new CompareGraphs(context.Service<ApiContext>().Store).CompareAsync(fra, til, context.CancellationToken);
        }
        catch (UnknownRevisionException e)
        {
            throw ApiErrors.Argument(e.Message);
        }
        catch (FormatException e)
        {
            throw ApiErrors.Argument(e.Message);
        }
    }

    private static async Task<Side> SideAsync(BatchContext context, Dict side)
    {
        var aftale = side.GetValueOrDefault("aftale") is string a ? (await Named.NodeAsync(context, a, NodeKind.Aftale)).Key : null;
        var udgave = side.GetValueOrDefault("udgave") as int?;
        if (udgave is not null && aftale is null)
        {
            throw ApiErrors.Argument("udgave er en aftales: nævn aftalen også.");
        }

        return new(
            new Udsyn(
                side.GetValueOrDefault("revision") as int?,
                side.GetValueOrDefault("gaelder") is Dict gaelder ? Periods.Read(gaelder) : null
            ),
            aftale,
            udgave,
            side.GetValueOrDefault("center") is string c ? (await Named.NodeAsync(context, c, NodeKind.Organisation)).Key : null,
            await Named.KommuneAsync(context, side.GetValueOrDefault("kommune") as string)
        );
    }
}
