using Effektkaeder.Domain;

namespace Effektkaeder.Analysis.Kontrol;

internal sealed record IngenAnsvarlig()
    : Kontrolregel("INGEN_ANSVARLIG", Alvor.Advarsel, "Ingen ansvarlig", "Hvert bidrag har en, der står på mål for det.")
{
    public override bool ErEfterNoegle => true;

    public override IEnumerable<Fund> Find(Udsnit udsnit)
    {
        var form = new Formular(udsnit);
        return from node in form.Asked("Ansvarlig", Numbers(udsnit, NodeKind.Indsats, NodeKind.Bidrag)).Select(n => udsnit.Nodes[n])
               where
                   form.Has(node, "Ansvarlig")
                   && !udsnit.Parents(node.Key).Prepend(node).Any(n => udsnit.Sources(n.Key, EdgeType.AnsvarligFor).Any())
                   && !udsnit.Children(node.Key).Any(n => udsnit.Sources(n.Key, EdgeType.AnsvarligFor).Any())
               select At(node, "Ingen står som ansvarlig.");
    }
}
