using System.Text.Encodings.Web;
using System.Text.Json;
using Effektkaeder.GraphQL.Errors;
using Effektkaeder.GraphQL.Execution.Binding;
using Effektkaeder.GraphQL.Execution.Results;
using Effektkaeder.GraphQL.Values;
using Xunit;

namespace Effektkaeder.GraphQL.Tests.Execution;

/// <summary>Objects written as they are met, and their bytes kept with one state of the data.</summary>
public sealed class DirectWriterTests
{
    private const string Sdl = """
        type Query { items: [Item!]! loose: [Loose!]! }
        type Item { name: String! shout(times: Int): String! odd: String! next: Item parts: [Item!]! }
        type Loose { name: String! }
        """;

    private readonly Dictionary<string, int> _asked = new(StringComparer.Ordinal);

    [Fact]
    public async Task An_object_of_one_state_is_written_once_and_then_copied()
    {
        var (engine, state) = (Engine(), new State());
        var answers = await RepeatAsync(engine, "{ items { name } }", state);
        Assert.All(answers, answer => Assert.Equal("""{"data":{"items":[{"name":"a"},{"name":"b"}]}}""", answer));
        Assert.Equal(2 * Seasoning, _asked["name"]);
        Assert.True(state.Fragments!.Size > 0);
    }

    [Fact]
    public async Task Another_state_has_fragments_of_its_own()
    {
        var engine = Engine();
        await RepeatAsync(engine, "{ items { name } }", new State());
        var next = new State(new Item("c"));
        Assert.Equal("""{"data":{"items":[{"name":"c"}]}}""", (await RepeatAsync(engine, "{ items { name } }", next))[^1]);
    }

    [Fact]
    public async Task What_depends_on_a_variable_is_written_anew_and_what_lies_below_is_not()
    {
        var (engine, state) = (Engine(), new State(new Item("a", new Item("b"))));
        const string Query = "query($n: Int) { items { shout(times: $n) next { name } } }";
        for (var n = 1; n <= 6; n++)
        {
            Assert.Equal(
                $$$"""{"data":{"items":[{"shout":"{{{string.Concat(Enumerable.Repeat("a", n))}}}","next":{"name":"b"}}]}}""",
                await engine.AskAsync(Query, $$"""{"n":{{n}}}""", services: state)
            );
        }

        Assert.Equal(6, _asked["shout"]);
        Assert.Equal(Seasoning, _asked["name"]);
    }

