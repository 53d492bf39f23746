namespace Effektkaeder.Analysis.Genkendelser;

/// <summary>The words that differ between two texts: what stands between their common beginning and end.</summary>
/// <param name="Foer">Empty where words were only added.</param>
/// <param name="Efter">Empty where words were only taken out.</param>
public sealed record Ordskift(string Foer, string Efter)
{
    public static Ordskift Of(string before, string after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var (a, b) = (Split(before), Split(after));
        var most = Math.Min(a.Length, b.Length);
        var head = 0;
        while (head < most && a[head] == b[head])
        {
            head++;
        }

        var tail = 0;
        while (tail < most - head && a[^(tail + 1)] == b[^(tail + 1)])
        {
            tail++;
        }

        return new(string.Join(' ', a[head..^tail]), string.Join(' ', b[head..^tail]));
    }

    private static string[] Split(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
