using Effektkaeder.Domain;

namespace Effektkaeder.Analysis.Kontrol;

internal sealed record BidragUdenEffekt()
    : Kontrolregel("BIDRAG_UDEN_EFFEKT", Alvor.Fejl, "Bidrag uden effekt", "En aftale styrer efter den effekt, borgerne skal mærke.")
{
    public override bool ErEfterNoegle => true;

    public override IEnumerable<Fund> Find(Udsnit udsnit) =>
        from bidrag in Numbers(udsnit, NodeKind.Bidrag)
        where !udsnit.Children(bidrag).Any(n => udsnit.KindOf(n) == NodeKind.Effekt)
        select At(udsnit.Nodes[bidrag], "Bidraget fører ikke til nogen effekt.");
}
