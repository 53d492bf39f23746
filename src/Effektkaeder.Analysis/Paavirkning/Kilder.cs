using Effektkaeder.Domain;

namespace Effektkaeder.Analysis.Paavirkning;

/// <summary>Where the walk of an impact starts.</summary>
/// <param name="Foerst">The nodes of the change set, and what falls with an agreement.</param>
/// <param name="Medtaget">The goals that fall with a policy: each with the policy, which stands first in every path, and the edge between
/// them.</param>
internal sealed record Kilder(IReadOnlyList<int> Foerst, IReadOnlyList<(int Node, int Politik, int Edge)> Medtaget)
{
    public IEnumerable<int> Alle => Foerst.Concat(Medtaget.Select(m => m.Node)).Distinct();

    public static Kilder Of(Udsnit udsnit, IReadOnlyCollection<string> changed, IReadOnlyCollection<string> dropped)
    {
        var own = changed.ToHashSet(StringComparer.Ordinal);
        var policies = own.Where(k => dropped.Contains(k) && udsnit.Find(k)!.Kind == NodeKind.Politik).ToList();
        var taken = new List<(int Node, int Politik, int Edge)>();
        foreach (var politik in policies.Select(k => udsnit.IndexOf(k)!.Value).Order())
        {
            foreach (var edge in udsnit.Out(politik))
            {
                var goal = udsnit.To(edge);
                if (
                    udsnit.TypeOf(edge) == EdgeType.Indeholder
                    && dropped.Contains(udsnit.KeyOf(goal))
                    && !own.Contains(udsnit.KeyOf(goal))
                )
                {
                    taken.Add((goal, politik, edge));
                }
            }
        }

        var goals = taken.Select(t => t.Node).ToHashSet();
        return new([.. own.Union(dropped).Select(k => udsnit.IndexOf(k)!.Value).Where(n => !goals.Contains(n)).Order()], taken);
    }
}
