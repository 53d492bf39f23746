using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Effektkaeder.Diagram.Svg;
using Effektkaeder.Domain;
using Xunit;

namespace Effektkaeder.Diagram.Tests.Svg;

/// <summary>
/// The styles that come with the product for Neo4j's own tools have the colours of our pictures: the files in <c>schema/neo4j</c> are
/// these, byte for byte. <c>SNAP_UPDATE=1</c> writes them anew.
/// </summary>
public sealed class Neo4jStyleTests
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        IndentSize = 1,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>What Bloom's search offers: words with a parameter, and where its values come from.</summary>
    private static readonly (string Words, string Label, string Cypher)[] Phrases =
    [
        (
            "Alt under politikken $navn",
            "Politik",
            "MATCH vej = (:Politik {name: $navn})-[:INDEHOLDER|FORFOELGES_MED|OMFATTER|SKABER|MAALES_PAA*]->() RETURN vej"
        ),
        (
            "Alt under målet $navn",
            "PolitiskMaal",
            "MATCH vej = (:PolitiskMaal {name: $navn})-[:FORFOELGES_MED|OMFATTER|SKABER|MAALES_PAA*]->() RETURN vej"
        ),
        (
            "Kæden om indsatsen $navn",
            "Indsats",
            "MATCH vej = ()-[:UDMOENTES_I|INDEHOLDER|FORFOELGES_MED*0..]->(:Indsats {name: $navn})-[:OMFATTER|SKABER|MAALES_PAA*0..]->() "
                + "RETURN vej"
        ),
        ("Koblinger fra $navn", "Indsats", "MATCH vej = (:Indsats {name: $navn})-[:OMFATTER*0..1]->()-[:KOBLER_TIL]-() RETURN vej"),
        ("Hvad $navn er ansvarlig for", "Rolle", "MATCH vej = (:Rolle {name: $navn})-[:ANSVARLIG_FOR]->() RETURN vej"),
        ("Alt i centret $navn", "Organisation", "MATCH vej = (:Organisation {name: $navn})<-[:I_CENTER]-() RETURN vej"),
    ];

    [Fact]
    public void The_style_sheet_for_Neo4j_Browser_has_the_colours_of_our_pictures() => Same("effektkaeder.grass", Grass());

    [Fact]
    public void The_perspective_for_Bloom_has_the_colours_of_our_pictures() => Same("effektkaeder.bloom.json", Bloom());

    private static Surface Of(NodeKind kind) => Tokens.Kinds.FirstOrDefault(s => s.Name == kind.Info().Slug) ?? Tokens.Other;

    private static Token Of(EdgeType type) =>
        type == EdgeType.KoblerTil ? Tokens.Coupling
        : type.IsHierarchy() || type == EdgeType.Understoetter ? Tokens.Hierarchy
        : Tokens.Aside;

    private static IEnumerable<(string Type, Token Colour)> Relations() =>
        EdgeTypes.All.Select(e => (e.Code, Of(e.Type))).Concat([(Faktablad.IKommune, Tokens.Aside), (Faktablad.ICenter, Tokens.Aside)]);

    private static string Grass()
    {
        var text = new StringBuilder();
        void Rule(string selector, params (string Name, string Value)[] values) =>
            text.Append($"{selector} {{\n{string.Concat(values.Select(v => $"  {v.Name}: {v.Value};\n"))}}}\n\n");

        Rule(
            "node",
            ("diameter", "65px"),
            ("color", Tokens.Other.Fill.Light),
            ("border-color", Tokens.Other.Edge.Light),
            ("border-width", "2px"),
            ("text-color-internal", Tokens.Other.Ink.Light),
            ("font-size", "10px")
        );
        Rule(
            "relationship",
            ("color", Tokens.Aside.Light),
            ("shaft-width", "1px"),
            ("font-size", "8px"),
            ("padding", "3px"),
            ("text-color-external", Tokens.Quiet.Light),
            ("text-color-internal", Tokens.Ground.Light),
            ("caption", "\"<type>\"")
        );
        foreach (var kind in NodeKinds.All)
        {
            var surface = Of(kind.Kind);
            Rule(
                $"node.{kind.Code}",
                ("color", surface.Fill.Light),
                ("border-color", surface.Edge.Light),
                ("text-color-internal", surface.Ink.Light),
                ("caption", "\"{name}\"")
            );
        }

        foreach (var (type, colour) in Relations())
        {
            Rule(
                $"relationship.{type}",
                ("color", colour.Light),
                ("shaft-width", type == "KOBLER_TIL" ? "3px" : "1px"),
                ("caption", "\"<type>\"")
            );
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static string Bloom()
    {
        static object Property(string name, string type, bool isCaption = false) =>
            new
            {
                name,
                exclude = false,
                isCaption,
                dataType = type,
            };
        var categories = NodeKinds.All.Select(
            (k, i) =>
                (object)
                    new
                    {
                        id = i + 1,
                        name = k.Code,
                        color = Of(k.Kind).Fill.Light,
                        size = k.Level is null ? 1 : 1.5,
                        icon = "no-icon",
                        labels = new[] { k.Code },
                        properties = new[]
                        {
                            Property(Faktablad.Navn, "string", isCaption: true),
                            Property(Faktablad.Noegle, "string"),
                            Property(Faktablad.Tekst, "string"),
                            Property("kommune", "string"),
                            Property("citat", "string"),
                        },
                        hiddenLabels = Array.Empty<string>(),
                        caption = new[] { "" },
                        captions = new[]
                        {
                            new
                            {
                                inTooltip = true,
                                isCaption = true,
                                styles = Array.Empty<string>(),
                                key = Faktablad.Navn,
                                type = "property",
                            },
                        },
                        styleRules = Array.Empty<object>(),
                    }
        );
        return JsonSerializer.Serialize(
                new
                {
                    name = "Effektkæder",
                    id = "effektkaeder",
                    version = "2.21.0",
                    createdAt = 0,
                    lastEditedAt = 0,
                    type = "STANDARD_PERSPECTIVE",
                    hideUncategorisedData = true,
                    parentPerspectiveId = (string?)null,
                    categoryIndex = NodeKinds.All.Count,
                    categories = categories.ToArray(),
                    labels = NodeKinds.All.ToDictionary(
                        k => k.Code,
                        k =>
                            new[] { Faktablad.Navn, Faktablad.Noegle, Faktablad.Tekst, "kommune", "citat" }.Select(p => new
                            {
                                propertyKey = p,
                                type = k.Code,
                                dataType = "string",
                            })
                    ),
                    relationshipTypes = Relations()
                        .Select(r => new
                        {
                            id = r.Type,
                            name = r.Type,
                            color = r.Colour.Light,
                            size = 1,
                            properties = Array.Empty<object>(),
                            captions = Array.Empty<object>(),
                            styleRules = Array.Empty<object>(),
                        }),
                    hiddenRelationshipTypes = new[] { Faktablad.IKommune },
                    hiddenCategories = Array.Empty<int>(),
                    palette = new { colors = Tokens.Kinds.Append(Tokens.Other).Select(s => s.Fill.Light), currentIndex = 0 },
                    templates = Phrases.Select(
                        (p, i) =>
                            new
                            {
                                id = $"tmpl:effektkaeder-{i + 1}",
                                name = p.Words.Replace(" $navn", "", StringComparison.Ordinal),
                                createdAt = 0,
                                text = p.Words,
                                cypher = p.Cypher,
                                @params = new[]
                                {
                                    new
                                    {
                                        name = "$navn",
                                        dataType = "String",
                                        collapsed = false,
                                        suggestionLabel = p.Label,
                                        suggestionProp = Faktablad.Navn,
                                        suggestionBoolean = false,
                                        cypher = (string?)null,
                                    },
                                },
                                hasCypherErrors = false,
                            }
                    ),
                    sceneActions = Array.Empty<object>(),
                    metadata = new
                    {
                        pathSegments = EdgeTypes.All.SelectMany(e =>
                            e.From.Order()
                                .SelectMany(f =>
                                    e.To.Order()
                                        .Where(t => EdgeTypes.Allows(e.Type, f, t))
                                        .Select(t => new
                                        {
                                            source = f.Info().Code,
                                            relationshipType = e.Code,
                                            target = t.Info().Code,
                                        })
                                )
                        ),
                        indexes = NodeKinds.All.Select(k => new
                        {
                            label = k.Code,
                            type = "native",
                            propertyKeys = new[] { new { key = Faktablad.Navn, metadataProp = false } },
                        }),
                    },
                },
                Readable
            ) + "\n";
    }

    private static void Same(string name, string expected, [CallerFilePath] string testFile = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(testFile)!, "..", "..", "..", "schema", "neo4j", name);
        if (Environment.GetEnvironmentVariable("SNAP_UPDATE") == "1")
        {
            File.WriteAllText(path, expected);
            return;
        }

        Assert.Equal(expected, File.ReadAllText(path));
    }
}
