using Effektkaeder.Domain;

namespace Effektkaeder.Analysis.Kontrol;

internal sealed record IndikatorKanIkkeBedoemmes()
    : Kontrolregel(
        "INDIKATOR_KAN_IKKE_BEDOEMMES",
        Alvor.Advarsel,
        "Indikator, der ikke kan bedømmes",
        "Effekten skal kunne måles, med tal eller på anden vis."
    )
{
    public override bool ErEfterNoegle => true;

    public override IEnumerable<Fund> Find(Udsnit udsnit) =>
        from number in Numbers(udsnit, NodeKind.Indikator)
        where (udsnit.KontrolmaerkerOf(number) & Kontrolmaerker.VageOrd) != 0
        let indikator = udsnit.Nodes[number]
        where Indikatorlaesning.Art(udsnit, indikator) == Indikatorart.Vag
        select At(indikator, "Indikatoren nævner hverken et antal, en andel, et redskab eller en hændelse, den kan bedømmes på.");
}
