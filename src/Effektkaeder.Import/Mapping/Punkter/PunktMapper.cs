using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Import.Diagnostics;
using Effektkaeder.Import.Mapping.Felter;
using Effektkaeder.Import.Mapping.Former;
using Effektkaeder.Import.Mapping.Kladde;

namespace Effektkaeder.Import.Mapping.Punkter;

/// <summary>
/// One point or table to its part of the graph: its effort and contributions, then every field by its role,
/// then the links between neighbouring levels.
/// </summary>
internal sealed class PunktMapper(Kortlaegning k)
{
    private readonly HashSet<string> _slugs = new(StringComparer.Ordinal);
    private readonly FriePunkter _frie = new(k);

    internal KortlagtPunkt Map(Punkt punkt)
    {
        if (k.Form.Laesning != Laesning.Profil)
        {
            return _frie.Map(punkt, Slug);
        }

        var kortlagt = Begin(punkt);
        var udfyldte = new List<(UdfyldtFelt Felt, Feltvaerdi Vaerdi)>();
        for (var i = 0; i < punkt.Felter.Count; i++)
        {
            var felt = punkt.Felter[i];
            var vaerdi = k.Feltlaeser.Read(felt, [.. punkt.Felter.Take(i)]);
            udfyldte.Add((felt, vaerdi));
            var ejer = (felt.Felt.Ejer ?? k.Form.Skabelon.Ejer) == NodeKind.Indsats ? kortlagt.Indsats! : kortlagt.Ejer;
            k.Bygger.Felt(ejer, vaerdi);
        }

        foreach (var mangler in k.Form.Skabelon.Felter.Where(f => f.Kraevet && punkt.Felter.All(u => u.Felt != f)))
        {
            k.Diagnostics.Add(Beskeder.ManglerFelt(k.Fil, punkt.Linje, k.Bygger.Indhold(kortlagt.Ejer)!.Titel, mangler.Label));
        }

        foreach (var (felt, vaerdi) in udfyldte)
        {
            new Feltroller(k, kortlagt).Map(felt, vaerdi);
        }

        new Baselines(k, kortlagt).Connect();
        new Kaedeled(k, kortlagt).Connect();
        return kortlagt;
    }

    private KortlagtPunkt Begin(Punkt punkt)
    {
        var overskrift = punkt.Overskrift?.Text ?? $"Punkt {punkt.Nummer}";
        var sted = punkt.Overskrift is { } h ? new Herkomst(k.Fil, h.Line, h.Raw) : new Herkomst(k.Fil, punkt.Linje, overskrift);
        return punkt.With("indsats") is { } titel ? Tabel(punkt, titel, overskrift, sted) : Nummereret(punkt, overskrift, sted);
    }

    /// <summary>A numbered point: its heading is the effort, and its fields the effort's.</summary>
    private KortlagtPunkt Nummereret(Punkt punkt, string overskrift, Herkomst sted)
    {
        var indsats = Indsats(overskrift, sted, punkt.Nummer);
        return new KortlagtPunkt(punkt, Slug(overskrift)) { Indsats = indsats, Ejer = indsats };
    }

    /// <summary>A table: a field names its effort, and its heading is one contribution to it.</summary>
    private KortlagtPunkt Tabel(Punkt punkt, UdfyldtFelt titel, string overskrift, Herkomst sted)
    {
        var felt = Nodetekster.Whole(titel.Indhold);
        var indsats = Indsats(felt.Tekst, felt.Herkomst(k.Fil, titel.Felt.Label), null);
        var navn = AfterIndsats(overskrift, felt.Tekst);
        var slug = Slug(navn);
        var beskrivelse = punkt.With("beskrivelse")?.Indhold;
        var key = NodeKeys.InDocument(k.Hoved.Key, slug, NodeKind.Bidrag, navn);
        k.Bygger.Node(
            key,
            NodeKind.Bidrag,
            new Indhold(Titel.Cut(navn), beskrivelse is { Text.Length: > 0 } b ? b.Text : navn) { Egenskaber = [Nummer(punkt.Nummer)] },
            sted
        );
        var kortlagt = new KortlagtPunkt(punkt, slug) { Indsats = indsats, Ejer = key };
        kortlagt.Bidrag.Add(key);
        return kortlagt;
    }

    private string Indsats(string tekst, Herkomst herkomst, int? nummer)
    {
        var key = NodeKeys.Shared(k.Kommune, NodeKind.Indsats, tekst);
        return k.Bygger.Node(
            key,
            NodeKind.Indsats,
            new Indhold(Titel.Of(tekst), tekst) { Egenskaber = nummer is { } n ? [Nummer(n)] : [] },
            herkomst
        );
    }

    /// <summary>"Indsats – bidrag": the heading without the effort's name and the dash, of whichever kind.</summary>
    private static string AfterIndsats(string overskrift, string indsats)
    {
        foreach (var streg in new[] { " – ", " - ", " — " })
        {
            for (
                var at = overskrift.IndexOf(streg, StringComparison.Ordinal);
                at > 0;
                at = overskrift.IndexOf(streg, at + 1, StringComparison.Ordinal)
            )
            {
                if (Identitet.Plain(indsats).StartsWith(Identitet.Plain(overskrift[..at]), StringComparison.Ordinal))
                {
                    return overskrift[(at + streg.Length)..].Trim();
                }
            }
        }

        var foerste = overskrift.Replace('—', '–').IndexOf(" – ", StringComparison.Ordinal);
        return foerste > 0 ? overskrift[(foerste + 3)..].Trim() : overskrift;
    }

    private string Slug(string tekst)
    {
        var slug = Domain.Slug.Of(tekst);
        var unik = slug;
        for (var n = 2; !_slugs.Add(unik); n++)
        {
            unik = $"{slug}-{n}";
        }

        return unik;
    }

    private static Egenskab Nummer(int nummer) => new(Egenskaber.Punkt, nummer.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
