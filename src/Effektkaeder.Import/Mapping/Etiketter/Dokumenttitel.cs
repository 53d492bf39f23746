using Effektkaeder.Import.Mapping.Forside;
using Effektkaeder.Import.Mapping.Skabeloner;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Mapping.Etiketter;

/// <summary>The heading that is the document's own title, and so governs nothing.</summary>
internal static class Dokumenttitel
{
    /// <summary>The heading that names the document: its type, or the one heading that stands above all others.</summary>
    internal static HeadingBlock? Find(DocumentTree tree)
    {
        var headings = tree.Blocks.OfType<HeadingBlock>().ToList();
        var typed = headings
            .Take(5)
            .FirstOrDefault(h =>
                SkabelonKatalog.Ord.Aftaletyper.Any(t => t.Length > 6 && h.Text.Contains(t, StringComparison.OrdinalIgnoreCase))
            );
        return typed
            ?? (headings.Count > 0 && Aftaletitel.Find(headings[0].Text) is { Index: 0 } ? headings[0] : null)
            // A sheet's name, or a unit's, right above the line that says what the document is.
            ?? (
                tree.Blocks is [HeadingBlock { Number: null } above, ParagraphBlock line, ..] && Aftaletitel.Find(line.Text) is { Index: 0 }
                    ? above
                    : null
            )
            ?? (
                headings.Count > 1 && headings.Skip(1).All(h => h.Level > headings[0].Level) && headings[0].Number is null
                    ? headings[0]
                    : null
            );
    }
}
