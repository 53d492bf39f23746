using Effektkaeder.Domain;
using Effektkaeder.Domain.Tid;

namespace Effektkaeder.Analysis.Kontrol;

/// <summary>Only what feeds the date checks: milestones, follow-ups, measurements, and the dates of indicators.</summary>
internal sealed record PladsholderEllerUlaeseligDato()
    : Kontrolregel(
        "PLADSHOLDER_ELLER_ULAESELIG_DATO",
        Alvor.Advarsel,
        "Pladsholder eller dato, der ikke kan læses",
        "Aftalte handlinger har en tid, der kan følges op på."
    )
{
    public override IReadOnlyList<Alvor> Grader => [Alvor.Fejl, Alvor.Bemaerkning];

    public override bool ErEfterNoegle => true;

    public override IEnumerable<Fund> Find(Udsnit udsnit)
    {
        foreach (
            var node in Numbers(udsnit, NodeKind.Milepael, NodeKind.Opfoelgning, NodeKind.Maaling, NodeKind.Indikator)
                .Where(n => (udsnit.KontrolmaerkerOf(n) & Kontrolmaerker.TidUdenDato) != 0)
                .Select(n => udsnit.Nodes[n])
        )
        {
            foreach (var tid in node.Indhold.Tider.Where(t => t.Tilstand != TidsTilstand.Vaerdi))
            {
                yield return At(
                    node,
                    tid.Tilstand == TidsTilstand.Pladsholder
                        ? $"»{tid.Tekst}« er en pladsholder; datoen mangler."
                        : $"»{tid.Tekst}« kan ikke læses som en dato: {tid.Begrundelse}",
                    alvor: tid.Tilstand == TidsTilstand.Pladsholder ? Alvor.Fejl : Alvor.Bemaerkning
                );
            }
        }
    }
}
