using Effektkaeder.Domain;

namespace Effektkaeder.Analysis.Kontrol;

internal sealed record IndikatorUdenDokumentation()
    : Kontrolregel(
        "INDIKATOR_UDEN_DOKUMENTATION",
        Alvor.Advarsel,
        "Indikator uden dokumentation",
        "Det skal kunne vises, at en indikator er nået."
    )
{
    public override bool ErEfterNoegle => true;

    public override IEnumerable<Fund> Find(Udsnit udsnit)
    {
        var form = new Formular(udsnit);
        return from indikator in form.Asked("Dokumentation", Numbers(udsnit, NodeKind.Indikator)).Select(n => udsnit.Nodes[n])
               where
                   form.Has(indikator, "Dokumentation")
                   && !udsnit.Targets(indikator.Key, EdgeType.DokumenteresVed).Any()
                   && !PointsToItself(udsnit, indikator)
               select At(indikator, "Intet i feltet Dokumentation viser, at indikatoren er nået.");
    }

    /// <summary>A documentation field that only points to the indicators counts as present.</summary>
    private static bool PointsToItself(Udsnit udsnit, Node indikator) =>
        Slaegt
            .Above(udsnit, [indikator])
            .Any(n => n.Udsagn.Any(u => u.Felter.Any(f => f.Label == "Dokumentation" && f.Status == Feltstatus.Henvisning)));
}
