using Effektkaeder.Domain;
using Effektkaeder.Domain.Regler;

namespace Effektkaeder.Analysis.Kontrol;

internal sealed record Ring() : Kontrolregel("RING", Alvor.Fejl, "Ring", "Et hierarki har en top.")
{
    public override IEnumerable<Fund> Find(Udsnit udsnit)
    {
        // A ring may lead through what is not asked about, so all edges are walked; none is read.
        foreach (var isPart in new Func<EdgeType, bool>[] { type => type == EdgeType.HoererUnder, type => type.IsHierarchy() })
        {
            int[] edges = [.. Enumerable.Range(0, udsnit.Edges.Count).Where(e => isPart(udsnit.TypeOf(e)))];
            // Nearly every graph has none, which is sooner seen than which one it is.
            if (EndsEverywhere(udsnit, edges))
            {
                continue;
            }

            var ends = edges.Select(e => (udsnit.KeyOf(udsnit.From(e)), udsnit.KeyOf(udsnit.To(e))));
            foreach (var brud in TheHierarchyHasNoCycle.Check(ends))
            {
                yield return At(udsnit.Find(brud.Element)!, brud.Besked);
            }
        }
    }

    /// <summary>Whether every walk along the edges ends: what nothing leads to is taken away until nothing is left (Kahn 1962).</summary>
    private static bool EndsEverywhere(Udsnit udsnit, int[] edges)
    {
        var (into, isPart) = (new int[udsnit.Nodes.Count], new bool[udsnit.Edges.Count]);
        foreach (var edge in edges)
        {
            into[udsnit.To(edge)]++;
            isPart[edge] = true;
        }

        var free = new Stack<int>(Enumerable.Range(0, into.Length).Where(node => into[node] == 0));
        var left = into.Length;
        while (free.TryPop(out var node))
        {
            left--;
            foreach (var edge in udsnit.Out(node))
            {
                if (isPart[edge] && --into[udsnit.To(edge)] == 0)
                {
                    free.Push(udsnit.To(edge));
                }
            }
        }

        return left == 0;
    }
}
