using Effektkaeder.Analysis.Kontrol;
using Effektkaeder.Analysis.Paavirkning;
using Effektkaeder.Api.Requests;
using Effektkaeder.Application;
using Effektkaeder.Application.Asking;
using Effektkaeder.Diagram.Scenes;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tid;
using Effektkaeder.GraphQL.Execution.Binding;
using Effektkaeder.GraphQL.Values;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Api.Fields;

/// <summary>The root fields that ask.</summary>
internal static class QueryFields
{
    private const int MaxHops = 10,
        MaxChanges = 100,
        MaxPaths = 1000,
        MaxSearch = 200,
        MaxSkip = 100_000;

    public static void Bind(SchemaBinder b)
    {
        b.Field("Query", "node", async c => await ElementsAsync(c, [c.Arguments.Get<string>("id")!]));
        b.Field("Query", "knude", c => One(NodeAsync(c, null)));
        b.Field("Query", "kant", async c => [(await ElementsAsync(c, [c.Arguments.Get<string>("id")!]))[0] as Edge]);
        b.Field("Query", "noder", ManyAsync);
        b.Field("Query", "alleNoder", c => One(ConnectionAsync(c, null)));
        foreach (var kind in NodeKinds.All)
        {
            b.Field("Query", kind.Camel, c => One(NodeAsync(c, kind.Kind)));
            b.Field("Query", kind.Alle, c => One(ConnectionAsync(c, kind.Kind)));
        }
        b.Field("Query", "soeg", c => One(SearchAsync(c)));
        b.Field("Query", "paavirkning", c => One(ImpactAsync(c)));
        b.Field("Query", "stier", c => One(PathsAsync(c)));
        b.Field("Query", "kontrol", c => One(ChecksAsync(c)));
        b.Field("Query", "pointtavle", c => One(ScoreAsync(c)));
        b.Field<Point>("Point", "nummer", p => p.Punkt.Nummer);
        b.Field<Point>("Point", "princip", p => p.Punkt.Princip);
        b.Field<Point>("Point", "punkt", p => p.Punkt.Punkt);
        b.Field<Point>("Point", "koder", p => p.Punkt.Koder);
        b.Properties<Point>();
        b.Properties<Pointtavle>();
        b.Field<object?>("Query", "kontroller", _ => Kontroller.Alle);
        b.Field("Query", "tegning", c => One(DrawAsync(c)));
        b.Field("Query", "revisioner", c => One(RevisionsAsync(c)));

        b.Field<Soegesvar>("Soegesvar", "totalCount", s => s.Fund.Total);
        b.Field<Soegesvar>("Soegesvar", "hits", s => s.Fund.Hits.Select(h => new Traef(h, s.Fund.Rettet ?? s.Tekst)).ToList());
        b.Field<Soegesvar>("Soegesvar", "nodes", s => s.Fund.Hits.Select(h => h.Node).ToList());
        b.Field<Soegesvar>("Soegesvar", "harFlere", s => s.Fund.HasNext);
        b.Field<Soegesvar>("Soegesvar", "rettet", s => s.Fund.Rettet);
        b.Field<Soegesvar>("Soegesvar", "felterMed", s => s.Fund.FelterMed);
        b.Field<Traef>("Soegetraef", "node", t => t.Hit.Node);
        b.Field<Traef>("Soegetraef", "rang", t => t.Hit.Rank);
        b.Field<Traef>("Soegetraef", "uddrag", t => Uddrag.Of(t.Hit.Node.Indhold.Tekst, t.Tekst));

        b.Field<Revision>("Revision", "nummer", r => (int)r.Number);
        b.Field<Revision>("Revision", "tidspunkt", r => r.At);
        b.Field<Revision>("Revision", "forfatter", r => r.Author);
        b.Field<Revision>("Revision", "handling", r => r.Action);
        b.Field<Revision>("Revision", "kilde", r => r.Source);
        b.Field<Revision>("Revision", "resume", r => r.Summary);
    }

    private sealed record Soegesvar(Soegefund Fund, string Tekst);

    private sealed record Traef(SearchHit Hit, string Tekst);

    private static async ValueTask<IReadOnlyList<object?>> One<T>(Task<T> task) => [await task];

    private static async Task<Node?> NodeAsync(BatchContext context, NodeKind? kind)
    {
        var id = context.Arguments.Get<string>("id")!;
        var key = NodeId.KeyOf(id);
        var found = await (await context.GraphAsync()).NodesAsync([key], context.CancellationToken);
        // A key asks whether it is there; a name means something that is.
        return found.FirstOrDefault(n => kind is null || n.Kind == kind) is { } node ? node
            : key != id || key.Contains('/', StringComparison.Ordinal) ? null
            : await Named.NodeAsync(context, id, kind is { } one ? [one] : []);
    }

