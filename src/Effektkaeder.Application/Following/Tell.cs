using Effektkaeder.Analysis.Paavirkning;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Following;

/// <summary>
/// Whom to tell of a change: those who answer for what changes or is touched, those bound in it, the units it is coupled to, and those
/// that its reports go to; each once, with the words that say so.
/// </summary>
internal sealed class Tell(IGraph graph)
{
    private static readonly EdgeType[] Ties = [EdgeType.AnsvarligFor, EdgeType.Koordinerer, EdgeType.ForpligtetI, EdgeType.Yder];

    public async Task<IReadOnlyList<Underretning>> OfAsync(Node ejer, Paavirkningssvar svar, CancellationToken ct)
    {
        List<Node> about =
        [
            ejer,
            .. svar.Aendrede.Select(a => a.Node),
            .. svar.Bortfaldne,
            .. svar.Beroerte.OrderBy(b => b.Afstand).ThenBy(b => b.Node.Key, StringComparer.Ordinal).Select(b => b.Node),
        ];
        about = [.. about.DistinctBy(n => n.Key)];
        var ties = await graph.ExpandAsync(
            new([.. about.Select(n => n.Key)], new(Ties, Direction.In, []), null, [new(OrderField.Key)], Page.Everything),
            ct
        );
        var told = about.SelectMany((om, i) => ties[i].Items.Select(n => Of(n.Node, n.Edge, om))).Concat(Coupled(svar));
        return [.. told.Concat(await ReportsAsync(ejer, ct)).DistinctBy(t => t.Navn, StringComparer.OrdinalIgnoreCase)];
    }

    private static Underretning Of(Node who, Edge edge, Node om) =>
        new(Name(who), who, $"{edge.Type.Info().Navn} »{om.Titel}«", om, edge.Vist.Evidens.FirstOrDefault());

    /// <summary>Units and agreements that a coupling leads to.</summary>
    private static IEnumerable<Underretning> Coupled(Paavirkningssvar svar) =>
        from b in svar.Beroerte
        where b.Node.Kind is NodeKind.Organisation or NodeKind.Aftale && b.Stier.Count > 0
        let path = b.Stier[0]
        let before = path.Nodes[^2]
        select new Underretning(
            b.Node.Titel,
            b.Node,
            $"er koblet til »{before.Titel}«",
            before,
            path.Edges[^1].Vist.Evidens.FirstOrDefault()
        );

    private async Task<IEnumerable<Underretning>> ReportsAsync(Node ejer, CancellationToken ct)
    {
        var slices = await graph.ExpandAsync(
            new([ejer.Key], new([EdgeType.FoelgesOp], Direction.Out, []), null, [new(OrderField.Key)], Page.Everything),
            ct
        );
        return slices[0]
            .Items.Where(n => n.Node.Indhold[Egenskaber.Til] is not null)
            .Select(n => new Underretning(
                n.Node.Indhold[Egenskaber.Til]!,
                null,
                $"får »{n.Node.Titel}«",
                n.Node,
                n.Node.Vist.Herkomst.FirstOrDefault()
            ));
    }

    private static string Name(Node who) =>
        who.Indhold[Egenskaber.Person] is { } person && !who.Titel.Contains(person, StringComparison.Ordinal)
            ? $"{person}, {who.Titel}"
            : who.Titel;
}
