using System.Text.RegularExpressions;
using Effektkaeder.Domain.Tekst;

namespace Effektkaeder.Analysis.Opfoelgninger;

/// <summary>Sentences cut where one clause ends and the next begins, and whether a word in one is denied.</summary>
internal static partial class Led
{
    /// <summary>A "not" further from its word than this denies something else.</summary>
    private const int Reach = 3;

    /// <summary>The clauses of a text in order, without bullets.</summary>
    /// <param name="isOwn">Whether a part can stand alone: "og" parts two clauses only where each of them can.</param>
    public static IReadOnlyList<string> Of(string text, Func<string, bool> isOwn)
    {
        var found = new List<string>();
        foreach (var (sentence, _) in Sentences.Split(text))
        {
            var parts = Breaks().Split(sentence).Select(Trim).Where(p => p.Length > 0).ToList();
            for (var i = 0; i < parts.Count; i++)
            {
                // What cannot stand alone belongs to the clause before it, or to the one after where it is the first.
                if (found.Count > 0 && i > 0 && !isOwn(parts[i]))
                {
                    found[^1] = $"{found[^1]}, {parts[i]}";
                }
                else if (i == 0 && parts.Count > 1 && !isOwn(parts[0]))
                {
                    parts[1] = $"{parts[0]}, {parts[1]}";
                }
                else
                {
                    found.AddRange(ByAnd(parts[i], isOwn));
                }
            }
        }

        return found;
    }

    /// <summary>Whether "ikke", "ingen", "uden" or "hverken" stands close before or just after a word of its clause.</summary>
    public static bool IsDenied(string clause, Match word)
    {
        var before = Words().Matches(clause[..word.Index]).Select(m => m.Value).TakeLast(Reach);
        var after = Words().Matches(clause[(word.Index + word.Length)..]).Select(m => m.Value).Take(2);
        return before.Any(IsNot) || after.Any(w => w.Equals("ikke", StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsNot(string word) => word.ToLowerInvariant() is "ikke" or "ingen" or "intet" or "uden" or "hverken" or "aldrig";

    private static IEnumerable<string> ByAnd(string clause, Func<string, bool> isOwn)
    {
        foreach (Match and in And().Matches(clause))
        {
            var (left, right) = (clause[..and.Index].Trim(), clause[(and.Index + and.Length)..].Trim());
            if (isOwn(left) && isOwn(right))
            {
                return [left, .. ByAnd(right, isOwn)];
            }
        }

        return [clause];
    }

    private static string Trim(string part) => part.Trim().TrimStart('-', '•', '–', '*').Trim().TrimEnd(',', ';').Trim();

    [GeneratedRegex(@";|,\s*(?:og|men|mens|samt|idet)\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Breaks();

    [GeneratedRegex(@"\s(?:og|samt|men)\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex And();

    [GeneratedRegex(@"\p{L}+", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
