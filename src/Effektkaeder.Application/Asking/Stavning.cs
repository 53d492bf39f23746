using Effektkaeder.Domain.Tekst;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Asking;

/// <summary>The nearest words to those that are nowhere: a letter wrong, left out or too many.</summary>
internal static class Stavning
{
    private const int ShortWord = 4,
        LongWord = 8,
        MostTitles = 20_000;

    /// <summary>The words of titles.</summary>
    private static readonly Ordregister.Line Registers = new(
        [],
        MostTitles,
        node => node.Indhold.Aliaser.Prepend(node.Titel).SelectMany(Words)
    );

    private static readonly PerGraph<Ordregister> Known = new(Registers.OfAsync);

    /// <summary>The text with each word that no title has exchanged for the nearest that one has; null where none is near.</summary>
    public static async Task<string?> NearestAsync(IGraph graph, string text, CancellationToken ct)
    {
        var known = await Known.OfAsync(graph, ct);
        var words = Words(text).Select(word => known.Having(word).Any() ? word : Nearest(word, known)).ToList();
        return words.Count > 0 && !words.Contains(null) && !words.SequenceEqual(Words(text)) ? string.Join(' ', words) : null;
    }

    /// <summary>The nearest; of several the one that most titles have.</summary>
    private static string? Nearest(string word, Ordregister known)
    {
        var most =
            word.Length < ShortWord ? 0
            : word.Length < LongWord ? 1
            : 2;
        return known
            .Words.Where(k => Math.Abs(k.Length - word.Length) <= most)
            .Select(k => (Word: k, Distance: Distance(word, k, most)))
            .Where(k => k.Distance <= most)
            .Select(k => (k.Word, k.Distance, Titles: known.Having(k.Word).Count()))
            .Where(k => k.Titles > 0)
            .OrderBy(k => k.Distance)
            .ThenByDescending(k => k.Titles)
            .ThenBy(k => k.Word, StringComparer.Ordinal)
            .Select(k => k.Word)
            .FirstOrDefault();
    }

    private static IEnumerable<string> Words(string text) =>
        Fold.Of(text).Split([.. " .,;:!?()/\"»«-–"], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>
    /// Letters put in, left out, exchanged, or two beside each other swapped; more than the most where there are more. Source: optimal
    /// string alignment (Damerau 1964, in Wagner and Fischer's table).
    /// </summary>
    private static int Distance(string a, string b, int most)
    {
        var (before, last, row) = (new int[b.Length + 1], Enumerable.Range(0, b.Length + 1).ToArray(), new int[b.Length + 1]);
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            if (row.Min() > most)
            {
                return most + 1;
            }

            (before, last, row) = (last, row, before);
        }

        return last[b.Length];
    }
}
