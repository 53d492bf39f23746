using System.Text.RegularExpressions;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Domain.Tid;
using Effektkaeder.Import.Mapping.Felter;
using Effektkaeder.Import.Mapping.Former;
using Effektkaeder.Import.Mapping.Kladde;

namespace Effektkaeder.Import.Mapping.Punkter;

/// <summary>At most one baseline a point: from its field, else from whatever names one; all that name it point to it.</summary>
internal sealed partial class Baselines(Kortlaegning k, KortlagtPunkt p)
{
    internal void Felt(UdfyldtFelt felt, Feltvaerdi vaerdi)
    {
        var tilstand = vaerdi.Status switch
        {
            Feltstatus.Ingen => "ingen",
            Feltstatus.Planlagt => "planlagt",
            Feltstatus.Vaerdi or Feltstatus.Afkortet => "vaerdi",
            _ => null,
        };
        if (tilstand is not null)
        {
            var tekst = Nodetekster.Whole(felt.Indhold);
            p.Baseline = Node(tekst, felt.Felt.Label, tilstand);
            // Beside one indicator a value is where that begins.
            var hvis =
                tilstand == "vaerdi" && p.Punkt.Slags is not null | p.Punkt.IsRow && p.Indikatorer is [var (eneste, _)] ? eneste : p.Ejer;
            if (EdgeTypes.Allows(EdgeType.HarMaaling, k.Bygger.Kind(hvis), NodeKind.Maaling))
            {
                k.Bygger.Edge(EdgeType.HarMaaling, hvis, p.Baseline, tekst.Herkomst(k.Fil, felt.Felt.Label));
            }
        }
    }

    internal void Connect()
    {
        foreach (var (key, tekst, label) in p.MayNameBaseline.Where(n => Named().IsMatch(n.Tekst.Tekst)))
        {
            var herkomst = tekst.Herkomst(k.Fil, label);
            if (p.Baseline is null)
            {
                p.Baseline = Node(tekst, label, "planlagt");
                if (EdgeTypes.Allows(EdgeType.HarMaaling, k.Bygger.Kind(p.Ejer), NodeKind.Maaling))
                {
                    k.Bygger.Edge(EdgeType.HarMaaling, p.Ejer, p.Baseline, herkomst);
                }
            }

            k.Bygger.Edge(EdgeType.HarMaaling, key, p.Baseline, herkomst);
        }
    }

    private string Node(Nodetekst tekst, string label, string tilstand)
    {
        var indhold = new Indhold(tilstand == "ingen" ? "Ingen baseline" : Titel.Of(tekst.Navn), tekst.Tekst)
        {
            Art = "baseline",
            Tider = [.. TidsudtrykReader.FindAll(tekst.Tekst, k.Hoved.Tid).Select(f => f.Udtryk).Where(u => u.HarInterval)],
            Egenskaber =
                tilstand == "vaerdi"
                    ? [new(Egenskaber.Tilstand, tilstand), new(Egenskaber.Vaerdi, tekst.Tekst)]
                    : [new(Egenskaber.Tilstand, tilstand)],
        };
        return k.Bygger.Node(
            NodeKeys.InDocument(k.Hoved.Key, p.Slug, NodeKind.Maaling, "baseline"),
            NodeKind.Maaling,
            indhold,
            tekst.Herkomst(k.Fil, label)
        );
    }

    [GeneratedRegex(
        @"(?<!\p{L})(?:baseline|nulpunkt)(?:s?måling\p{L}*|en)?(?!\p{L})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Named();
}
