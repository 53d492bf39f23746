using Effektkaeder.Domain;
using Effektkaeder.Import.Mapping.Former;
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
    private readonly List<Punktkladde> _points = [];
    private readonly List<Block> _outside = [];
    private readonly List<Opened> _open = [];
    private readonly HeadingBlock? _title;
    private readonly Linjelaeser _lines;
    private Feltstykker? _field;

    private EtiketReader(DocumentTree tree)
    {
        _tree = tree with { Blocks = Aabnertitler.Join(tree.Blocks, _ord) };
        _title = Dokumenttitel.Find(_tree);
        _lines = new Linjelaeser(_tree, _ord, _title);
    }

    /// <summary>The document as points; without any where no label, no section and no opener was found.</summary>
    internal static Form Read(DocumentTree tree)
    {
        var reader = new EtiketReader(tree);
        for (var i = 0; i < reader._tree.Blocks.Count; i++)
        {
            reader.Block(i);
        }

        reader.Close(0);
        var points = reader._points.Take(Readers.Limits.MaxPoints).Select((p, i) => p.Build(i + 1)).ToList();
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
        Close(rank);
        var full = heading.Number is null ? heading.Text : $"{heading.Number} {heading.Text}";
        if (ReferenceEquals(heading, _title) || Linjelaeser.IsSheet(heading.Text))
        {
            _outside.Add(heading);
            return;
        }

        var label = _ord.Find(heading.Text);
        if (label is not null && Point() is { } point && Section() is not { IsInner: true })
        {
            _field = Start(point, label, heading.Line);
            return;
        }

        if (_ord.Section(heading.Text) is { } section)
        {
            Open(new Opened(rank, heading) { Role = section.Rolle, Art = section.Art });
            if (section.Rolle is "ramme" or "vision")
            {
                _outside.Add(heading);
            }

            return;
        }

        if (label is { Rolle: not ("kun-felt" or "nummer" or "center" or "udvalg" or "vaegt") } && !Etiketordbog.IsOverview(heading.Text))
        {
            Open(new Opened(rank, heading) { Role = label.Rolle, Art = label.Art });
            return;
        }

        if (_ord.Opener(heading.Text) is { } opener)
        {
            Open(
                new Opened(rank, heading)
                {
                    Point = NewPoint(heading with { Text = opener.Title, Number = opener.Number ?? heading.Number }, opener.Kind),
                }
            );
        }
        else if (Linjelaeser.IsUnit(heading.Text))
        {
            Open(new Opened(rank, heading) { Unit = heading.Text });
            _outside.Add(heading);
        }
        else if (Section() is { Kind: { } kind } && heading.Text.Length > 0)
        {
            Open(new Opened(rank, heading) { Point = NewPoint(heading, kind, isSection: true) });
        }
        else if (!_ord.IsMadeOfLabels(heading.Text) && _lines.Governs(index, full))
        {
            Open(new Opened(rank, heading) { Point = NewPoint(heading, NodeKind.Indsats) });
        }
        else if (Point() is { } within)
        {
            // Words under a heading that no vocabulary knows are the point's all the same, under the name that it gave them.
            Open(new Opened(rank, heading));
            _field = within.Field(Own(heading.Text), heading.Line);
        }
        else
        {
            Open(new Opened(rank, heading));
            _outside.Add(heading);
        }
    }

    private void Paragraph(ParagraphBlock paragraph, int index)
    {
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

        if (Opening(paragraph, index) is { } point)
        {
            _field = null;
            Close(LineRank + Linjelaeser.Depth(point.Heading?.Number));
            Open(new Opened(LineRank + Linjelaeser.Depth(point.Heading?.Number), point.Heading!) { Point = point.Point });
            return;
        }

        if (_ord.Labelled(paragraph.Text) is { } labelled && (Point() is not null || !_ord.IsCover(paragraph.Text)))
        {
            Labelled(labelled.Felt, labelled.Words, paragraph);
            return;
        }

        if (
            _ord.Section(paragraph.Text) is { Rolle: "ramme" or "opfoelgning" } closing
            && _points.Count(p => p.Heading is not null) >= 3
            && _open is [.., { Rank: >= LineRank, Point: not null } or { Rank: LineRank - 1, Role: not null }]
            && _lines.EndsPoints(index)
        )
        {
            _field = null;
            Close(LineRank - 1);
            var heading = new HeadingBlock(6, paragraph.Text, null, paragraph.Place, paragraph.Raw);
            Open(new Opened(LineRank - 1, heading) { Role = closing.Rolle, Art = closing.Art });
            if (closing.Rolle == "ramme")
            {
                _outside.Add(heading);
            }

            return;
        }

        if (
            _ord.Find(paragraph.Text) is { } alone
            && (
                Point() is not null
                || (alone.Rolle != "kun-felt" && !_ord.IsCover(paragraph.Text) && !Etiketordbog.IsOverview(paragraph.Text))
            )
            && Section() is null
        )
        {
            _field = Start(PointFor(alone, paragraph.Line), alone, paragraph.Line);
            return;
        }

        if (Point() is { } owner && _lines.IsOwnLabel(index))
        {
            _field = owner.Field(Own(paragraph.Text.TrimEnd(':', ' ')), paragraph.Line);
            return;
        }

        Loose(paragraph);
    }

    /// <summary>A label and the words after it, on one line.</summary>
    private void Labelled(Felt felt, string words, ParagraphBlock line)
    {
        _field = PointFor(felt, line.Line).Field(felt, line.Line);
        if (words.Length > 0)
        {
            _field.Again(line with { Text = words });
        }
    }

    private void List(ListBlock list)
    {
        var labelled = list.Items.Select(i => (Item: i, Label: _ord.Labelled(i.Text))).ToList();
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

    private void Table(TableBlock table)
    {
        var over = Point();
        var reading = new Tabellaeser(_ord, table, over, (h, kind) => NewPoint(h, kind, false, 0), Lazy, Unit());
        if (reading.Read() is not { } rows)
        {
            if (_field is null && Section() is { Kind: not null } section)
            {
                section.Loose.Add(table);
            }
            else
            {
                Loose(table);
            }

            return;
        }

        _points.AddRange(rows.Where(r => !_points.Contains(r)));
        _field = null;
    }

    /// <summary>What no label and no opener begins: the field's above, the section's, the point's own words, or the document's.</summary>
    private void Loose(Block block)
    {
        if (_field is not null)
        {
            _field.Add(block);
        }
        else if (_open is [.., { Point: { } point }])
        {
            _field = point.Field(Words, block.Line);
            _field.Add(block);
        }
        else if (Section() is { Role: not ("ramme" or "vision") } section)
        {
            section.Loose.Add(block);
        }
        else
        {
            _outside.Add(block);
        }
    }

    /// <summary>A line that opens a point by its word and number, or by its number where labels follow.</summary>
    private (HeadingBlock? Heading, Punktkladde Point)? Opening(ParagraphBlock paragraph, int index)
    {
        if (paragraph.Text.Length > 200)
        {
            return null;
        }

        if (_ord.Opener(paragraph.Text) is { Number: not null } opener && (paragraph.AfterBlank || _lines.Governs(index, paragraph.Text)))
        {
            var heading = new HeadingBlock(6, opener.Title, opener.Number, paragraph.Place, paragraph.Raw);
            return (heading, NewPoint(heading, opener.Kind));
        }

        if (
            _ord.Labelled(paragraph.Text) is null
            && Headings.Split(paragraph.Text) is not null
            && Aabner.Of(paragraph) is { } numbered
            && _lines.Governs(index, paragraph.Text)
        )
        {
            return (numbered, NewPoint(numbered, Section() is { Kind: { } kind } ? kind : NodeKind.Indsats));
        }

        return null;
    }

    /// <summary>The point that a label belongs to: a new one where the first label of an unopened point comes back.</summary>
    private Punktkladde PointFor(Felt felt, int line)
    {
        if (Point() is { } point && !(point.Heading is null && point.First == felt))
        {
            return point;
        }

        if (_open is [.., { Point: { Heading: null } }])
        {
            _open.RemoveAt(_open.Count - 1);
        }

        var fresh = NewPoint(null, null, line: line);
        Open(new Opened(LineRank + 20, null) { Point = fresh });
        return fresh;
    }

    private static Feltstykker Start(Punktkladde point, Felt felt, int line) => point.Field(felt, line);

    private Punktkladde NewPoint(HeadingBlock? heading, NodeKind? kind, bool isSection = false, int line = 0)
    {
        var point = new Punktkladde(heading, kind, Point(), heading?.Line ?? line)
        {
            IsSection = isSection && Point() is null,
            Unit = Unit(),
        };
        _points.Add(point);
        return point;
    }

    /// <summary>The nearest heading that is no label, as the effort of a table's rows where no column names one.</summary>
    private Punktkladde? Lazy()
    {
        if (Point() is { } point)
        {
            return point;
        }

        var over = _open.FindLastIndex(o =>
            o is { Heading: not null, Role: null, Unit: null }
            && !ReferenceEquals(o.Heading, _title)
            && !o.Heading.Text.EndsWith("ommune", StringComparison.OrdinalIgnoreCase)
            && !_ord.IsMadeOfLabels(o.Heading.Text)
        );
        if (over < 0)
        {
            return null;
        }

        _outside.Remove(_open[over].Heading!);
        var made = NewPoint(_open[over].Heading, NodeKind.Indsats);
        _open[over] = _open[over] with { Point = made };
        return made;
    }

    private Punktkladde? Point() => _open.FindLast(o => o.Point is not null)?.Point;

    private string? Unit() => _open.FindLast(o => o.Unit is not null)?.Unit;

    /// <summary>The section that encloses what comes next, where no point does.</summary>
    private Opened? Section()
    {
        var at = _open.FindLastIndex(o => o.Role is not null);
        return at < 0 || _open.Skip(at + 1).Any(o => o.Point is not null) ? null : _open[at];
    }

    private void Open(Opened opened) => _open.Add(opened);

    /// <summary>Ends whatever stands at this rank or deeper; a section that ends gives its points.</summary>
    private void Close(int rank)
    {
        while (_open.Count > 0 && _open[^1].Rank >= rank)
        {
            var closed = _open[^1];
            _open.RemoveAt(_open.Count - 1);
            if (closed.Role is not null && closed.Loose.Count > 0)
            {
                new Afsnitspunkter(_ord, NewPoint, _outside).Add(closed);
            }
        }
    }

    /// <summary>A label that the document has of its own: a field value, and no node.</summary>
    internal static Felt Own(string label) => new(label, [], "kun-felt");

    /// <summary>A point's words under no label.</summary>
    internal static readonly Felt Words = new("Beskrivelse", [], "kun-felt");
}
