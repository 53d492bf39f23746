using Effektkaeder.Domain;

namespace Effektkaeder.Analysis.Kontrol;

internal sealed record KoblingTilSkygge()
    : Kontrolregel(
        "KOBLING_TIL_SKYGGE",
        Alvor.Bemaerkning,
        "Kobling til noget, der ikke er indlæst",
        "Hele organisationens mål ses samlet, på langs og på tværs."
    )
{
    public override IEnumerable<Fund> Find(Udsnit udsnit) =>
        from kobling in udsnit.EdgesOf(EdgeType.KoblerTil)
        let ends = (From: udsnit.Find(kobling.From)!, To: udsnit.Find(kobling.To)!)
        // Only documents can be imported; an organisation that is merely named is no gap.
        let skygge = new[] { ends.To, ends.From }.FirstOrDefault(n => n.Henvist && n.Kind is NodeKind.Aftale or NodeKind.Politik)
        where skygge is not null
        select At(
            skygge == ends.To ? ends.From : ends.To,
            $"Kobler til »{skygge.Titel}«, som ikke er indlæst.",
            skygge,
            sted: kobling.Vist.Evidens.FirstOrDefault()
        );
}
