using Effektkaeder.Domain;

namespace Effektkaeder.Analysis.Kontrol;

internal sealed record BidragUdenEffekt()
    : Kontrolregel("BIDRAG_UDEN_EFFEKT", Alvor.Fejl, "Bidrag uden effekt", "En aftale styrer efter den effekt, borgerne skal mærke.")
{
    public override IEnumerable<Fund> Find(Udsnit udsnit) =>
        from bidrag in Of(udsnit, NodeKind.Bidrag)
        where !udsnit.Children(bidrag.Key).Any(n => n.Kind == NodeKind.Effekt)
        select At(bidrag, "Bidraget fører ikke til nogen effekt.");
}
