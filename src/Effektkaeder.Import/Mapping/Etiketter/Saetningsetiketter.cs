using System.Text.RegularExpressions;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Import.Mapping.Skabeloner;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Mapping.Etiketter;

/// <summary>
/// "Målet er, at … Det sker ved, at … Lederen har ansvaret.": a form that is written out. A paragraph two of whose sentences say what
/// different labels would is as many labelled lines.
/// </summary>
internal static partial class Saetningsetiketter
{
    internal static IReadOnlyList<Block> Split(IReadOnlyList<Block> blocks, Etiketordbog ord)
    {
        if (!blocks.Any(b => b is ParagraphBlock { Text: var text } && text.Contains(". ", StringComparison.Ordinal)))
        {
            return blocks;
        }

        var said = new Dictionary<ParagraphBlock, List<Saetning>>(ReferenceEqualityComparer.Instance);
        foreach (var paragraph in blocks.OfType<ParagraphBlock>())
        {
            said[paragraph] = [.. Sentences.Split(paragraph.Text).Select(s => new Saetning(s.Text, Meant(s.Text, ord.Vendinger)))];
        }

        // What is written in the same words again and again is the form of the document, wherever its lines stand.
        var again = said
            .Values.SelectMany(s => s)
            .Select(s => s.Meant?.Label)
            .OfType<Etiketsaetning>()
            .GroupBy(l => l)
            .Count(g => g.Count() > 1);
        return [.. Together(blocks).SelectMany(run => Lines(run, said, ord, again > 1))];
    }

    /// <summary>A sentence, and the label that it would be.</summary>
    private sealed record Saetning(string Text, (Etiketsaetning Label, string Words)? Meant);

    /// <summary>What a sentence of a written-out form says apart from the words that are its label; null where it is none.</summary>
    internal static IReadOnlyList<string>? Words(string sentence, Etiketordbog ord) =>
        Meant(sentence, ord.Vendinger) is var (label, words) ? Items(label, words) : null;

    /// <summary>Lines of text that stand together, and every other block by itself.</summary>
    private static IEnumerable<List<Block>> Together(IReadOnlyList<Block> blocks)
    {
        for (var i = 0; i < blocks.Count;)
        {
            var run = blocks.Skip(i).Take(1).ToList();
            for (i++; run[0] is ParagraphBlock && i < blocks.Count && blocks[i] is ParagraphBlock { AfterBlank: false }; i++)
            {
                run.Add(blocks[i]);
            }

            yield return run;
        }
    }

    private static IEnumerable<Block> Lines(List<Block> run, Dictionary<ParagraphBlock, List<Saetning>> said, Etiketordbog ord, bool isForm)
    {
        if (run[0] is not ParagraphBlock || !isForm && !run.Any(b => b.FullText.Contains(". ", StringComparison.Ordinal)))
        {
            return run;
        }

        var lines = run.Cast<ParagraphBlock>().Select(p => (Paragraph: p, Sentences: said[p])).ToList();
        return lines.SelectMany(s => s.Sentences).Select(s => s.Meant?.Label).OfType<Etiketsaetning>().Distinct().Count() < (isForm ? 1 : 2)
            ? run
            : lines.SelectMany(s => s.Sentences.Any(m => m.Meant is not null) ? Lines(s.Paragraph, s.Sentences, ord) : [s.Paragraph]);
    }

    private static string[] Items(Etiketsaetning label, string words) => label.Hel ? [words] : AndAt().Split(words);

    private static (Etiketsaetning Label, string Words)? Meant(string sentence, Etiketvendinger vendinger)
    {
        var bare = sentence.TrimEnd('.', ' ');
        (Etiketsaetning Label, string Words, int Length)? best = null;
        foreach (var label in vendinger.Saetninger)
        {
            foreach (
                var begins in label.Begynder.Where(b =>
                    bare.StartsWith(b, StringComparison.OrdinalIgnoreCase) && b.Length > (best?.Length ?? 0)
                )
            )
            {
                best = (label, label.Hel ? bare : At().Replace(bare[begins.Length..], ""), begins.Length);
            }

            foreach (var ends in (label.Slutter ?? []).Where(e => bare.EndsWith(" " + e, StringComparison.OrdinalIgnoreCase)))
            {
                best ??= (label, bare[..^(ends.Length + 1)], ends.Length);
            }
        }

        return best is { Words.Length: > 2 } found ? (found.Label, found.Words) : null;
    }

    private static IEnumerable<Block> Lines(ParagraphBlock paragraph, List<Saetning> sentences, Etiketordbog ord)
    {
        foreach (var (text, meant) in sentences)
        {
            if (meant is not var (label, words))
            {
                yield return paragraph with
                {
                    Text = text,
                    Raw = text,
                };
                continue;
            }

            var name = ord.Of(label.Rolle, label.Art)!.Label;
            var items = Items(label, words);
            if (items.Length == 1)
            {
                yield return paragraph with
                {
                    Text = $"{name}: {words}",
                    Raw = text,
                };
                continue;
            }

            yield return paragraph with
            {
                Text = name + ":",
                Raw = text,
            };
            yield return new ListBlock([.. items.Select(i => new ListItem(i, [], paragraph.Place, i))], false, paragraph.Place, text);
        }
    }

    /// <summary>What joins a label to its words.</summary>
    [GeneratedRegex(@"\A[\s,:]*(?:at\s+)?", RegexOptions.CultureInvariant)]
    private static partial Regex At();

    [GeneratedRegex(@",?\s+(?:og|samt)\s+(?:ved\s*,?\s*)?at\s+|[,;]\s+(?:ved\s*,?\s*)?at\s+", RegexOptions.CultureInvariant)]
    private static partial Regex AndAt();
}
