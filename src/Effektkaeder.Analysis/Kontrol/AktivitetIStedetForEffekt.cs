using System.Text.RegularExpressions;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;

namespace Effektkaeder.Analysis.Kontrol;

internal sealed partial record AktivitetIStedetForEffekt()
    : Kontrolregel(
        "AKTIVITET_I_STEDET_FOR_EFFEKT",
        Alvor.Bemaerkning,
        "Aktivitet eller produkt, hvor der ventes en effekt",
        "En effekt er en ændring for målgruppen; det, der laves undervejs, er aktivitet."
    )
{
    public override IEnumerable<Fund> Find(Udsnit udsnit) =>
        from node in Of(udsnit, NodeKind.Effekt, NodeKind.Indikator, NodeKind.Opfoelgning)
        let match = Product().Match(Fold.Of(node.Indhold.Tekst))
        where match.Success
        select At(node, $"Teksten beskriver noget, der laves (»{match.Value.Trim()}«), ikke en ændring.");

    [GeneratedRegex(
        @"\b(der foreligger|samlet strategi|en strategi|strategier for|strategidokument\w*|udkast til|forslag til|udvikling af"
            + @"|etablering af|oprettelse af|udarbejdelse af|udvide og/eller udvikle|indskrives|indlaegger|ivaerksaettes konkrete|er "
            + @"etableret|er opdateret|driftsform\w*)\b",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Product();
}
