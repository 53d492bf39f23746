using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Effektkaeder.Domain;

namespace Effektkaeder.Storage;

/// <summary>Whole nodes and edges as JSON, the same in both engines: equal elements have equal bodies.</summary>
internal static class ElementBodies
{
    private static readonly BodyContext Context = new(
        new JsonSerializerOptions
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
            IgnoreReadOnlyProperties = true,
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // stored, never put into a page
            Converters =
            {
                new JsonStringEnumConverter<NodeKind>(),
                new JsonStringEnumConverter<EdgeType>(),
                new ValueListConverterFactory(),
            },
        }
    );

    public static string Write(Node node) => JsonSerializer.Serialize(node, Context.Node);

    public static string Write(Edge edge) => JsonSerializer.Serialize(edge, Context.Edge);

    /// <summary>What documents say of an element, without what the element is: for an engine that keeps that beside it.</summary>
    public static string WriteStatements(Node node) => JsonSerializer.Serialize([.. node.Udsagn], Context.UdsagnArray);

    public static string WriteStatements(Edge edge) => JsonSerializer.Serialize([.. edge.Udsagn], Context.EdgeUdsagnArray);

    public static ValueList<Udsagn> ReadNodeStatements(string body) => [.. JsonSerializer.Deserialize(body, Context.UdsagnArray)!];

    public static ValueList<EdgeUdsagn> ReadEdgeStatements(string body) => [.. JsonSerializer.Deserialize(body, Context.EdgeUdsagnArray)!];

    public static Node ReadNode(string body) => JsonSerializer.Deserialize(body, Context.Node)!;

    public static Edge ReadEdge(string body) => JsonSerializer.Deserialize(body, Context.Edge)!;
}

[JsonSerializable(typeof(Node))]
[JsonSerializable(typeof(Edge))]
[JsonSerializable(typeof(Udsagn[]))]
[JsonSerializable(typeof(EdgeUdsagn[]))]
[JsonSerializable(typeof(Herkomst[]))]
[JsonSerializable(typeof(Feltvaerdi[]))]
[JsonSerializable(typeof(Feltdel[]))]
[JsonSerializable(typeof(Egenskab[]))]
[JsonSerializable(typeof(Domain.Tid.Tidsudtryk[]))]
[JsonSerializable(typeof(string[]))]
internal sealed partial class BodyContext : JsonSerializerContext;

/// <summary>A value list is a JSON array.</summary>
internal sealed class ValueListConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(ValueList<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class Converter<T> : JsonConverter<ValueList<T>>
    {
        public override ValueList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            [
                .. JsonSerializer.Deserialize(
                    ref reader,
                    (System.Text.Json.Serialization.Metadata.JsonTypeInfo<T[]>)options.GetTypeInfo(typeof(T[]))
                )!,
            ];

        public override void Write(Utf8JsonWriter writer, ValueList<T> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(
                writer,
                value.ToArray(),
                (System.Text.Json.Serialization.Metadata.JsonTypeInfo<T[]>)options.GetTypeInfo(typeof(T[]))
            );
    }
}
