using System.Globalization;
using System.Text.RegularExpressions;

namespace Effektkaeder.Domain.Tekst;

/// <summary>
/// A number as Danish agreements write it: a comma before decimals, a dot between groups of three or none. What is written otherwise,
/// "1234.567" or "0.5", may mean one thing or another, and is no number.
/// </summary>
public static partial class Talord
{
    /// <summary>The one number of a text, "78 %", "1.250", "3,5 dage"; null where it has none, or several.</summary>
    public static double? Only(string? text) => text is not null && Token().Matches(text) is [{ } only] ? Number(only.Value) : null;

    /// <summary>The first number of a text; null where it has none, or where that is written in another way.</summary>
    public static double? First(string? text) =>
        text is not null && Token().Match(text) is { Success: true } first ? Number(first.Value) : null;

    private static double? Number(string token) =>
        Danish().IsMatch(token)
            ? double.Parse(token.Replace(".", "", StringComparison.Ordinal).Replace(',', '.'), CultureInfo.InvariantCulture)
            : null;

    /// <summary>Figures and the signs between them.</summary>
    [GeneratedRegex(@"-?[0-9]+(?:[.,][0-9]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Token();

    [GeneratedRegex(@"\A-?(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Danish();
}
