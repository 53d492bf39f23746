using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Effektkaeder.Domain;
using Effektkaeder.Import.Mapping.Former;
using Effektkaeder.Import.Mapping.Skabeloner;

namespace Effektkaeder.Import.Mapping.Felter;

/// <summary>
/// What a form itself has printed in its cells. A prompt is known by its whole sentence, never by how it begins: people answer in the
/// words that they are asked in. A printing that nobody has told of is known by its place: a form that holds questions alone is blank.
/// </summary>
internal static class Ledetekster
{
    /// <summary>"…" in a prompt stands for so many words at most, since each printing words it a little differently.</summary>
    private const int GapWords = 12;

    /// <summary>So many cells that all ask are a form that nobody has answered in.</summary>
    private const int FewestQuestions = 3;

    /// <summary>Those of the templates, which are few and ask in every document.</summary>
    private static readonly ConcurrentDictionary<string, Regex> Prompts = new(StringComparer.Ordinal);

    internal static bool IsBlank(UdfyldtSkema udfyldt)
    {
        var words = udfyldt.Felter.Select(f => Identitet.Plain(f.Indhold.Text)).Where(t => t.Length > 0).ToList();
        return words.Count >= FewestQuestions
            && words.TrueForAll(t => udfyldt.Skema.Begyndelser.Any(b => t.StartsWith(b, StringComparison.Ordinal)));
    }

    /// <returns>
    /// The cell without the prompt that its field prints before the answer; empty where the prompt is all, null where none is.
    /// </returns>
    internal static string? After(Felt felt, string tekst)
    {
        foreach (var prompt in felt.Ledetekster ?? [])
        {
            if (Prompts.GetOrAdd(prompt, Printed).Match(tekst) is { Success: true } m)
            {
                return m.Groups["svar"].Value.Trim();
            }
        }

        return null;
    }

    /// <summary>The sentence, and the answer after it: on its own line, behind a sign, or beginning with a capital or a figure.</summary>
    private static Regex Printed(string prompt)
    {
        var parts = prompt
            .Split('…')
            .Select(p => string.Join(@"[\s,–-]+", p.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Regex.Escape)));
        var sentence = string.Join(@"(?:[\s,–-]+[^\s,–-]+){0," + GapWords + @"}?[\s,–-]+", parts);
        return new Regex(
            @"\A\s*(?i:" + sentence + @")(?:\s*\z|(?:\s*[:?.–-]\s*|\s*\n\s*|\s+(?=[\p{Lu}\p{Nd}]))(?<svar>.*)\z)",
            RegexOptions.CultureInvariant | RegexOptions.Singleline,
            TimeSpan.FromSeconds(1)
        );
    }
}
