using System.Globalization;
using Effektkaeder.Domain;

namespace Effektkaeder.Synthesis;

/// <summary>How well documents were read: what was found of what should be, and what was found besides.</summary>
public sealed class Bedoemmelse
{
    private readonly SortedDictionary<string, (int Ventet, int Fundet, int Overskud)> _regnskab = new(StringComparer.Ordinal);

    /// <summary>Each thing that is missing or too many, with its document.</summary>
    public List<string> Fejl { get; } = [];

    /// <summary>By what is compared: expected, found of these, and found besides.</summary>
    public IReadOnlyDictionary<string, (int Ventet, int Fundet, int Overskud)> Regnskab => _regnskab;

    /// <param name="graf">What the importer made of the document; null where it refused it.</param>
    public void Tag(SyntetiskAftale aftale, Aftalegraf? graf)
    {
        var ventet = Facit.Of(aftale);
        var byKey = graf?.Nodes.ToDictionary(n => n.Key, StringComparer.Ordinal) ?? [];
        IEnumerable<AngivetEdge> kanter = graf is null ? [] : graf.Edges;
        var kaede = byKey.Values.Where(n => n.Kind.IsChain() && n.Kind != NodeKind.Vision && !n.Udsagn.Indhold.Henvist);

        Hold("led i kæden", ventet.Nodes.Select(n => $"{n.Kind} {n.Tekst}"), kaede.Select(n => $"{n.Kind} {Tekst(n.Key)}"));
        Hold(
            "kanter",
            ventet.Edges.Select(e => $"{e.Over} > {e.Under}"),
            kanter
                .Where(e => e.Type.IsHierarchy() && byKey[e.From].Kind.IsChain() && byKey[e.From].Kind != NodeKind.Vision)
                .Select(e => $"{Tekst(e.From)} > {Tekst(e.To)}")
        );
        Koblet("koblinger", ventet.Koblinger, e => byKey[e.To].Kind == NodeKind.Indsats, Tekst);
        Koblet("betingede koblinger", ventet.Betingede, e => e.Udsagn.Betinget is not null, Tekst);
        Koblet("paragraffer", ventet.Love, e => byKey[e.To].Kind == NodeKind.Lovhenvisning, key => byKey[key].Udsagn.Indhold.Titel);
        Tael("bidrag fulgt op før deres milepæl", ventet.FoerMilepael, byKey.Values.Count(IsFollowedUpTooEarly));
        foreach (var kind in Facit.Talte)
        {
            Tael(kind.Info().Flertal, ventet.Antal[kind], byKey.Values.Count(n => n.Kind == kind));
        }

        Tael(
            "indikatorer med måling",
            ventet.Maalinger,
            kanter.Count(e => e.Type == EdgeType.HarMaaling && byKey[e.From].Kind == NodeKind.Indikator)
        );
        var felter = byKey
            .Values.Where(n => n.Kind is NodeKind.Indsats or NodeKind.Bidrag)
            .SelectMany(n => n.Udsagn.Felter)
            .CountBy(f => f.Status)
            .ToDictionary();
        foreach (var status in ventet.Felter.Keys.Union(felter.Keys))
        {
            Tael(
                $"felter: {status.ToString().ToLowerInvariant()}",
                ventet.Felter.GetValueOrDefault(status),
                felter.GetValueOrDefault(status)
            );
        }

        void Koblet(
            string hvad,
            IEnumerable<(string Fra, string Til)> koblinger,
            Func<AngivetEdge, bool> which,
            Func<string, string> end
        ) =>
            Hold(
                hvad,
                koblinger.Select(k => $"{k.Fra} ~ {k.Til}"),
                kanter.Where(e => e.Type == EdgeType.KoblerTil && which(e)).Select(e => $"{Tekst(e.From)} ~ {end(e.To)}")
            );

        bool IsFollowedUpTooEarly(AngivetNode bidrag) =>
            bidrag.Kind == NodeKind.Bidrag
            && Dates(bidrag, EdgeType.FoelgesOp, "opfoelgning").Max() < Dates(bidrag, EdgeType.HarMilepael, "milepael").Max();

        IEnumerable<DateOnly?> Dates(AngivetNode bidrag, EdgeType type, string art) =>
            kanter
                .Where(e => e.Type == type && e.From == bidrag.Key)
                .Select(e => byKey[e.To].Udsagn.Indhold)
                .Where(i => i.Art == art)
                .SelectMany(i => i.Tider.Select(t => t.Til));

        // A goal agreement's contribution is named by its heading; its text is the description.
        string Tekst(string key) =>
            Facit.Plain(
                aftale.ErMaalaftale && byKey[key].Kind == NodeKind.Bidrag
                    ? byKey[key].Udsagn.Indhold.Titel
                    : byKey[key].Udsagn.Indhold.Tekst
            );

        void Hold(string hvad, IEnumerable<string> skulle, IEnumerable<string> blev)
        {
            var (s, b) = (skulle.ToHashSet(StringComparer.Ordinal), blev.ToHashSet(StringComparer.Ordinal));
            Fejl.AddRange(s.Except(b).Select(x => $"{aftale.Fil}: {hvad} mangler: {x}"));
            Fejl.AddRange(b.Except(s).Select(x => $"{aftale.Fil}: {hvad} for meget: {x}"));
            Add(hvad, s.Count, s.Count(b.Contains), b.Count(x => !s.Contains(x)));
        }

        void Tael(string hvad, int skulle, int blev)
        {
            if (skulle != blev)
            {
                Fejl.Add($"{aftale.Fil}: {blev} {hvad}, ikke {skulle}");
            }

            Add(hvad, skulle, Math.Min(skulle, blev), Math.Max(0, blev - skulle));
        }
    }

    /// <summary>A table in Markdown.</summary>
    public string Tabel() =>
        "| | ventet | fundet | for meget |\n|---|---:|---:|---:|\n"
        + string.Concat(
            _regnskab.Select(r =>
                string.Create(CultureInfo.InvariantCulture, $"| {r.Key} | {r.Value.Ventet} | {r.Value.Fundet} | {r.Value.Overskud} |\n")
            )
        );

    private void Add(string hvad, int ventet, int fundet, int overskud)
    {
        var (v, f, o) = _regnskab.GetValueOrDefault(hvad);
        _regnskab[hvad] = (v + ventet, f + fundet, o + overskud);
    }
}
