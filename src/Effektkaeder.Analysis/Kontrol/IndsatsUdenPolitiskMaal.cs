using Effektkaeder.Domain;

namespace Effektkaeder.Analysis.Kontrol;

internal sealed record IndsatsUdenPolitiskMaal()
    : Kontrolregel(
        "INDSATS_UDEN_POLITISK_MAAL",
        Alvor.Fejl,
        "Indsats uden politisk mål",
        "Hver indsats udspringer af et mål, som politikerne har sat."
    )
{
    public override IReadOnlyList<Alvor> Grader => [Alvor.Fejl, Alvor.Bemaerkning];

    public override bool ErEfterNoegle => true;

    public override IEnumerable<Fund> Find(Udsnit udsnit)
    {
        foreach (var indsats in Numbers(udsnit, NodeKind.Indsats))
        {
            var maal = udsnit.Parents(indsats).Where(n => udsnit.KindOf(n) == NodeKind.PolitiskMaal).ToList();
            if (maal.Count == 0)
            {
                yield return At(udsnit.Nodes[indsats], "Indsatsen hører ikke under noget politisk mål.");
            }
            else if (maal.All(m => (udsnit.MaerkerOf(m) & Nodemaerker.Uspecificeret) != 0))
            {
                var named = udsnit.Nodes[maal[0]];
                yield return At(
                    udsnit.Nodes[indsats],
                    $"Indsatsen nævner kun dokumentet »{named.Titel}«, ikke hvilket mål i det.",
                    named,
                    Alvor.Bemaerkning
                );
            }
        }
    }
}
