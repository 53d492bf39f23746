using Effektkaeder.Domain;

namespace Effektkaeder.Analysis.Kontrol;

/// <summary>A coupling between two imported agreements' own nodes that only one of the agreements states.</summary>
internal sealed record EnsidigKobling()
    : Kontrolregel("ENSIDIG_KOBLING", Alvor.Advarsel, "Kobling, som kun den ene side nævner", "Den, der forpligtes, skal vide det.")
{
    public override IEnumerable<Fund> Find(Udsnit udsnit)
    {
        foreach (
            var kobling in udsnit
                .EdgesOf(EdgeType.KoblerTil)
                .Where(e => e.Art is KoblingArt.Eksplicit or KoblingArt.Forpligtelse or KoblingArt.Omtale)
        )
        {
            var (from, to) = (udsnit.Find(kobling.From)!, udsnit.Find(kobling.To)!);
            var other = Statements(to)
                .FirstOrDefault(a =>
                    udsnit.Find(a) is { Kind: NodeKind.Aftale, Henvist: false } && !kobling.Udsagn.Any(u => u.Aftale == a)
                );
            if (other is not null && !to.Henvist && (to.Kind.IsChain() || to.Kind == NodeKind.Aftale))
            {
                yield return At(
                    from,
                    $"»{to.Titel}« nævner ikke koblingen i sin egen aftale ({udsnit.Find(other)!.Titel}).",
                    to,
                    sted: kobling.Vist.Evidens.FirstOrDefault()
                );
            }
        }
    }

    /// <summary>The agreements that really state a node, those that only name it left out.</summary>
    private static IEnumerable<string> Statements(Node node) => node.Udsagn.Where(u => !u.Indhold.Henvist).Select(u => u.Aftale);
}
