using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Effektkaeder.Application.Answering;

/// <summary>A task as its line reads; <see cref="Id"/> is known also where the rest is wrong.</summary>
internal sealed class AnswerTask
{
    private readonly Dictionary<string, JsonElement> _fields = new(StringComparer.Ordinal);

    private AnswerTask() { }

    /// <summary>What the line calls itself, verbatim JSON; <c>null</c> where it does not.</summary>
    public string Id { get; private set; } = "null";

    /// <summary>What is wrong with the line as a whole; null for nothing.</summary>
    public string? Fault { get; private set; }

    /// <summary><c>T1</c> to <c>T6</c>, where it is one of them.</summary>
    public string? Task => Field("task") is { ValueKind: JsonValueKind.String } name ? name.GetString() : null;

    /// <summary>Wants a digest in the place of nodes.</summary>
    public bool Digest =>
        Field("detail") switch
        {
            null or { ValueKind: JsonValueKind.Null } => false,
            { ValueKind: JsonValueKind.String } detail when detail.ValueEquals("full"u8) => false,
            { ValueKind: JsonValueKind.String } detail when detail.ValueEquals("digest"u8) => true,
            _ => throw new FormatException("detail er full eller digest"),
        };

    public static AnswerTask Parse(ReadOnlySpan<byte> line)
    {
        var task = new AnswerTask();
        try
        {
            if (!Utf8.IsValid(line))
            {
                throw new JsonException();
            }

            var json = new Utf8JsonReader(line);
            var root = JsonElement.ParseValue(ref json);
            if (json.Read() || root.ValueKind != JsonValueKind.Object)
            {
                throw new JsonException();
            }

            foreach (var field in root.EnumerateObject())
            {
                task._fields[field.Name] = field.Value;
            }

            task.Id = task.Field("id")?.GetRawText() ?? "null";
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            task.Fault = "opgaven er ikke ét JSON-objekt";
        }

        return task;
    }

    /// <summary>A field that names a node, as UTF-8.</summary>
    /// <exception cref="FormatException">It is missing, or no text.</exception>
    public byte[] Name(string field)
    {
        try
        {
            return Field(field) is { ValueKind: JsonValueKind.String } name
                ? Encoding.UTF8.GetBytes(name.GetString()!)
                : throw new FormatException($"{field} mangler");
        }
        catch (InvalidOperationException e)
        {
            throw new FormatException($"{field} er ikke en tekst", e);
        }
    }

    /// <exception cref="FormatException">It is missing, or no whole number from 0.</exception>
    public int Number(string field) =>
        Field(field) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value) && value >= 0
            ? value
            : throw new FormatException($"{field} er et helt tal fra 0");

    private JsonElement? Field(string name) => _fields.TryGetValue(name, out var value) ? value : null;
}
