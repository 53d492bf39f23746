using System.Text;
using Effektkaeder.Domain.Tekst;

namespace Effektkaeder.Api.Fields;

/// <summary>A piece of a text around the first word that a search found, with <c>**</c> around each found word.</summary>
internal static class Uddrag
{
    private const int Before = 40,
        Length = 160;

    public static string Of(string text, string query)
    {
        var wanted = Soegeord.Asked(query).SelectMany(w => w).ToHashSet(StringComparer.Ordinal);
        var words = Words(text).ToList();
        var found = words.Where(w => IsWanted(text[w.Start..w.End], wanted)).ToList();
        var start = found.Count == 0 ? 0 : words.Select(w => w.Start).LastOrDefault(s => s <= Math.Max(0, found[0].Start - Before));
        var end = words.Select(w => w.End).LastOrDefault(e => e <= start + Length, text.Length);
        var excerpt = new StringBuilder(start > 0 ? "… " : "");
        var at = start;
        foreach (var (from, to) in found.Where(f => f.Start >= start && f.End <= end))
        {
            excerpt.Append(text, at, from - at).Append("**").Append(text, from, to - from).Append("**");
            at = to;
        }
        return excerpt.Append(text, at, end - at).Append(end < text.TrimEnd('.').Length ? " …" : text[end..]).ToString();
    }

    private static bool IsWanted(string word, HashSet<string> wanted) =>
        Soegeord.Split(word).Any(w => wanted.Any(q => w.StartsWith(q, StringComparison.Ordinal)));

    private static IEnumerable<(int Start, int End)> Words(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                continue;
            }

            var start = i;
            while (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                i++;
            }

            yield return (start, i);
        }
    }
}
