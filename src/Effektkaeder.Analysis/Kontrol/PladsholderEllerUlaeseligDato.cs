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
    public override IEnumerable<Fund> Find(Udsnit udsnit)
    {
        foreach (var node in Of(udsnit, NodeKind.Milepael, NodeKind.Opfoelgning, NodeKind.Maaling, NodeKind.Indikator))
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
