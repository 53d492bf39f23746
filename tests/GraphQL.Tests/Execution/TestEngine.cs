using System.Buffers;
using System.Text;
using System.Text.Json;
using Effektkaeder.GraphQL.Execution.Binding;
using Effektkaeder.GraphQL.Limits;
using Effektkaeder.GraphQL.TypeSystem;

namespace Effektkaeder.GraphQL.Tests.Execution;

/// <summary>An engine over some SDL, asked in text and answering in text.</summary>
internal sealed class TestEngine(GraphQLEngine engine)
{
    public GraphQLEngine Engine { get; } = engine;

    /// <summary>Fields without a resolver take the entry of their name from their parent, a dictionary.</summary>
    public static TestEngine Over(string sdl, Action<SchemaBinder>? bind = null, GraphQLLimits? limits = null)
    {
        var schema = Schema
            .FromSdl(sdl)
            .Bind(binder =>
            {
                binder.DefaultResolver(
                    (parent, context) =>
                        parent is IReadOnlyDictionary<string, object?> map && map.TryGetValue(context.Field.Name, out var value)
                            ? value
                            : null
                );
                bind?.Invoke(binder);
            });
        return new TestEngine(new GraphQLEngine(schema, limits));
    }

    public async Task<string> AskAsync(string query, string? variables = null, string? operationName = null, object? services = null)
    {
        var output = new ArrayBufferWriter<byte>();
        JsonElement? given = variables is null ? null : JsonDocument.Parse(variables).RootElement;
        await Engine.ExecuteAsync(new GraphQLRequest(query, operationName, given), services, output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    public static Dictionary<string, object?> Map(params (string Key, object? Value)[] entries) =>
        entries.ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);
}
