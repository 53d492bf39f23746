using System.Text.Encodings.Web;
using System.Text.Json;
using Effektkaeder.Analysis;
using Effektkaeder.Analysis.Kontrol;
using Effektkaeder.Analysis.Paavirkning;
using Effektkaeder.Cli.Output;
using Effektkaeder.Diagram.Scenes;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Effektkaeder.Cli.Assistants;

/// <summary>How answers are told to an assistant: JSON with keys and quotes, and what goes wrong in words that it can act on.</summary>
internal static class Told
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static async Task<CallToolResult> AnswerAsync(Func<Task<object>> ask)
    {
        try
        {
            return Text(JsonSerializer.Serialize(await ask(), Options), isError: false);
        }
        catch (Exception e) when (e is UsageException or FormatException or StoreException or SceneException)
        {
            return Text(e.Message, isError: true);
        }
    }

    /// <summary>
    /// What is wrong with the names of a call's arguments, and which the tool takes: else an assistant only hears that it failed. Null
    /// where nothing is.
    /// </summary>
    public static CallToolResult? WrongArguments(RequestContext<CallToolRequestParams> request)
    {
        if (request.MatchedPrimitive is not McpServerTool tool)
        {
            return null;
        }

        var schema = tool.ProtocolTool.InputSchema;
        List<string> known = schema.TryGetProperty("properties", out var properties)
            ? [.. properties.EnumerateObject().Select(p => p.Name)]
            : [];
        List<string> needed = schema.TryGetProperty("required", out var required)
            ? [.. required.EnumerateArray().Select(r => r.GetString()!)]
            : [];
        var given = request.Params?.Arguments?.Keys.ToList() ?? [];
        var wrong =
            given.FirstOrDefault(g => !known.Contains(g)) is { } foreign ? $"Værktøjet har intet argument »{foreign}«"
            : needed.FirstOrDefault(n => !given.Contains(n)) is { } missing ? $"Argumentet »{missing}« mangler"
            : null;
        return wrong is null ? null : Text($"{wrong}; det tager {string.Join(", ", known)}.", isError: true);
    }

    private static CallToolResult Text(string text, bool isError) =>
        new() { Content = [new TextContentBlock { Text = text }], IsError = isError };

    public static object Node(Node node) =>
        new
        {
            key = node.Key,
            kind = node.Kind.Info().Code,
            title = node.Titel,
            kommune = node.Kommune,
            centre = node.Vist.Center,
            quotes = node.Vist.Herkomst.Select(Quote),
        };

    public static object Whole(Node node, IReadOnlyList<Neighbour> around) =>
        new
        {
            node = Node(node),
            text = node.Indhold.Tekst,
            onlyNamed = node.Henvist,
            condition = node.Indhold.Betinget,
            times = node.Indhold.Tider.Select(NodeJson.Time),
            properties = node.Indhold.Egenskaber.ToDictionary(e => e.Navn, e => e.Vaerdi),
            statements = node.Udsagn.Select(u => new
            {
                agreement = u.Aftale,
                fields = u.Felter.Select(f => new
                {
                    label = f.Label,
                    text = f.Tekst,
                    state = f.Status.ToString().ToLowerInvariant(),
                    quote = Quote(f.Herkomst),
                }),
            }),
            edges = around.Select(n => new
            {
                key = n.Edge.Key,
                type = n.Edge.Type.Info().Code,
                direction = n.Edge.From == node.Key ? "out" : "in",
                other = NodeJson.Short(n.Node),
                certainty = n.Edge.Tillid,
                condition = n.Edge.Betinget,
                quotes = n.Edge.Udsagn.SelectMany(u => u.Evidens).Select(Quote),
            }),
        };

    public static object Path(Sti path) =>
        new
        {
            length = path.Edges.Count,
            certainty = path.Tillid,
            explanation = Vejfortaelling.Of(path),
            nodes = path.Nodes.Select(NodeJson.Short),
            quotes = path.Edges.SelectMany(e => e.Udsagn).SelectMany(u => u.Evidens).Select(Quote),
        };

    public static object Finding(Fund finding) =>
        new
        {
            code = finding.Kode,
            severity = finding.Alvor.ToString().ToLowerInvariant(),
            node = NodeJson.Short(finding.Node),
            message = finding.Besked,
            principle = finding.Princip,
            quote = finding.Sted is { } place ? Quote(place) : null,
        };

    private static object Quote(Herkomst place) =>
        new
        {
            document = place.Dokument,
            line = place.Linje,
            field = place.Felt,
            text = place.Ordret,
        };
}
