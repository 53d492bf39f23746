using Effektkaeder.Analysis.Tal;
using Effektkaeder.Application.Loading;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Answering;

/// <summary>
/// A generic graph, a JSON object a line, straight into numbers. Reads what answers need: a node's <c>id</c>, <c>kind</c> or
/// <c>level</c>, <c>kommune</c> and <c>centre</c> (empty where they are missing), an edge's <c>type</c>, <c>from</c> and <c>to</c>.
/// Lines come in any order; the same edge twice is one.
/// </summary>
public sealed class GraphLineReader
{
    private readonly TalgrafBuilder _builder = new();

    /// <summary>By number of a node, the line that first names it.</summary>
    private readonly List<int> _namedBy = [];
    private readonly KindNames _kinds = new();

    private GraphLineReader() { }

    /// <exception cref="StoreException">A line is wrong; the message names it.</exception>
    public static Talgraf Read(Stream stream, CancellationToken ct)
    {
        var reader = new GraphLineReader();
        using var lines = new LineReader(stream);
        try
        {
            while (lines.Next(out var line))
            {
                if ((lines.Number & 0xFFF) == 0)
                {
                    ct.ThrowIfCancellationRequested();
                }

                if (!line.Trim(" \t"u8).IsEmpty)
                {
                    reader.Take(line, lines.Number);
                }
            }
        }
        catch (FormatException e)
        {
            throw new StoreException($"Linje {lines.Number}: {e.Message}.", inner: e);
        }

        if (reader._builder.FirstUnstated() is >= 0 and var missing)
        {
            throw new StoreException(
                $"Linje {reader._namedBy[missing]}: kanten peger på »{reader._builder.IdOf(missing)}«, som ingen linje har."
            );
        }

        return reader._builder.Build();
    }

    private void Take(ReadOnlySpan<byte> text, int number)
    {
        var line = GraphLine.Of(text);
        if (line.IsEdge)
        {
            var coupling = line.IsCoupling;
            var (from, to) = (Named(GraphLine.Required(line.From, "from"), number), Named(GraphLine.Required(line.To, "to"), number));
            if (from == to)
            {
                throw new FormatException($"kanten går fra »{_builder.IdOf(from)}« til sig selv");
            }

            if (coupling)
            {
                _builder.Coupling(from, to);
            }
            else
            {
                _builder.Hierarchy(from, to);
            }

            return;
        }

        var node = Named(GraphLine.Required(line.Id, "id"), number);
        var kind = _kinds.Of(line);
        if (!_builder.Node(node, kind, line.Kommune, line.Centre))
        {
            throw new FormatException($"id »{_builder.IdOf(node)}« står der allerede");
        }
    }

    private int Named(ReadOnlySpan<byte> id, int line)
    {
        var number = _builder.Number(id);
        if (number == _namedBy.Count)
        {
            _namedBy.Add(line);
        }

        return number;
    }
}
