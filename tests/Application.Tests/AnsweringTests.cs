using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Effektkaeder.Analysis.Tal;
using Effektkaeder.Application.Answering;
using Effektkaeder.Application.Loading;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;
using Effektkaeder.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Effektkaeder.Application.Tests;

/// <summary>Tasks over a graph, a JSON object a line, and their answers.</summary>
public sealed class AnsweringTests
{
    /// <summary>
    /// A vision over two goals that share an effort; one goal alone holds another, which skips a level; the efforts are coupled.
    /// </summary>
    private static readonly string[] Lines =
    [
        """{"t":"edge","type":"hierarki","from":"v","to":"m1"}""",
        """{"t":"edge","type":"hierarki","from":"v","to":"m2"}""",
        """{"t":"edge","type":"hierarki","from":"m1","to":"i1"}""",
        """{"t":"edge","type":"hierarki","from":"m2","to":"i1"}""",
        """{"t":"edge","type":"hierarki","from":"m2","to":"i2"}""",
        """{"t":"edge","type":"hierarki","from":"i1","to":"e\u00e6"}""",
        """{"t":"edge","type":"hierarki","from":"i2","to":"e2"}""",
        """{"t":"edge","type":"kobling","from":"i1","to":"i2"}""",
        """{"t":"edge","type":"kobling","from":"i2","to":"i1"}""",
        """{"t":"node","id":"v","kind":"vision","level":0,"title":"V","kommune":"Prøvelev","year":2026}""",
        """{"t":"node","id":"m1","kind":"politisk_maal","level":1,"title":"M","kommune":"Prøvelev","centre":null}""",
        """{"t":"node","id":"m2","kind":"PolitiskMaal","title":"M","kommune":"Prøvelev"}""",
        """{"t":"node","id":"i1","level":2,"title":"I","kommune":"Prøvelev","centre":"Nord"}""",
        "",
        """{"t":"node","id":"i2","kind":"indsats","title":"I","kommune":"Prøvelev","centre":"Center for Æ","extra":{"a":[1]}}""",
        """{"t":"node","id":"eæ","kind":"effekt","title":"E","kommune":"Prøvelev","centre":"Nord","deadline":"2026-12-31"}""",
        """{"t":"node","id":"e2","kind":"effekt","title":"E","kommune":"Prøvelev","centre":"Nord"}""",
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(
        """{"id":"a","task":"T1","detail":"full","policy":"m2"}""",
        """{"id":"a","count":4,"groups":[["Prøvelev|Center for Æ",2,1],["Prøvelev|Nord",2,1],["Prøvelev|Nord",4,2]],"""
            + "\"nodes\":[[\"e2\",2],[\"eæ\",2],[\"i1\",1],[\"i2\",1]]}"
    )]
    [InlineData(
        """{"id":7,"task":"T2","policy":"m1","max_kobling":1}""",
        """{"id":7,"count":4,"groups":[["Prøvelev|Center for Æ",2,1],["Prøvelev|Nord",2,1],["Prøvelev|Nord",4,2]],"""
            + "\"nodes\":[[\"e2\",3],[\"eæ\",2],[\"i1\",1],[\"i2\",2]]}"
    )]
    [InlineData(
        """{"task":"T3","policy":"m2","id":null}""",
        """{"id":null,"count":2,"groups":[["Prøvelev|Center for Æ",2,1],["Prøvelev|Nord",4,1]],"nodes":["e2","i2"]}"""
    )]
    [InlineData(
        """{"id":{"n":1},"task":"T4","policy":"m1","effekt":"e2","max_kobling":1}""",
        """{"id":{"n":1},"length":3,"count":1,"paths":[["m1","i1","i2","e2"]]}"""
    )]
    [InlineData("""{"id":1,"task":"T4","policy":"m1","effekt":"e2","max_kobling":0}""", """{"id":1,"length":null,"count":0,"paths":[]}""")]
    [InlineData("""{"id":1,"task":"T5","top":9}""", """{"id":1,"top":[["m2",2],["m1",0]]}""")]
    [InlineData(
        """{"id":1,"task":"T6","node":"i1","radius":1}""",
        """{"id":1,"count":4,"edges":{"hierarki":3,"kobling":0},"nodes":[["eæ",1],["i1",0],["m1",-1],["m2",-1]]}"""
    )]
    public async Task Each_task_is_answered_in_its_form(string task, string expected)
    {
        var answer = (await AnswersAsync(Lines, task))[1];
        Assert.True(answer["ms"]!.GetValue<double>() >= 0);
        answer.Remove("ms");
        Assert.Equal(JsonNode.Parse(expected)!.ToJsonString(), answer.ToJsonString());
    }

