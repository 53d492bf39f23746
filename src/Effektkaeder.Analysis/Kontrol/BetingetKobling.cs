using Effektkaeder.Domain;

namespace Effektkaeder.Analysis.Kontrol;

internal sealed record BetingetKobling()
    : Kontrolregel(
        "BETINGET_KOBLING",
        Alvor.Advarsel,
        "Betinget kobling, som ikke er godkendt",
        "Det, der afhænger af en beslutning, følges til den er taget."
    )
{
    public override IEnumerable<Fund> Find(Udsnit udsnit) =>
        from kobling in udsnit.EdgesOf(EdgeType.KoblerTil)
        where kobling.Betinget is not null && kobling.Status == KoblingStatus.Foreslaaet
        let to = udsnit.Find(kobling.To)!
        select At(
            udsnit.Find(kobling.From)!,
            $"Koblingen til »{to.Titel}« gælder kun på betingelse: {kobling.Betinget}",
            to,
            sted: kobling.Vist.Evidens.FirstOrDefault()
        );
}
