using Effektkaeder.Domain;
using Effektkaeder.Import.Mapping.Former;
using Effektkaeder.Import.Mapping.Forside;
using Effektkaeder.Import.Mapping.Skabeloner;
using Effektkaeder.Import.Parsers;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Mapping.Etiketter;

/// <summary>
/// A document without a profile to points and fields: by the labels of the vocabulary wherever they stand, by the openers that
/// govern them, and where labels are too few by the sections that headings name.
/// </summary>
internal sealed class EtiketReader
{
    internal const int LineRank = 70;

    private readonly DocumentTree _tree;
    private readonly Etiketordbog _ord = SkabelonKatalog.Etiketter;
    private readonly List<Block> _outside = [];
    private readonly Aabninger _open;
    private readonly HeadingBlock? _title;
    private readonly Linjelaeser _lines;
    private readonly IReadOnlyDictionary<Block, string> _units;

    /// <summary>The field that the next block goes on in; null where there is none.</summary>
    private Feltstykker? _field;

    /// <summary>What a label and its words on one line say whole: who, when and how much.</summary>
    private static readonly string[] OfOneLine =
    [
        "ansvarlig",
        "koordinator",
        "maalgruppe",
        "milepael",
        "vaegt",
        "center",
        "udvalg",
        "forpligtelser",
    ];

    private EtiketReader(DocumentTree tree)
    {
        _tree = Prepared(tree, _ord);
        _title = Dokumenttitel.Find(_tree);
        _open = new Aabninger(_ord, _title, _outside);
        _lines = new Linjelaeser(_tree, _ord, _title);
        _units = tree.Source.Format == "xlsx" ? Forsidetabeller.Units(_tree.Blocks, _ord) : new Dictionary<Block, string>();
    }

    /// <summary>The blocks as they are meant: headings, lists and covers that were written without marks are given them.</summary>
    private static DocumentTree Prepared(DocumentTree tree, Etiketordbog ord)
    {
        tree = tree with { Blocks = Selvforklaringer.Translate(tree.Blocks, ord) };
        tree = tree with { Blocks = Nummeroverskrifter.Promote(tree.Blocks, ord) };
        tree = tree with { Blocks = Linjelister.Join(tree, ord) };
        tree = tree with { Blocks = Deltetabeller.Join(Linjeordener.Split(tree.Blocks, ord), ord) };
        tree = tree with { Blocks = Saetningsetiketter.Split(Loebendeetiketter.Split(tree.Blocks, ord), ord) };
        return tree with { Blocks = Aabnertitler.Join(Forsidetabeller.Split(tree.Blocks, ord), ord) };
    }

    /// <summary>The document as points; without any where no label, no section and no opener was found.</summary>
    internal static Form Read(DocumentTree tree)
    {
        var reader = new EtiketReader(tree);
        for (var i = 0; i < reader._tree.Blocks.Count; i++)
        {
            reader.Block(i);
        }

        reader._open.Close(0);
        var points = reader._open.Points.Take(Readers.Limits.MaxPoints).Select((p, i) => p.Build(i + 1)).ToList();
        var laesning = points.Any(p => p.Felter.Any(f => f.Felt.Rolle != "kun-felt")) ? Laesning.Etiketter : Laesning.Afsnit;
        return new Form(reader._ord.SomSkabelon, tree, points, [], [.. reader._outside.OrderBy(b => b.Line)], laesning);
    }

    private void Block(int index)
    {
        switch (_tree.Blocks[index])
        {
            case HeadingBlock heading:
                Heading(heading, index);
                break;
            case ParagraphBlock paragraph:
                Paragraph(paragraph, index);
                break;
            case ListBlock list:
                List(list);
                break;
            case TableBlock table:
                Table(table);
                break;
        }
    }

