using Effektkaeder.Analysis.Opfoelgninger;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Following;

/// <summary>What others have changed of what a proposal is about, since it was made.</summary>
internal sealed class Since(IGraphStore store, IGraph graph)
{
    /// <summary>How far back the one who changed something last is looked for.</summary>
    private const int MostRevisions = 1000;

    private static readonly string[] Keeping = ["followup", "import"];

    /// <summary>Read once, however many follow-ups are asked of.</summary>
    private IReadOnlyList<Revision>? _revisions;

    /// <summary>Since the follow-up was kept: nothing, where it is not.</summary>
    public async Task<IReadOnlyList<Aendretsiden>> OfAsync(
        Opfoelgningsforslag forslag,
        IReadOnlyList<Linjeafgoerelse> decided,
        CancellationToken ct
    )
    {
        var open = forslag.Linjer.Where(l => decided.All(d => d.Nr != l.Nr));
        var keys = About(open);
        return keys.Count > 0 && await KeptAtAsync(forslag.Opfoelgning, ct) is { } kept ? await OfAsync(keys, kept, ct) : [];
    }

    public async Task<IReadOnlyList<Aendretsiden>> OfAsync(IReadOnlyList<string> keys, long revision, CancellationToken ct)
    {
        if (revision >= graph.Revision)
        {
            return [];
        }

        var before = (await (await store.AtAsync(revision, ct)).NodesAsync(keys, ct)).ToDictionary(n => n.Key, StringComparer.Ordinal);
        var now = (await graph.NodesAsync(keys, ct)).ToDictionary(n => n.Key, StringComparer.Ordinal);
        var changed = new List<Aendretsiden>();
        foreach (var key in keys.Where(before.ContainsKey))
        {
            var (then, current) = (Words(before[key]), now.TryGetValue(key, out var node) ? Words(node) : null);
            if (then != current)
            {
                changed.Add(new(key, then, current, await LastAsync(key, revision, ct)));
            }
        }

        return changed;
    }

    /// <summary>What the lines change; something new changes nothing that is there.</summary>
    public static IReadOnlyList<string> About(IEnumerable<Forslagslinje> linjer) =>
        [.. linjer.Where(l => l.Art != Forslagsart.Ny).Select(l => l.Node?.Key).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>The revision that the follow-up came with; null where it is in none.</summary>
    public async Task<long?> KeptAtAsync(Node opfoelgning, CancellationToken ct)
    {
        var file = opfoelgning.Vist.Herkomst.FirstOrDefault()?.Dokument;
        _revisions ??= await graph.RevisionsAsync(int.MaxValue, ct);
        return _revisions.LastOrDefault(r => r.Source == file && Keeping.Contains(r.Action))?.Number;
    }

    private async Task<Revision?> LastAsync(string key, long since, CancellationToken ct)
    {
        _revisions ??= await graph.RevisionsAsync(int.MaxValue, ct);
        foreach (var revision in _revisions.Where(r => r.Number > since).Take(MostRevisions))
        {
            if ((await store.ChangesAsync(revision.Number, ct)).Any(c => c.Key == key))
            {
                return revision;
            }
        }

        return null;
    }

    /// <summary>What it says, its dates among it, whatever file says so.</summary>
    private static string Words(Node node) =>
        node.Indhold.Tekst
        + string.Concat(
            node.Indhold.Tider.Where(t => !node.Indhold.Tekst.Contains(t.Tekst, StringComparison.Ordinal)).Select(t => $" ({t.Tekst})")
        );
}
