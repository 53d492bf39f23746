using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Effektkaeder.Analysis.Tal;
using Effektkaeder.Domain;
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
    private readonly List<(byte[] Name, NodeKind Kind)> _kinds = [];

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

    private void Take(ReadOnlySpan<byte> line, int number)
    {
        var fields = Fields.Of(line);
        if (fields.Type.SequenceEqual("node"u8))
        {
            var (node, kind) = (Named(Required(fields.Id, "id"), number), KindOf(fields));
            if (!_builder.Node(node, kind, fields.Kommune, fields.Centre))
            {
                throw new FormatException($"id »{_builder.IdOf(node)}« står der allerede");
            }
        }
        else if (fields.Type.SequenceEqual("edge"u8))
        {
            var coupling = Required(fields.EdgeType, "type").SequenceEqual("kobling"u8);
            if (!coupling && !fields.EdgeType.SequenceEqual("hierarki"u8))
            {
                throw new FormatException($"type »{Text(fields.EdgeType)}« er hverken hierarki eller kobling");
            }

            var (from, to) = (Named(Required(fields.From, "from"), number), Named(Required(fields.To, "to"), number));
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
        }
        else
        {
            throw new FormatException("t er node eller edge");
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

    /// <summary>By its kind, or its level alone; both must agree.</summary>
    private NodeKind KindOf(in Fields fields)
    {
        if (fields.Kind.IsEmpty)
        {
            return fields.Level is { } level ? NodeKinds.Levels[level].Kind : throw new FormatException("kind mangler");
        }

        var kind = KindOf(fields.Kind);
        return fields.Level is null || fields.Level == kind.Level()
            ? kind
            : throw new FormatException($"{kind.Info().Navn} er ikke på niveau {fields.Level}");
    }

    /// <summary>A graph spells its few kinds in few ways: each is looked up once.</summary>
    private NodeKind KindOf(ReadOnlySpan<byte> name)
    {
        foreach (var (known, kind) in _kinds)
        {
            if (name.SequenceEqual(known))
            {
                return kind;
            }
        }

        var found = NodeKinds.Find(Text(name))?.Kind ?? throw new FormatException($"»{Text(name)}« er ikke en slags");
        _kinds.Add((name.ToArray(), found));
        return found;
    }

    private static ReadOnlySpan<byte> Required(ReadOnlySpan<byte> text, string name) =>
        text.IsEmpty ? throw new FormatException($"{name} mangler") : text;

    private static string Text(ReadOnlySpan<byte> utf8) => Encoding.UTF8.GetString(utf8);

    /// <summary>A line's fields as they stand in it; empty where they are missing or no text.</summary>
    private ref struct Fields
    {
        public ReadOnlySpan<byte> Type,
            Id,
            Kind,
            Kommune,
            Centre,
            EdgeType,
            From,
            To;
        public int? Level;

        public static Fields Of(ReadOnlySpan<byte> line)
        {
            if (!Utf8.IsValid(line))
            {
                throw new FormatException("den er ikke UTF-8");
            }

            try
            {
                return Parse(line);
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException)
            {
                throw new FormatException("den er ikke ét JSON-objekt", e);
            }
        }

        private static Fields Parse(ReadOnlySpan<byte> line)
        {
            var json = new Utf8JsonReader(line);
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
            {
                throw new JsonException();
            }

            var fields = default(Fields);
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var name = json.ValueIsEscaped ? Unescaped(ref json) : json.ValueSpan;
                json.Read();
                fields.Set(name, ref json);
                json.Skip();
            }

            // What follows the object is an error too.
            while (json.Read()) { }

            return fields;
        }

        private void Set(ReadOnlySpan<byte> name, scoped ref Utf8JsonReader json)
        {
            switch (name.Length)
            {
                case 1 when name[0] == 't':
                    Type = Text(ref json);
                    break;
                case 2 when name.SequenceEqual("id"u8):
                    Id = Text(ref json);
                    break;
                case 2 when name.SequenceEqual("to"u8):
                    To = Text(ref json);
                    break;
                case 4 when name.SequenceEqual("from"u8):
                    From = Text(ref json);
                    break;
                case 4 when name.SequenceEqual("type"u8):
                    EdgeType = Text(ref json);
                    break;
                case 4 when name.SequenceEqual("kind"u8):
                    Kind = Text(ref json);
                    break;
                case 5 when name.SequenceEqual("level"u8) && json.TokenType != JsonTokenType.Null:
                    Level =
                        json.TokenType == JsonTokenType.Number
                        && json.TryGetInt32(out var level)
                        && level >= 0
                        && level < NodeKinds.Levels.Count
                            ? level
                            : throw new FormatException($"level er 0 til {NodeKinds.Levels.Count - 1}");
                    break;
                case 6 when name.SequenceEqual("centre"u8):
                    Centre = Text(ref json);
                    break;
                case 7 when name.SequenceEqual("kommune"u8):
                    Kommune = Text(ref json);
                    break;
            }
        }

        private static ReadOnlySpan<byte> Text(scoped ref Utf8JsonReader json) =>
            json.TokenType != JsonTokenType.String ? []
            : json.ValueIsEscaped ? Unescaped(ref json)
            : json.ValueSpan;

        private static byte[] Unescaped(scoped ref Utf8JsonReader json) => Encoding.UTF8.GetBytes(json.GetString()!);
    }
}
