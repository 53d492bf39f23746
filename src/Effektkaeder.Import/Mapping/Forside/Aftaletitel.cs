using System.Text.RegularExpressions;
using Effektkaeder.Import.Mapping.Skabeloner;

namespace Effektkaeder.Import.Mapping.Forside;

/// <summary>The word in a title that says what kind of agreement it is.</summary>
internal static partial class Aftaletitel
{
    /// <summary>"virksomhedsaftale", "kulturaftale", "resultatkontrakt"; null where the line is no title.</summary>
    internal static string? Type(string line) => Find(line)?.Value.ToLowerInvariant() is { } type ? Definite().Replace(type, "$1") : null;

    /// <summary>Where the word stands in the line.</summary>
    internal static Capture? Find(string line)
    {
        foreach (var type in SkabelonKatalog.Ord.Aftaletyper.Where(t => t != "rammeaftale").OrderByDescending(t => t.Length))
        {
            if (
                Regex.Match(
                    line,
                    $@"(?<!\p{{L}}){Regex.Escape(type)}(?:n|en)?(?!\p{{L}})",
                    RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
                ) is
                { Success: true } m
            )
            {
                return m;
            }
        }

        return Made().Match(line) is { Success: true } made ? made : null;
    }

    [GeneratedRegex(@"(?<!\p{L})\p{L}{3,}(?:aftale|kontrakt)(?:n|en)?(?!\p{L})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Made();

    [GeneratedRegex(@"(aftale|kontrakt|plan)(?:n|en)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Definite();
}