    [Theory]
    [InlineData("""{"id":1,"task":"T1","policy":"nej"}""", "policy »nej« er ikke i grafen")]
    [InlineData("""{"id":1,"task":"T1","policy":"i1"}""", "policy »i1« er af slagsen indsats, ikke politisk mål")]
    [InlineData("""{"id":1,"task":"T1"}""", "policy mangler")]
    [InlineData("""{"id":1,"task":"T1","policy":5}""", "policy mangler")]
    [InlineData("""{"id":1,"task":"T1","policy":"\ud800"}""", "policy er ikke en tekst")]
    [InlineData("""{"id":1,"task":"T1","policy":"m1","detail":"alt"}""", "detail er full eller digest")]
    [InlineData("""{"id":1,"task":"T2","policy":"m1"}""", "max_kobling er et helt tal fra 0")]
    [InlineData("""{"id":1,"task":"T2","policy":"m1","max_kobling":-1}""", "max_kobling er et helt tal fra 0")]
    [InlineData("""{"id":1,"task":"T2","policy":"m1","max_kobling":1.5}""", "max_kobling er et helt tal fra 0")]
    [InlineData("""{"id":1,"task":"T4","policy":"m1","effekt":"i1","max_kobling":0}""", "effekt »i1« er af slagsen indsats, ikke effekt")]
    [InlineData("""{"id":1,"task":"T6","node":"m1","radius":"3"}""", "radius er et helt tal fra 0")]
    [InlineData("""{"id":1,"task":"T7"}""", "task er T1, T2, T3, T4, T5 eller T6")]
    [InlineData("""{"id":1}""", "task er T1, T2, T3, T4, T5 eller T6")]
    public async Task A_wrong_task_is_answered_with_what_is_wrong_and_the_run_goes_on(string task, string expected)
    {
        var answers = await AnswersAsync(Lines, task, """{"id":2,"task":"T5","top":1}""");
        Assert.Equal(["id", "error"], answers[1].Select(f => f.Key));
        Assert.Equal((1, expected), (answers[1]["id"]!.GetValue<int>(), answers[1]["error"]!.GetValue<string>()));
        Assert.Equal(2, answers[2]["id"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("ikke json"), InlineData("[1]"), InlineData("""{"id":1} og mere"""), InlineData("""{"id":1"""), InlineData("\"T1\"")]
    public async Task A_line_that_is_no_object_is_answered_without_an_id(string task)
    {
        var answers = await AnswersAsync(Lines, task, "", """{"id":2,"task":"T5","top":1}""");
        Assert.Equal("""{"id":null,"error":"opgaven er ikke ét JSON-objekt"}""", answers[1].ToJsonString(Plain));
        Assert.Equal(2, answers[2]["id"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_digest_is_the_hash_of_the_full_answers_lines_sorted_bytewise()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var lines = RandomLines(random, seed % 2 == 0 ? ["", "a", "æ/"] : ["", "a", "a\u0001", "a\t", "a\n"]).ToArray();
            var ids = lines.Select(l => JsonNode.Parse(l)!["id"]?.GetValue<string>()).OfType<string>().ToArray();
            foreach (var (task, rest) in new[] { ("T1", ""), ("T2", ",\"max_kobling\":2"), ("T3", ""), ("T6", ",\"radius\":2") })
            {
                var node = JsonSerializer.Serialize(ids[random.Next(ids.Length)]);
                var asked = $"\"task\":\"{task}\",\"policy\":{node},\"node\":{node}{rest}";
                var answers = await AnswersAsync(lines, $"{{\"id\":1,{asked}}}", $"{{\"id\":1,\"detail\":\"digest\",{asked}}}");
                if (answers[1]["nodes"] is not JsonArray nodes)
                {
                    Assert.Equal(answers[1].ToJsonString(), answers[2].ToJsonString());
                    continue;
                }

                var text = nodes.Select(n =>
                    Encoding.UTF8.GetBytes(
                        n is JsonArray pair ? $"{pair[0]!.GetValue<string>()}\t{pair[1]}\n" : $"{n!.GetValue<string>()}\n"
                    )
                );
                var sorted = text.Order(Comparer<byte[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b))).SelectMany(b => b).ToArray();
                Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(sorted)), answers[2]["sha256"]!.GetValue<string>());
                Assert.Null(answers[2]["nodes"]);
                Assert.Equal(answers[1]["count"]!.GetValue<int>(), answers[2]["count"]!.GetValue<int>());
            }
        }
    }

