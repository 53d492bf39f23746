using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace Effektkaeder.Api.Tests.Cookbook;

/// <summary>Every question of <c>schema/queries</c> over the seed agreements, against the answer that a reader of them gives.</summary>
public sealed class CookbookTests(SeedGraph seed)
{
    /// <summary>Its figures are the layout's; what it shows is looked at instead.</summary>
    private const string Drawing = "tegn-effektkaeden";

    public static TheoryData<string> Names => [.. Kogebog.Alle.Select(o => o.Navn).Where(n => n != Drawing)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_question_gets_the_answer_worked_by_hand(string name)
    {
        var recipe = Kogebog.Find(name)!;
        var data = await seed.Api.AskAsync(recipe.Tekst, recipe.Variable is null ? null : JsonDocument.Parse(recipe.Variable).RootElement);
        Assert.True(HandChecked.Answers.TryGetValue(name, out var answer), $"No answer is worked out for {name}.");
        Assert.Equal(Regex.Replace(answer.ReplaceLineEndings("\n"), @"\n *\| ", " | ").Trim(), Outline(data).Trim());
    }

    [Fact]
    public async Task The_drawing_shows_the_chain()
    {
        var recipe = Kogebog.Find(Drawing)!;
        var svg = (await seed.Api.AskAsync(recipe.Tekst, JsonDocument.Parse(recipe.Variable!).RootElement))
            .At("tegning", "svg")
            .GetString()!;
        Assert.Contains("Fællesskaber", XDocument.Parse(svg).Root!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void There_are_at_least_25_and_each_is_explained()
    {
        Assert.True(Kogebog.Alle.Count >= 25);
        Assert.All(
            Kogebog.Alle,
            o =>
            {
                Assert.EndsWith("?", o.Titel, StringComparison.Ordinal);
                Assert.Contains("Sådan læses svaret:", o.Forklaring, StringComparison.Ordinal);
                Assert.Equal(o.Tekst.Contains('$', StringComparison.Ordinal), o.Variable is not null);
            }
        );
    }

    [Fact]
    public void Each_is_known_by_its_name_and_by_its_hash()
    {
        foreach (var recipe in Kogebog.Alle)
        {
            Assert.Equal(recipe.Tekst, EffektkaederApi.TrustedDocuments[recipe.Navn]);
            Assert.Equal(
                recipe.Tekst,
                EffektkaederApi.TrustedDocuments[
                    "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(recipe.Tekst)))
                ]
            );
        }
    }

    /// <summary>An answer as an outline: a line an object, its plain values in the order asked; what lies inside is indented.</summary>
    private static string Outline(JsonElement data)
    {
        var text = new StringBuilder();
        Write(text, data, 0);
        return text.ToString();
    }

    private static void Write(StringBuilder text, JsonElement value, int depth)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
            {
                Write(text, item, depth);
            }

            return;
        }
        if (value.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        var fields = value.EnumerateObject().Where(f => f.Name != "svg").ToList();
        // A plain object inside, such as a finding's node, is written on the line of what holds it.
        var leaves = fields
            .SelectMany(f =>
                IsFlat(f.Value) ? f.Value.EnumerateObject().Select(l => Plain(l.Value))
                : IsPlain(f.Value) ? [Plain(f.Value)]
                : Array.Empty<string>()
            )
            .ToList();
        if (leaves.Count > 0)
        {
            text.Append(' ', depth * 2).Append(string.Join(" | ", leaves)).Append('\n');
        }

        var inner = leaves.Count > 0 ? depth + 1 : depth;
        var lists = fields.Where(f => !IsPlain(f.Value) && !IsFlat(f.Value)).ToList();
        foreach (var field in lists)
        {
            if (lists.Count > 1)
            {
                text.Append(' ', inner * 2).Append(field.Name).Append(":\n");
            }

            Write(text, field.Value, lists.Count > 1 ? inner + 1 : inner);
        }
    }

    private static bool IsPlain(JsonElement value) => value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array);

    private static bool IsFlat(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && value.EnumerateObject().All(f => IsPlain(f.Value));

    private static string Plain(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => "-",
            JsonValueKind.True => "ja",
            JsonValueKind.False => "nej",
            JsonValueKind.Number => value.GetDouble().ToString(CultureInfo.InvariantCulture),
            _ => value.GetString()!.Replace("\n", " ¶ ", StringComparison.Ordinal),
        };
}
