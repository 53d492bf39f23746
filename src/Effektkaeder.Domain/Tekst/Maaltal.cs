using System.Text.RegularExpressions;

namespace Effektkaeder.Domain.Tekst;

/// <summary>The target that words name: "mindst 80 %", "højst 12".</summary>
/// <param name="IsMindst">Whether the number is a floor; else a ceiling.</param>
/// <param name="Ord">As it is written.</param>
public sealed partial record Maaltal(double Tal, bool IsMindst, string Ord)
{
    /// <summary>The label under which a plan's targets are kept on an indicator.</summary>
    public const string Felt = "Måltal";

    /// <summary>The first target of a text; null where it names none, or where its number may mean one thing or another.</summary>
    public static Maaltal? Of(string text) =>
        Words().Match(text) is { Success: true } m && Talord.First(m.Groups["tal"].Value) is { } number
            ? new(number, m.Groups["mindst"].Success, m.Value.Trim())
            : null;

    [GeneratedRegex(
        @"(?:(?<mindst>mindst|minimum|over)|højst|maks(?:imalt|\.)?|under)\s+(?<tal>[0-9][0-9.,]*)\s*(?:%|procent)?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Words();
}
