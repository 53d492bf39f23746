using Effektkaeder.Domain;

namespace Effektkaeder.Analysis.Kontrol;

internal sealed record MaalUdenVision()
    : Kontrolregel("MAAL_UDEN_VISION", Alvor.Bemaerkning, "Politisk mål uden vision", "Der er en rød tråd fra vision til handling.")
{
    public override IEnumerable<Fund> Find(Udsnit udsnit) =>
        from maal in udsnit.NodesOf(NodeKind.PolitiskMaal)
        where !udsnit.Parents(maal.Key).Any(n => n.Kind == NodeKind.Vision)
        select At(maal, "Målet udmønter ingen vision.");
}
