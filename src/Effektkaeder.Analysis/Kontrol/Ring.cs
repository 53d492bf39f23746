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
            var ends = Enumerable
                .Range(0, udsnit.Edges.Count)
                .Where(e => isPart(udsnit.TypeOf(e)))
                .Select(e => (udsnit.KeyOf(udsnit.From(e)), udsnit.KeyOf(udsnit.To(e))));
            foreach (var brud in TheHierarchyHasNoCycle.Check(ends))
            {
                yield return At(udsnit.Find(brud.Element)!, brud.Besked);
            }
        }
    }
}
