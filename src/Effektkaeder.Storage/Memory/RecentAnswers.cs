using System.Collections.Concurrent;

namespace Effektkaeder.Storage.Memory;

/// <summary>
/// Sorted answers of one graph that have been worked out, so that the next page of a list, or the same list again, is only cut.
/// When they hold too many numbers together they are forgotten: what is still asked for is soon there again.
/// </summary>
internal sealed class RecentAnswers
{
    private const int MostNumbers = 1_000_000,
        MostAnswers = 1_000;

    private ConcurrentDictionary<string, int[]> _answers = new(StringComparer.Ordinal);
    private int _numbers;

    public int[] Get(string key, Func<int[]> answer)
    {
        var known = _answers;
        if (known.TryGetValue(key, out var found))
        {
            return found;
        }

        found = answer();
        if (Interlocked.Add(ref _numbers, found.Length) > MostNumbers || known.Count > MostAnswers)
        {
            _answers = known = new(StringComparer.Ordinal);
            Interlocked.Exchange(ref _numbers, found.Length);
        }
        known[key] = found;
        return found;
    }
}
