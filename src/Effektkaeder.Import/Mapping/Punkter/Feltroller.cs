using System.Text.RegularExpressions;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Domain.Tid;
using Effektkaeder.Import.Diagnostics;
using Effektkaeder.Import.Mapping.Felter;
using Effektkaeder.Import.Mapping.Former;
using Effektkaeder.Import.Mapping.Kladde;
using Effektkaeder.Import.Mapping.Koblinger;
using Effektkaeder.Import.Mapping.Navne;
using Effektkaeder.Import.Mapping.Skabeloner;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Mapping.Punkter;

/// <summary>What each role of a field gives. The names of the roles are those of the template profiles.</summary>
internal sealed partial class Feltroller(Kortlaegning k, KortlagtPunkt p)
{
    internal void Map(UdfyldtFelt felt, Feltvaerdi vaerdi)
    {
        var indhold = felt.Indhold;
        if (felt.Felt.Rolle == "baseline")
        {
            new Baselines(k, p).Felt(felt, vaerdi);
            return;
        }

        // What declares nothing, points elsewhere or is still to be filled in makes no node.
        if (vaerdi.Status is not (Feltstatus.Vaerdi or Feltstatus.Planlagt or Feltstatus.Afkortet))
        {
            return;
        }

        switch (felt.Felt.Rolle)
        {
            case "politisk-maal":
                p.Maal.AddRange(new PolitiskeMaal(k).Map(felt));
                break;
            case "bidrag":
                foreach (var tekst in Nodetekster.Aktiviteter(indhold))
                {
                    p.Bidrag.Add(Node(NodeKind.Bidrag, tekst, felt));
                }

                break;
            case "effekt":
                foreach (var hel in Nodetekster.Punkter(indhold))
                {
                    var (tekst, maal) = Measured(hel);
                    p.Effekter.Add((Node(NodeKind.Effekt, tekst, felt), tekst.Tekst));
                    Sigter.Set(k, p.Effekter[^1].Key, tekst);
                    if (maal is not null)
                    {
                        var key = Node(NodeKind.Indikator, maal, felt);
                        k.Bygger.Edge(EdgeType.MaalesPaa, p.Effekter[^1].Key, key, maal.Herkomst(k.Fil, felt.Felt.Label), Grund.Tekst);
                    }
                }

                Sigter.Connect(k, [.. p.Effekter.Select(e => e.Key)]);

                break;
            case "indikator":
                foreach (var tekst in Nodetekster.Punkter(indhold))
                {
                    var key = Node(NodeKind.Indikator, tekst, felt, tider: Tider(tekst.Indledning, felt, k.Hoved.Tid));
                    p.Indikatorer.Add((key, tekst.Tekst));
                    p.MayNameBaseline.Add((key, tekst, felt.Felt.Label));
                }

                break;
            case "dokumentation":
                Dokumentation(felt);
                break;
            case "maalgruppe":
                Maalgrupper(felt);
                break;
            case "milepael":
                Milepaele(felt);
                break;
            case "opfoelgning":
                Opfoelgninger(felt);
                break;
            case "risiko":
                foreach (var tekst in Nodetekster.Punkter(indhold))
                {
                    Edge(EdgeType.TruesAf, Node(NodeKind.Risiko, tekst, felt), tekst, felt);
                }

                break;
            case "ansvarlig":
                Aktoerer(felt, EdgeType.AnsvarligFor);
                break;
            case "koordinator":
                Aktoerer(felt, EdgeType.Koordinerer);
                break;
            case "forpligtelser":
                new Forpligtelser(k, p).Map(felt);
                break;
            case "indsats" when p.Indsats is null:
                var indsatser = Nodetekster
                    .Punkter(indhold)
                    .Select(i => new Punktknuder(k, p).Indsats(i.Tekst, i.Herkomst(k.Fil, felt.Felt.Label), null))
                    .ToList();
                p.Indsats = indsatser.FirstOrDefault();
                p.FlereIndsatser.AddRange(indsatser.Skip(1));
                break;
            case "afsaet":
                new Maallinjer(k, p).Map(felt);
                break;
            case "vision":
                Vision(felt);
                break;
            case "status":
                Status(felt);
                break;
            case "vaegt" when p.Effekter.Count > 0:
                k.Bygger.Egenskab(p.Effekter[0].Key, Egenskaber.Vaegt, indhold.Text);
                break;
            case "udvalg":
                foreach (var navn in NavneReader.Cut(indhold.Text, k.Aktoerer.WholeNames, k.Aktoerer.Kendte))
                {
                    k.Aktoerer.Organisation(navn, new Herkomst(k.Fil, indhold.Line, indhold.Raw, felt.Felt.Label));
                }

                break;
            case "koblinger":
                new EksplicitteKoblinger(k, p).Map(felt);
                break;
        }
    }

