using Effektkaeder.Api.Requests;
using Effektkaeder.Domain;
using Effektkaeder.GraphQL.Execution.Binding;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Api.Fields;

/// <summary>The fields that lead from one kind to another along one edge type: a table, and one resolver for all.</summary>
internal static class LinkFields
{
    private sealed record Link(string Type, string Field, EdgeType[] Edges, Direction Direction, NodeKind[] Kinds);

    private static readonly NodeKind[] Efforts = [NodeKind.Indsats, NodeKind.Bidrag];
    private static readonly EdgeType[] Hierarchy = [.. Walk.Hierarchy];

    private static readonly Link[] Links =
    [
        Down("Vision", "politiskeMaal", NodeKind.PolitiskMaal),
        Out("Vision", "rammeFor", EdgeType.RammeFor),
        Up("PolitiskMaal", "visioner", NodeKind.Vision),
        Up("PolitiskMaal", "politikker", NodeKind.Politik),
        Down("PolitiskMaal", "indsatser", NodeKind.Indsats),
        Up("Indsats", "politiskeMaal", NodeKind.PolitiskMaal),
        Down("Indsats", "bidrag", NodeKind.Bidrag),
        Up("Bidrag", "indsatser", NodeKind.Indsats),
        In("Bidrag", "ydere", EdgeType.Yder),
        Up("Effekt", "bidrag", NodeKind.Bidrag),
        Down("Effekt", "indikatorer", NodeKind.Indikator),
        Up("Indikator", "effekter", NodeKind.Effekt),
        Out("Indikator", "dokumentation", EdgeType.DokumenteresVed),
        Out("Indikator", "redskaber", EdgeType.MaalesMed),
        Out("Indikator", "maalinger", EdgeType.HarMaaling),
        .. Efforts
            .Select(k => k.Info().Code)
            .SelectMany(type =>
                new[]
                {
                    Down(type, "effekter", NodeKind.Effekt),
                    In(type, "ansvarlige", EdgeType.AnsvarligFor),
                    In(type, "koordinatorer", EdgeType.Koordinerer),
                    In(type, "forpligtede", EdgeType.ForpligtetI),
                    Out(type, "maalgrupper", EdgeType.RettetMod),
                    Out(type, "milepaele", EdgeType.HarMilepael),
                    Out(type, "opfoelgninger", EdgeType.FoelgesOp),
                    Out(type, "risici", EdgeType.TruesAf),
                    Out(type, "dokumentation", EdgeType.DokumenteresVed),
                    Out(type, "maalinger", EdgeType.HarMaaling),
                }
            ),
        In("Effekt", "ansvarlige", EdgeType.AnsvarligFor),
        In("Effekt", "koordinatorer", EdgeType.Koordinerer),
        In("Effekt", "forpligtede", EdgeType.ForpligtetI),
        Out("Effekt", "milepaele", EdgeType.HarMilepael),
        Out("Effekt", "opfoelgninger", EdgeType.FoelgesOp),
        Out("Effekt", "maalinger", EdgeType.HarMaaling),
        .. new[] { "Indsats", "Bidrag", "Effekt", "Aftale" }.Select(type => Out(type, "understoetter", EdgeType.Understoetter)),
        .. new[] { "PolitiskMaal", "Effekt", "Politik", "Aftale" }.Select(type => In(type, "understoettesAf", EdgeType.Understoetter)),
        Out("Organisation", "afloeser", EdgeType.Afloeser),
        In("Organisation", "afloestAf", EdgeType.Afloeser),
        new("Organisation", "hoererUnder", [EdgeType.HoererUnder], Direction.Out, []),
        new("Organisation", "underliggende", [EdgeType.HoererUnder], Direction.In, [NodeKind.Organisation]),
        new("Organisation", "roller", [EdgeType.HoererUnder], Direction.In, [NodeKind.Rolle]),
        Out("Organisation", "medlemmer", EdgeType.HarMedlem),
        Out("Organisation", "yder", EdgeType.Yder),
        Out("Rolle", "organisationer", EdgeType.HoererUnder),
        .. new[] { "Organisation", "Rolle" }.SelectMany(type =>
            new[]
            {
                Out(type, "ansvarligFor", EdgeType.AnsvarligFor),
                Out(type, "koordinerer", EdgeType.Koordinerer),
                Out(type, "forpligtetI", EdgeType.ForpligtetI),
                Out(type, "partI", EdgeType.PartI),
            }
        ),
        In("Aftale", "parter", EdgeType.PartI),
        Out("Aftale", "angiver", EdgeType.Angiver),
        In("Aftale", "rammer", EdgeType.RammeFor),
        Down("Politik", "politiskeMaal", NodeKind.PolitiskMaal),
        In("Redskab", "indikatorer", EdgeType.MaalesMed),
        In("Maalgruppe", "rettetModAf", EdgeType.RettetMod),
        Out("Maalgruppe", "organisationer", EdgeType.HarMedlem),
        In("Milepael", "ejere", EdgeType.HarMilepael),
        Out("Milepael", "maalinger", EdgeType.HarMaaling),
        In("Opfoelgning", "ejere", EdgeType.FoelgesOp),
        Out("Opfoelgning", "maalinger", EdgeType.HarMaaling),
        In("Risiko", "ejere", EdgeType.TruesAf),
        In("Dokumentation", "ejere", EdgeType.DokumenteresVed),
        Out("Dokumentation", "maalinger", EdgeType.HarMaaling),
        In("Maaling", "ejere", EdgeType.HarMaaling),
    ];

