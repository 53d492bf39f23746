using System.Text;
using System.Text.Json;
using Effektkaeder.Analysis.Kontrol;
using Effektkaeder.Domain;
using Effektkaeder.GraphQL.TypeSystem;
using Xunit;

namespace Effektkaeder.Api.Tests.Contract;

/// <summary>Walks the contract and asks every field of every type once.</summary>
public sealed class EveryFieldTests(SeedGraph seed)
{
    public static TheoryData<string> Kinds => [.. NodeKinds.All.Select(k => k.Code)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_field_of_a_kind_answers_for_every_node_of_it(string kind)
    {
        var info = NodeKinds.Find(kind)!;
        var answer = await seed.Api.AskAsync(
            $"{{ {info.Alle}(first: 50) {{ totalCount nodes {{ __typename {Fields(Type(kind), 3)} }} }} }}"
        );
        var nodes = answer.At(info.Alle, "nodes").EnumerateArray().ToList();
        Assert.NotEmpty(nodes);
        Assert.Equal(nodes.Count, answer.At(info.Alle, "totalCount").GetInt32());
        Assert.All(nodes, n => Assert.Equal(kind, n.At("__typename").GetString()));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_kinds_single_field_finds_its_own_and_no_other_kind(string kind)
    {
        var info = NodeKinds.Find(kind)!;
        var found = (await seed.Api.AskAsync($"{{ {info.Alle}(first: 1) {{ nodes {{ id noegle }} }} }}")).At(info.Alle, "nodes", 0);
        foreach (var id in new[] { found.At("id").GetString(), found.At("noegle").GetString() })
        {
            var byId = await seed.Api.AskAsync(
                $"query($id: ID!) {{ knude(id: $id) {{ noegle }} {info.Camel}(id: $id) {{ noegle }} }}",
                new { id }
            );
            Assert.Equal(found.At("noegle").GetString(), byId.At("knude", "noegle").GetString());
            Assert.Equal(found.At("noegle").GetString(), byId.At(info.Camel, "noegle").GetString());
        }
        var other = NodeKinds.All.First(k => k.Code != kind).Camel;
        var asOther = await seed.Api.AskAsync(
            $"query($id: ID!) {{ {other}(id: $id) {{ noegle }} }}",
            new { id = found.At("id").GetString() }
        );
        Assert.Equal(JsonValueKind.Null, asOther.At(other).ValueKind);
    }

    [Theory]
    [InlineData("soeg(tekst: \"borgere\")")]
    [InlineData("paavirkning(aendringer: [{ node: \"slagelse/indsats/udsatteomraadet\", art: BORTFALDER }])")]
    [InlineData("paavirkning(aendringer: [{ node: \"vestersoe/indsats/tidlig-opsporing\", art: UDSKYDES, varighed: \"P6M\" }])")]
    [InlineData("stier(fra: \"slagelse/politik/udsattepolitik\", til: \"slagelse/indsats/udsatteomraadet\")")]
    [InlineData("kontrol")]
    [InlineData("kontroller")]
    [InlineData("tegning(scene: OVERBLIK)")]
    [InlineData("revisioner")]
    [InlineData("knude(id: \"slagelse\")")]
    [InlineData(
        "kant(id: \"RAMME_FOR slagelse/vision/sund-klog-vaekst slagelse/aftale/udviklingsaftale-2016-center-for-handicap-og-psykiatri\")"
    )]
    [InlineData("alleNoder")]
    public async Task Every_field_of_a_root_fields_answer_answers(string call)
    {
        var field = Api.Engine.Schema.QueryType!.Find(call.Split('(')[0])!;
        var answer = await seed.Api.AskAsync($"{{ {call} {{ {Fields((FieldedType)field.Type.Named, 3)} }} }}");
        Assert.NotEqual(JsonValueKind.Null, answer.At(field.Name).ValueKind);
    }

    [Fact]
    public void The_kinds_of_the_contract_are_those_of_the_domain()
    {
        var node = (InterfaceType)Api.Engine.Schema.FindType("Knude")!;
        Assert.Equal(NodeKinds.All.Select(k => k.Code).Order(), Api.Engine.Schema.PossibleTypes(node).Select(t => t.Name).Order());
    }

    [Fact]
    public void The_closed_lists_of_the_contract_are_those_of_the_rooms_below()
    {
        Assert.Equal(Arter.Alle.Select(a => a.ToUpperInvariant()), Values("Art"));
        Assert.Equal(Kontroller.Alle.Select(k => k.Kode), Values("Kontrolkode"));

        static IEnumerable<string> Values(string type) => ((EnumType)Api.Engine.Schema.FindType(type)!).Values.Select(v => v.Name);
    }

    private static FieldedType Type(string name) => (FieldedType)Api.Engine.Schema.FindType(name)!;

    /// <summary>
    /// Every field down to a depth; lists of nodes inside are kept short, and below the last level only leaves are asked.
    /// </summary>
    private static string Fields(FieldedType type, int depth)
    {
        var text = new StringBuilder();
        foreach (var field in type.Fields)
        {
            var inner = field.Type.Named as FieldedType;
            if (inner is not null && depth == 0)
            {
                continue;
            }

            var arguments = string.Join(
                ", ",
                field
                    .Arguments.Where(a => a.IsRequired || a.Name == "first")
                    .Select(a => $"{a.Name}: {(a.Name == "first" ? "2" : "\"periodeTil\"")}")
            );
            text.Append(field.Name).Append(arguments.Length > 0 ? $"({arguments})" : "").Append(' ');
            if (inner is not null)
            {
                text.Append("{ ")
                    .Append("__typename ")
                    .Append(
                        Fields(
                            inner,
                            inner.Name.EndsWith("Connection", StringComparison.Ordinal)
                            || inner.Name.EndsWith("Edge", StringComparison.Ordinal)
                                ? depth - 1
                                : Math.Min(depth - 1, 1)
                        )
                    )
                    .Append("} ");
            }
        }
        return text.ToString();
    }
}
