using System.Text.RegularExpressions;

namespace Effektkaeder.Import.Mapping.Koblinger;

/// <summary>How people point at points and at each other's agreements, rewritten to the one form that the couplings are read in.</summary>
internal static partial class Henvisninger
{
    /// <param name="type">The agreement's own type: a numbered agreement of another unit is taken to be of the same.</param>
    internal static string Written(string tekst, string type)
    {
        var uden = Headings().Replace(tekst, "; ");
        uden = OthersPoint().Replace(uden, m => $"{m.Groups["enhed"].Value.Trim()}s {type}");
        uden = Several()
            .Replace(
                uden,
                m => string.Join("; ", m.Groups["n"].Captures.Select(c => $"{m.Groups["ord"].Value.ToLowerInvariant()} {c.Value}"))
            );
        // A sentence that ends before it ends there too: "… »Havnen«. Se aftale 1" names two.
        return OwnPoint()
            .Replace(uden, m => $"{(m.Groups["slut"].Success ? "; " : "")}{m.Groups["ord"].Value} {m.Groups["n"].Value}")
            .Trim(' ', ';');
    }

    /// <summary>"indsatserne i nærværende målaftale": all of them.</summary>
    internal static bool IsAll(string led) => All().IsMatch(led);

    /// <summary>"Intern: … Ekstern: …" only sort what follows.</summary>
    [GeneratedRegex(
        @"(?:\A|(?<=[.;\n]))\s*(?:intern|ekstern|internt|eksternt|interne|eksterne)(?:\s+koblinger?)?\s*:\s*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Headings();

    /// <summary>"Center for Skole, aftale 2 (Lektier)".</summary>
    [GeneratedRegex(
        @"(?<enhed>Center\s+for\s+\p{Lu}[^,;.()\n]*?),?\s+(?:aftale|punkt|aftalepunkt)\s+(?:nr\.?\s*)?[0-9]{1,2}(?:\s*\([^)]*\))?",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex OthersPoint();

    [GeneratedRegex(
        @"(?<!\p{L})(?<ord>punkt|indsats|aftalepunkt|aftale)(?:erne|rne|er|ne|r)?\s+(?<n>[0-9]{1,2})(?:\s*(?:,|og|samt"
            + @"|&)\s*(?<n>[0-9]{1,2})(?!\.?[0-9]))+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Several();

    [GeneratedRegex(
        @"(?<slut>\.\s+)?(?<!\p{L})(?:se\s+(?:også\s+)?)?(?<ord>punkt|indsats|aftalepunkt|aftale)\s+(?:nr\.?\s*)?(?<n>[0-9]{1,2})"
            + @"(?:\s+i\s+(?:denne|nærværende)\s+\p{L}*aftale)?(?![0-9])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex OwnPoint();

    [GeneratedRegex(
        @"\A(?:alle\s+|de\s+øvrige\s+)?indsatserne\s+i\s+(?:denne|nærværende)\s+\p{L}*aftale\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex All();
}
