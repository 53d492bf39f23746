using System.Text.RegularExpressions;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tid;
using Effektkaeder.Import.Mapping.Former;
using Effektkaeder.Import.Mapping.Navne;
using Effektkaeder.Import.Mapping.Skabeloner;
using Effektkaeder.Import.Parsers;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Mapping.Etiketter;

/// <summary>What a heading or line is to those around it: its rank, and whether it governs what follows.</summary>
internal sealed partial class Linjelaeser(DocumentTree tree, Etiketordbog ord, HeadingBlock? title)
{
    private HashSet<string>? _own;
    private Dictionary<string, int>? _count;

    /// <summary>
    /// Whether a line is a label of the document's own: short, no sentence, and come back above words of its own, as the lines of a
    /// form do in each of its points.
    /// </summary>
    internal bool IsOwnLabel(int index)
    {
        _own ??= Enumerable
            .Range(0, tree.Blocks.Count)
            .Where(LooksLikeLabel)
            .GroupBy(i => tree.Blocks[i].FullText, StringComparer.OrdinalIgnoreCase)
            .Where(g => g.Count() > 1)
            .Select(g => g.Key)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return LooksLikeLabel(index) && _own.Contains(tree.Blocks[index].FullText);
    }

    /// <summary>
    /// Whether a line apart from what is above it ends the points of a text without headings: no point before it has such a line,
    /// and after it comes neither a point nor a line that the points have.
    /// </summary>
    internal bool EndsPoints(int index) =>
        tree.Blocks[index] is ParagraphBlock { AfterBlank: true } line
        && Lines(line.Text) == 1
        && tree.Blocks.Skip(index + 1).All(b => ord.Opener(b.FullText) is not { Number: not null } && Lines(b.FullText) == 1);