    /// <summary>"Alle har vand (indikator: højst en times afbrydelse)": a goal, and what it alone is measured by.</summary>
    private static (Nodetekst Goal, Nodetekst? Indicator) Measured(Nodetekst tekst)
    {
        if (
            MeasuredBy().Match(tekst.Tekst) is not { Success: true } m
            || SkabelonKatalog.Etiketter.Find(m.Groups["label"].Value) is not { Rolle: "indikator" }
        )
        {
            return (tekst, null);
        }

        var (goal, words) = (tekst.Tekst[..m.Index].TrimEnd(), m.Groups["words"].Value.Trim());
        return (tekst with { Tekst = goal, Navn = goal }, tekst with { Tekst = words, Navn = words });
    }

    [GeneratedRegex(@"\s*\((?<label>[^():]{3,40}):\s+(?<words>[^()]{3,})\)\.?\z", RegexOptions.CultureInvariant)]
    private static partial Regex MeasuredBy();

    private void Milepaele(UdfyldtFelt felt)
    {
        var frist = felt.Felt.Art == "frist";
        var tid = k.Hoved.Tid with { ErFrist = frist };
        var trin = Nodetekster.Trinvise(felt.Indhold, tid);
        // A plan in running text states one thing a sentence, each with its own day.
        var enkelte = felt.Indhold.Blocks is [ParagraphBlock] && trin.Count > 1 && trin.All(t => Tider(t.Navn, felt, tid).Count > 0);
        var tekster = frist && !enkelte ? Nodetekster.Punkter(felt.Indhold) : trin;
        foreach (var tekst in tekster)
        {
            // An introduction's date belongs to every item under it.
            var tider = Tider(tekst.Navn, felt, tid);
            if (frist && tider.Count == 0)
            {
                k.Diagnostics.Add(Beskeder.UlaestTid(k.Fil, tekst.Linje, felt.Felt.Label, tekst.Navn, "ingen dato i teksten"));
            }

            var key = Node(NodeKind.Milepael, tekst, felt, felt.Felt.Art, tider.Count > 0 ? tider : Tider(tekst.Indledning, felt, tid));
            Edge(EdgeType.HarMilepael, key, tekst, felt);
            p.MayNameBaseline.Add((key, tekst, felt.Felt.Label));
        }
    }

    private void Opfoelgninger(UdfyldtFelt felt)
    {
        foreach (var tekst in Nodetekster.Trinvise(felt.Indhold, k.Hoved.Tid))
        {
            var egenskaber = new List<Egenskab> { new(Egenskaber.Forloeb, "planlagt") };
            if (Modtager().Match(tekst.Tekst) is { Success: true } m)
            {
                egenskaber.Add(new Egenskab(Egenskaber.Til, m.Groups["til"].Value.Trim()));
            }

            var tider = Tider(tekst.Navn, felt, k.Hoved.Tid);
            var key = Node(
                NodeKind.Opfoelgning,
                tekst,
                felt,
                felt.Felt.Art,
                tider.Count > 0 ? tider : Tider(tekst.Indledning, felt, k.Hoved.Tid),
                egenskaber
            );
            Edge(EdgeType.FoelgesOp, key, tekst, felt);
            p.MayNameBaseline.Add((key, tekst, felt.Felt.Label));
        }
    }

