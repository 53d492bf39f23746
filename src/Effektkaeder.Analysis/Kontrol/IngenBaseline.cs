using Effektkaeder.Domain;

namespace Effektkaeder.Analysis.Kontrol;

internal sealed record IngenBaseline()
    : Kontrolregel("INGEN_BASELINE", Alvor.Advarsel, "Ingen baseline", "En ændring kan kun ses, når tilstanden før den er kendt.")
{
    public override IEnumerable<Fund> Find(Udsnit udsnit)
    {
        foreach (var owner in Of(udsnit, NodeKind.Indsats, NodeKind.Bidrag))
        {
            // What has effects of its own below, or the form's point as a whole, is where a baseline belongs.
            if (!udsnit.Children(owner.Key).Any(n => n.Kind == NodeKind.Effekt) || HasAbove(udsnit, owner))
            {
                continue;
            }

            var baseline = Baselines(udsnit, owner).FirstOrDefault();
            if (baseline is null)
            {
                yield return At(owner, "Der er hverken en baseline eller en plan om en.");
            }
            else if (baseline.Indhold[Egenskaber.Tilstand] == "ingen")
            {
                yield return At(owner, "Baseline er angivet som ingen.", baseline);
            }
        }
    }

    internal static IEnumerable<Node> Baselines(Udsnit udsnit, Node owner) =>
        udsnit.Targets(owner.Key, EdgeType.HarMaaling).Where(m => m.Indhold.Art == "baseline");

    private static bool HasAbove(Udsnit udsnit, Node owner) =>
        udsnit.Parents(owner.Key).Any(p => p.Kind == NodeKind.Indsats && Baselines(udsnit, p).Any());
}
