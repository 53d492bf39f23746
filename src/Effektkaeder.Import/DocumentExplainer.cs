using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Effektkaeder.Domain;
using Effektkaeder.Import.Diagnostics;
using Effektkaeder.Import.Mapping;
using Effektkaeder.Import.Mapping.Skabeloner;
using Effektkaeder.Import.Readers;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import;

/// <summary>How a document would be read, line by line.</summary>
/// <param name="Format">What the content turned out to be: "tekst", "docx" …; empty where it could not be opened.</param>
/// <param name="Laesning">"profil", "etiketter" or "afsnit"; null where it was refused.</param>
/// <param name="Skabelon">The profile, where one fitted.</param>
public sealed record Explanation(
    string Format,
    string? Laesning,
    string? Skabelon,
    IReadOnlyList<ExplainedLine> Lines,
    IReadOnlyList<Diagnostic> Diagnostics
);

/// <param name="Line">The first line of the words.</param>
/// <param name="LastLine">The last: the cells of a row, and items under an item, may have lines of their own.</param>
/// <param name="Sted">Where a reader finds it: "linje 12", "side 3, tabel 2, række 4".</param>
/// <param name="Kind">"overskrift", "afsnit", "punkt" or "række".</param>
/// <param name="Became">What the words became: nodes and field values, each once.</param>
/// <param name="IsUnread">True where they became nothing.</param>
public sealed record ExplainedLine(
    int Line,
    int LastLine,
    string Sted,
    string Kind,
    string Text,
    IReadOnlyList<string> Became,
    bool IsUnread
);

/// <summary>Shows what the importer would make of a document, and drafts a profile of its form. Stores nothing.</summary>
public static class DocumentExplainer
{
    public static Explanation Explain(string relativePath, byte[] content, ImportOptions options)
    {
        ArgumentNullException.ThrowIfNull(relativePath);
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(options);
        var diagnostics = new List<Diagnostic>();
        if (DocumentReader.Read(relativePath, content, diagnostics) is not { } tree)
        {
            return new Explanation("", null, null, [], Findings.Told(diagnostics));
        }

        var grafer = DocumentMapper.MapAll(tree, options.Kommune, diagnostics);
        var unread = diagnostics.Where(d => d.Code == "IMP108").Select(d => d.Linje).ToHashSet();
        var became = Became(grafer);
        var steder = new Steder(tree);
        var lines = tree
            .Blocks.SelectMany(Lines)
            .Select(l =>
            {
                var lines = Enumerable.Range(l.Line, l.Last - l.Line + 1).ToList();
                List<string> words = [.. lines.SelectMany(line => became.GetValueOrDefault(line, [])).Distinct()];
                var isUnread = words.Count == 0 && lines.Exists(unread.Contains);
                return new ExplainedLine(l.Line, l.Last, steder.Of(l.Line), l.Kind, l.Text, words, isUnread);
            })
            .ToList();
        var aftale = grafer.Count == 0 ? null : grafer[0].Nodes.First(n => n.Key == grafer[0].Aftale).Udsagn.Indhold;
        return new Explanation(
            tree.Source.Format,
            aftale?[Egenskaber.Laesning],
            aftale?[Egenskaber.Skabelon],
            lines,
            Findings.Told(diagnostics)
        );
    }

