namespace Effektkaeder.Analysis;

/// <summary>Finds a node's number by its key, over keys that several graphs know.</summary>
/// <param name="places">
/// By the number of a key, that of its node; below zero, and beyond the end, where it has none. Worked out when a key is first asked for.
/// </param>
public sealed class NodeIndex(KnownKeys keys, Lazy<int[]> places)
{
    public int? Of(string key) =>
        keys.Find(key) is var number && (uint)number < (uint)places.Value.Length && places.Value[number] is >= 0 and var place
            ? place
            : null;

    /// <summary>Of nodes in key order.</summary>
    /// <exception cref="ArgumentException">Two have one key.</exception>
    public static NodeIndex Of(string[] keys)
    {
        var places = new int[keys.Length];
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = i;
        }

        return new(KnownKeys.None.With(keys.Select((key, i) => (key, i))), new(places));
    }
}

/// <summary>Numbers that keys have for good. Immutable: another that knows more shares what both know.</summary>
public sealed class KnownKeys
{
    /// <summary>So many may stand beside the table before one is made of both.</summary>
    private const int MostBeside = 4096;

    private readonly Dictionary<string, int> _table,
        _beside;

    private KnownKeys(Dictionary<string, int> table, Dictionary<string, int> beside) => (_table, _beside) = (table, beside);

    public static KnownKeys None { get; } = new([], []);

    /// <returns>-1 where the key is not known.</returns>
    public int Find(string key) =>
        _table.TryGetValue(key, out var number) || (_beside.Count > 0 && _beside.TryGetValue(key, out number)) ? number : -1;

    /// <param name="come">Keys, some of which may be known.</param>
    public KnownKeys With(IEnumerable<(string Key, int Number)> come)
    {
        (string Key, int Number)[] fresh = [.. come.Where(c => Find(c.Key) < 0)];
        if (fresh.Length == 0)
        {
            return this;
        }

        var isFew = _table.Count > 0 && _beside.Count + fresh.Length <= MostBeside;
        var next = new Dictionary<string, int>(isFew ? _beside : _table, StringComparer.Ordinal);
        next.EnsureCapacity(next.Count + fresh.Length);
        foreach (var (key, number) in isFew ? fresh : [.. _beside.Select(b => (b.Key, b.Value)), .. fresh])
        {
            next.Add(key, number);
        }

        return isFew ? new(_table, next) : new(next, []);
    }
}
