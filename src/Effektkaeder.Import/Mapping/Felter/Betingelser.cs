using System.Text.RegularExpressions;
using Effektkaeder.Domain.Tekst;

namespace Effektkaeder.Import.Mapping.Felter;

/// <summary>The words of a condition. It binds the clause or list member it stands in and nothing else.</summary>
internal static partial class Betingelser
{
    /// <summary>The condition that a sentence holds; null when it holds none.</summary>
    internal static string? I(string tekst) => Betingelse().Match(tekst) is { Success: true } m ? m.Value.Trim(' ', ',') : null;

    /// <summary>The condition of a whole node: only where its text is one sentence, for else it binds a part.</summary>
    internal static string? Whole(string tekst) => Sentences.Split(tekst).Count == 1 ? I(tekst) : null;

    [GeneratedRegex(
        @"(?<!\p{L})(?:NB!?:?\s+(?:skal|afventer|kræver|forudsætter)\s+|såfremt\s|forudsat\s|under\s+forudsætning\s+af\s"
            + @"|med\s+forbehold\s+(?:for|af)\s"
            + @"|betinget\s+af\s)[^.;)\n]*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Betingelse();
}
