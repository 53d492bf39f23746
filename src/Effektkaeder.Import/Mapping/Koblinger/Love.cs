using System.Text.RegularExpressions;
using Effektkaeder.Import.Mapping.Skabeloner;

namespace Effektkaeder.Import.Mapping.Koblinger;

/// <summary>Paragraphs and the act each belongs to; a bare "§ 85" is of the one act that the document names.</summary>
internal sealed partial class Love
{
    private const string Navne = "(?<![\\p{L}])(?:";
    private static readonly Dictionary<string, string> KodeAf = SkabelonKatalog
        .Ord.Love.SelectMany(l => l.Navne.Select(n => (n, l.Kode)))
        .ToDictionary(p => p.n.ToLowerInvariant(), p => p.Kode, StringComparer.Ordinal);

    private static readonly Regex Lovnavn = new(
        Navne
            + string.Join(
                '|',
                KodeAf
                    .Keys.OrderByDescending(n => n.Length)
                    .Select(n => n.Length <= 4 && !n.Contains(' ') ? $"(?-i:{n.ToUpperInvariant()})" : Regex.Escape(n))
            )
            + @")(?!\p{L})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    );

    private readonly string? _eneste;

    internal Love(string tekst)
    {
        if (tekst.Contains('§'))
        {
            var koder = Lovnavn.Matches(tekst).Select(m => KodeAf[m.Value.ToLowerInvariant()]).Distinct(StringComparer.Ordinal).ToList();
            _eneste = koder.Count == 1 ? koder[0] : null;
        }
    }

    /// <summary>Whether a text is nothing but paragraphs of an act: "serviceloven § 85".</summary>
    internal static bool IsReference(string tekst) =>
        Paragraf().IsMatch(tekst) && Paragraf().Replace(Lovnavn.Replace(tekst, ""), "").Trim(' ', '.', ',').Trim() is "" or "i";

    /// <summary>Act (null when nothing says which), paragraph, and the words that name it.</summary>
    internal IEnumerable<(string? Lov, string Paragraf, string Ord)> Find(string tekst)
    {
        if (!tekst.Contains('§'))
        {
            yield break;
        }

        var navne = Lovnavn.Matches(tekst).ToList();
        foreach (Match m in Paragraf().Matches(tekst))
        {
            var foran = navne.LastOrDefault(n => n.Index + n.Length <= m.Index && tekst[(n.Index + n.Length)..m.Index].Trim().Length == 0);
            var efter = navne.FirstOrDefault(n =>
                n.Index >= m.Index + m.Length && tekst[(m.Index + m.Length)..n.Index].Trim() is "i" or ""
            );
            var lov = (foran ?? efter) is { } navn ? KodeAf[navn.Value.ToLowerInvariant()] : _eneste;
            foreach (Capture nr in m.Groups["nr"].Captures)
            {
                yield return (lov, nr.Value.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant(), m.Value);
            }
        }
    }

    [GeneratedRegex(
        @"§§?\s*(?<nr>[0-9]{1,3}(?:\s?[a-e](?![\p{L}]))?)(?:(?<=§§\s*[0-9]{1,3}[^§]*)(?:\s*,\s*|\s+og\s+|\s+eller\s+)(?<nr>[0-9]{1,3}))*",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Paragraf();
}
