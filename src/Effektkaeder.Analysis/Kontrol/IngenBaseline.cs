using Effektkaeder.Domain;

namespace Effektkaeder.Analysis.Kontrol;

internal sealed record IngenBaseline()
    : Kontrolregel("INGEN_BASELINE", Alvor.Advarsel, "Ingen baseline", "En ændring kan kun ses, når tilstanden før den er kendt.")
{
    public override IEnumerable<Fund> Find(Udsnit udsnit)
    {
        foreach (var owner in Of(udsnit, NodeKind.Indsats, NodeKind.Bidrag))
        {
            var baselines = Baselines(udsnit, owner).ToList();
            if (baselines.Find(b => b.Indhold[Egenskaber.Tilstand] == "ingen") is { } declared)
            {
                yield return At(owner, "Baseline er angivet som ingen.", declared);
            }
            else if (
                baselines.Count == 0
                && !HasAbove(udsnit, owner)
                // What has effects of its own below, or the form's point as a whole, is where a baseline belongs.
                && udsnit.Children(owner.Key).Any(n => n.Kind == NodeKind.Effekt)
            )
            {
                yield return At(owner, "Der er hverken en baseline eller en plan om en.");
            }
        }
    }

    internal static IEnumerable<Node> Baselines(Udsnit udsnit, Node owner) =>
        udsnit.Targets(owner.Key, EdgeType.HarMaaling).Where(m => m.Indhold.Art == "baseline");

    private static bool HasAbove(Udsnit udsnit, Node owner) =>
        udsnit.Parents(owner.Key).Any(p => p.Kind == NodeKind.Indsats && Baselines(udsnit, p).Any());
}
