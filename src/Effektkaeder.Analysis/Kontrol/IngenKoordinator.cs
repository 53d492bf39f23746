using Effektkaeder.Domain;

namespace Effektkaeder.Analysis.Kontrol;

internal sealed record IngenKoordinator()
    : Kontrolregel("INGEN_KOORDINATOR", Alvor.Bemaerkning, "Ingen koordinator", "Der koordineres på tværs, hvor der er brug for det.")
{
    public override bool ErEfterNoegle => true;

    public override IEnumerable<Fund> Find(Udsnit udsnit)
    {
        var form = new Formular(udsnit);
        return from indsats in form.Asked("Koordinator", Numbers(udsnit, NodeKind.Indsats)).Select(n => udsnit.Nodes[n])
               where
                   form.Has(indsats, "Koordinator")
                   && !udsnit.Sources(indsats.Key, EdgeType.Koordinerer).Any()
                   && !udsnit.Children(indsats.Key).Any(n => udsnit.Sources(n.Key, EdgeType.Koordinerer).Any())
               select At(indsats, "Ingen koordinerer indsatsen.");
    }
}
