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
    public override IEnumerable<Fund> Find(Udsnit udsnit)
    {
        foreach (var indsats in Of(udsnit, NodeKind.Indsats))
        {
            var maal = udsnit.Parents(indsats.Key).Where(n => n.Kind == NodeKind.PolitiskMaal).ToList();
            if (maal.Count == 0)
            {
                yield return At(indsats, "Indsatsen hører ikke under noget politisk mål.");
            }
            else if (maal.All(m => m.Indhold.Uspecificeret))
            {
                yield return At(
                    indsats,
                    $"Indsatsen nævner kun dokumentet »{maal[0].Titel}«, ikke hvilket mål i det.",
                    maal[0],
                    Alvor.Bemaerkning
                );
            }
        }
    }
}