    public static void Bind(SchemaBinder b)
    {
        foreach (var link in Links)
        {
            b.Field(link.Type, link.Field, c => ResolveAsync(c, link), c => Open(c, link));
        }
    }

    private static async ValueTask<IReadOnlyList<object?>> ResolveAsync(BatchContext context, Link link)
    {
        var graph = await context.GraphAsync();
        var question = Question(context, link, await Named.WhereAsync(context)) with
        {
            Parents = [.. context.Parents.Select(p => ((Node)p!).Key)],
        };
        var slices = await graph.ExpandAsync(question, context.CancellationToken);
        if (!Ordering.IsOwn(context.Arguments))
        {
            return [.. slices.Select(s => Once(s.Items.Select(n => n.Node), context))];
        }

        var lists = new List<object?>();
        foreach (var slice in slices)
        {
            var nodes = slice.Items.Select(n => n.Node).DistinctBy(n => n.Key).ToList();
            lists.Add(Once(await Ordering.SortAsync(graph, nodes, n => n, context.Arguments, context.CancellationToken), context));
        }

        return lists;
    }

    private static Func<object, object?>? Open(BatchContext context, Link link) =>
        Named.IsPlain(context.Arguments)
        && context
            .Service<ApiContext>()
            .AtHand?.Neighbours(Question(context, link, Filters.Where(context.Arguments.Get<Dict>("where"))), context.CancellationToken)
            is { } neighbours
            ? parent => Once(neighbours(((Node)parent).Key).Nodes, context)
            : null;

    private static ExpandQuery Question(BatchContext context, Link link, NodeFilter? where) =>
        new([], new(link.Edges, link.Direction, link.Kinds), where, Filters.Order(context.Arguments), Page.Everything);

    /// <summary>Several edges may lead to one node, which is then there once; what is asked for of them is cut from that.</summary>
    private static IReadOnlyList<Node> Once(IEnumerable<Node> nodes, BatchContext context) =>
        Udvalg.Of([.. nodes.DistinctBy(n => n.Key)], context.Arguments).Valgte;

    private static Link Down(string type, string field, NodeKind kind) => new(type, field, Hierarchy, Direction.Out, [kind]);

    private static Link Up(string type, string field, NodeKind kind) => new(type, field, Hierarchy, Direction.In, [kind]);

    private static Link Out(string type, string field, EdgeType edge) => new(type, field, [edge], Direction.Out, []);

    private static Link In(string type, string field, EdgeType edge) => new(type, field, [edge], Direction.In, []);
}