    /// <summary>What has come of it: a follow-up that is held.</summary>
    private void Status(UdfyldtFelt felt)
    {
        var tekst = Nodetekster.Whole(felt.Indhold);
        var key = Node(
            NodeKind.Opfoelgning,
            tekst,
            felt,
            "opfoelgning",
            [.. TidsudtrykReader.FindAll(tekst.Tekst, k.Hoved.Tid).Select(f => f.Udtryk).Where(u => u.HarInterval)],
            [new(Egenskaber.Forloeb, "afholdt")]
        );
        Edge(EdgeType.FoelgesOp, key, tekst, felt);
    }

    private void Vision(UdfyldtFelt felt)
    {
        var tekst = Nodetekster.Whole(felt.Indhold);
        var herkomst = tekst.Herkomst(k.Fil, felt.Felt.Label);
        var key = k.Bygger.Node(
            NodeKeys.Shared(k.Kommune, NodeKind.Vision, tekst.Tekst),
            NodeKind.Vision,
            new Indhold(Titel.Of(tekst.Tekst), tekst.Tekst),
            herkomst
        );
        foreach (
            var til in p.Maal.Count > 0 ? p.Maal
            : p.Indsats is { } indsats ? [indsats, .. p.FlereIndsatser]
            : []
        )
        {
            k.Bygger.Edge(EdgeType.UdmoentesI, key, til, herkomst, Grund.Tekst);
        }
    }

    private void Maalgrupper(UdfyldtFelt felt)
    {
        foreach (var tekst in Nodetekster.Stadier(felt.Indhold))
        {
            var key = Node(
                NodeKind.Maalgruppe,
                tekst,
                felt,
                egenskaber: tekst.Trin is { } trin ? [new Egenskab(Egenskaber.Trin, trin)] : null
            );
            Edge(EdgeType.RettetMod, key, tekst, felt);
            foreach (var navn in NavneReader.Cut(tekst.Navn, k.Aktoerer.WholeNames, k.Aktoerer.Kendte))
            {
                if (IsOrganisation(navn))
                {
                    k.Bygger.Edge(
                        EdgeType.HarMedlem,
                        key,
                        k.Aktoerer.Organisation(navn, tekst.Herkomst(k.Fil, felt.Felt.Label)),
                        tekst.Herkomst(k.Fil, felt.Felt.Label)
                    );
                }
            }
        }
    }

    /// <summary>A whole name and not a description that only holds one ("borgere i andre kommuner, der …").</summary>
    private bool IsOrganisation(string navn)
    {
        var kerne = NavneReader.Split(navn).Navn;
        // "Beboere på plejehjem" are people, wherever they live.
        if (Mennesker().IsMatch(kerne))
        {
            return false;
        }

        return k.Aktoerer.Kendte.Contains(Identitet.Plain(kerne))
            || (
                (char.IsUpper(kerne[0]) || kerne.Split(' ').Length <= 2)
                && kerne.Split(' ').Length <= 5
                && !Relativ().IsMatch(navn)
                && !NavneReader.IsRolle(navn)
                && NavneReader.Art(navn) is not null
            );
    }

    private void Dokumentation(UdfyldtFelt felt)
    {
        var indikatorer = p.Indikatorer.Select(i => (i.Key, Stammer: Ordstammer.Of(i.Tekst))).ToList();
        foreach (var tekst in Nodetekster.Punkter(felt.Indhold))
        {
            var key = Node(NodeKind.Dokumentation, tekst, felt);
            p.MayNameBaseline.Add((key, tekst, felt.Felt.Label));
            var stammer = Ordstammer.Of(tekst.Tekst);
            // The only indicator of a point is what its documentation is of, whatever words the two share.
            var bedste = indikatorer
                .Select(i => (i.Key, Antal: Ordstammer.Common(stammer, i.Stammer).Count))
                .Where(i => i.Antal > 0 || indikatorer.Count == 1)
                .ToList();
            var flest = bedste.Select(b => b.Antal).DefaultIfEmpty().Max();
            foreach (var (indikator, _) in bedste.Where(b => b.Antal == flest))
            {
                k.Bygger.Edge(EdgeType.DokumenteresVed, indikator, key, tekst.Herkomst(k.Fil, felt.Felt.Label));
            }

            if (bedste.Count == 0)
            {
                Edge(EdgeType.DokumenteresVed, key, tekst, felt);
            }
        }
    }

