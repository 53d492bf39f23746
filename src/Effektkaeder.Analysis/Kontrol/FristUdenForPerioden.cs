using System.Globalization;
using Effektkaeder.Domain;

namespace Effektkaeder.Analysis.Kontrol;

internal sealed record FristUdenForPerioden()
    : Kontrolregel(
        "FRIST_UDEN_FOR_PERIODEN",
        Alvor.Advarsel,
        "Frist uden for aftalens periode",
        "En aftale kan kun love noget i sin egen periode."
    )
{
    public override bool ErEfterNoegle => true;

    public override IEnumerable<Fund> Find(Udsnit udsnit) =>
        from node in Of(udsnit, NodeKind.Milepael)
        let aftale = udsnit.Find(node.Vist.Aftale)
        where aftale is not null
        from due in node.Indhold.Tider.Where(t => t.HarInterval)
        where (due.Til ?? due.Fra) < Day(aftale, Egenskaber.PeriodeFra) || (due.Fra ?? due.Til) > Day(aftale, Egenskaber.PeriodeTil)
        select At(
            node,
            $"{due.Tekst} ligger uden for »{aftale.Titel}« ({aftale.Indhold[Egenskaber.PeriodeFra]} til "
                + $"{aftale.Indhold[Egenskaber.PeriodeTil]}).",
            aftale
        );

    private static DateOnly? Day(Node aftale, string egenskab) =>
        aftale.Indhold[egenskab] is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