    private void Heading(HeadingBlock heading, int index)
    {
        _field = null;
        var rank = _lines.Rank(heading);
        _open.Introduce(_ord.Opener(heading.Text)?.Kind);
        _open.Close(rank);
        var full = heading.Number is null ? heading.Text : $"{heading.Number} {heading.Text}";
        if (ReferenceEquals(heading, _title) || _lines.IsSheet(heading))
        {
            _outside.Add(heading);
            return;
        }

        var isDate = Linjelaeser.IsDate(heading.Text);
        if (isDate || Etiketordbog.IsAppendix(heading.Text))
        {
            _open.Open(new Opened(rank, heading) { IsDate = isDate });
            _outside.Add(heading);
            return;
        }

        if (_units.TryGetValue(heading, out var unit))
        {
            _open.Open(new Opened(rank, heading) { Unit = unit });
            _outside.Add(heading);
            return;
        }

        var label = _ord.Find(heading.Text);
        if (label is not null && _open.Point() is { } point && _open.Section() is not { IsInner: true })
        {
            _field = Start(point, label, heading.Line);
            return;
        }

        if (_ord.Section(heading.Text) is { } section)
        {
            _open.Open(new Opened(rank, heading) { Role = section.Rolle, Art = section.Art });
            if (section.Rolle is "ramme" or "vision")
            {
                _outside.Add(heading);
            }

            return;
        }

        if (label is { Rolle: not ("kun-felt" or "nummer" or "center" or "udvalg" or "vaegt") } && !Etiketordbog.IsOverview(heading.Text))
        {
            _open.Open(new Opened(rank, heading) { Role = label.Rolle, Art = label.Art });
            return;
        }

        if (_ord.Opener(heading.Text) is { } opener)
        {
            _open.Open(
                new Opened(rank, heading)
                {
                    Point = _open.NewPoint(
                        heading with
                        {
                            Text = Maalhenvisning.Without(opener.Title),
                            Number = opener.Number ?? heading.Number,
                        },
                        _lines.KindOf(index, opener.Kind)
                    ),
                }
            );
        }
        else if (Linjelaeser.IsUnit(heading.Text))
        {
            _open.Open(new Opened(rank, heading) { Unit = heading.Text });
            _outside.Add(heading);
        }
        else if (_open.Section() is { Kind: { } kind } && heading.Text.Length > 0)
        {
            _open.Open(new Opened(rank, heading) { Point = _open.NewPoint(Linjelaeser.Titled(heading), kind, isSection: true) });
        }
        else if (!_ord.IsMadeOfLabels(heading.Text) && _lines.Governs(index, full))
        {
            _open.Open(new Opened(rank, heading) { Point = _open.NewPoint(Linjelaeser.Titled(heading), NodeKind.Indsats) });
        }
        else if (_open.Point() is { } within)
        {
            // Words under a heading that no vocabulary knows are the point's all the same, under the name that it gave them.
            _open.Open(new Opened(rank, heading));
            _field = within.Field(Own(heading.Text), heading.Line);
        }
        else
        {
            _open.Open(new Opened(rank, heading));
            _outside.Add(heading);
        }
    }

