using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;

namespace Effektkaeder.Analysis.Kontrol;

internal sealed record AktivitetIStedetForEffekt()
    : Kontrolregel(
        "AKTIVITET_I_STEDET_FOR_EFFEKT",
        Alvor.Bemaerkning,
        "Aktivitet eller produkt, hvor der ventes en effekt",
        "En effekt er en ændring for målgruppen; det, der laves undervejs, er aktivitet."
    )
{
    public override bool ErEfterNoegle => true;

    public override IEnumerable<Fund> Find(Udsnit udsnit) =>
        from number in Numbers(udsnit, NodeKind.Effekt, NodeKind.Indikator, NodeKind.Opfoelgning)
        where (udsnit.KontrolmaerkerOf(number) & Kontrolmaerker.Produktord) != 0
        let node = udsnit.Nodes[number]
        let match = Kendeord.Product().Match(Fold.Of(node.Indhold.Tekst))
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
}
