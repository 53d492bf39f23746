using Effektkaeder.Domain;

namespace Effektkaeder.Analysis.Paavirkning;

/// <summary>Answers grouped the ways people ask for them.</summary>
internal static class Gruppering
{
    private static readonly EdgeType[] Indenfor = [EdgeType.HarMilepael, EdgeType.FoelgesOp, EdgeType.DokumenteresVed, EdgeType.HarMaaling];

    public static IReadOnlyList<Gruppe> ByNiveau(IEnumerable<Beroert> touched) =>
        [.. touched.GroupBy(t => t.Node.Kind).OrderBy(g => g.Key).Select(g => new Gruppe(g.Key.Info().Code, g.Key.Info().Flertal, [.. g]))];

    public static IReadOnlyList<Gruppe> ByCenter(Udsnit udsnit, IEnumerable<Beroert> touched) =>
        By(udsnit, touched, t => [t.Node.Vist.Center ?? ""]);

    public static IReadOnlyList<Gruppe> ByAftale(Udsnit udsnit, IEnumerable<Beroert> touched) =>
        By(udsnit, touched, t => t.Node.Udsagn.Select(u => u.Aftale));

    /// <summary>By those responsible for a node, or for the nearest effort above it.</summary>
    public static IReadOnlyList<Gruppe> ByAnsvarlig(Udsnit udsnit, IEnumerable<Beroert> touched) =>
        By(udsnit, touched, t => Ansvarlige(udsnit, t.Node) is { Count: > 0 } some ? some : [""]);

    /// <param name="nodes">By number, some perhaps more than once.</param>
    public static Indeni Inside(Udsnit udsnit, IReadOnlyList<int> nodes)
    {
        var around = Indenfor.ToDictionary(type => type, _ => new HashSet<int>());
        foreach (var node in nodes)
        {
            foreach (var edge in udsnit.Out(node))
            {
                if (around.TryGetValue(udsnit.TypeOf(edge), out var found))
                {
                    found.Add(udsnit.To(edge));
                }
            }
        }

        return new(
            At(EdgeType.HarMilepael),
            At(EdgeType.FoelgesOp),
            At(EdgeType.DokumenteresVed),
            At(EdgeType.HarMaaling),
            InOrder(nodes.Where(n => udsnit.KindOf(n) == NodeKind.Indikator).Distinct())
        );

        IReadOnlyList<Node> At(EdgeType type) => InOrder(around[type]);

        // Nodes are numbered in key order.
        IReadOnlyList<Node> InOrder(IEnumerable<int> numbers) => [.. numbers.Order().Select(n => udsnit.Nodes[n])];
    }

    internal static List<string> Ansvarlige(Udsnit udsnit, Node node)
    {
        for (List<Node> level = [node]; level.Count > 0; level = [.. level.SelectMany(n => udsnit.Parents(n.Key)).DistinctBy(n => n.Key)])
        {
            var found = level
                .SelectMany(n => udsnit.Sources(n.Key, EdgeType.AnsvarligFor))
                .Select(n => n.Key)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .ToList();
            if (found.Count > 0)
            {
                return found;
            }
        }
        return [];
    }

    private static IReadOnlyList<Gruppe> By(Udsnit udsnit, IEnumerable<Beroert> touched, Func<Beroert, IEnumerable<string>> keys)
    {
        var groups = touched
            .SelectMany(t => keys(t).Distinct(StringComparer.Ordinal).Select(key => (key, t)))
            .GroupBy(p => p.key, p => p.t, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .ToList();
        var names = Gruppenavne.Of(udsnit, groups.Select(g => g.Key));
        return [.. groups.Select(g => new Gruppe(g.Key, names.GetValueOrDefault(g.Key, g.Key.Length == 0 ? "(ingen)" : g.Key), [.. g]))];
    }
}