    [Theory]
    [InlineData("Linje 2: den er ikke ét JSON-objekt", """{"t":"node","id":"a","kind":"vision"}""", "ikke json")]
    [InlineData("Linje 1: den er ikke ét JSON-objekt", """{"t":"node","id":"a","kind":"vision"}{}""")]
    [InlineData("Linje 1: t er node eller edge", """{"id":"a","kind":"vision"}""")]
    [InlineData("Linje 1: id mangler", """{"t":"node","id":"","kind":"vision"}""")]
    [InlineData("Linje 1: kind mangler", """{"t":"node","id":"a"}""")]
    [InlineData("Linje 1: »ting« er ikke en slags", """{"t":"node","id":"a","kind":"ting"}""")]
    [InlineData("Linje 1: level er 0 til 5", """{"t":"node","id":"a","level":6}""")]
    [InlineData("Linje 1: effekt er ikke på niveau 1", """{"t":"node","id":"a","kind":"effekt","level":1}""")]
    [InlineData(
        "Linje 3: id »a« står der allerede",
        """{"t":"node","id":"a","kind":"vision"}""",
        "",
        """{"t":"node","id":"a","level":0}"""
    )]
    [InlineData(
        "Linje 1: kanten peger på »b«, som ingen linje har",
        """{"t":"edge","type":"kobling","from":"a","to":"b"}""",
        """{"t":"edge","type":"kobling","from":"b","to":"a"}""",
        """{"t":"node","id":"a","kind":"vision"}"""
    )]
    [InlineData("Linje 1: type »x« er hverken hierarki eller kobling", """{"t":"edge","type":"x","from":"a","to":"b"}""")]
    [InlineData("Linje 1: kanten går fra »a« til sig selv", """{"t":"edge","type":"kobling","from":"a","to":"a"}""")]
    [InlineData("Linje 1: to mangler", """{"t":"edge","type":"kobling","from":"a"}""")]
    public void A_wrong_line_of_a_graph_is_named(string expected, params string[] lines) =>
        Assert.StartsWith(expected, Assert.Throws<StoreException>(() => Read(string.Join('\n', lines))).Message, StringComparison.Ordinal);

    [Fact]
    public void Lines_that_are_not_utf8_are_named() =>
        Assert.StartsWith(
            "Linje 1: den er ikke UTF-8",
            Assert.Throws<StoreException>(() => GraphLineReader.Read(new MemoryStream([.. "{\"t\":\""u8, 0xC3, .. "\"}"u8]), Ct)).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Lines_may_be_longer_than_the_buffer_and_end_as_on_windows()
    {
        var id = new string('æ', 400_000);
        var graph = Read($"\ufeff{{\"t\":\"node\",\"id\":\"{id}\",\"level\":1}}\r\n\r\n{{\"id\":\"b\",\"t\":\"node\",\"level\":2}}\r\n");
        Assert.Equal((1, 0), (graph.Find(Encoding.UTF8.GetBytes(id)), graph.Find("b"u8)));
    }

    [Fact]
    public async Task A_task_is_answered_before_the_next_is_read()
    {
        var answers = new MemoryStream();
        var tasks = new Turns(answers, "{\"id\":1,\"task\":\"T5\",\"top\":1}\n", "{\"id\":2,\"task\":\"T5\",\"top\":1}\n");
        Assert.Equal(
            2,
            await AnswerTasks.RunAsync(_ => Task.FromResult(new NamedGraph(Read(string.Join('\n', Lines)))), tasks, answers, Ct)
        );
        Assert.Equal([1, 2, 3], tasks.LinesBefore);
    }

    [Fact]
    public async Task A_loaded_graph_answers_as_its_lines_do()
    {
        var several = 0;
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            var lines = RandomLines(random, seed % 2 == 0 ? ["", "a", "æ/"] : ["x y", "x-y", "X/Y", "a\t", "a\u0001"]).ToArray();
            var ids = lines.Select(l => JsonNode.Parse(l)!["id"]?.GetValue<string>()).OfType<string>().ToArray();
            var tasks = ids.SelectMany(id => TasksAbout(id, ids[random.Next(ids.Length)]))
                .Append("""{"id":0,"task":"T5","top":99}""")
                .ToArray();
            var expected = await AnswersAsync(lines, tasks);
            await StoredAsync(async store =>
            {
                await LoadAsync(store, "graf", lines);
                var actual = await AnswersAsync(store, tasks);
                Assert.Equal(expected.Skip(1).Select(Timeless), actual.Skip(1).Select(Timeless));
            });
            several += expected.Count(a => a["count"]?.GetValue<int>() > 1);
        }

        Assert.True(several > 1000, "the answers are too small to tell anything");

        static IEnumerable<string> TasksAbout(string id, string other)
        {
            var (node, effekt) = (JsonSerializer.Serialize(id), JsonSerializer.Serialize(other));
            foreach (var detail in new[] { "full", "digest" })
            {
                foreach (
                    var (task, most) in new[] { ("T1", 0), ("T2", 1), ("T2", 2), ("T3", 0), ("T4", 0), ("T4", 2), ("T6", 1), ("T6", 9) }
                )
                {
                    yield return $"{{\"id\":{node},\"task\":\"{task}\",\"detail\":\"{detail}\",\"policy\":{node},\"node\":{node},"
                        + $"\"effekt\":{effekt},\"max_kobling\":{most},\"radius\":{most}}}";
                }
            }
        }
    }

