using System.Text.RegularExpressions;
using Effektkaeder.Import.Mapping.Skabeloner;

namespace Effektkaeder.Import.Mapping.Forside;

/// <summary>The word in a title that says what kind of agreement it is.</summary>
internal static partial class Aftaletitel
{
    /// <summary>"virksomhedsaftale", "kulturaftale", "resultatkontrakt"; null where the line is no title.</summary>
    internal static string? Type(string line) => Find(line)?.Value.ToLowerInvariant() is { } type ? Definite().Replace(type, "$1") : null;

    /// <summary>Where the word stands in the line.</summary>
    internal static Capture? Find(string line) =>
        Known.Match(line) is { Success: true } known ? known
        : Made().Match(line) is { Success: true } made ? made
        : Bare().Match(line) is { Success: true } bare ? bare.Groups["type"]
        : null;

    private static readonly Regex Known = new(
        @"(?<!\p{L})(?:"
            + string.Join(
                '|',
                SkabelonKatalog.Ord.Aftaletyper.Where(t => t != "rammeaftale").OrderByDescending(t => t.Length).Select(Regex.Escape)
            )
            + @")(?:n|en)?(?!\p{L})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    );

    [GeneratedRegex(@"(?<!\p{L})\p{L}{3,}(?:aftale|kontrakt)(?:n|en)?(?!\p{L})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Made();

    /// <summary>"Aftale 2030 for Brandvæsenet", "Aftale mellem Byrådet og Direktionen", but no "Aftale 1 – Skygge"; "Udviklingsplan
    /// 2030" and "Handleplan for Klimastrategien", which are no policies of their own.</summary>
    [GeneratedRegex(
        @"\A(?<type>aftale|kontrakt)\s+(?:(?:for\s+)?(?:19|20)[0-9]{2}(?![0-9])|mellem\s|for\s+\p{Lu}|om\s.*(?:19|20)[0-9]{2}\z)"
            + @"|\A(?<type>udviklingsplan|handleplan|handlingsplan)\s+(?:(?:for\s+)?(?:19|20)[0-9]{2}(?![0-9])"
            + @"|(?:for|til)\s+\p{L}*(?:politik|strategi)(?:k?en)?(?!\p{L}))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Bare();

    [GeneratedRegex(@"(aftale|kontrakt|plan)(?:n|en)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Definite();
}
