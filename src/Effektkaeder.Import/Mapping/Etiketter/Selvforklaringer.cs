using System.Text.RegularExpressions;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Import.Mapping.Skabeloner;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Mapping.Etiketter;

/// <summary>
/// "Et spor er en indsats, og en trædesten er en handling": a document that says what its own words mean. Where such a word stands as
/// a heading, a label or a column's head, it is read as the word that explains it; the words verbatim stay.
/// </summary>
internal sealed partial class Selvforklaringer
{
    private readonly Dictionary<string, string> _meant = new(StringComparer.Ordinal);

    private Selvforklaringer() { }

    internal static IReadOnlyList<Block> Translate(IReadOnlyList<Block> blocks, Etiketordbog ord)
    {
        var said = new Selvforklaringer();
        foreach (var text in blocks.OfType<ParagraphBlock>().Select(p => p.Text).Where(t => t.Contains(" er ", StringComparison.Ordinal)))
        {
            foreach (Match m in Explained().Matches(text))
            {
                said.Learn(m.Groups["word"].Value, m.Groups["meaning"].Value, ord);
            }
        }

        // One word may be explained by chance; a document that explains its words explains several.
        return said._meant.Count < 2 ? blocks : [.. blocks.Select(said.Of)];
    }

    private void Learn(string word, string meaning, Etiketordbog ord)
    {
        if (ord.Find(word) is not null || Stem(word) is not { } stem)
        {
            return;
        }

        var words = meaning.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var known = new[] { string.Join(' ', words.Take(2)), words[0] }
            .Select(w => ord.Find(w.Trim(',', '.')))
            .FirstOrDefault(f => f is { Rolle: not "kun-felt" });
        if (known is not null)
        {
            _meant.TryAdd(stem, known.Label);
        }
    }

    private Block Of(Block block) =>
        block switch
        {
            HeadingBlock h => h with { Text = Of(h.Text) },
            ParagraphBlock { Text.Length: <= 120 } p => p with { Text = Of(p.Text) },
            TableBlock t when t.Rows.Count > 0 => t with
            {
                Rows = [.. t.Rows.Select((r, i) => r with { Cells = [.. r.Cells.Select((c, n) => i == 0 || n == 0 ? Of(c) : c)] })],
            },
            _ => block,
        };

    private TableCell Of(TableCell cell) =>
        cell.Blocks is [ParagraphBlock only] && Of(only.Text) is var text && text != only.Text
            ? new TableCell([only with { Text = text }], cell.Place, cell.Raw, cell.Repairs, cell.IsCopy, cell.OpenAtEnd)
            : cell;

    /// <summary>"Spor 1.1: Naboskab" → "Indsats 1.1: Naboskab"; a word among others is only itself.</summary>
    private string Of(string text) =>
        First().Match(text) is { Success: true } m && Stem(m.Groups["word"].Value) is { } stem && _meant.TryGetValue(stem, out var label)
            ? label + text[m.Groups["word"].Length..]
            : text;

    private static string? Stem(string word) => Soegeord.Split(word).FirstOrDefault();

    [GeneratedRegex(
        @"(?<!\p{L})(?:(?:en|et|vores|hver|hvert)\s+)?(?<word>\p{L}{3,30})\s+er\s+(?:(?:en|et|den|det|de|vores|\p{L}+(?:ets|ens|nes))\s+)+"
            + @"(?<meaning>\p{L}+(?:\s+\p{L}+)?)"
            + @"|(?<!\p{L})(?<word>\p{L}{3,30})\s+er\s+(?<meaning>\p{L}+(?:ets|ens)\s+vision)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Explained();

    [GeneratedRegex(@"\A(?<word>\p{L}{3,30})(?=\s*(?:\z|[0-9]|[A-H]\b|[:–—]))", RegexOptions.CultureInvariant)]
    private static partial Regex First();
}
