using System.Runtime.CompilerServices;
using Effektkaeder.Api.Requests;
using Effektkaeder.Domain;
using Effektkaeder.GraphQL.Execution.Binding;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Api.Fields;

/// <summary>What every node has. One call serves all kinds of a level together.</summary>
internal static class NodeFields
{
    private const string Type = "Node";
    private const int MaxDepth = 20;

    public static void Bind(SchemaBinder b)
    {
        b.TypeOf(Type, value => (value as Node)?.Kind.Info().Code);
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
        var question = Question(context, walk, await Named.WhereAsync(context), await Named.PageAsync(context));
        var slices = await graph.ExpandAsync(question with { Parents = Keys(context) }, context.CancellationToken);
        return [.. slices.Select(Forbindelse.Of)];
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
        var slices = await graph.ExpandAsync(new(Keys(context), walk, null, [], Page.Everything), context.CancellationToken);
        return [.. slices.Select(s => Cut([.. s.Items.Where(n => arter.Contains(n.Edge.Art!.Value))], page))];
    }

    /// <summary>The page of what comes by node and edge; a cursor says a place, whether or not it is among them.</summary>
    private static Neighbours Cut(IReadOnlyList<Neighbour> all, Page page)
    {
        var skip = page.After is { } after ? all.TakeWhile(n => !IsBeyond(n, after)).Count() : 0;
        var items = all.Skip(skip).Take(page.First ?? all.Count).ToList();
        return Forbindelse.Of(new Slice<Neighbour>(items, skip + items.Count < all.Count, page.After is not null, all.Count));
    }

    private static bool IsBeyond(Neighbour neighbour, Cursor cursor) =>
        string.CompareOrdinal(neighbour.Node.Key, cursor.Node) is var node && node != 0
            ? node > 0
            : cursor.Edge is { } edge && string.CompareOrdinal(neighbour.Edge.Key, edge) > 0;

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
        return found;
    }

    private static List<string> Keys(BatchContext context) => [.. context.Parents.Select(p => ((Node)p!).Key)];
}
