using Effektkaeder.Domain;
using Effektkaeder.Import.Mapping.Skabeloner;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Mapping.Etiketter;

/// <summary>
/// What is open where the reading has come to: the headings, sections, units and points that govern the next block, the nearest last;
/// and the points met so far.
/// </summary>
internal sealed class Aabninger(Etiketordbog ord, HeadingBlock? title, List<Block> outside)
{
    private readonly List<Opened> _stack = [];

    internal List<Punktkladde> Points { get; } = [];

    /// <summary>What was opened last and is still open.</summary>
    internal Opened? Last => _stack.Count > 0 ? _stack[^1] : null;

    /// <summary>The point that a label belongs to: a new one where the first label of an unopened point comes back.</summary>
    internal Punktkladde PointFor(Felt felt, int line)
    {
        if (Point() is { } point && !(point.Heading is null && point.First == felt))
        {
            return point;
        }

        if (_stack is [.., { Point: { Heading: null } }])
        {
            _stack.RemoveAt(_stack.Count - 1);
        }

        var fresh = NewPoint(null, null, line: line);
        Open(new Opened(EtiketReader.LineRank + 20, null) { Point = fresh });
        return fresh;
    }

    internal Punktkladde NewPoint(HeadingBlock? heading, NodeKind? kind, bool isSection = false, int line = 0)
    {
        var point = new Punktkladde(heading, kind, Point(), heading?.Line ?? line)
        {
            IsSection = isSection && Point() is null,
            Unit = Unit(),
        };
        Points.Add(point);
        return point;
    }

    /// <summary>The nearest heading that is no label, as the effort of a table's rows where no column names one.</summary>
    internal Punktkladde? Lazy()
    {
        if (Point() is { } point)
        {
            return point;
        }

        var over = _stack.FindLastIndex(o =>
            o is { Heading: not null, Role: null, Unit: null }
            && !ReferenceEquals(o.Heading, title)
            && !o.Heading.Text.EndsWith("ommune", StringComparison.OrdinalIgnoreCase)
            && !o.IsDate
            && !Etiketordbog.IsAppendix(o.Heading.Text)
            && !ord.IsMadeOfLabels(o.Heading.Text)
        );
        if (over < 0)
        {
            return null;
        }

        outside.Remove(_stack[over].Heading!);
        var made = NewPoint(_stack[over].Heading, NodeKind.Indsats);
        _stack[over] = _stack[over] with { Point = made };
        return made;
    }

    internal Punktkladde? Point() => _stack.FindLast(o => o.Point is not null)?.Point;

    /// <summary>The heading that says when what stands under it is to be done; null where none does.</summary>
    internal HeadingBlock? Date() => _stack.FindLast(o => o.IsDate)?.Heading;

    internal string? Unit() => _stack.FindLast(o => o.Unit is not null)?.Unit;

    /// <summary>The section that encloses what comes next, where no point does.</summary>
    internal Opened? Section()
    {
        var at = _stack.FindLastIndex(o => o.Role is not null);
        return at < 0 || _stack.Skip(at + 1).Any(o => o.Point is not null) ? null : _stack[at];
    }

    internal void Open(Opened opened) => _stack.Add(opened);

    /// <summary>What a section says before its own points begin is an introduction to them, and none of them.</summary>
    internal void Introduce(NodeKind? kind)
    {
        if (kind is not null && _stack is [.., { Role: not null } section] && section.Kind == kind)
        {
            outside.AddRange(section.Loose);
            section.Loose.Clear();
        }
    }

    /// <summary>Ends whatever stands at this rank or deeper; a section that ends gives its points.</summary>
    internal void Close(int rank)
    {
        while (_stack.Count > 0 && _stack[^1].Rank >= rank)
        {
            var closed = _stack[^1];
            _stack.RemoveAt(_stack.Count - 1);
            if (closed.Role is not null && closed.Loose.Count > 0)
            {
                new Afsnitspunkter(ord, NewPoint, outside).Add(closed);
            }
        }
    }
}
