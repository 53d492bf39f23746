namespace Effektkaeder.Import.Mapping.Navne;

/// <summary>Words that are known by their ends: a name's head is its last part, so that one look-up a length finds it.</summary>
internal sealed class Ordender
{
    private readonly Dictionary<string, int> _order;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly int[] _lengths;
    private readonly int _shortestEnd;

    /// <param name="words">In the order that they are preferred in.</param>
    /// <param name="shortestEnd">Shorter words count only as the whole.</param>
    internal Ordender(IEnumerable<string> words, int shortestEnd)
    {
        _order = new(StringComparer.OrdinalIgnoreCase);
        foreach (var word in words)
        {
            _order.TryAdd(word, _order.Count);
        }

        _lookup = _order.GetAlternateLookup<ReadOnlySpan<char>>();
        _lengths = [.. _order.Keys.Select(w => w.Length).Distinct().Order()];
        _shortestEnd = shortestEnd;
    }

    /// <summary>The place of the most preferred word that the text is or ends in; null where it is none.</summary>
    internal int? Find(ReadOnlySpan<char> text)
    {
        int? found = null;
        foreach (var length in _lengths)
        {
            if (
                length <= text.Length
                && (length == text.Length || length >= _shortestEnd)
                && _lookup.TryGetValue(text[^length..], out var order)
                && !(found < order)
            )
            {
                found = order;
            }
        }

        return found;
    }
}
