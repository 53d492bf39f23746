using System.Text.RegularExpressions;

namespace Effektkaeder.Import.Tests.Corpus.Kode;

/// <summary>A document as the writers of the formats know it: written down independently of the readers.</summary>
internal sealed record Dokument(IReadOnlyList<Stykke> Stykker)
{
    private static readonly Regex Numbered = new(@"\A[0-9]+\. ", RegexOptions.CultureInvariant);
    private static readonly Regex Item = new(@"\A(?<indent> *)(?:- |[0-9]+\. )", RegexOptions.CultureInvariant);

    /// <summary>
    /// The plain Markdown that the corpus is written in: headings, paragraphs, quotes, "**bold**" lines, lists in lists, pipe tables
    /// with lines in their cells. Emphasis within a line is lost, as it is to a reader of words.
    /// </summary>
    internal static Dokument Of(string markdown)
    {
        var stykker = new List<Stykke>();
        var lines = markdown.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');
        for (var i = 0; i < lines.Length;)
        {
            var line = lines[i];
            if (line.Trim().Length == 0)
            {
                i++;
            }
            else if (line.StartsWith('#'))
            {
                var level = line.TakeWhile(c => c == '#').Count();
                stykker.Add(new Overskrift(level, Plain(line[level..].Trim())));
                i++;
            }
            else if (line.StartsWith('|'))
            {
                var rows = Take(l => l.StartsWith('|'))
                    .Where(l => !Regex.IsMatch(l, @"\A[|\s:-]+\z") || !l.Contains("---", StringComparison.Ordinal));
                stykker.Add(new Tabel([.. rows.Select(r => r.Trim()[1..^1].Split('|').Select(c => Plain(c.Trim())).ToArray())]));
            }
            else if (Item.IsMatch(line))
            {
                stykker.Add(new Liste(Nested(Take(Item.IsMatch)), Numbered.IsMatch(line)));
            }
            else if (line.Trim() == ">")
            {
                i++;
            }
            else
            {
                var bold = line.StartsWith("**", StringComparison.Ordinal) && line.EndsWith("**", StringComparison.Ordinal);
                stykker.Add(new Afsnit(Plain(line.StartsWith("> ", StringComparison.Ordinal) ? line[2..] : line), bold));
                i++;
            }

            List<string> Take(Func<string, bool> mens)
            {
                var taken = lines.Skip(i).TakeWhile(mens).ToList();
                i += taken.Count;
                return taken;
            }
        }

        return new Dokument(stykker);
    }

    private static List<Listepunkt> Nested(IEnumerable<string> lines)
    {
        var items = new List<Listepunkt>();
        foreach (var line in lines)
        {
            var mark = Item.Match(line);
            var text = Plain(line[mark.Length..]);
            if (mark.Groups["indent"].Length == 0 || items.Count == 0)
            {
                items.Add(new Listepunkt(text, []));
            }
            else
            {
                items[^1] = items[^1] with { Under = [.. items[^1].Under, text] };
            }
        }

        return items;
    }

    private static string Plain(string text) => Regex.Replace(text, @"\*{1,2}(?=\S)([^*]+)\*{1,2}", "$1", RegexOptions.CultureInvariant);
}

internal abstract record Stykke;

internal sealed record Overskrift(int Niveau, string Tekst) : Stykke;

internal sealed record Afsnit(string Tekst, bool Fed) : Stykke;

internal sealed record Liste(IReadOnlyList<Listepunkt> Punkter, bool Ordnet) : Stykke
{
    /// <summary>A line an item, as text has it: the nested ones further in.</summary>
    internal IEnumerable<string> Lines(string bullet) =>
        Punkter.SelectMany(
            (p, i) => p.Under.Select(u => $"   {bullet} {u}").Prepend(Ordnet ? $"{i + 1}. {p.Tekst}" : $"{bullet} {p.Tekst}")
        );
}

/// <param name="Under">What is listed under it, with bullets.</param>
internal sealed record Listepunkt(string Tekst, IReadOnlyList<string> Under);

internal sealed record Tabel(IReadOnlyList<string[]> Raekker) : Stykke
{
    /// <summary>The rows with their cells' lines as lines, where a format has them.</summary>
    internal IEnumerable<string[]> MedLinjer =>
        Raekker.Select(r => r.Select(c => c.Replace("<br>", "\n", StringComparison.Ordinal)).ToArray());

    /// <summary>The lines of a cell, and whether each is an item of a list.</summary>
    internal static IReadOnlyList<(string Tekst, bool ErPunkt)> Lines(string cell) =>
        [.. cell.Split("<br>").Select(l => l.StartsWith("- ", StringComparison.Ordinal) ? (l[2..], true) : (l, false))];
}