    /// <summary>
    /// A profile of the document's form as JSON: each label that stands in it, with the role that the vocabulary knows for it.
    /// </summary>
    /// <returns>Null where the document cannot be opened.</returns>
    public static string? Draft(string relativePath, byte[] content)
    {
        ArgumentNullException.ThrowIfNull(relativePath);
        ArgumentNullException.ThrowIfNull(content);
        if (DocumentReader.Read(relativePath, content, []) is not { } tree)
        {
            return null;
        }

        var navn = Path.GetFileNameWithoutExtension(relativePath);
        var felter = Labels(tree).Select(l => (Label: l, Felt: SkabelonKatalog.Etiketter.Find(l)));
        var profile = new JsonObject
        {
            ["kode"] = Slug.Of(navn),
            ["navn"] = navn,
            ["aftaletype"] = "aftale",
            ["kolonner"] = new JsonArray("label", "indhold"),
            ["ejer"] = "Indsats",
            ["overskriftsraekker"] = new JsonArray(),
            ["felter"] = new JsonArray([
                .. felter.Select(f =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["label"] = f.Label,
                            ["synonymer"] = new JsonArray(),
                            ["rolle"] = f.Felt?.Rolle is { } rolle and not ("nummer" or "center" or "udvalg" or "vision")
                                ? rolle
                                : "kun-felt",
                            ["egen"] = f.Felt is null,
                        }
                ),
            ]),
            ["forside"] = new JsonArray(),
            ["skemaer"] = new JsonArray(),
        };
        return profile.ToJsonString(
            new JsonSerializerOptions
            {
                WriteIndented = true,
                Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            }
        );
    }

    private static IEnumerable<(int Line, int Last, string Kind, string Text)> Lines(Block block) =>
        block switch
        {
            HeadingBlock h => [(h.Line, h.Line, "overskrift", h.Number is null ? h.Text : $"{h.Number} {h.Text}")],
            ListBlock l => l.Items.Select(i => (i.Line, Last(i), "punkt", i.FullText)),
            TableBlock t => t.Rows.Select(r =>
                (r.Line, Last(r), "række", string.Join(" | ", r.Cells.Where(c => !c.IsCopy).Select(c => c.Text)))
            ),
            _ => [(block.Line, block.Line, "afsnit", block.FullText)],
        };

    private static int Last(Block block) =>
        block switch
        {
            ListBlock list => list.Items.Select(Last).Prepend(list.Line).Max(),
            TableBlock table => table.Rows.Select(Last).Prepend(table.Line).Max(),
            _ => block.Line,
        };

    private static int Last(ListItem item) => item.Nested.Select(Last).Prepend(item.Line).Max();

    private static int Last(TableRow row) =>
        row.Cells.Where(c => !c.IsCopy).SelectMany(c => c.Blocks.Select(Last).Prepend(c.Place.Line)).Prepend(row.Line).Max();

    private static Dictionary<int, List<string>> Became(IReadOnlyList<Aftalegraf> grafer)
    {
        var lines = new Dictionary<int, List<string>>();
        foreach (var node in grafer.SelectMany(g => g.Nodes))
        {
            foreach (var herkomst in node.Udsagn.Herkomst)
            {
                Add(herkomst.Linje, $"{node.Kind.Info().Navn} »{node.Udsagn.Indhold.Titel}«");
            }

            foreach (var felt in node.Udsagn.Felter)
            {
                Add(felt.Herkomst.Linje, $"felt »{felt.Label}«{State(felt.Status)}");
            }
        }

        return lines;

        void Add(int line, string what)
        {
            if (!lines.TryGetValue(line, out var found))
            {
                lines.Add(line, found = []);
            }

            if (!found.Contains(what))
            {
                found.Add(what);
            }
        }
    }

    private static string State(Feltstatus status) =>
        status == Feltstatus.Vaerdi ? "" : $" ({status.ToString().ToLower(CultureInfo.InvariantCulture)})";

    /// <summary>What stands where labels stand: short first cells of rows that have a second, column heads, words before ":".</summary>
    private static IEnumerable<string> Labels(DocumentTree tree)
    {
        var rows = tree
            .Blocks.OfType<TableBlock>()
            .SelectMany(t => t.Rows)
            .Where(r => r.Cells.Count(c => !c.IsEmpty) >= 2)
            .Select(r => r.Cells.First(c => !c.IsEmpty).Text);
        var before = tree.Blocks.OfType<ParagraphBlock>().Select(p => p.Text.Split(':')).Where(p => p.Length > 1).Select(p => p[0]);
        var headings = tree.Blocks.OfType<HeadingBlock>().Select(h => h.Text).Where(h => SkabelonKatalog.Etiketter.Find(h) is not null);
        return rows.Concat(before)
            .Concat(headings)
            .Where(l => l.Length is > 1 and <= 40 && l.Any(char.IsLetter))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Take(60);
    }
}
