using System.Text.RegularExpressions;

namespace Effektkaeder.Import.Tests.Corpus.Kode;

/// <summary>A document as the writers of the formats know it: written down independently of the readers.</summary>
internal sealed record Dokument(IReadOnlyList<Stykke> Stykker)
{
    private static readonly Regex Numbered = new(@"\A[0-9]+\. ", RegexOptions.CultureInvariant);

    /// <summary>The plain Markdown that the corpus is written in: headings, paragraphs, "**bold**" lines, lists, pipe tables.</summary>
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
                stykker.Add(new Overskrift(level, line[level..].Trim()));
                i++;
            }
            else if (line.StartsWith('|'))
            {
                var rows = Take(l => l.StartsWith('|'))
                    .Where(l => !Regex.IsMatch(l, @"\A[|\s:-]+\z") || !l.Contains("---", StringComparison.Ordinal));
                stykker.Add(new Tabel([.. rows.Select(r => r.Trim()[1..^1].Split('|').Select(c => c.Trim()).ToArray())]));
            }
            else if (line.StartsWith("- ", StringComparison.Ordinal))
            {
                stykker.Add(new Liste([.. Take(l => l.StartsWith("- ", StringComparison.Ordinal)).Select(l => l[2..])], false));
            }
            else if (Numbered.IsMatch(line))
            {
                stykker.Add(new Liste([.. Take(Numbered.IsMatch).Select(l => Numbered.Replace(l, ""))], true));
            }
            else
            {
                var bold = line.StartsWith("**", StringComparison.Ordinal) && line.EndsWith("**", StringComparison.Ordinal);
                stykker.Add(new Afsnit(bold ? line[2..^2] : line, bold));
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
}

internal abstract record Stykke;

internal sealed record Overskrift(int Niveau, string Tekst) : Stykke;

internal sealed record Afsnit(string Tekst, bool Fed) : Stykke;

internal sealed record Liste(IReadOnlyList<string> Punkter, bool Ordnet) : Stykke;

internal sealed record Tabel(IReadOnlyList<string[]> Raekker) : Stykke;
