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
    public override IEnumerable<Fund> Find(Udsnit udsnit)
    {
        foreach (var effekt in Of(udsnit, NodeKind.Effekt))
        {
            var measured = udsnit.EdgesOf(effekt.Key).Where(e => e.Type == EdgeType.MaalesPaa && e.From == effekt.Key).ToList();
            if (measured.Count == 0)
            {
                yield return At(effekt, "Ingen indikator måler effekten.", alvor: Alvor.Fejl);
            }
            else if (measured.All(e => e.Grund != Grund.Tekst))
            {
                yield return At(
                    effekt,
                    $"{measured.Count} indikatorer står i samme skema, men ingen af dem siger, at de måler netop denne effekt."
                );
            }
        }
    }
}
