using System.Text.RegularExpressions;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Import.Mapping.Skabeloner;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Mapping.Etiketter;

/// <summary>
/// "Mål – handling – ansvarlig – frist": a text that says in which order its lines tell things. Lists whose every item has as many parts
/// are tables under those heads.
/// </summary>
internal static partial class Linjeordener
{
    private const int Fewest = 3;

    internal static IReadOnlyList<Block> Split(IReadOnlyList<Block> blocks, Etiketordbog ord)
    {
        var order = blocks
            .OfType<ParagraphBlock>()
            .SelectMany(p => Sentences.Split(p.Text))
            .Select(s => Order(s.Text.TrimEnd('.', ':'), ord))
            .FirstOrDefault(o => o.Count >= Fewest);
        return order is null ? blocks : [.. blocks.Select(b => b is ListBlock list && Table(list, order) is { } table ? table : b)];
    }

    /// <summary>The labels that a sentence names in order; none where it only mentions them.</summary>
    private static List<Felt> Order(string sentence, Etiketordbog ord)
    {
        var parts = Parts().Split(sentence);
        if (parts.Length >= Fewest)
        {
            // What leads up to the order stands before its first label.
            var first = parts[0][(parts[0].LastIndexOf(' ') + 1)..];
            var named = parts.Skip(1).Prepend(first).Select(p => ord.Find(p.Trim())).ToList();
            return named.Contains(null) ? [] : [.. named.Select(n => n!)];
        }

        return InTurn().IsMatch(sentence)
            ? [.. Words().Matches(sentence).Select(w => ord.Find(w.Value)).OfType<Felt>().Where(f => f.Rolle != "kun-felt").Distinct()]
            : [];
    }

    private static TableBlock? Table(ListBlock list, List<Felt> order)
    {
        var rows = list.Items.Select(i => (Item: i, Cells: Parts().Split(i.Text))).ToList();
        if (rows.Count == 0 || list.Items.Any(i => i.Nested.Count > 0) || rows.Any(r => r.Cells.Length != order.Count))
        {
            return null;
        }

        var head = new TableRow([.. order.Select(f => Cell(f.Label, list.Place))], list.Place);
        return new TableBlock(
            [head, .. rows.Select(r => new TableRow([.. r.Cells.Select(c => Cell(c.Trim(), r.Item.Place))], r.Item.Place))],
            list.Place
        );
    }

    private static TableCell Cell(string text, Place place) => new([new ParagraphBlock(text, true, place, text)], place, text, []);

    [GeneratedRegex(@"\s+[–—|/>→-]\s+|\s*;\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Parts();

    /// <summary>"først … så … til sidst", "i denne rækkefølge": words that count what is named.</summary>
    [GeneratedRegex(
        @"(?<!\p{L})først(?!\p{L}).*(?<!\p{L})(?:så|derefter|dernæst|til\s+sidst|sidst)(?!\p{L})|rækkefølge",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex InTurn();

    [GeneratedRegex(@"\p{L}+", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