    [Fact]
    public async Task A_stored_node_is_asked_by_its_key_too() =>
        await StoredAsync(async store =>
        {
            await LoadAsync(store, "graf", Lines);
            var key = await KeyOfAsync(store, "m2");
            var answers = await AnswersAsync(
                store,
                $$"""{"id":1,"task":"T3","policy":"{{key}}"}""",
                """{"id":1,"task":"T3","policy":"m2"}""",
                """{"id":2,"task":"T3","policy":"x"}"""
            );
            Assert.Equal(2, answers[1]["count"]!.GetValue<int>());
            Assert.Equal(Timeless(answers[2]), Timeless(answers[1]));
            Assert.Equal("policy »x« er ikke i grafen", answers[3]["error"]!.GetValue<string>());
        });

    [Fact]
    public async Task An_id_that_several_nodes_have_is_asked_back_about_and_they_are_answered_with_by_their_keys() =>
        await StoredAsync(async store =>
        {
            await LoadAsync(store, "en", [.. Lines.Select(l => l.Replace("Prøvelev", "By", StringComparison.Ordinal))]);
            await LoadAsync(store, "to", Lines);
            var keys = (await NodesAsync(store)).Where(n => n.Egenskab("id") == "m2").Select(n => n.Key).Order().ToList();
            Assert.Equal(2, keys.Count);
            var answers = await AnswersAsync(
                store,
                """{"id":1,"task":"T1","policy":"m2"}""",
                $$"""{"id":1,"task":"T3","policy":"{{keys[0]}}"}""",
                """{"id":2,"task":"T5","top":2}"""
            );
            Assert.Equal(
                $"policy »m2« er 2 knuders id; spørg ved nøglen: {string.Join(", ", keys)}",
                answers[1]["error"]!.GetValue<string>()
            );
            Assert.Equal(2, answers[2]["count"]!.GetValue<int>());
            Assert.Equal($"""[["{keys[0]}",2],["{keys[1]}",2]]""", answers[3]["top"]!.ToJsonString(Plain));
        });

    [Fact]
    public async Task An_id_that_is_anothers_key_is_that_others() =>
        await StoredAsync(async store =>
        {
            await LoadAsync(store, "graf", Lines);
            var vision = await KeyOfAsync(store, "v");
            string[] named =
            [
                $$"""{"t":"node","id":"{{vision}}","level":1,"title":"M","kommune":"Prøvelev"}""",
                $$"""{"t":"node","id":"prøvelev","level":1,"title":"M","kommune":"Prøvelev"}""",
                """{"t":"node","id":"proevelev","level":1,"title":"M","kommune":"Prøvelev"}""",
            ];
            await LoadAsync(store, "anden", named);
            var answers = await AnswersAsync(
                store,
                """{"id":1,"task":"T6","node":"proevelev","radius":0}""",
                """{"id":1,"task":"T6","node":"v","radius":0}""",
                $$"""{"id":1,"task":"T6","node":"{{vision}}","radius":0}"""
            );
            Assert.Equal(["proevelev"], Ids(answers[1])); // the municipality, whose key it is
            Assert.Equal(["v"], Ids(answers[2]));
            Assert.Equal([vision], Ids(answers[3])); // the goal: the vision is called v

            static IEnumerable<string> Ids(JsonObject answer) => answer["nodes"]!.AsArray().Select(n => n![0]!.GetValue<string>());
        });

