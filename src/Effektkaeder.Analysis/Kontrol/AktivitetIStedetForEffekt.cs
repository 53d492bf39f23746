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
    public override bool ErEfterNoegle => true;

    public override IEnumerable<Fund> Find(Udsnit udsnit) =>
        from node in Of(udsnit, NodeKind.Effekt, NodeKind.Indikator, NodeKind.Opfoelgning)
        let match = Product().Match(Fold.Of(node.Indhold.Tekst))
        where match.Success
        select At(node, $"Teksten beskriver noget, der laves (»{Ordret(node.Indhold.Tekst, match.Value.Trim())}«), ikke en ændring.");

    /// <summary>The fewest words of the text that the folded ones stand for: what is quoted is what the source says.</summary>
    private static string Ordret(string text, string folded)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var parts =
            from length in Enumerable.Range(1, words.Length)
            from start in Enumerable.Range(0, words.Length - length + 1)
            let part = string.Join(' ', words[start..(start + length)])
            where Fold.Of(part).Contains(folded, StringComparison.Ordinal)
            select part.Trim('.', ',', ';', ':');
        return parts.FirstOrDefault(folded);
    }

    [GeneratedRegex(
        @"\b(der foreligger|samlet strategi|en strategi|strategier for|strategidokument\w*|udkast til|forslag til|udvikling af"
            + @"|etablering af|oprettelse af|udarbejdelse af|udvide og/eller udvikle|indskrives|indlaegger|ivaerksaettes konkrete|er "
            + @"etableret|er opdateret|driftsform\w*)\b",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Product();
}
