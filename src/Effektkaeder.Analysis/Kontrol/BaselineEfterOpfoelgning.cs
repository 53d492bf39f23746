using Effektkaeder.Domain;

namespace Effektkaeder.Analysis.Kontrol;

internal sealed record BaselineEfterOpfoelgning()
    : Kontrolregel(
        "BASELINE_EFTER_OPFOELGNING",
        Alvor.Advarsel,
        "Baseline måles efter opfølgning",
        "En ændring kan kun ses, når tilstanden før den er kendt."
    )
{
    public override IEnumerable<Fund> Find(Udsnit udsnit) =>
        from owner in Numbers(udsnit, NodeKind.Indsats, NodeKind.Bidrag)
        from baseline in IngenBaseline.Baselines(udsnit, owner)
        from measured in baseline.Indhold.Tider.Where(t => t.HarInterval).Take(1)
        from opfoelgning in udsnit.Targets(owner, EdgeType.FoelgesOp).Select(n => udsnit.Nodes[n])
        where opfoelgning.Indhold.Tider.Any(t => t.HarInterval && (t.Til ?? t.Fra) < (measured.Fra ?? measured.Til))
        select At(baseline, $"Baseline måles {measured.Tekst}, efter opfølgningen »{opfoelgning.Titel}«.", opfoelgning);
}
