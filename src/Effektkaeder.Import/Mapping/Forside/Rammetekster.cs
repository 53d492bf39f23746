using Effektkaeder.Domain;
using Effektkaeder.Import.Mapping.Former;
using Effektkaeder.Import.Mapping.Skabeloner;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Mapping.Forside;

/// <summary>
/// What stands outside the points: purpose, principles, frames, money and law become field values of the agreement, one a paragraph
/// or list item, under their heading. They give no nodes.
/// </summary>
internal static class Rammetekster
{
    internal const string Gruppe = "Rammer";
    private const string Forside = "Forside";

    /// <param name="read">Blocks whose words the cover's fields and the visions hold already.</param>
    internal static IEnumerable<Feltvaerdi> Read(Form form, IReadOnlySet<Block> read)
    {
        string? heading = null;
        var title = form
            .Udenfor.OfType<HeadingBlock>()
            .FirstOrDefault(h => h.Line < form.FoersteLinje && (h.Number is null || SkabelonKatalog.Etiketter.Section(h.Text) is null));
        foreach (var block in form.Udenfor)
        {
            switch (block)
            {
                case HeadingBlock h:
                    // What stands under a document's own title is its cover.
                    heading = read.Contains(h) || (h == title && !HasSentence(form, h)) || IsTitle(h.Text) ? null : Name(h.Text);
                    break;
                case var _ when read.Contains(block):
                    break;
                case ParagraphBlock p when heading is not null || IsSentence(p.Text):
                    yield return Of(form, heading, p.Text, p.Line, p.Raw, p.Repair);
                    break;
                case ListBlock list:
                    foreach (var item in list.Items)
                    {
                        yield return Of(form, heading, item.FullText, item.Line, item.Raw, item.Repair);
                    }

                    break;
                case TableBlock table:
                    foreach (var row in table.Rows)
                    {
                        yield return Of(form, heading, row.Text.Replace('\t', ' ').Replace('\n', ' '), row.Line, row.Text, null);
                    }

                    break;
            }
        }
    }

    /// <summary>"Om kontrakten" is a section, whatever word it holds; a sheet called "Forside" is the cover.</summary>
    private static bool IsTitle(string heading) =>
        heading == Forside || (Aftaletitel.Find(heading) is not null && SkabelonKatalog.Etiketter.Section(heading) is null);

    /// <summary>"4 Ledelse": a number without a dot is the heading's all the same.</summary>
    private static string Name(string heading) =>
        heading.TrimStart([.. "0123456789. "]) is { Length: > 0 } bare
        && bare.Length < heading.Length
        && SkabelonKatalog.Etiketter.Section(bare) is not null
            ? bare
            : heading;

    /// <summary>Whether running text stands right under a heading.</summary>
    private static bool HasSentence(Form form, HeadingBlock heading) =>
        form
            .Udenfor.SkipWhile(b => b != heading)
            .Skip(1)
            .TakeWhile(b => b is not HeadingBlock)
            .Any(b => b is ListBlock || b.FullText.Length > 80);

    private static Feltvaerdi Of(Form form, string? heading, string text, int line, string raw, string? repair)
    {
        var label = heading ?? Forside;
        return new Feltvaerdi(label, Gruppe, text, Feltstatus.Vaerdi, new Herkomst(form.Tree.Source.Path, line, raw, label, repair), []);
    }

    /// <summary>A cover's short lines are its names and dates, and are read as such.</summary>
    private static bool IsSentence(string text) => text.Length > 60 || text[^1] is '.' or '!' or ':' && text.Contains(' ');
}
