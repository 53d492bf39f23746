using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Effektkaeder.GraphQL.Host;
using Effektkaeder.GraphQL.TypeSystem;
using Xunit;

namespace Effektkaeder.GraphQL.Tests.Reference;

/// <summary>The whole introspection of one schema, held against the reference's.</summary>
public sealed class IntrospectionComparisonTests
{
    private const string Query = """
        { __schema { description queryType { name kind } mutationType { name kind } subscriptionType { name kind }
          types { ...T } directives { name description isRepeatable locations args(includeDeprecated: true) { ...V } } } }
        fragment T on __Type { kind name description specifiedByURL isOneOf
          fields(includeDeprecated: true) {
            name description args(includeDeprecated: true) { ...V } type { ...R } isDeprecated deprecationReason }
          inputFields(includeDeprecated: true) { ...V } interfaces { ...R }
          enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason } possibleTypes { ...R } }
        fragment V on __InputValue { name description type { ...R } defaultValue isDeprecated deprecationReason }
        fragment R on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } }
        """;

    [Fact]
    public async Task Tells_of_a_schema_as_the_reference_does()
    {
        ReferenceImplementation.Require();
        var output = new ArrayBufferWriter<byte>();
        var engine = new GraphQLEngine(
            GenericResolvers.Bind(Schema.FromSdl(await File.ReadAllTextAsync(ReferenceImplementation.SchemaFile)))
        );
        await engine.ExecuteAsync(new GraphQLRequest(Query), null, output);
        var ours = JsonNode.Parse(output.WrittenSpan)!["data"]!["__schema"]!;
        var said = await ReferenceImplementation.AskAsync("reference.mjs", [ReferenceImplementation.SchemaFile, "--introspection"], []);
        var theirs = JsonNode.Parse(said[0].GetRawText())!["__schema"]!;
        Assert.Equal(Comparable(theirs), Comparable(ours));
    }

    /// <summary>
    /// Types and directives by name, entries without null, so that order and absence do not count. What is built in is told
    /// by name alone: its descriptions are each implementation's own, and the reference has deprecated directives already,
    /// which the edition has not.
    /// </summary>
    private static string Comparable(JsonNode schema)
    {
        foreach (var list in (string[])["types", "directives"])
        {
            var items = schema[list]!
                .AsArray()
                .Select(item => item!.DeepClone())
                .OrderBy(item => item["name"]!.GetValue<string>(), StringComparer.Ordinal)
                .Select(item =>
                    IsBuiltIn(item["name"]!.GetValue<string>()) ? JsonValue.Create(item["name"]!.GetValue<string>()) : Sorted(item)
                );
            schema[list] = new JsonArray([.. items]);
        }

        foreach (var directive in schema["directives"]!.AsArray().OfType<JsonObject>())
        {
            directive.Remove("isDeprecated");
        }

        return Sorted(schema)!.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
    }

    private static bool IsBuiltIn(string name) =>
        name.StartsWith("__", StringComparison.Ordinal)
        || name is "Int" or "Float" or "String" or "Boolean" or "ID" or "skip" or "include" or "deprecated" or "specifiedBy" or "oneOf";

    private static JsonNode? Sorted(JsonNode? node) =>
        node switch
        {
            JsonObject map => new JsonObject(
                map.Where(entry => entry.Value is not null)
                    .OrderBy(entry => entry.Key, StringComparer.Ordinal)
                    .Select(entry =>
                        KeyValuePair.Create(entry.Key, entry.Key == "possibleTypes" ? ByName(entry.Value!) : Sorted(entry.Value))
                    )
            ),
            JsonArray list => new JsonArray([.. list.Select(Sorted)]),
            _ => node?.DeepClone(),
        };

    private static JsonNode ByName(JsonNode types) =>
        new JsonArray([.. types.AsArray().Select(Sorted).OrderBy(type => type!["name"]!.GetValue<string>(), StringComparer.Ordinal)]);
}
