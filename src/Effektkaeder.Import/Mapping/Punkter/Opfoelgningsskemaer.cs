using Effektkaeder.Domain;
using Effektkaeder.Import.Diagnostics;
using Effektkaeder.Import.Mapping.Felter;
using Effektkaeder.Import.Mapping.Former;
using Effektkaeder.Import.Mapping.Kladde;

namespace Effektkaeder.Import.Mapping.Punkter;

/// <summary>
/// The form that a follow-up is written in, inside an agreement. Blank it holds only prompts and gives nothing; filled in it is a held
/// follow-up of the effort, or of the contribution, that it names.
/// </summary>
internal sealed class Opfoelgningsskemaer(Kortlaegning k)
{
    internal void Map(UdfyldtSkema udfyldt)
    {
        var skema = new Opfoelgningsskema(k.Hoved.Kilde, null, null, udfyldt.Linje, Skemafelter.Of(udfyldt, k.Fil));
        if (!skema.IsFilled)
        {
            return;
        }

        var titel = skema[Opfoelgningsskema.Titelfelt];
        if (titel is null || Ejer(titel) is not { } ejer)
        {
            k.Diagnostics.Add(Beskeder.OpfoelgningUdenIndsats(k.Fil, udfyldt.Linje, titel ?? ""));
            return;
        }

        var ejertitel = k.Bygger.Indhold(ejer)!.Titel;
        var herkomst = skema.Felter[0].Herkomst;
        var (sted, navn) = (Slug.Of(ejertitel), skema.Navn(ejertitel));
        var key = NodeKeys.InDocument(k.Hoved.Key, sted, NodeKind.Opfoelgning, navn);
        for (var twin = 2; k.Bygger.Has(key); twin++)
        {
            key = NodeKeys.InDocument(k.Hoved.Key, sted, NodeKind.Opfoelgning, navn, twin);
        }

        k.Bygger.Node(key, NodeKind.Opfoelgning, skema.Afholdt(ejertitel, k.Hoved.Tid), herkomst);
        foreach (var felt in skema.Felter)
        {
            k.Bygger.Felt(key, felt);
        }

        k.Bygger.Edge(EdgeType.FoelgesOp, ejer, key, herkomst);
    }

    /// <summary>The effort or contribution whose title, or the name before its ":", the form gives.</summary>
    private string? Ejer(string titel)
    {
        var plain = Identitet.Plain(titel);
        return k
            .Bygger.Nodes()
            .Where(n => n.Kind is NodeKind.Indsats or NodeKind.Bidrag && !n.Indhold.Henvist)
            .Where(n => Identitet.Plain(n.Indhold.Titel) == plain || Identitet.Plain(n.Indhold.Tekst) == plain)
            .OrderBy(n => n.Kind)
            .ThenBy(n => n.Key, StringComparer.Ordinal)
            .Select(n => n.Key)
            .FirstOrDefault();
    }
}
