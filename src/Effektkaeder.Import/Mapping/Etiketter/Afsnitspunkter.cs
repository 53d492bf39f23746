using Effektkaeder.Domain;
using Effektkaeder.Import.Mapping.Skabeloner;
using Effektkaeder.Import.Parsers;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Mapping.Etiketter;

/// <summary>A section that has ended, to the points that stand in it.</summary>
internal sealed class Afsnitspunkter(Etiketordbog ord, Func<HeadingBlock?, NodeKind?, bool, int, Punktkladde> open, List<Block> outside)
{
    /// <summary>Each list item, else each paragraph, is one node of the section's role; what gives no chain node is a field.</summary>
    internal void Add(Opened section)
    {
        if (section.Kind is not { } kind)
        {
            var felt =
                ord.Etiketter.FirstOrDefault(f => f.Rolle == section.Role && f.Art == section.Art)
                ?? new Felt(section.Heading!.Text, [], "kun-felt");
            var point = open(null, null, false, section.Heading!.Line);
            var field = point.Field(felt, section.Heading.Line);
            section.Loose.ForEach(field.Add);
            return;
        }

        var joined = Enumerations.Join(section.Loose);
        var hasList = joined.Any(b => b is ListBlock or TableBlock);
        foreach (var block in joined)
        {
            switch (block)
            {
                case ListBlock list:
                    foreach (var item in list.Items)
                    {
                        var number = list.Ordered ? null : Headings.Split(item.Text)?.Number;
                        Item(item, number, kind);
                    }

                    break;
                case TableBlock table:
                    foreach (var row in table.Rows.Where(r => r.Cells.Any(c => !c.IsEmpty)))
                    {
                        var cell = row.Cells.FirstOrDefault(c => !c.IsEmpty && !c.IsCopy && c.Text.Any(char.IsLetter)) ?? row.Cells[0];
                        var point = open(new HeadingBlock(6, cell.Text, null, row.Place, cell.Raw), kind, true, 0);
                        var rest = row.Cells.Where(c => c != cell && !c.IsEmpty && !c.IsCopy).ToList();
                        if (rest.Count > 0)
                        {
                            point.Field(EtiketReader.Words, row.Line).Cells(rest);
                        }
                    }

                    break;
                case ParagraphBlock paragraph when !hasList:
                    open(Linjelaeser.Titled(new HeadingBlock(6, paragraph.Text, null, paragraph.Place, paragraph.Raw)), kind, true, 0);
                    break;
                default:
                    outside.Add(block);
                    break;
            }
        }
    }

    /// <summary>An item is a point; what it says under labels of their own are the point's fields.</summary>
    private void Item(ListItem item, string? number, NodeKind kind)
    {
        var labelled = item.Nested.Select(n => (Item: n, Label: ord.Labelled(n.Text))).ToList();
        var own = item with
        {
            Text = Maalhenvisning.Without(item.Text),
            Nested = [.. labelled.Where(l => l.Label is null).Select(l => l.Item)],
        };
        var point = open(new HeadingBlock(6, own.FullText, number, item.Place, item.Raw), kind, true, 0);
        foreach (var (nested, label) in labelled)
        {
            if (label is { } found)
            {
                point.Field(found.Felt, nested.Line).Again(new ParagraphBlock(found.Words, true, nested.Place, nested.Raw));
            }
        }
    }
}
