using Effektkaeder.Domain;

namespace Effektkaeder.Analysis.Kontrol;

internal sealed record MaalUdenVision()
    : Kontrolregel("MAAL_UDEN_VISION", Alvor.Bemaerkning, "Politisk mål uden vision", "Der er en rød tråd fra vision til handling.")
{
    public override bool ErEfterNoegle => true;

    public override IEnumerable<Fund> Find(Udsnit udsnit) =>
        from maal in udsnit.NumbersOf(NodeKind.PolitiskMaal)
        where !udsnit.Parents(maal).Any(n => udsnit.KindOf(n) == NodeKind.Vision)
        select At(udsnit.Nodes[maal], "Målet udmønter ingen vision.");
}
