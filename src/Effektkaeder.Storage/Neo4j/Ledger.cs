namespace Effektkaeder.Storage.Neo4j;

/// <summary>
/// Two accounts of the same history, held against each other without either in memory: what the revisions say that they put and took,
/// and the elements that stand, or stood from one revision until another. Each line of the one is added to its revision's sum and each
/// of the other taken from it, so a sum that is not nothing names a revision where they differ.
/// </summary>
/// <param name="upTo">The newest revision that is told of: what comes later may be met in part.</param>
/// <remarks>Source: multiset hashes that are added up (Clarke et al., "Incremental Multiset Hash Functions", 2003).</remarks>
internal sealed class Ledger(long upTo)
{
    private readonly Dictionary<long, UInt128> _sums = [];

    public long UpTo => upTo;

    /// <summary>How many stood at the newest revision.</summary>
    public int Nodes { get; private set; }

    /// <inheritdoc cref="Nodes"/>
    public int Edges { get; private set; }

    /// <summary>What was met could not be read, so the accounts differ whatever else they say.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>The revisions of which the accounts differ.</summary>
    public IEnumerable<long> Different => _sums.Where(s => s.Value != 0).Select(s => s.Key).Order();

    /// <summary>An element stands, or stood at the newest revision.</summary>
    public void Stands(string key, IEnumerable<string> aftaler, long from, bool isNode)
    {
        if (from > upTo)
        {
            return;
        }

        Put(key, aftaler, from);
        _ = isNode ? Nodes++ : Edges++;
    }

    /// <summary>An element was put by a revision.</summary>
    public void Put(string key, IEnumerable<string> aftaler, long revision)
    {
        foreach (var aftale in aftaler.Distinct(StringComparer.Ordinal))
        {
            Add(revision, Line(key, aftale));
        }
    }

    /// <summary>An element was taken by a revision that put nothing in its place.</summary>
    public void Took(string key, long revision) => Add(revision, Line(key, ""));

    /// <summary>A revision says that it put what an agreement states; or, without one, that it took it.</summary>
    public void Says(long revision, string key, string? aftale) => Add(revision, UInt128.Zero - Line(key, aftale ?? ""));

    /// <summary>An element was met that cannot be read.</summary>
    public void Break() => IsBroken = true;

    private void Add(long revision, UInt128 line) => _sums[revision] = _sums.GetValueOrDefault(revision) + line;

    private static UInt128 Line(string key, string aftale) => Checksum.Of($"{key}\n{aftale}");
}