    [Fact]
    public async Task Aliases_and_conditions_do_not_share_bytes()
    {
        var (engine, state) = (Engine(), new State(new Item("a")));
        const string Query = "query($x: Boolean!) { items { name @include(if: $x) } again: items { other: name } }";
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(
                """{"data":{"items":[{"name":"a"}],"again":[{"other":"a"}]}}""",
                await engine.AskAsync(Query, """{"x":true}""", services: state)
            );
            Assert.Equal(
                """{"data":{"items":[{}],"again":[{"other":"a"}]}}""",
                await engine.AskAsync(Query, """{"x":false}""", services: state)
            );
        }
    }

    [Fact]
    public async Task An_error_is_told_each_time_with_its_path()
    {
        var (engine, state) = (Engine(), new State(new Item("a", new Item("bad"))));
        foreach (var answer in await RepeatAsync(engine, "{ items { name it: next { odd } } }", state))
        {
            Assert.Equal(
                """{"errors":[{"message":"bad is odd","locations":[{"line":1,"column":27}],"path":["items",0,"it","odd"],"extensions":"""
                    + """{"code":"ODD"}}],"data":{"items":[{"name":"a","it":null}]}}""",
                answer
            );
        }
    }

    [Fact]
    public async Task A_nest_is_put_together_from_its_parts()
    {
        var (engine, state) = (Engine(), new State(new Item("a", null, new Item("b", null, new Item("c\"ø😀")), new Item("d"))));
        foreach (var answer in await RepeatAsync(engine, "{ items { name parts { name parts { name } } __typename } }", state))
        {
            Assert.Equal(
                """{"data":{"items":[{"name":"a","parts":[{"name":"b","parts":[{"name":"c\"ø\uD83D\uDE00"}]},"""
                    + """{"name":"d","parts":[]}],"__typename":"Item"}]}}""",
                answer
            );
        }
    }

    [Fact]
    public async Task Objects_that_are_not_kept_leave_no_trace()
    {
        var (engine, state) = (Engine(), new State());
        await RepeatAsync(engine, "{ loose { name } }", state);
        Assert.Equal(0, state.Fragments!.Size);
    }

    [Fact]
    public async Task The_memo_stays_within_its_bound()
    {
        var items = Enumerable.Range(0, 2000).Select(i => new Item($"item {i}")).ToArray();
        var (engine, state) = (Engine(), new State(items) { Fragments = new FragmentMemo(20_000) });
        foreach (var answer in await RepeatAsync(engine, "{ items { name } }", state))
        {
            Assert.Contains("item 1999", answer, StringComparison.Ordinal);
            Assert.InRange(state.Fragments!.Size, 0, 20_000);
        }
    }

    [Fact]
    public void Text_is_escaped_as_the_JSON_writer_does_it()
    {
        var texts = Enumerable
            .Range(0, 0x10000)
            .Select(c => $"a{(char)c}b")
            .Concat(["😀", "\ud83d", "x\udc00\ud83dy", "", "Ærø \"øl\" \\ <b>&'+", "é"]);
        foreach (var text in texts)
        {
            using var ours = new JsonBuffer();
            ours.Text(text);
            var theirs = new System.Buffers.ArrayBufferWriter<byte>();
            using (var json = new Utf8JsonWriter(theirs, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            {
                json.WriteStringValue(text);
            }

            Assert.True(ours.Written.Span.SequenceEqual(theirs.WrittenSpan), string.Join(" ", text.Select(c => $"U+{(int)c:X4}")));
        }
    }

    /// <summary>How often a plan runs before anything is kept for it.</summary>
    private const int Seasoning = 3;

    private static async Task<List<string>> RepeatAsync(TestEngine engine, string query, State state)
    {
        var answers = new List<string>();
        for (var i = 0; i < 6; i++)
        {
            answers.Add(await engine.AskAsync(query, services: state));
        }

        return answers;
    }

    private TestEngine Engine() =>
        TestEngine.Over(
            Sdl,
            binder =>
                binder
                    .Kept("Item")
                    .Field("Query", "items", c => ValueTask.FromResult<IReadOnlyList<object?>>([c.Service<State>().Items]))
                    .Field("Query", "loose", c => ValueTask.FromResult<IReadOnlyList<object?>>([c.Service<State>().Items]))
                    .Field<Item>("Item", "name", Counted<Item>("name", item => item.Name))
                    .Field<Item>(
                        "Item",
                        "shout",
                        (item, c) =>
                            Counted<Item>("shout", i => string.Concat(Enumerable.Repeat(i.Name, c.Arguments.Get<int?>("times") ?? 1)))(item)
                    )
                    .Field<Item>("Item", "odd", item => throw new GraphQLUserException($"{item.Name} is odd", "ODD"))
                    .Field<Item>("Item", "next", item => item.Next)
                    .Field<Item>("Item", "parts", item => item.Parts)
                    .Field<Item>("Loose", "name", item => item.Name)
        );

    private Func<T, object?> Counted<T>(string name, Func<T, object?> answer) =>
        parent =>
        {
            _asked[name] = _asked.GetValueOrDefault(name) + 1;
            return answer(parent);
        };

    private sealed class Item(string name, Item? next = null, params Item[] parts)
    {
        public string Name => name;

        public Item? Next => next;

        public Item[] Parts => parts;
    }

    private sealed class State(params Item[] items) : IOperationServices
    {
        public Item[] Items { get; } = items.Length > 0 ? items : [new("a"), new("b")];

        public FragmentMemo? Fragments { get; init; } = new();

        public IOperationServices ForOperation(IReadOnlyDictionary<string, Arguments> directives) => this;
    }
}