    private static async ValueTask<IReadOnlyList<object?>> ManyAsync(BatchContext context)
    {
        var ids = Filters.List<string>(context.Arguments["ids"]);
        return ids.Count > Filters.MaxPage
            ? throw ApiErrors.Argument($"Højst {Filters.MaxPage} ad gangen; der blev bedt om {ids.Count}.")
            : [await ElementsAsync(context, ids)];
    }

    /// <summary>The nodes and edges that ids or keys name, null for what is not there.</summary>
    private static async Task<IReadOnlyList<object?>> ElementsAsync(BatchContext context, IReadOnlyList<string> ids)
    {
        var graph = await context.GraphAsync();
        var keys = ids.Select(NodeId.KeyOf).ToList();
        var asked = keys.Distinct(StringComparer.Ordinal).ToLookup(Edge.IsKey);
        var found = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var node in await graph.NodesAsync([.. asked[false]], context.CancellationToken))
        {
            found[node.Key] = node;
        }

        foreach (var edge in asked[true].Any() ? await graph.EdgesAsync([.. asked[true]], context.CancellationToken) : [])
        {
            found[edge.Key] = edge;
        }

        return [.. keys.Select(key => found.GetValueOrDefault(key))];
    }

    private static async Task<Neighbours> ConnectionAsync(BatchContext context, NodeKind? kind)
    {
        var where = await Named.WhereAsync(context);
        if (kind is { } only)
        {
            where = Filters.And(where, new NodeFilter.KindIn([only]));
        }

        var (graph, page) = (await context.GraphAsync(), await Named.PageAsync(context));
        if (Ordering.IsOwn(context.Arguments))
        {
            var all = await graph.QueryAsync(new(where, [], Page.Everything), context.CancellationToken);
            var ordered = await Ordering.SortAsync(graph, all.Items, n => n, context.Arguments, context.CancellationToken);
            return Forbindelse.Of(Listeside.Of(ordered, n => new(n.Key), isByKey: false, page));
        }

        var query = new NodeQuery(where, Filters.Order(context.Arguments), page, Count: context.Selection.Asks("totalCount"));
        return Forbindelse.Of(await graph.QueryAsync(query, context.CancellationToken));
    }

    private static async Task<Soegesvar> SearchAsync(BatchContext context)
    {
        var (first, skip) = (context.Arguments.Get<int>("first"), context.Arguments.Get<int>("skip"));
        Filters.Bounded("first", first, MaxSearch);
        Filters.Bounded("skip", skip, MaxSkip);
        var tekst = context.Arguments.Get<string>("tekst")!;
        if (tekst.Length > MaxSearch)
        {
            throw ApiErrors.Argument($"En søgning er højst {MaxSearch} tegn; denne er {tekst.Length}.");
        }

        return new(
            await new SearchGraph(await context.GraphAsync()).SearchAsync(
                new(
                    tekst,
                    Filters.List<NodeKind>(context.Arguments.GetValueOrDefault("slags")),
                    await Named.KommuneAsync(context, context.Arguments.Get<string>("kommune")),
                    first,
                    skip
                ),
                context.CancellationToken
            ),
            tekst
        );
    }

    private static async Task<Paavirkningssvar> ImpactAsync(BatchContext context)
    {
        var arguments = context.Arguments;
        var depth = arguments.Get<int?>("dybde");
        if (depth is < 0)
        {
            throw ApiErrors.Argument($"dybde kan ikke være negativ; der blev bedt om {depth}.");
        }

        var hops = Hops(arguments);
        var changes = await ChangesAsync(context);
        if (changes.Count == 0)
        {
            throw ApiErrors.Argument("Nævn mindst én ændring.");
        }

        return await JudgedAsync(
            context,
            changes,
            new(
                arguments.Get<Retning>("retning"),
                Filters.List<EdgeType>(arguments.GetValueOrDefault("kanttyper")),
                depth,
                hops,
                arguments.Get<double>("mindsteTillid"),
                arguments.Get<bool>("alleStier"),
                arguments.Get<bool>("gennem")
            )
        );
    }

    /// <summary>A day that something cannot be postponed to is the argument's fault.</summary>
    public static async Task<Paavirkningssvar> JudgedAsync(BatchContext context, IReadOnlyList<Aendring> changes, Paavirkningsvalg valg)
    {
        try
        {
            return await new AskImpact(await context.GraphAsync()).AskAsync(changes, valg, context.CancellationToken);
        }
        catch (UdskydelseException e)
        {
            throw ApiErrors.Argument(e.Message);
        }
    }

    private static Task<IReadOnlyList<Aendring>> ChangesAsync(BatchContext context) =>
        ChangesAsync(context, context.Arguments.GetValueOrDefault("aendringer"));

    /// <summary>The changes of a list of <c>AendringInput</c>, their nodes looked up.</summary>
    public static async Task<IReadOnlyList<Aendring>> ChangesAsync(BatchContext context, object? given)
    {
        var changes = Filters
            .List<Dict>(given)
            .Select(a => new Aendring((string)a["node"]!, (AendringArt)a["art"]!, a.GetValueOrDefault("varighed") as Varighed)
            {
                Dag = a.GetValueOrDefault("til") as DateOnly?,
            })
            .ToList();
        if (changes.Count > MaxChanges)
        {
            throw ApiErrors.Argument($"Højst {MaxChanges} ændringer ad gangen; her er {changes.Count}.");
        }

        foreach (var change in changes)
        {
            if (change.Art == AendringArt.Udskydes && change.Varighed is null == change.Dag is null)
            {
                throw ApiErrors.Argument("UDSKYDES kræver enten en varighed, fx \"P6M\", eller en dag i til.");
            }

            if (change.Art != AendringArt.Udskydes && (change.Varighed is not null || change.Dag is not null))
            {
                throw ApiErrors.Argument("Kun UDSKYDES har en varighed eller en dag.");
            }
        }

        var known = new List<Aendring>(changes.Count);
        foreach (var change in changes)
        {
            var meant = await Named.ChangedAsync(context, change.Key);
            known.AddRange(meant.Select(node => change with { Key = node.Key }));
        }

        try
        {
            Aendringsform.RefuseTwice(known);
        }
        catch (FormatException e)
        {
            throw ApiErrors.Argument(e.Message);
        }

        return [.. known.Distinct()];
    }

    private static async Task<Analysis.Stisvar> PathsAsync(BatchContext context)
    {
        var first = Filters.Bounded("first", context.Arguments.Get<int>("first"), MaxPaths);
        var hops = Hops(context.Arguments);
        var from = (await Named.NodeAsync(context, context.Arguments.Get<string>("fra")!)).Key;
        var to = (await Named.NodeAsync(context, context.Arguments.Get<string>("til")!)).Key;
        return await new FindPaths(await context.GraphAsync()).FindAsync(from, to, hops, first, context.CancellationToken);
    }

    private static async Task<IReadOnlyList<Fund>> ChecksAsync(BatchContext context)
    {
        var aftale = context.Arguments.Get<string>("aftale") is { } id ? (await Named.NodeAsync(context, id, NodeKind.Aftale)).Key : null;
        var fund = await new RunChecks(await context.GraphAsync()).FindAsync(
            Filters.List<string>(context.Arguments.GetValueOrDefault("koder")),
            ListFields.Given<Alvor>(context.Arguments, "alvor"),
            await Named.KommuneAsync(context, context.Arguments.Get<string>("kommune")),
            aftale,
            context.CancellationToken
        );
        return ListFields.Of(fund, context.Arguments);
    }

    private static async Task<IReadOnlyList<Pointtavle>> ScoreAsync(BatchContext context)
    {
        var aftale = context.Arguments.Get<string>("aftale") is { } id ? (await Named.NodeAsync(context, id, NodeKind.Aftale)).Key : null;
        return await new RunChecks(await context.GraphAsync()).ScoreAsync(
            await Named.KommuneAsync(context, context.Arguments.Get<string>("kommune")),
            aftale,
            context.CancellationToken
        );
    }

    private static async Task<Diagram.Svg.Drawing> DrawAsync(BatchContext context)
    {
        var node = context.Arguments.Get<string>("node") is { } id ? (await Named.NodeAsync(context, id)).Key : null;
        var (graph, scene) = (await context.GraphAsync(), context.Arguments.Get<Scene>("scene"));
        var changes = context.Arguments.Get<string>("scenarie") is { } named
            ? await ScenarioFields.ChangesAsync(context, named)
            : await ChangesAsync(context);
        try
        {
            var svar = scene == Scene.Paavirkning && changes.Count > 0 ? await JudgedAsync(context, changes, new()) : null;
            return await new DrawDiagram(graph).DrawAsync(new(scene, node, svar), context.CancellationToken);
        }
        catch (SceneException e)
        {
            throw ApiErrors.Argument(e.Message);
        }
    }

    private static async Task<IReadOnlyList<Revision>> RevisionsAsync(BatchContext context)
    {
        var first = Filters.Bounded("first", context.Arguments.Get<int>("first"), Filters.MaxPage);
        var graph = await context.GraphAsync();
        var later = context.Arguments.Get<int?>("foer") is { } before ? (int)Math.Clamp(graph.Revision - before + 1, 0, graph.Revision) : 0;
        return [.. (await graph.RevisionsAsync(first + later, context.CancellationToken)).Skip(later)];
    }

    private static int Hops(Arguments arguments) => Filters.Bounded("koblingshop", arguments.Get<int>("koblingshop"), MaxHops);
}
