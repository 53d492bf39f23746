using Effektkaeder.Domain;
using Effektkaeder.Domain.Regler;

namespace Effektkaeder.Analysis.Kontrol;

internal sealed record Ring() : Kontrolregel("RING", Alvor.Fejl, "Ring", "Et hierarki har en top.")
{
    public override IEnumerable<Fund> Find(Udsnit udsnit)
    {
        foreach (
            var edges in new[] { udsnit.Edges.Where(e => e.Type == EdgeType.HoererUnder), udsnit.Edges.Where(e => e.Type.IsHierarchy()) }
        )
        {
            foreach (var brud in TheHierarchyHasNoCycle.Check(edges.Select(e => (e.From, e.To))))
            {
                yield return At(udsnit.Find(brud.Element)!, brud.Besked);
            }
        }
    }
}
