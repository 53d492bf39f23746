using System.Globalization;
using Effektkaeder.Domain;
using Effektkaeder.Import.Mapping.Etiketter;
using Effektkaeder.Import.Mapping.Kladde;
using Effektkaeder.Import.Mapping.Navne;

namespace Effektkaeder.Import.Mapping.Punkter;

/// <summary>
/// The links between sections: by number, by words that pair, or where one side is single. Never all to all: that two lists stand in
/// one document says nothing of what belongs together.
/// </summary>
internal sealed class Afsnitsled(Kortlaegning k)
{
    internal void Connect(IReadOnlyList<KortlagtPunkt> punkter)
    {
        var frie = punkter.Where(p => p is { Over: null, Slags: not null }).Distinct().ToList();
        if (!frie.Any(p => p.Punkt.IsSection || p.Punkt.IsRow))
        {
            return;
        }

        var levels = frie.GroupBy(p => p.Slags!.Value).OrderBy(g => g.Key).Select(g => g.ToList()).ToList();
        for (var i = 0; i + 1 < levels.Count; i++)
        {
            Pair(levels[i], levels[i + 1]);
        }
    }

    private void Pair(List<KortlagtPunkt> upper, List<KortlagtPunkt> lower)
    {
        var stems = upper.Select(u => Ordstammer.Of(Words(u))).ToList();
        foreach (var below in lower)
        {
            var own = Ordstammer.Of(Words(below));
            var number = below.Nummer;
            var byNumber = number is null
                ? []
                : upper.Where(u => u.Nummer is { } n && (n == number || number.StartsWith(n + ".", StringComparison.Ordinal))).ToList();
            var shared = stems.Select(s => Ordstammer.Common(own, s).Count).ToList();
            var most = shared.DefaultIfEmpty().Max();
            var byWords = most > 0 ? upper.Where((_, i) => shared[i] == most).ToList() : [];
            var named = Named(below, upper, stems);
            var pairs =
                named.Count > 0 ? named
                : upper.Count == 1 || lower.Count == 1 ? upper
                : byNumber.Count > 0 ? byNumber
                : byWords.Count == 1 ? byWords
                : [];
            foreach (var from in pairs.SelectMany(above => Ends(above, below)))
            {
                var type = EdgeTypes.Down(k.Bygger.Kind(from));
                if (type is { } down && EdgeTypes.Allows(down, k.Bygger.Kind(from), k.Bygger.Kind(below.Ejer)))
                {
                    k.Bygger.Edge(down, from, below.Ejer, k.Bygger.Place(below.Ejer)!, Grund.Tekst);
                }
            }
        }
    }

    /// <summary>What an indicator measures is the goals of the point that it belongs to, where that has any.</summary>
    private static IEnumerable<string> Ends(KortlagtPunkt above, KortlagtPunkt below) =>
        below.Slags == NodeKind.Indikator && above.Effekter.Count > 0 ? above.Effekter.Select(e => e.Key) : [above.Ejer];

    /// <summary>
    /// The goals that the point says it belongs to: by their numbers, as written or as they stand, or by what they are about.
    /// </summary>
    private static List<KortlagtPunkt> Named(KortlagtPunkt below, List<KortlagtPunkt> upper, List<HashSet<string>> stems)
    {
        var kind = upper[0].Slags;
        var numbers = upper.Select((u, i) => u.Nummer ?? (i + 1).ToString(CultureInfo.InvariantCulture)).ToList();
        var said = below
            .Punkt.Felter.Where(f => f.Felt.Rolle is "kun-felt" or "afsaet")
            .Select(f => f.Indhold.Text)
            .Prepend(below.Punkt.Overskrift?.Raw ?? "");
        var found = new List<KortlagtPunkt>();
        foreach (
            var henvisning in said.SelectMany(Maalhenvisning.In).Where(h => h.Kind is null ? kind != NodeKind.Indsats : h.Kind == kind)
        )
        {
            if (henvisning.Number is { } number)
            {
                found.AddRange(upper.Where((_, i) => numbers[i] == number));
                continue;
            }

            var about = Ordstammer.Of(henvisning.About!);
            var shared = stems.Select(s => Ordstammer.Common(about, s).Count).ToList();
            found.AddRange(upper.Where((_, i) => shared[i] > 0 && shared[i] == shared.Max() && shared.Count(n => n == shared[i]) == 1));
        }

        return [.. found.Distinct()];
    }

    private string Words(KortlagtPunkt p) => k.Bygger.Indhold(p.Ejer)!.Tekst;
}
