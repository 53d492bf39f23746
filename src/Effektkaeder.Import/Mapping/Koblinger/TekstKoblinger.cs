using System.Text.RegularExpressions;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Import.Diagnostics;
using Effektkaeder.Import.Mapping.Kladde;
using Effektkaeder.Import.Mapping.Navne;
using Effektkaeder.Import.Mapping.Skabeloner;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Mapping.Koblinger;

/// <summary>What running text couples a point to: agreements, efforts and policies it mentions, acts, instruments, themes.</summary>
internal sealed partial class TekstKoblinger
{
    private readonly Kortlaegning _k;
    private readonly Aftalenavne _aftaler;
    private readonly Love _love;
    private readonly HashSet<string> _redskaber;
    private readonly Navneindeks _navne = new();
    private readonly Navneindeks _emner = new();

    internal TekstKoblinger(Kortlaegning k)
    {
        _k = k;
        _aftaler = new Aftalenavne(k);
        _love = new Love(k.Form.Tree.Text);
        _redskaber = Redskaber.Find(k.Form.Tree.Text);
        foreach (
            var (key, kind, indhold) in k
                .Bygger.Nodes()
                .Where(n => n.Kind is NodeKind.Indsats or NodeKind.Politik or NodeKind.PolitiskMaal && !n.Indhold.Uspecificeret)
        )
        {
            foreach (var navn in indhold.Aliaser.Append(indhold.Titel).Where(n => n.Length >= 8 && !n.EndsWith('…')))
            {
                _navne.Add(Identitet.Plain(navn), key);
            }
        }

        // A theme that a couplings field names in a word or two is looked for in the other points too.
        foreach (
            var (_, _, indhold) in k
                .Bygger.Nodes()
                .Where(n => n.Kind == NodeKind.Emne && n.Indhold.Tekst.Length >= 8 && n.Indhold.Tekst.Split(' ').Length <= 2)
        )
        {
            _emner.Add(indhold.Tekst, indhold.Tekst);
        }

        foreach (var emne in SkabelonKatalog.Ord.Emner)
        {
            foreach (var form in emne.Former)
            {
                _emner.Add(form, emne.Navn);
            }
        }
    }

    internal void Map(KortlagtPunkt p)
    {
        // What an agreement says outside its points ("Opfølgningen lægges på hjemmesiden") starts at nothing that could be coupled.
        var felter = _k.Bygger.Kind(p.Ejer).IsChain() ? p.Punkt.Felter : [];
        foreach (var felt in felter.Where(f => f.Felt.Rolle is not ("indsats" or "politisk-maal" or "koordinator" or "ansvarlig")))
        {
            foreach (var (tekst, linje) in Stykker(felt.Indhold))
            {
                foreach (var (saetning, _) in Sentences.Split(tekst))
                {
                    Saetning(
                        p,
                        saetning,
                        new Herkomst(_k.Fil, linje, saetning, felt.Felt.Label),
                        felt.Felt.Rolle is "koblinger" or "forpligtelser"
                    );
                }
            }
        }

        foreach (var (indikator, tekst) in p.Indikatorer)
        {
            foreach (var redskab in _redskaber.Where(r => Redskaber.Naevnt(tekst, r)))
            {
                _k.Bygger.Edge(EdgeType.MaalesMed, indikator, Redskab(redskab, _k.Bygger.Place(indikator)!), _k.Bygger.Place(indikator)!);
            }
        }
    }

    private void Saetning(KortlagtPunkt p, string saetning, Herkomst herkomst, bool udtrykkelig)
    {
        foreach (var (key, _, _) in _aftaler.Find(saetning, herkomst))
        {
            _k.Bygger.Kobling(KoblingArt.Omtale, p.Ejer, key, Tillid.Omtalt, herkomst, Betingelser(saetning));
        }

        foreach (Match m in IRegiAf().Matches(saetning))
        {
            if (
                NavneReader.Art(m.Groups["navn"].Value) is not null
                && _k.Aktoerer.Organisation(m.Groups["navn"].Value, herkomst) is var enhed
                && !_k.Aktoerer.IsOwn(enhed)
            )
            {
                _k.Bygger.Kobling(KoblingArt.Omtale, p.Ejer, enhed, Tillid.Omtalt, herkomst);
            }
        }

        if (!udtrykkelig)
        {
            foreach (var key in _navne.Find(saetning).Where(key => key != p.Indsats && !p.Maal.Contains(key)))
            {
                _k.Bygger.Kobling(KoblingArt.Omtale, p.Ejer, key, Tillid.Omtalt, herkomst);
            }
        }

        foreach (var (lov, paragraf, ord) in _love.Find(saetning))
        {
            if (lov is null)
            {
                _k.Diagnostics.Add(Beskeder.ParagrafUdenLov(_k.Fil, herkomst.Linje, ord));
                continue;
            }

            var navn = $"{lov} § {paragraf}";
            var key = _k.Bygger.Node(
                NodeKeys.Lov(lov, paragraf),
                NodeKind.Lovhenvisning,
                new Indhold(navn, navn),
                herkomst,
                NodeKeys.Danmark
            );
            _k.Bygger.Kobling(KoblingArt.Lov, p.Ejer, key, Tillid.Omtalt, herkomst);
        }

        foreach (var redskab in _redskaber.Where(r => Redskaber.Naevnt(saetning, r)))
        {
            _k.Bygger.Kobling(KoblingArt.Redskab, p.Ejer, Redskab(redskab, herkomst), Tillid.Omtalt, herkomst);
        }

        foreach (var emne in _emner.Find(saetning))
        {
            var key = _k.Bygger.Node(
                NodeKeys.Shared(_k.Kommune, NodeKind.Emne, emne),
                NodeKind.Emne,
                new Indhold(emne.Capitalised(), emne),
                herkomst
            );
            _k.Bygger.Kobling(KoblingArt.Emne, p.Ejer, key, Tillid.Udledt, herkomst);
        }
    }

    /// <summary>"i regi af Jobcentret": an organisation by its name; an agreement so named is found by its own rule.</summary>
    [GeneratedRegex(
        @"(?<!\p{L})[Ii]\s+regi\s+af\s+(?<navn>\p{Lu}[\p{L}-]*(?:\s+for\s+\p{Lu}[\p{L}-]*)?(?:\s+(?:og\s+)?\p{Lu}[\p{L}-]+)*)"
            + @"(?!\p{L}|\s+(?:udviklings|mål|virksomheds|resultat)aftale)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex IRegiAf();

    private static string? Betingelser(string saetning) => Felter.Betingelser.I(saetning);

    private string Redskab(string navn, Herkomst herkomst) =>
        _k.Bygger.Node(NodeKeys.Shared(_k.Kommune, NodeKind.Redskab, navn), NodeKind.Redskab, new Indhold(Titel.Cut(navn), navn), herkomst);

    private static IEnumerable<(string Tekst, int Linje)> Stykker(CellContent indhold)
    {
        foreach (var block in indhold.Blocks)
        {
            if (block is ListBlock list)
            {
                foreach (var item in list.Items)
                {
                    yield return (item.FullText, item.Line);
                }
            }
            else
            {
                yield return (block.FullText, block.Line);
            }
        }
    }
}