    private int Lines(string text)
    {
        _count ??= tree
            .Blocks.GroupBy(b => b.FullText, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(g => g.Key, g => g.Count(), StringComparer.OrdinalIgnoreCase);
        return _count.GetValueOrDefault(text);
    }

    private bool LooksLikeLabel(int index) =>
        tree.Blocks[index] is ParagraphBlock { AfterBlank: true, Text: { Length: > 2 and <= 40 } text }
        && char.IsUpper(text[0])
        && text[^1] is not ('.' or ',' or ';' or '!')
        && !text.Any(char.IsDigit)
        && index + 1 < tree.Blocks.Count
        && tree.Blocks[index + 1] is ListBlock or ParagraphBlock { AfterBlank: false };

    /// <summary>Whether labels stand under a line before the next heading or numbered line that is no label.</summary>
    internal bool Governs(int index, string text)
    {
        if (ord.Find(text) is not null)
        {
            return false;
        }

        for (var i = index + 1; i < tree.Blocks.Count; i++)
        {
            switch (tree.Blocks[i])
            {
                case HeadingBlock h:
                    return (ord.Find(h.Text) is not null || ord.Opener(h.Text) is { Kind: not NodeKind.Indsats })
                        && Rank(h) > Over(index)
                        && !ReferenceEquals(h, title);
                // A cover's own lines stand in no point.
                case ParagraphBlock p when ord.IsCover(p.Text) && ord.Find(p.Text) is null:
                case ParagraphBlock q when (ord.Labelled(q.Text)?.Felt ?? ord.Find(q.Text)) is { Rolle: "udvalg" or "center" }:
                    continue;
                case ParagraphBlock p when ord.Labelled(p.Text) is not null || ord.Find(p.Text) is not null:
                    return true;
                case ParagraphBlock p when Headings.Split(p.Text) is not null && p.Text.Length <= Aabner.LongestTitle:
                    return false;
                case ListBlock l when l.Items.Any(item => ord.Labelled(item.Text) is not null):
                    return true;
                case TableBlock t:
                    return Tabellaeser.HasLabels(ord, t) && !Tabellaeser.IsOfGoals(ord, t) && Kalendere.Of(t, ord) is null;
            }
        }

        return false;
    }

    /// <summary>
    /// The kind of point that an opener makes. "Resultatmål 1: Kortere ventetid" is a goal where a "Succeskriterium" under it says how
    /// it is measured, and else an indicator.
    /// </summary>
    internal NodeKind KindOf(int index, NodeKind kind) =>
        kind == NodeKind.Indikator && Has(index, (f, _) => f.Rolle == "indikator") ? NodeKind.Effekt
        // "Aftalemål 1 – Stier" with an "Ønsket effekt" under it says apart from its title what is to come of it.
        : kind == NodeKind.Effekt && Has(index, (f, text) => f.Rolle == "effekt" && IsEffect(text)) ? NodeKind.Indsats
        : kind;

    private bool Has(int index, Func<Felt, string, bool> isMeant)
    {
        for (var i = index + 1; i < tree.Blocks.Count && ord.Opener(tree.Blocks[i].FullText) is null; i++)
        {
            var texts = tree.Blocks[i] switch
            {
                HeadingBlock or ParagraphBlock => [Before(tree.Blocks[i].FullText)],
                ListBlock list => list.Items.Select(item => Before(item.Text)),
                TableBlock table => table.Rows.Where(r => r.Cells.Count > 0).Select(r => r.Cells[0].Text),
                _ => Enumerable.Empty<string>(),
            };
            if (texts.Any(t => ord.Find(t) is { } felt && isMeant(felt, t)))
            {
                return true;
            }
        }

        return false;

        string Before(string text) =>
            ord.Labelled(text) is not null ? text.Split([":", "?", " – ", " — "], 2, StringSplitOptions.None)[0] : text;
    }

    private static bool IsEffect(string label) => label.Contains("effekt", StringComparison.OrdinalIgnoreCase);

    /// <summary>The rank of a heading, or of the one that a line stands under: what is no deeper stands beside it.</summary>
    private int Over(int index)
    {
        while (index >= 0 && tree.Blocks[index] is not HeadingBlock)
        {
            index--;
        }

        return index >= 0 && !ReferenceEquals(tree.Blocks[index], title) ? Rank((HeadingBlock)tree.Blocks[index]) : 0;
    }

    /// <summary>By its level, and within that by its number: 1 governs 1.1, wherever in the line the number stands.</summary>
    internal int Rank(HeadingBlock heading) =>
        (heading.Level * 10) + Math.Min(Depth(heading.Number ?? ord.Opener(heading.Text)?.Number), 9);

    /// <summary>
    /// "Løfte 1: Alle svømmer", "A. Alle svømmer (mål 2)": a word for points that no vocabulary knows, a number or letter, and what the
    /// point belongs to are no part of its title.
    /// </summary>
    internal static HeadingBlock Titled(HeadingBlock heading)
    {
        var bare = Maalhenvisning.Without(heading.Text);
        return Worded().Match(bare) is { Success: true } m
            ? heading with
            {
                Text = m.Groups["title"].Value,
                Number = m.Groups["n"].Value,
            }
            : heading with
            {
                Text = bare,
            };
    }

    [GeneratedRegex(
        @"\A(?:\p{Lu}\p{L}+\s+(?<n>[0-9]{1,2}(?:\.[0-9]{1,2})*)\s*[:–—]|(?<n>[A-Z])[.):])\s+(?<title>\p{L}.*)\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Worded();

    internal static int Depth(string? number) => number?.Count(c => c == '.') ?? 0;

    /// <summary>"Januar 2020", "1. kvartal 2027": a heading that is a time and nothing else; a year alone is an agreement's.</summary>
    internal static bool IsDate(string text) =>
        text.Length <= 30
        && TidsudtrykReader.FindAll(text, TidsKontekst.Tom)
            is [{ Start: 0, Udtryk: { HarInterval: true, Praecision: not Praecision.Aar } } tid]
        && tid.Laengde >= text.TrimEnd(':', '.', ' ').Length;

    /// <summary>A heading or sheet that names a unit.</summary>
    internal static bool IsUnit(string text) =>
        text.Length <= 80
        && text.Split(' ').Length <= 8
        && NavneReader.Art(NavneReader.Head(text)) is not (null or "ekstern" or "gruppe")
        && !NavneReader.IsRolle(text)
        && char.IsUpper(text[0]);

    /// <summary>The name of a sheet that says nothing of what stands on it.</summary>
    internal bool IsSheet(HeadingBlock heading) =>
        Sheet().IsMatch(heading.Text) || (tree.Source.Format == "xlsx" && heading.Level == 1 && Counted().IsMatch(heading.Text));

    /// <summary>"Fokus 1", "Side 2": of sheets that are only counted.</summary>
    [GeneratedRegex(@"\A\p{L}+\s*[0-9]{1,2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Counted();

    [GeneratedRegex(@"\A(?:ark|sheet|fane|forside|tabel|data|side)\s*[0-9]*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Sheet();
}
