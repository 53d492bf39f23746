using Effektkaeder.Domain;

namespace Effektkaeder.Analysis.Kontrol;

/// <summary>Only a pairing by the words counts: standing in the same table does not say what is measured.</summary>
internal sealed record EffektUdenIndikator()
    : Kontrolregel(
        "EFFEKT_UDEN_INDIKATOR",
        Alvor.Advarsel,
        "Effekt uden indikator",
        "Effekten skal kunne måles, med tal eller på anden vis."
    )
{
    public override IReadOnlyList<Alvor> Grader => [Alvor.Fejl, Alvor.Advarsel];

    public override bool ErEfterNoegle => true;

    public override IEnumerable<Fund> Find(Udsnit udsnit)
    {
        foreach (var effekt in Numbers(udsnit, NodeKind.Effekt))
        {
            var measured = udsnit.Out(effekt).ToArray().Where(e => udsnit.TypeOf(e) == EdgeType.MaalesPaa).ToList();
            if (measured.Count == 0)
            {
                yield return At(udsnit.Nodes[effekt], "Ingen indikator måler effekten.", alvor: Alvor.Fejl);
            }
            else if (measured.All(e => udsnit.GrundOf(e) != Grund.Tekst))
            {
                yield return At(
                    udsnit.Nodes[effekt],
                    $"{measured.Count} indikatorer står i samme skema, men ingen af dem siger, at de måler netop denne effekt."
                );
            }
        }
    }
}
