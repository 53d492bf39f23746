namespace Effektkaeder.Storage.Sqlite;

/// <summary>
/// A small number about each version of an element, which is told without the element. Few of many are worked out one by one; who asks
/// for many gets all read in one go. A version never changes, so all revisions share what is known.
/// </summary>
/// <param name="all">Works it out for every version in the file that can be read.</param>
internal sealed class Facts(Func<IReadOnlyList<ElementFact>> all)
{
    /// <summary>One of so many is asked for singly.</summary>
    private const int Few = 32;

    private readonly Lock _gate = new();

    /// <summary>By version, one more than the number; 0 where it is not known.</summary>
    private volatile byte[] _known = [];
    private int _missed;

    /// <param name="among">How many there are to ask for.</param>
    /// <param name="one">Works it out for one; <paramref name="number"/> is what it takes.</param>
    public byte Of(int version, int among, Func<int, byte> one, int number)
    {
        if (Known(version) is { } fact)
        {
            return fact;
        }

        if (Interlocked.Increment(ref _missed) > among / Few)
        {
            Fill();
        }

        return Known(version) ?? Keep(version, one(number));
    }

    /// <summary>Takes in what is known already: where all is, no element is ever read for it.</summary>
    public void Know(IEnumerable<(int Version, byte? Fact)> facts)
    {
        List<(int Version, byte? Fact)> told = [.. facts.Where(f => f.Fact is not null)];
        if (told.Count == 0)
        {
            return;
        }

        lock (_gate)
        {
            var most = told.Max(f => f.Version);
            var known = Room.For(_known, _known.Length, Math.Max(0, most + 1 - _known.Length));
            foreach (var (version, fact) in told)
            {
                known[version] = (byte)(fact!.Value + 1);
            }

            _known = known;
        }
    }

    private byte? Known(int version) =>
        _known is var known && version < known.Length && known[version] != 0 ? (byte)(known[version] - 1) : null;

    private byte Keep(int version, byte fact)
    {
        lock (_gate)
        {
            _known = Room.For(_known, _known.Length, Math.Max(0, version + 1 - _known.Length));
            _known[version] = (byte)(fact + 1);
        }

        return fact;
    }

    private void Fill()
    {
        lock (_gate)
        {
            if (_missed == 0)
            {
                return;
            }

            var found = all();
            var known = new byte[found.Count == 0 ? 0 : found.Max(f => f.Version) + 1];
            foreach (var (version, fact, _) in found)
            {
                known[version] = (byte)(fact + 1);
            }

            (_known, _missed) = (known, 0);
        }
    }
}
