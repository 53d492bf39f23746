using System.Text.RegularExpressions;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Domain.Tid;
using Effektkaeder.Import.Diagnostics;
using Effektkaeder.Import.Mapping.Former;
using Effektkaeder.Import.Mapping.Kladde;
using Effektkaeder.Import.Mapping.Skabeloner;

namespace Effektkaeder.Import.Mapping.Punkter;

/// <summary>
/// The form that a follow-up is written in. Blank it holds only prompts and gives nothing; filled in it is a
/// held follow-up of the effort, or of the contribution, that it names.
/// </summary>
internal sealed partial class Opfoelgningsskemaer(Kortlaegning k)
{
    internal void Map(UdfyldtSkema skema)
    {
        var felter = skema.Felter.Select(f => (f.Felt, Vaerdi: Vaerdi(skema.Skema, f))).ToList();
        if (felter.All(f => f.Vaerdi.Status is Feltstatus.Ledetekst or Feltstatus.Tom or Feltstatus.Pladsholder))
        {
            return;
        }

        var titel = Of(felter, "skema-titel");
        if (titel is null || Ejer(titel) is not { } ejer)
        {
            k.Diagnostics.Add(Beskeder.OpfoelgningUdenIndsats(k.Fil, skema.Linje, titel ?? ""));
            return;
        }

        var tidspunkt = Of(felter, "skema-tidspunkt");
        var tider = tidspunkt is null ? [] : TidsudtrykReader.FindAll(tidspunkt, k.Hoved.Tid).Select(f => f.Udtryk).ToValueList();
        var navn = "Opfølgning på " + k.Bygger.Indhold(ejer)!.Titel + (tidspunkt is null ? "" : ", " + tidspunkt);
        var tekst = string.Join(
            '\n',
            felter
                .Where(f =>
                    f.Vaerdi.Status == Feltstatus.Vaerdi && f.Felt.Rolle is not ("skema-titel" or "skema-ansvarlig" or "skema-tidspunkt")
                )
                .Select(f => $"{f.Felt.Label}: {f.Vaerdi.Tekst}")
        );
        var herkomst = felter[0].Vaerdi.Herkomst;
        var sted = Slug.Of(k.Bygger.Indhold(ejer)!.Titel);
        var key = NodeKeys.InDocument(k.Hoved.Key, sted, NodeKind.Opfoelgning, navn);
        for (var twin = 2; k.Bygger.Has(key); twin++)
        {
            key = NodeKeys.InDocument(k.Hoved.Key, sted, NodeKind.Opfoelgning, navn, twin);
        }

        k.Bygger.Node(
            key,
            NodeKind.Opfoelgning,
            new Indhold(Titel.Cut(navn), tekst.Length > 0 ? tekst : navn)
            {
                Art = "opfoelgning",
                Tider = tider,
                Egenskaber = [new(Egenskaber.Forloeb, "afholdt")],
            },
            herkomst
        );
        foreach (var (_, vaerdi) in felter)
        {
            k.Bygger.Felt(key, vaerdi);
        }

        k.Bygger.Edge(EdgeType.FoelgesOp, ejer, key, herkomst);
    }

    private Feltvaerdi Vaerdi(Skema skema, UdfyldtFelt felt)
    {
        var tekst = felt.Indhold.Text;
        var plain = Identitet.Plain(tekst);
        var status =
            plain.Length == 0 ? Feltstatus.Tom
            : skema.Ledetekster.Any(l => plain.StartsWith(l, StringComparison.Ordinal)) ? Feltstatus.Ledetekst
            : Klammer().IsMatch(tekst) ? Feltstatus.Pladsholder
            : Feltstatus.Vaerdi;
        return new Feltvaerdi(
            felt.Felt.Label,
            felt.Felt.Gruppe,
            tekst,
            status,
            new Herkomst(k.Fil, felt.Indhold.Line, felt.Indhold.Raw, felt.Felt.Label),
            []
        );
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

    private static string? Of(List<(Felt Felt, Feltvaerdi Vaerdi)> felter, string rolle) =>
        felter.Where(f => f.Felt.Rolle == rolle && f.Vaerdi.Status == Feltstatus.Vaerdi).Select(f => f.Vaerdi.Tekst).FirstOrDefault();

    [GeneratedRegex(@"\A\[[^\]]*\]\z", RegexOptions.CultureInvariant)]
    private static partial Regex Klammer();
}