    [Theory]
    [InlineData("UPDATE node_version SET body = x'0005' WHERE titel = 'E'", "Knuden proevelev/effekt/")]
    [InlineData("UPDATE edge_version SET body = x'0005' WHERE art IS NOT NULL", "En kobling kan ikke læses")]
    public async Task A_damaged_row_is_named(string damage, string said) =>
        await StoredAsync(async store =>
        {
            await LoadAsync(store, "graf", Lines);
            await using (var connection = new SqliteConnection($"Data Source={store.Location}"))
            {
                await connection.OpenAsync(Ct);
                await using var command = connection.CreateCommand();
                command.CommandText = damage;
                Assert.InRange(await command.ExecuteNonQueryAsync(Ct), 1, 2);
            }

            var refused = await Assert.ThrowsAsync<StoreException>(() => AnswersAsync(store, """{"id":1,"task":"T5","top":1}"""));
            Assert.Contains(said, refused.Message, StringComparison.Ordinal);
        });

    private static async Task StoredAsync(Func<IGraphStore, Task> ask)
    {
        var folder = Directory.CreateTempSubdirectory("answer-test-").FullName;
        try
        {
            await using var store = await SqliteStore.OpenAsync(Path.Combine(folder, "graf.db"), Ct);
            await ask(store);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Task<LoadReport> LoadAsync(IGraphStore store, string name, string[] lines) =>
        new LoadGraph(store, TimeProvider.System).LoadAsync(
            () => new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines))),
            name,
            "test",
            (_, _) => { },
            Ct
        );

    private static Task<List<JsonObject>> AnswersAsync(IGraphStore store, params string[] tasks) =>
        AnswersAsync(async c => await StoreGraph.ReadAsync(await store.NewestAsync(c), c), tasks);

    private static async Task<IReadOnlyList<Node>> NodesAsync(IGraphStore store) =>
        (await (await store.NewestAsync(Ct)).QueryAsync(new(null, [], Page.Everything), Ct)).Items;

    private static async Task<string> KeyOfAsync(IGraphStore store, string id) =>
        (await NodesAsync(store)).Single(n => n.Egenskab(Egenskaber.Id) == id).Key;

    private static string Timeless(JsonObject answer) =>
        new JsonObject(answer.Where(f => f.Key != "ms").Select(f => KeyValuePair.Create(f.Key, f.Value?.DeepClone()))).ToJsonString(Plain);

    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static Talgraf Read(string lines) => GraphLineReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(lines)), Ct);

    private static Task<List<JsonObject>> AnswersAsync(string[] lines, params string[] tasks) =>
        AnswersAsync(_ => Task.FromResult(new NamedGraph(Read(string.Join('\n', lines)))), tasks);

    private static async Task<List<JsonObject>> AnswersAsync(Func<CancellationToken, Task<NamedGraph>> load, params string[] tasks)
    {
        var answers = new MemoryStream();
        await AnswerTasks.RunAsync(load, new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', tasks))), answers, Ct);
        var lines = Encoding.UTF8.GetString(answers.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var objects = lines.Select(l => JsonNode.Parse(l)!.AsObject()).ToList();
        Assert.Equal(["event", "ms"], objects[0].Select(f => f.Key));
        return objects;
    }

    private static IEnumerable<string> RandomLines(Random random, string[] beginnings)
    {
        var nodes = Enumerable
            .Range(0, 2 + random.Next(12))
            .Select(_ => beginnings[random.Next(beginnings.Length)] + random.Next(9))
            .Distinct()
            .Select(id => (Id: JsonSerializer.Serialize(id), Level: random.Next(5)))
            .ToList();
        foreach (var (id, level) in nodes)
        {
            var (kommune, centre) = (
                random.Next(2) == 0 ? "By Kommune" : "Ø",
                random.Next(2) == 0 ? "" : $",\"centre\":\"C {random.Next(2)}\""
            );
            yield return $"{{\"t\":\"node\",\"id\":{id},\"level\":{level},\"title\":\"T\",\"kommune\":\"{kommune}\"{centre}}}";
        }

        for (var i = 0; i < 30; i++)
        {
            var (a, b) = (nodes[random.Next(nodes.Count)], nodes[random.Next(nodes.Count)]);
            if (a.Id != b.Id)
            {
                var type = a.Level < b.Level ? "hierarki" : "kobling";
                yield return $"{{\"t\":\"edge\",\"type\":\"{type}\",\"from\":{a.Id},\"to\":{b.Id}}}";
            }
        }
    }

    /// <summary>Gives one line a read, and notes how many answers had been written by then.</summary>
    private sealed class Turns(MemoryStream answers, params string[] lines) : MemoryStream
    {
        private int _next;

        public List<int> LinesBefore { get; } = [];

        public override int Read(byte[] buffer, int offset, int count)
        {
            LinesBefore.Add(answers.ToArray().Count(b => b == '\n'));
            return _next == lines.Length ? 0 : Encoding.UTF8.GetBytes(lines[_next++], buffer.AsSpan(offset, count));
        }
    }
}
