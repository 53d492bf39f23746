using Effektkaeder.Domain;

namespace Effektkaeder.Analysis.Kontrol;

internal sealed record GentagelseUdenAnker()
    : Kontrolregel(
        "GENTAGELSE_UDEN_ANKER",
        Alvor.Bemaerkning,
        "Gentagelse uden begyndelse",
        "Aftalte handlinger har en tid, der kan følges op på."
    )
{
    public override bool ErEfterNoegle => true;

    public override IEnumerable<Fund> Find(Udsnit udsnit) =>
        from node in Of(udsnit, NodeKind.Milepael, NodeKind.Opfoelgning)
        from tid in node.Indhold.Tider
        where tid.Gentagelse is { Anker: null }
        select At(node, $"»{tid.Tekst}« siger ikke, hvornår det begynder.");
}