    private void Paragraph(ParagraphBlock paragraph, int index)
    {
        if (_units.Count > 0 && _ord.Labelled(paragraph.Text) is { Felt.Rolle: "center" or "ansvarlig" } && _ord.IsCover(paragraph.Text))
        {
            // One sheet's unit and leader are not the whole workbook's.
            _outside.Add(
                new ListBlock([new ListItem(paragraph.Text, [], paragraph.Place, paragraph.Raw)], false, paragraph.Place, paragraph.Raw)
            );
            return;
        }

        if (paragraph.Text.Contains(": ", StringComparison.Ordinal) && _open.Point()?.Heading is null && IsCoverOnly(paragraph.Text))
        {
            _field = null;
            _outside.Add(paragraph);
            return;
        }

        if (ForsideReader.IsSigned(paragraph.Text))
        {
            // "Fjordby, den 3. juni 2031" is the agreement's, whatever it stands under.
            _field = null;
            _outside.Add(paragraph);
            return;
        }

        // What stands right under a label is its value, whatever it looks like.
        if (
            _field is { } field
            && (field.IsEmpty || field.CountsTo(paragraph.Text))
            && _ord.Find(paragraph.Text) is null
            && _ord.Labelled(paragraph.Text) is null
        )
        {
            field.Add(paragraph);
            return;
        }

        if (Opening(paragraph, index) is var (opening, kind))
        {
            OpenAt(LineRank + Linjelaeser.Depth(opening.Number), opening with { Text = Maalhenvisning.Without(opening.Text) }, kind);
            return;
        }

        if (_ord.Labelled(paragraph.Text) is { } labelled && (_open.Point() is not null || !_ord.IsCover(paragraph.Text)))
        {
            Labelled(labelled.Felt, labelled.Words, paragraph);
            return;
        }

        if (
            _open.Section() is { Role: not "ramme" } open
            && paragraph.AfterBlank
            && _ord.Section(paragraph.Text) is { Rolle: "ramme" } frame
            && _ord.Find(paragraph.Text) is null
        )
        {
            // "Underskrifter" under a section is no part of it.
            var heading = new HeadingBlock(6, paragraph.Text, null, paragraph.Place, paragraph.Raw);
            _field = null;
            _open.Close(open.Rank);
            _open.Open(new Opened(open.Rank, heading) { Role = frame.Rolle });
            _outside.Add(heading);
            return;
        }

        if (
            _ord.Section(paragraph.Text) is { Rolle: "ramme" or "opfoelgning" } closing
            && _open.Points.Count(p => p.Heading is not null) >= 3
            && _open.Last is { Rank: >= LineRank, Point: not null } or { Rank: LineRank - 1, Role: not null }
            && _lines.EndsPoints(index)
        )
        {
            _field = null;
            _open.Close(LineRank - 1);
            var heading = new HeadingBlock(6, paragraph.Text, null, paragraph.Place, paragraph.Raw);
            _open.Open(new Opened(LineRank - 1, heading) { Role = closing.Rolle, Art = closing.Art });
            if (closing.Rolle == "ramme")
            {
                _outside.Add(heading);
            }

            return;
        }

        if (
            _ord.Find(paragraph.Text) is { } alone
            && (
                _open.Point() is not null
                || (alone.Rolle != "kun-felt" && !_ord.IsCover(paragraph.Text) && !Etiketordbog.IsOverview(paragraph.Text))
            )
            && _open.Section() is null
        )
        {
            _field = Start(_open.PointFor(alone, paragraph.Line), alone, paragraph.Line);
            return;
        }

        if (_open.Point() is { } owner && _lines.IsOwnLabel(index))
        {
            _field = owner.Field(Own(paragraph.Text.TrimEnd(':', ' ')), paragraph.Line);
            return;
        }

        Loose(paragraph);
    }

    /// <summary>A label that covers have and points have not: "Underskrevet: 14. december 2030".</summary>
    private bool IsCoverOnly(string line) => _ord.IsCover(line) && _ord.Labelled(line) is null;

    /// <summary>A label and the words after it, on one line.</summary>
    private void Labelled(Felt felt, string words, ParagraphBlock line)
    {
        _field = Start(_open.PointFor(felt, line.Line), felt, line.Line);
        if (words.Length > 0)
        {
            _field.Again(line with { Text = words });
            _field.IsSaid = OfOneLine.Contains(felt.Rolle);
        }
    }

    private void List(ListBlock list)
    {
        var labelled = list.Items.Select(i => (Item: i, Label: ItemLabel(i))).ToList();
        if (labelled.Count(l => l.Label is not null) * 2 <= list.Items.Count)
        {
            Loose(list);
            return;
        }

        foreach (var (item, label) in labelled)
        {
            if (label is { } found)
            {
                Labelled(found.Felt, found.Words, new ParagraphBlock(found.Words, true, item.Place, item.Raw));
                if (item.Nested.Count > 0)
                {
                    _field!.Add(new ListBlock(item.Nested, false, item.Nested[0].Place, string.Join('\n', item.Nested.Select(n => n.Raw))));
                }
            }
            else
            {
                Loose(new ListBlock([item], list.Ordered, item.Place, item.Raw));
            }
        }
    }

