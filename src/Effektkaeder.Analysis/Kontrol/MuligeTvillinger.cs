using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;

namespace Effektkaeder.Analysis.Kontrol;

/// <summary>Two nodes of one kind in one municipality whose titles hold the same words, in whatever order and form.</summary>
internal sealed record MuligeTvillinger()
    : Kontrolregel("MULIGE_TVILLINGER", Alvor.Bemaerkning, "To, der ligner én", "Fælles mål betyder det samme overalt.")
{
    private static readonly NodeKind[] Kinds =
    [
        NodeKind.Vision,
        NodeKind.PolitiskMaal,
        NodeKind.Indsats,
        NodeKind.Politik,
        NodeKind.Organisation,
        NodeKind.Redskab,
        NodeKind.Emne,
    ];

    public override IEnumerable<Fund> Find(Udsnit udsnit) =>
        from alike in udsnit.NodesOf(Kinds).GroupBy(n => (n.Kommune, n.Kind, Words(n)))
        where alike.Key.Item3.Length > 0
        let first = alike.First()
        from other in alike.Skip(1)
        select At(other, $"Ligner »{first.Titel}« ({first.Key}).", first);

    private static string Words(Node node) =>
        string.Join(
            ' ',
            Soegeord.Split(node.Titel).Where(w => w.Length > 3 || char.IsAsciiDigit(w[0])).Distinct().Order(StringComparer.Ordinal)
        );
}
