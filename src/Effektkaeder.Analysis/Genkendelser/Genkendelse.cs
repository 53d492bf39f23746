using Effektkaeder.Domain;

namespace Effektkaeder.Analysis.Genkendelser;

/// <summary>
/// Finds in what is gone and what is new the same thing under another key: a key follows from words, so that a word changed in a title
/// gives a new key to a thing, and often to all that stands under it. Levels are taken from above, each pair by its likeness, the
/// most alike first; ties go to what stands at the same place of its document, then by key.
/// </summary>
public static class Genkendelse
{
    /// <summary>Less alike, and it is another thing.</summary>
    public const double Mindst = 0.5;

    /// <summary>Of two whose every word is a date.</summary>
    private const double KunDatoer = 0.6;

    /// <summary>Of two with the same words and another date.</summary>
    private const double AndenDato = 0.95;

    /// <summary>What more than so many have in common tells none of them from another.</summary>
    private const int MostOfAMark = 200;

    /// <summary>Recognises between two whole graphs, or two selections of one.</summary>
    public static IReadOnlyList<Genkendt> Find(Udsnit foer, Udsnit efter, Pace? pace = null)
    {
        ArgumentNullException.ThrowIfNull(foer);
        ArgumentNullException.ThrowIfNull(efter);
        pace ??= new(CancellationToken.None);
        return Find(
            [.. pace.Over(foer.Nodes).Where(n => efter.Find(n.Key) is null)],
            [.. pace.Over(efter.Nodes).Where(n => foer.Find(n.Key) is null)],
            foer.Edges,
            efter.Edges,
            pace
        );
    }

    /// <param name="gone">What is there no more; ghosts are not recognised.</param>
    /// <param name="fresh">What was not there before.</param>
    /// <param name="before">The edges as they were, at least those of what is gone.</param>
    /// <param name="after">The edges as they are, at least those of what is new.</param>
    /// <returns>Each node at most once; by the new node's level, kind and key.</returns>
    public static IReadOnlyList<Genkendt> Find(
        IReadOnlyList<Node> gone,
        IReadOnlyList<Node> fresh,
        IEnumerable<Edge> before,
        IEnumerable<Edge> after,
        Pace? pace = null
    )
    {
        pace ??= new(CancellationToken.None);
        var now = new Dictionary<string, string>(StringComparer.Ordinal);
        var found = new List<Genkendt>();
        var old = Kendetegn.Of(gone, before, pace).Where(k => !k.Node.Henvist).ToLookup(k => k.Node.Kind);
        foreach (
            var kind in Kendetegn
                .Of(fresh, after, pace)
                .Where(k => !k.Node.Henvist)
                .GroupBy(k => k.Node.Kind)
                .OrderBy(g => g.Key.LevelOrder())
        )
        {
            found.AddRange(OfAKind([.. old[kind.Key]], [.. kind], now, pace));
        }

        return
        [
            .. found.OrderBy(g => g.Efter.Kind.LevelOrder()).ThenBy(g => g.Efter.Kind).ThenBy(g => g.Efter.Key, StringComparer.Ordinal),
        ];
    }

    /// <param name="now">The new key of each node above that was recognised; gains this kind's.</param>
    private static IEnumerable<Genkendt> OfAKind(List<Kendetegn> old, List<Kendetegn> fresh, Dictionary<string, string> now, Pace pace)
    {
        var places = new Pladser(old, fresh, now);
        var pairs = Candidates(old, fresh, places)
            .Select(p =>
            {
                pace.Step();
                return (p.Old, p.Fresh, Likeness: Likeness(p.Old, p.Fresh, places));
            })
            .Where(p => p.Likeness.Lighed >= Mindst)
            .OrderByDescending(p => p.Likeness.Lighed)
            .ThenBy(p => Math.Abs(p.Old.Linje - p.Fresh.Linje))
            .ThenBy(p => p.Fresh.Node.Key, StringComparer.Ordinal)
            .ThenBy(p => p.Old.Node.Key, StringComparer.Ordinal)
            .ToList();
        var (taken, known) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var (was, became, (lighed, grund)) in pairs)
        {
            if (!taken.Contains(was.Node.Key) && known.Add(became.Node.Key))
            {
                taken.Add(was.Node.Key);
                now.Add(was.Node.Key, became.Node.Key);
                yield return new(was.Node, became.Node, lighed, grund);
            }
        }
    }

    /// <summary>Pairs that share anything at all: a text, a word that is not everybody's, something of their own, or a place.</summary>
    private static IEnumerable<(Kendetegn Old, Kendetegn Fresh)> Candidates(List<Kendetegn> old, List<Kendetegn> fresh, Pladser places)
    {
        var byMark = old.SelectMany(o => Marks(o, places).Select(m => (Mark: m, Old: o)))
            .GroupBy(p => p.Mark, p => p.Old, StringComparer.Ordinal)
            .Where(g => g.Count() <= MostOfAMark)
            .ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        return fresh.SelectMany(f =>
            Marks(f, places)
                .SelectMany(m => byMark.GetValueOrDefault(m, []))
                .Distinct()
                .Where(o => o.Node.Kommune == f.Node.Kommune)
                .Select(o => (o, f))
        );
    }

    private static IEnumerable<string> Marks(Kendetegn k, Pladser places) =>
        k.Ord.Select(o => "ord " + o).Concat(k.Eget.Select(e => "eget " + e)).Append("tekst " + k.Tekst).Append("sted " + places.Of(k));

    /// <summary>
    /// Words count most, what hangs on it alone next, and where it stands least. Where neither has anything of its own, words and
    /// place count for it.
    /// </summary>
    private static (double Lighed, string Grund) Likeness(Kendetegn old, Kendetegn fresh, Pladser places)
    {
        var ord = Words(old, fresh);
        var sted = places.Share(old, fresh);
        if (old.Eget.Count == 0 && fresh.Eget.Count == 0)
        {
            return (Rounded((0.7 * ord) + (0.3 * sted)), Told(ord, null, sted));
        }

        var eget = Share(old.Eget, fresh.Eget);
        return (Rounded((0.5 * ord) + (0.35 * eget) + (0.15 * sted)), Told(ord, eget, sted));
    }

    private static double Words(Kendetegn old, Kendetegn fresh) =>
        old.Tekst == fresh.Tekst ? 1
        : old.Ord.Count == 0 && fresh.Ord.Count == 0 ? KunDatoer
        : Math.Min(AndenDato, Share(old.Ord, fresh.Ord));

    private static double Share(IReadOnlySet<string> a, IReadOnlySet<string> b) =>
        a.Count == 0 || b.Count == 0 ? 0 : a.Count(b.Contains) / (double)Math.Max(a.Count, b.Count);

    private static string Told(double ord, double? eget, double sted)
    {
        List<string> parts = [ord >= 1 ? "samme ord" : $"{Math.Round(ord * 100)} % af ordene"];
        if (eget is { } share)
        {
            parts.Add($"{Math.Round(share * 100)} % af det, der hører under");
        }

        if (sted > 0)
        {
            parts.Add("samme sted");
        }

        return string.Join(", ", parts);
    }

    private static double Rounded(double value) => Math.Round(value, 2);
}
