using System.Text;
using Effektkaeder.Domain;

namespace Effektkaeder.Analysis.Tal;

/// <summary>Where a node stands: its kind, and the names of its municipality and centre; empty for none.</summary>
public readonly record struct Talgruppe(NodeKind Kind, string Kommune, string Centre)
{
    /// <summary><c>kommune|centre</c>.</summary>
    public string Place => $"{Kommune}|{Centre}";
}

/// <summary>
/// The groups of a graph: a node's kind, level, municipality and centre are one small number, of which there are few however
/// many nodes there are. Immutable.
/// </summary>
public sealed class Grupper
{
    private readonly Talgruppe[] _groups;
    private readonly byte[][] _places;
    private readonly Dictionary<Talgruppe, int> _numbers;

    private Grupper(Talgruppe[] groups)
    {
        _groups = groups;
        _places = [.. groups.Select(g => Encoding.UTF8.GetBytes(g.Place))];
        _numbers = groups.Select((g, i) => (g, i)).ToDictionary(p => p.g, p => p.i);
        Ranked = [.. Enumerable.Range(0, groups.Length)];
        Array.Sort(Ranked, Compare);
        Rank = new int[groups.Length];
        for (var i = 0; i < Ranked.Length; i++)
        {
            Rank[Ranked[i]] = i;
        }
    }

    public int Count => _groups.Length;

    public Talgruppe this[int group] => _groups[group];

    /// <summary>The groups in the order of place (bytewise), level (none first) and kind.</summary>
    internal int[] Ranked { get; }

    /// <summary>By group, where it stands in <see cref="Ranked"/>.</summary>
    internal int[] Rank { get; }

    /// <summary><see cref="Talgruppe.Place"/> as UTF-8.</summary>
    public ReadOnlySpan<byte> PlaceOf(int group) => _places[group];

    public static Grupper Of(IEnumerable<Talgruppe> groups) => new([.. groups]);

    /// <returns>-1 where there is none such.</returns>
    public int Find(Talgruppe group) => _numbers.TryGetValue(group, out var number) ? number : -1;

    internal Grupper With(IEnumerable<Talgruppe> more) => new([.. _groups, .. more]);

    private int Compare(int a, int b)
    {
        var byPlace = _places[a].AsSpan().SequenceCompareTo(_places[b]);
        return byPlace != 0 ? byPlace
            : _groups[a].Kind.Level() is var x && _groups[b].Kind.Level() is var y && x != y ? Nullable.Compare(x, y)
            : _groups[a].Kind.CompareTo(_groups[b].Kind);
    }
}
