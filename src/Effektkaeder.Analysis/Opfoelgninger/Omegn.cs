using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Domain.Tid;

namespace Effektkaeder.Analysis.Opfoelgninger;

/// <summary>
/// What an adjustment may be about: the effort or contribution that was followed up, what stands under it, and their dates. A clause
/// means the one whose words it shares most of.
/// </summary>
internal sealed class Omegn
{
    private readonly List<(Node Node, IReadOnlySet<string> Words)> _all;

    public Omegn(Udsnit udsnit, Node ejer)
    {
        Ejer = ejer;
        List<Node> chain = [ejer, .. Slaegt.Below(udsnit, [ejer])];
        Milepaele = Around(udsnit, chain, EdgeType.HarMilepael);
        Opfoelgninger = [.. Around(udsnit, chain, EdgeType.FoelgesOp).Where(o => !Opfoelgningsskema.IsHeld(o))];
        Kaede = chain;
        _all = [.. chain.Concat(Milepaele).Concat(Opfoelgninger).Select(n => (n, Indholdsord.Of(n.Indhold.Tekst)))];
    }

    public Node Ejer { get; }

    /// <summary>The owner first, then what stands under it.</summary>
    public IReadOnlyList<Node> Kaede { get; }

    public IReadOnlyList<Node> Milepaele { get; }

    /// <summary>Those that are still only planned, reports among them.</summary>
    public IReadOnlyList<Node> Opfoelgninger { get; }

    public IReadOnlyList<Node> OfKinds(IReadOnlyList<NodeKind> kinds) =>
        [.. _all.Select(a => a.Node).Where(n => kinds.Contains(n.Kind)).DistinctBy(n => n.Key)];

    /// <summary>
    /// Those of some nodes that share most words with a clause; none where none shares any. A word that all of them have parts nothing.
    /// </summary>
    public IReadOnlyList<Node> Meant(string clause, IReadOnlyList<Node> among)
    {
        var keys = among.Select(n => n.Key).ToHashSet(StringComparer.Ordinal);
        var asked = Indholdsord.Of(Aendringsord.Without(WithoutTimes(clause)));
        var scored = _all.Where(a => keys.Contains(a.Node.Key))
            .DistinctBy(a => a.Node.Key)
            .Select(a => (a.Node, Score: a.Words.Count(w => asked.Any(b => IsSame(w, b)))))
            .ToList();
        var most = scored.Select(s => s.Score).DefaultIfEmpty().Max();
        return most == 0 ? [] : [.. scored.Where(s => s.Score == most).Select(s => s.Node)];
    }

    /// <summary>The new date says nothing of what is moved.</summary>
    private static string WithoutTimes(string clause)
    {
        foreach (var time in TidsudtrykReader.FindAll(clause, TidsKontekst.Tom).Reverse())
        {
            clause = clause.Remove(time.Start, time.Laengde);
        }

        return clause;
    }

    /// <summary>Inflections and compounds of one word: the longer begins with the shorter.</summary>
    private static bool IsSame(string a, string b) =>
        a == b
        || (a.Length >= 5 && b.StartsWith(a, StringComparison.Ordinal))
        || (b.Length >= 5 && a.StartsWith(b, StringComparison.Ordinal));

    private static List<Node> Around(Udsnit udsnit, IEnumerable<Node> nodes, EdgeType type) =>
        [
            .. nodes
                .SelectMany(n => udsnit.Targets(n.Key, type))
                .DistinctBy(n => n.Key)
                .OrderBy(n => n.Indhold.Tider.Select(t => t.Fra ?? t.Til).FirstOrDefault() ?? DateOnly.MaxValue)
                .ThenBy(n => n.Key, StringComparer.Ordinal),
        ];
}
