using Effektkaeder.Domain;
using Effektkaeder.Import.Mapping.Kladde;
using Effektkaeder.Import.Mapping.Navne;

namespace Effektkaeder.Import.Mapping.Punkter;

/// <summary>
/// The links inside a point: neighbouring levels all to all, a missing level skipped. Ground "tekst" where one
/// side is single or the words pair the two, else "skabelon".
/// </summary>
internal sealed class Kaedeled(Kortlaegning k, KortlagtPunkt p)
{
    internal void Connect()
    {
        List<IReadOnlyList<(string Key, string Tekst)>> niveauer =
        [
            Own(p.Maal, o => o.Maal),
            p.Indsats is { } indsats ? [(indsats, ""), .. p.FlereIndsatser.Select(i => (i, ""))] : [],
            Own(p.Bidrag, o => o.Bidrag),
            p.Effekter.Count > 0 ? p.Effekter
            : p.Afledte.Count > 0 ? [.. p.Afledte.Select(a => (a, k.Bygger.Indhold(a)!.Tekst))]
            : Governing(o => o.Effekter),
            p.Indikatorer.Count > 0 ? p.Indikatorer : Governing(o => o.Indikatorer),
        ];
        niveauer.RemoveAll(n => n.Count == 0);
        for (var i = 0; i + 1 < niveauer.Count; i++)
        {
            // What another point has is linked there to what stands above it.
            var (over, under) = (niveauer[i], niveauer[i + 1]);
            if (!under.All(u => p.Afledte.Contains(u.Key)) || p.Bidrag.Count > 0)
            {
                Link(over, under);
            }
        }
    }

    /// <summary>The point's own of a level, else what the point that governs it was opened as.</summary>
    private IReadOnlyList<(string, string)> Own(List<string> own, Func<KortlagtPunkt, List<string>> of) =>
        own.Count > 0 ? [.. own.Select(n => (n, ""))]
        : p.Over is { } over ? [.. of(over).Where(n => n == over.Ejer || over.Punkt.IsRow).Select(n => (n, ""))]
        : [];

    private IReadOnlyList<(string, string)> Governing(Func<KortlagtPunkt, List<(string Key, string Tekst)>> of) =>
        p.Over is { } over ? [.. of(over).Where(n => n.Key == over.Ejer || over.Punkt.IsRow || IsActionOf(over))] : [];

    /// <summary>Whether the row is an action or a measure of a point that tells of none itself: it is for all of it.</summary>
    private bool IsActionOf(KortlagtPunkt over) =>
        p.Punkt.IsRow
        && over.Punkt.Slags == NodeKind.Indsats
        && (p.Bidrag.Count > 0 ? over.Bidrag.Count == 0 : p.Indikatorer.Count > 0 && over.Indikatorer.Count == 0);

    private void Link(IReadOnlyList<(string Key, string Tekst)> over, IReadOnlyList<(string Key, string Tekst)> under)
    {
        var enkelt = over.Count == 1 || under.Count == 1;
        var par = enkelt ? [] : Ordpar(over, under);
        foreach (var (fra, _) in over)
        {
            var type = EdgeTypes.Down(k.Bygger.Kind(fra)) ?? throw new InvalidOperationException($"No edge leads down from {fra}.");
            foreach (var (til, _) in under)
            {
                k.Bygger.Edge(type, fra, til, Place(til), enkelt || par.Contains((fra, til)) ? Grund.Tekst : Grund.Skabelon);
            }
        }
    }

    /// <summary>Pairs where the lower text shares a distinctive stem with one upper text and with no other.</summary>
    private static HashSet<(string, string)> Ordpar(
        IReadOnlyList<(string Key, string Tekst)> over,
        IReadOnlyList<(string Key, string Tekst)> under
    )
    {
        var stammer = over.Select(o => Ordstammer.Of(o.Tekst)).ToList();
        var par = new HashSet<(string, string)>();
        foreach (var (key, tekst) in under)
        {
            var egne = Ordstammer.Of(tekst);
            var deler = Enumerable.Range(0, over.Count).Where(i => Ordstammer.Common(egne, stammer[i]).Count > 0).ToList();
            if (deler.Count == 1)
            {
                par.Add((over[deler[0]].Key, key));
            }
        }

        return par;
    }

    private Herkomst Place(string key) => k.Bygger.Place(key) ?? new Herkomst(k.Fil, p.Punkt.Linje, "");
}
