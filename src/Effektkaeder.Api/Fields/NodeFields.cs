using System.Runtime.CompilerServices;
using Effektkaeder.Api.Requests;
using Effektkaeder.Domain;
using Effektkaeder.GraphQL.Execution.Binding;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Api.Fields;

/// <summary>What every node has. One call serves all kinds of a level together.</summary>
internal static class NodeFields
{
    private const string Type = "Knude";
    private const int MaxDepth = 20;

    public static void Bind(SchemaBinder b)
    {
        b.TypeOf("Node", value => value is Edge ? "Kant" : (value as Node)?.Kind.Info().Code);
        b.Field<Node>(Type, "id", IdOf);
        b.Field<Node>(Type, "noegle", n => n.Key);
        b.Field<Node>(Type, "slags", n => n.Kind);
        b.Field<Node>(Type, "niveau", n => n.Level);
        b.Field<Node>(Type, "kommune", n => n.Kommune);
        b.Field<Node>(Type, "titel", n => n.Titel);
        b.Field<Node>(Type, "tekst", n => n.Indhold.Tekst);
        b.Field<Node>(Type, "art", n => n.Indhold.Art);
        b.Field<Node>(Type, "henvist", n => n.Henvist);
        b.Field<Node>(Type, "uspecificeret", n => n.Indhold.Uspecificeret);
        b.Field<Node>(Type, "betinget", n => n.Indhold.Betinget);
        b.Field<Node>(Type, "tider", n => n.Indhold.Tider);
        b.Field<Node>(Type, "egenskaber", n => n.Indhold.Egenskaber);
        b.Field<Node>(Type, "egenskab", (n, c) => n.Indhold[c.Arguments.Get<string>("navn")!]);
        b.Field<Node>(Type, "aliaser", n => n.Indhold.Aliaser);
        b.Field<Node>(Type, "udsagn", n => n.Udsagn);
        b.Field<Node>(Type, "herkomst", n => n.Vist.Herkomst);
        b.Kept(Type);
        ByKey<Node>(b, Type, "center", n => n.Vist.Center);
        Step(b, "foraeldre", _ => new(Walk.Hierarchy, Direction.In, []));
        Step(b, "boern", _ => new(Walk.Hierarchy, Direction.Out, []));
        b.Field(Type, "opad", c => ReachAsync(c, Direction.In));
        b.Field(Type, "nedad", c => ReachAsync(c, Direction.Out));
        b.Field(Type, "koblinger", KoblingerAsync);
        Step(
            b,
            "naboer",
            c =>
                new(
                    Filters.List<EdgeType>(c.Arguments.GetValueOrDefault("kanttyper")),
                    c.Arguments.Get<Direction>("vej"),
                    Filters.List<NodeKind>(c.Arguments.GetValueOrDefault("slags"))
                )
        );

        b.Field<Trin>("Trin", "afstand", t => t.Afstand);
        b.Field<Trin>("Trin", "node", t => t.Node);
    }

    /// <summary>The id of a node, made once however often the node is answered.</summary>
    public static string IdOf(Node node) => Ids.GetValue(node, n => NodeId.Of(n.Kind, n.Key));

    private static readonly ConditionalWeakTable<Node, string> Ids = [];

    private sealed record Trin(int Afstand, Node Node);

    /// <summary>A field whose value is the node that the parent names by key, null where it names none.</summary>
    public static void ByKey<TParent>(SchemaBinder b, string type, string field, Func<TParent, string?> keyOf) =>
        b.Field(
            type,
            field,
            c => ByKeyAsync(c, keyOf),
            c => c.Service<ApiContext>().AtHand is { } graph ? parent => keyOf((TParent)parent) is { } key ? graph.Node(key) : null : null
        );

    private static async ValueTask<IReadOnlyList<object?>> ByKeyAsync<TParent>(BatchContext context, Func<TParent, string?> keyOf)
    {
        var keys = context.Parents.Select(p => keyOf((TParent)p!)).ToList();
        var graph = await context.GraphAsync();
        var nodes = await graph.NodesAsync([.. keys.OfType<string>().Distinct(StringComparer.Ordinal)], context.CancellationToken);
        var byKey = nodes.ToDictionary(n => n.Key, StringComparer.Ordinal);
        return [.. keys.Select(k => k is null ? null : byKey.GetValueOrDefault(k))];
    }

    /// <summary>A field whose value is a connection along one walk.</summary>
    private static void Step(SchemaBinder b, string field, Func<BatchContext, Walk> walk) =>
        b.Field(
            Type,
            field,
            c => ExpandAsync(c, walk(c)),
            c =>
                Named.IsPlain(c.Arguments)
                && c.Service<ApiContext>()
                    .AtHand?.Neighbours(
                        Question(c, walk(c), Filters.Where(c.Arguments.Get<Dict>("where")), Filters.Page(c.Arguments)),
                        c.CancellationToken
                    )
                    is { } neighbours
                    ? parent => neighbours(((Node)parent).Key)
                    : null
        );

