using Effektkaeder.Domain;

namespace Effektkaeder.Analysis.Kontrol;

internal sealed record IngenBaseline()
    : Kontrolregel("INGEN_BASELINE", Alvor.Advarsel, "Ingen baseline", "En ændring kan kun ses, når tilstanden før den er kendt.")
{
    public override bool ErEfterNoegle => true;

    public override IEnumerable<Fund> Find(Udsnit udsnit)
    {
        foreach (var owner in Numbers(udsnit, NodeKind.Indsats, NodeKind.Bidrag))
        {
            var baselines = Baselines(udsnit, owner).ToList();
            if (baselines.Find(b => b.Indhold[Egenskaber.Tilstand] == "ingen") is { } declared)
            {
                yield return At(udsnit.Nodes[owner], "Baseline er angivet som ingen.", declared);
            }
            else if (
                baselines.Count == 0
                && !HasAbove(udsnit, owner)
                // What has effects of its own below, or the form's point as a whole, is where a baseline belongs.
                && udsnit.Children(owner).Any(n => udsnit.KindOf(n) == NodeKind.Effekt)
            )
            {
                yield return At(udsnit.Nodes[owner], "Der er hverken en baseline eller en plan om en.");
            }
        }
    }

    internal static IEnumerable<Node> Baselines(Udsnit udsnit, int owner) =>
        udsnit.Targets(owner, EdgeType.HarMaaling).Where(m => udsnit.ArtOf(m) == "baseline").Select(m => udsnit.Nodes[m]);

    private static bool HasAbove(Udsnit udsnit, int owner) =>
        udsnit.Parents(owner).Any(p => udsnit.KindOf(p) == NodeKind.Indsats && Baselines(udsnit, p).Any());
}