    /// <summary>"Frist: 1. maj", or a label alone over the items that it governs.</summary>
    private (Felt Felt, string Words)? ItemLabel(ListItem item) =>
        _ord.Labelled(item.Text) is { } labelled ? labelled
        : item.Nested.Count > 0 && _ord.Find(item.Text) is { } alone ? (alone, "")
        : null;

    private void Table(TableBlock table)
    {
        if (_open.Point()?.Heading is null && Kalendere.Of(table, _ord) is { } days)
        {
            Calendar(days);
            return;
        }

        var over = _open.Point();
        var reading = new Tabellaeser(_ord, table, over, (h, kind) => _open.NewPoint(h, kind), _open.Lazy, _open.Unit(), _open.Date());
        if (reading.Read() is not { } rows)
        {
            if (_field is null && _open.Section() is { Kind: not null } section)
            {
                section.Loose.Add(table);
            }
            else
            {
                Loose(table);
            }

            return;
        }

        _open.Points.AddRange(rows.Where(r => !_open.Points.Contains(r)));
        _field = null;
    }

    /// <summary>Days and what happens on them, outside every point: how the agreement itself is followed.</summary>
    private void Calendar(ListBlock days)
    {
        if (_open.Section() is { Role: "opfoelgning" } section)
        {
            section.Loose.Add(days);
            return;
        }

        var felt = _ord.Of("opfoelgning")!;
        _open.NewPoint(null, null, line: days.Line).Field(felt, days.Line).Add(days);
        _field = null;
    }

    /// <summary>What no label and no opener begins: the field's above, the section's, the point's own words, or the document's.</summary>
    private void Loose(Block block)
    {
        if (_field is { IsSaid: true } && block is ParagraphBlock { AfterBlank: true })
        {
            // "Målgruppe: Sygemeldte" is said; what stands apart under it is the point's own words.
            _field = null;
        }

        if (_field is not null)
        {
            _field.Add(block);
        }
        else if (_open.Last is { Point: { } point })
        {
            _field = point.Field(Words, block.Line);
            _field.Add(block);
        }
        else if (_open.Section() is { Role: not ("ramme" or "vision") } section)
        {
            section.Loose.Add(block);
        }
        else
        {
            _outside.Add(block);
        }
    }

    /// <summary>
    /// A line that opens a point by its word and number, or by its number where labels follow; without a kind it is of its section's.
    /// </summary>
    private (HeadingBlock Heading, NodeKind? Kind)? Opening(ParagraphBlock paragraph, int index)
    {
        if (paragraph.Text.Length > 200)
        {
            return null;
        }

        if (_ord.Opener(paragraph.Text) is { Number: not null } opener && (paragraph.AfterBlank || _lines.Governs(index, paragraph.Text)))
        {
            return (new HeadingBlock(6, opener.Title, opener.Number, paragraph.Place, paragraph.Raw), _lines.KindOf(index, opener.Kind));
        }

        return
            _ord.Labelled(paragraph.Text) is null
            && Headings.Split(paragraph.Text) is not null
            && Aabner.Of(paragraph) is { } numbered
            && _lines.Governs(index, paragraph.Text)
            ? (numbered, null)
            : null;
    }

    /// <summary>Opens the point of a line, which ends those beside it.</summary>
    private void OpenAt(int rank, HeadingBlock heading, NodeKind? kind)
    {
        _field = null;
        _open.Close(rank);
        var section = kind is null ? _open.Section()?.Kind : null;
        var point = _open.NewPoint(heading, kind ?? section ?? NodeKind.Indsats, isSection: section is not null);
        _open.Open(new Opened(rank, heading) { Point = point });
    }

    /// <summary>A field whose label stands here, and whose words come after it.</summary>
    private static Feltstykker Start(Punktkladde point, Felt felt, int line)
    {
        var field = point.Field(felt, line);
        field.IsSaid = false;
        return field;
    }

    /// <summary>A label that the document has of its own: a field value, and no node.</summary>
    internal static Felt Own(string label) => new(label, [], "kun-felt");

    /// <summary>A point's words under no label.</summary>
    internal static readonly Felt Words = new("Beskrivelse", [], "kun-felt");
}