    /// <summary>One question to the store for all parents.</summary>
    private static async ValueTask<IReadOnlyList<object?>> ExpandAsync(BatchContext context, Walk walk)
    {
        var graph = await context.GraphAsync();
        var (where, page) = (await Named.WhereAsync(context), await Named.PageAsync(context));
        if (Ordering.IsOwn(context.Arguments))
        {
            return await OrderedAsync(context, graph, new(Keys(context), walk, where, [], Page.Everything), page);
        }

        var slices = await graph.ExpandAsync(
            Question(context, walk, where, page) with
            {
                Parents = Keys(context),
            },
            context.CancellationToken
        );
        return [.. slices.Select(Forbindelse.Of)];
    }

    private static async Task<IReadOnlyList<object?>> OrderedAsync(BatchContext context, IGraph graph, ExpandQuery whole, Page page)
    {
        var pages = new List<object?>();
        foreach (var slice in await graph.ExpandAsync(whole, context.CancellationToken))
        {
            var ordered = await Ordering.SortAsync(graph, slice.Items, n => n.Node, context.Arguments, context.CancellationToken);
            pages.Add(Forbindelse.Of(Listeside.Of(ordered, n => new(n.Node.Key, n.Edge.Key), isByKey: false, page)));
        }

        return pages;
    }

    private static ExpandQuery Question(BatchContext context, Walk walk, NodeFilter? where, Page page) =>
        new([], walk, where, Filters.Order(context.Arguments), page, Count: true);

    private static async ValueTask<IReadOnlyList<object?>> KoblingerAsync(BatchContext context)
    {
        var arter = Filters.List<KoblingArt>(context.Arguments.GetValueOrDefault("arter"));
        var page = await Named.PageAsync(context);
        var walk = new Walk([EdgeType.KoblerTil], Direction.Either, []);
        if (arter.Count == 0)
        {
            return await ExpandAsync(context, walk);
        }

        // The art is on the edge, which filters do not see: couplings are few enough to be read whole and cut here.
        var graph = await context.GraphAsync();
        var whole = Question(context, walk, await Named.WhereAsync(context), Page.Everything) with { Parents = Keys(context) };
        var slices = await graph.ExpandAsync(whole, context.CancellationToken);
        return
        [
            .. slices.Select(s =>
                Forbindelse.Of(
                    Listeside.Of(
                        [.. s.Items.Where(n => arter.Contains(n.Edge.Art!.Value))],
                        n => new(n.Node.Key, n.Edge.Key),
                        isByKey: whole.Order.Count == 0,
                        page
                    )
                )
            ),
        ];
    }

    /// <summary>All above or below every parent, one question a level however many parents there are.</summary>
    private static async ValueTask<IReadOnlyList<object?>> ReachAsync(BatchContext context, Direction direction)
    {
        var depth = Filters.Bounded("dybde", context.Arguments.Get<int>("dybde"), MaxDepth);
        var graph = await context.GraphAsync();
        var starts = Keys(context);
        var seen = starts.Select(s => new HashSet<string>(StringComparer.Ordinal) { s }).ToList();
        var found = starts.Select(_ => new List<Trin>()).ToList();
        var frontiers = starts.Select(s => new List<string> { s }).ToList();
        for (var level = 1; level <= depth && frontiers.Any(f => f.Count > 0); level++)
        {
            var parents = frontiers.SelectMany(f => f).Distinct(StringComparer.Ordinal).ToList();
            var slices = await graph.ExpandAsync(
                new(parents, new(Walk.Hierarchy, direction, []), null, [], Page.Everything),
                context.CancellationToken
            );
            var next = parents.Zip(slices).ToDictionary(p => p.First, p => p.Second.Items, StringComparer.Ordinal);
            for (var i = 0; i < starts.Count; i++)
            {
                var reached = frontiers[i]
                    .SelectMany(k => next[k])
                    .Select(n => n.Node)
                    .Where(n => seen[i].Add(n.Key))
                    .OrderBy(n => n.Key, StringComparer.Ordinal)
                    .ToList();
                found[i].AddRange(reached.Select(n => new Trin(level, n)));
                frontiers[i] = [.. reached.Select(n => n.Key)];
            }
        }
        return await ChosenAsync(context, found);
    }

    /// <summary>The steps whose nodes pass <c>where</c>, and the part of them that is asked for.</summary>
    private static async Task<IReadOnlyList<object?>> ChosenAsync(BatchContext context, List<List<Trin>> found)
    {
        if (await Named.WhereAsync(context) is { } where)
        {
            var keys = found.SelectMany(f => f).Select(t => t.Node.Key).Distinct(StringComparer.Ordinal).ToList<string?>();
            var among = Filters.And(where, new NodeFilter.Text(TextField.Key, TextOperator.In, keys));
            var passing = (await (await context.GraphAsync()).QueryAsync(new(among, [], Page.Everything), context.CancellationToken))
                .Items.Select(n => n.Key)
                .ToHashSet(StringComparer.Ordinal);
            found = [.. found.Select(f => f.Where(t => passing.Contains(t.Node.Key)).ToList())];
        }

        return [.. found.Select(f => Udvalg.Of(f, context.Arguments).Valgte)];
    }

    private static List<string> Keys(BatchContext context) => [.. context.Parents.Select(p => ((Node)p!).Key)];
}
