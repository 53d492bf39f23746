using Effektkaeder.Domain;

namespace Effektkaeder.Application.Changing;

/// <summary>
/// What a node or edge says, without where in which file the words stand. The words that an edge rests on are some node's or field's,
/// and what changes in them is told there.
/// </summary>
internal static class Said
{
    /// <summary>Properties of an agreement that tell of its file, not of what is agreed.</summary>
    private static readonly HashSet<string> OfTheFile = new(StringComparer.Ordinal)
    {
        Egenskaber.Fil,
        Egenskaber.Sha256,
        Egenskaber.Udgave,
        Egenskaber.Erstattet,
    };

    /// <summary>Whether two nodes say the same, whatever their keys.</summary>
    public static bool IsSame(Node a, Node b) => AreSame(a, b, (u, v) => Of(u).SequenceEqual(Of(v), StringComparer.Ordinal));

    public static bool IsSameButFields(Node a, Node b) => AreSame(a, b, (u, v) => Heading(u) == Heading(v));

    /// <param name="now">The key that an end has now.</param>
    public static bool IsSame(Edge a, Edge b, Func<string, string> now) =>
        a.Afgoerelse == b.Afgoerelse && Of(a, now).SequenceEqual(Of(b, k => k), StringComparer.Ordinal);

    /// <summary>What differs first, and its words; null where the two say the same.</summary>
    public static (string What, string? Before, string? After)? Difference(Node a, Node b)
    {
        var (x, y) = (a.Indhold, b.Indhold);
        if (x.Tekst != y.Tekst)
        {
            return ("tekst", x.Tekst, y.Tekst);
        }

        if (x.Titel != y.Titel)
        {
            return ("titel", x.Titel, y.Titel);
        }

        if (!x.Tider.Equals(y.Tider))
        {
            return ("tid", Times(x), Times(y));
        }

        if (ChangedFields(a, b) is [var field, ..])
        {
            return ($"felt {field.Label}", field.Before, field.After);
        }

        if (x.Henvist != y.Henvist)
        {
            return (y.Henvist ? "nu kun nævnt" : "nu indlæst", null, null);
        }

        return IsSame(a, b) ? null : ("hvem der angiver det, og hvordan", null, null);
    }

    /// <summary>The fields whose words or state differ; a field that is gone or new has no words on one side.</summary>
    public static IReadOnlyList<(string Label, string Before, string After)> ChangedFields(Node a, Node b)
    {
        // A node that many documents name has their statements as they were, but for the one's that was read.
        var same = a.Udsagn.Intersect(b.Udsagn, ReferenceEqualityComparer.Instance).ToHashSet(ReferenceEqualityComparer.Instance);
        var (before, after) = (Fields(a, same), Fields(b, same));
        return
        [
            .. before
                .Keys.Union(after.Keys)
                .Select(k => (k.Label, Before: before.GetValueOrDefault(k, ""), After: after.GetValueOrDefault(k, "")))
                .Where(f => f.Before != f.After),
        ];
    }

    private static Dictionary<(string Aftale, string Label, int Nr), string> Fields(Node node, HashSet<object?> same) =>
        node
            .Udsagn.Where(u => !same.Contains(u))
            .SelectMany(u =>
                u.Felter.GroupBy(f => f.Label, StringComparer.Ordinal).SelectMany(g => g.Select((f, i) => (u.Aftale, f.Label, Nr: i, f)))
            )
            .DistinctBy(f => (f.Aftale, f.Label, f.Nr))
            .ToDictionary(f => (f.Aftale, f.Label, f.Nr), f => f.f.Tekst.Length > 0 ? f.f.Tekst : $"({f.f.Status})");

    private static bool AreSame(Node a, Node b, Func<Udsagn, Udsagn, bool> areSame) =>
        a.Udsagn.Count == b.Udsagn.Count
        && a.Udsagn.Zip(b.Udsagn).All(p => ReferenceEquals(p.First, p.Second) || areSame(p.First, p.Second));

    private static string Times(Indhold indhold) => string.Join("; ", indhold.Tider.Select(t => t.Tekst));

    private static IEnumerable<string> Of(Udsagn u) =>
        u.Felter.Select(f => $"{f.Label}/{f.Gruppe}/{f.Tekst}/{f.Status}/{f.Henviser}/{f.Dele}").Prepend(Heading(u));

    private static string Heading(Udsagn u) => $"{u.Aftale} {u.Underskrevet} {u.Center} {Without(u.Indhold)}";

    private static IEnumerable<string> Of(Edge edge, Func<string, string> now) =>
        edge.Udsagn.Select(u =>
            $"{edge.Type} {edge.Art} {u.Aftale} {u.Underskrevet} {u.Center} {now(u.Fra)} {u.Grund} {u.Tillid} {u.Betinget}"
        );

    private static Indhold Without(Indhold indhold) =>
        indhold with
        {
            Egenskaber = [.. indhold.Egenskaber.Where(e => !OfTheFile.Contains(e.Navn))],
        };
}
