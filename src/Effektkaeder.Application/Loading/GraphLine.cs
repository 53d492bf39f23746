using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Effektkaeder.Domain;

namespace Effektkaeder.Application.Loading;

/// <summary>A line of a generic graph: its fields as they stand in it, in UTF-8; empty where they are missing or no text.</summary>
internal ref struct GraphLine
{
    public ReadOnlySpan<byte> Type,
        Id,
        Kind,
        Kommune,
        Centre,
        Title,
        Year,
        Deadline,
        EdgeType,
        From,
        To;
    public int? Level;

    public readonly bool IsNode => Type.SequenceEqual("node"u8);

    /// <summary>Else a node.</summary>
    /// <exception cref="FormatException">It is neither.</exception>
    public readonly bool IsEdge => !IsNode && (Type.SequenceEqual("edge"u8) ? true : throw new FormatException("t er node eller edge"));

    /// <summary>Else an edge of the hierarchy.</summary>
    /// <exception cref="FormatException">It is neither.</exception>
    public readonly bool IsCoupling
    {
        get
        {
            var type = Required(EdgeType, "type");
            return type.SequenceEqual("kobling"u8)
                || (
                    type.SequenceEqual("hierarki"u8)
                        ? false
                        : throw new FormatException($"type »{Encoding.UTF8.GetString(type)}« er hverken hierarki eller kobling")
                );
        }
    }

    /// <exception cref="FormatException">It is not one JSON object; the message says why.</exception>
    public static GraphLine Of(ReadOnlySpan<byte> line)
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

    private static GraphLine Parse(ReadOnlySpan<byte> line)
    {
        var json = new Utf8JsonReader(line);
        if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException();
        }

        var fields = default(GraphLine);
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
            case 4 when name.SequenceEqual("year"u8):
                Year = json.TokenType == JsonTokenType.Number ? json.ValueSpan : Text(ref json);
                break;
            case 5 when name.SequenceEqual("title"u8):
                Title = Text(ref json);
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
            case 8 when name.SequenceEqual("deadline"u8):
                Deadline = Text(ref json);
                break;
        }
    }

    private static ReadOnlySpan<byte> Text(scoped ref Utf8JsonReader json) =>
        json.TokenType != JsonTokenType.String ? []
        : json.ValueIsEscaped ? Unescaped(ref json)
        : json.ValueSpan;

    private static byte[] Unescaped(scoped ref Utf8JsonReader json) => Encoding.UTF8.GetBytes(json.GetString()!);

    /// <exception cref="FormatException">The field is empty.</exception>
    public static ReadOnlySpan<byte> Required(ReadOnlySpan<byte> text, string name) =>
        text.IsEmpty ? throw new FormatException($"{name} mangler") : text;
}