    private void Aktoerer(UdfyldtFelt felt, EdgeType type)
    {
        var herkomst = new Herkomst(k.Fil, felt.Indhold.Line, felt.Indhold.Raw, felt.Felt.Label);
        // "Havnechefen i samarbejde med Sejlklubben": one answers for it, and the other has a part in it.
        var (egne, partnere) = NavneReader.Partners(felt.Indhold.Text);
        if (partnere is not null)
        {
            new Forpligtelser(k, p).Map(partnere, herkomst);
        }

        foreach (var navn in NavneReader.Cut(egne, k.Aktoerer.WholeNames, k.Aktoerer.Kendte).Where(n => !NavneReader.IsSentence(n)))
        {
            var aktoer = k.Aktoerer.Aktoer(navn, herkomst);
            foreach (var til in p.AlleBaerere.Where(b => EdgeTypes.Allows(type, k.Bygger.Kind(aktoer), k.Bygger.Kind(b))))
            {
                k.Bygger.Edge(type, aktoer, til, herkomst);
            }
        }
    }

    private string Node(
        NodeKind kind,
        Nodetekst tekst,
        UdfyldtFelt felt,
        string? art = null,
        ValueList<Tidsudtryk>? tider = null,
        IEnumerable<Egenskab>? egenskaber = null
    ) => new Punktknuder(k, p).Node(kind, tekst, tekst.Herkomst(k.Fil, felt.Felt.Label), art, tider, egenskaber);

    private void Edge(EdgeType type, string til, Nodetekst tekst, UdfyldtFelt felt)
    {
        // What the point owns may hang on no more than the effort or goal above it.
        foreach (var fra in new[] { p.Ejer, p.Indsats, p.Over?.Ejer, p.Over?.Indsats })
        {
            if (fra is not null && EdgeTypes.Allows(type, k.Bygger.Kind(fra), k.Bygger.Kind(til)))
            {
                foreach (var ejer in fra == p.Ejer ? p.AlleEjere : [fra])
                {
                    k.Bygger.Edge(type, ejer, til, tekst.Herkomst(k.Fil, felt.Felt.Label));
                }

                return;
            }
        }
    }

    /// <summary>The times that a text states; what cannot be read is told.</summary>
    private ValueList<Tidsudtryk> Tider(string tekst, UdfyldtFelt felt, TidsKontekst tid)
    {
        var alle = TidsudtrykReader.FindAll(tekst, tid).Select(f => f.Udtryk).ToList();
        // "de årlige møder i 1. kvartal 2031": the sentence has its days, and the adjective only says what kind of meetings.
        var tider = alle.Where(t => !(IsAdjective(t) && alle.Any(a => a.HarInterval))).ToValueList();
        foreach (var udtryk in tider.Where(t => t.Tilstand is not (TidsTilstand.Vaerdi or TidsTilstand.Pladsholder)))
        {
            k.Diagnostics.Add(Beskeder.UlaestTid(k.Fil, felt.Indhold.Line, felt.Felt.Label, udtryk.Tekst, udtryk.Begrundelse ?? ""));
        }

        return tider;
    }

    private static bool IsAdjective(Tidsudtryk tid) =>
        tid.Gentagelse is { Anker: null } && tid.Tekst.EndsWith("lige", StringComparison.Ordinal);

    [GeneratedRegex(
        @"(?<![\p{L}])(?:med|til)\s+(?<til>\p{L}*(?:chef|leder|direktør|koordinator)(?:en)?(?:\s+\p{Lu}\p{L}+){0,3}"
            + @"|\p{L}*(?:udvalget|byrådet|direktionen|Udvalget|Byrådet|Direktionen))",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Modtager();

    [GeneratedRegex(
        @"\A(?:\p{L}+\s+)?\p{L}*(?:beboere|borgere|børn|unge|ældre|elever|forældre|familier|brugere|pårørende|medarbejdere|ansatte"
            + @"|kvinder|mænd|mennesker|personer|patienter|ledige|flygtninge|frivillige|lånere|besøgende)"
            + @"\p{L}{0,3}(?:\s+(?:på|i|fra|ved|med|uden|under|over|til|hos)\s|\z)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Mennesker();

    [GeneratedRegex(@"(?<!\p{L})(?:der|som|hvor|hvis|med|uden)(?!\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex Relativ();
}
