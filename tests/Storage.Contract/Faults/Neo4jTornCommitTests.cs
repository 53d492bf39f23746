using System.Text;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Contract.Neo4j;
using Effektkaeder.Storage.Neo4j;
using Effektkaeder.Storage.Neo4j.Cypher;
using Effektkaeder.Storage.Neo4j.Http;
using Xunit;

namespace Effektkaeder.Storage.Contract.Faults;

/// <summary>
/// A server lets a commit be seen piece by piece, within microseconds. Here it is held there: of a commit that writes two nodes anew the
/// one is seen and the other not yet, and a statement that has read that waits before it looks at the mark.
/// </summary>
[Collection(Neo4jEngine.Turns)]
public sealed class Neo4jTornCommitTests : IAsyncLifetime
{
    private const string Writer = "the writer";

    private static readonly Dictionary<string, object?> None = [];

    private readonly string[] _keys = ["by/emne/a", "by/emne/b"];
    private readonly Way _way = new();
    private Neo4jOptions _options = null!;
    private QueryApi _api = null!;
    private Neo4jStore _store = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await new Neo4jEngine().PrepareAsync(Ct);
        _options = await Neo4jServer.OptionsAsync(Ct);
        (_api, _store) = (new(_options), await Neo4jStore.OpenAsync(_options with { Handler = _way }, Ct));
        await CommitAsync(1, "a", "b");
        await CommitAsync(2, "a");
    }

    public async ValueTask DisposeAsync()
    {
        _api.Dispose();
        await _store.DisposeAsync();
        _way.Dispose();
    }

    [Fact]
    public async Task A_mark_stands_before_anything_of_a_commit_is_seen_and_until_all_of_it_is()
    {
        var marks = new List<object?>();
        _way.AroundCommit = async () => marks.Add((await AskAsync("MATCH (c:_Commit) RETURN c.token IS NOT NULL", None))[0]);
        await CommitAsync(3, "b");
        Assert.Equal([true, true], marks);
        Assert.Equal([false], await AskAsync("MATCH (c:_Commit) RETURN c.token IS NOT NULL", None));
    }

    [Theory]
    // Nothing but the mark tells that the commit is under way.
    [InlineData(2, false, "2", "1")]
    // Its number is seen before all of it is, and the mark is gone when the statement looks.
    [InlineData(3, true, "3", "3")]
    // What was is asked for: a node is seen anew and not yet as it was, and the whole commit passes inside the statement.
    [InlineData(1, true, "1", "1")]
    public async Task Who_reads_while_half_of_a_commit_is_seen_answers_from_one_revision(long asked, bool passes, string a, string b)
    {
        var before = await PropertiesAsync("_Node");
        await CommitAsync(3, "a", "b");
        var (after, was) = (await PropertiesAsync("_Node"), await PropertiesAsync("_NodeVersion"));
        await HalfAsync(asked == 1 ? after : before, number: asked == 3 ? 3 : 2);
        var isPast = asked == 1;
        var graph = isPast ? await _store.AtAsync(asked, Ct) : null;
        if (isPast)
        {
            // Told here that it is not the newest, it is asked about as it was from now on.
            await graph!.NodesAsync(["none"], Ct);
        }

        var (holder, _) = await _api.BeginAsync(WriteCypher.Lock(Writer), Ct);
        await using var held = holder;
        await _api.WriteAsync(WriteCypher.Mark(Writer), Ct);
        await AskAsync("CREATE (:_Pause) RETURN 1", None);
        var (pause, _) = await _api.BeginAsync(new("MATCH (p:_Pause) SET p.held = true", None), Ct);
        await using var paused = pause;
        graph ??= await _store.NewestAsync(Ct);
        Assert.Equal(asked, graph.Revision);
        _way.IsPausing = passes;
        _way.Reads = 0;
        var reading = graph.NodesAsync(_keys, Ct);
        while (passes ? !await IsPausedAsync() : _way.Reads < 3)
        {
            Assert.False(reading.IsCompleted, "It answered while half of the commit was seen.");
            await Task.Delay(10, Ct);
        }

        await AskAsync(
            "MATCH (n:_Node {key: $b}) SET n = $after WITH n MATCH (v:_NodeVersion) WHERE v.key IS NULL SET v = $was RETURN 1",
            new()
            {
                ["b"] = _keys[1],
                ["after"] = after,
                ["was"] = was,
            }
        );
        await holder.CommitAsync(new("MATCH (s:_Store) SET s.number = 3 REMOVE s.writing", None), Ct);
        await _api.WriteAsync(WriteCypher.Unmark(Writer), Ct);
        await pause.DisposeAsync();
        Assert.Equal([a, b], (await reading).OrderBy(n => n.Key, StringComparer.Ordinal).Select(n => n.Titel));
    }

    private async Task CommitAsync(long number, params string[] names) =>
        await _store.CommitAsync(
            Given.Changes(number - 1, [.. names.Select(n => Given.Node(NodeKind.Emne, n, Given.Says($"{number}")))], [], [], []),
            Ct
        );

    /// <summary>The second node as it is given, and not as a version that was; the number as it is given.</summary>
    private Task HalfAsync(object? node, long number) =>
        AskAsync(
            "MATCH (n:_Node {key: $b}) SET n = $node WITH n MATCH (v:_NodeVersion {key: $b}) SET v = {} "
                + "WITH n MATCH (s:_Store) SET s.number = $number RETURN 1",
            new()
            {
                ["b"] = _keys[1],
                ["node"] = node,
                ["number"] = number,
            }
        );

    private async Task<object?> PropertiesAsync(string label) =>
        (await AskAsync($"MATCH (n:{label} {{key: $b}}) RETURN properties(n)", new() { ["b"] = _keys[1] }))[0];

    private async Task<bool> IsPausedAsync() =>
        (bool)(await AskAsync("SHOW TRANSACTIONS YIELD status WHERE status STARTS WITH 'Blocked' RETURN count(*) > 0", None))[0]!;

    private async Task<object?[]> AskAsync(string text, Dictionary<string, object?> parameters) =>
        (await _api.WriteAsync(new(text, parameters), Ct))[0];

    /// <summary>Stands between the store and the server: makes a statement wait for a lock when it has read, and sees commits go.</summary>
    private sealed class Way() : DelegatingHandler(new SocketsHttpHandler { AutomaticDecompression = System.Net.DecompressionMethods.All })
    {
        private const string Read = "WITH collect(row) AS rows",
            Paused = $"{Read} MATCH (p:_Pause) SET p.at = 1 WITH rows";

        public Func<Task>? AroundCommit { get; set; }

        /// <summary>Whether the next statement that reads waits.</summary>
        public bool IsPausing { get; set; }

        public int Reads { get; set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var isCommit = request.RequestUri!.AbsolutePath.EndsWith("/commit", StringComparison.Ordinal);
            var body = request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : "";
            if (body.Contains(Read, StringComparison.Ordinal))
            {
                Reads++;
                if (IsPausing)
                {
                    IsPausing = false;
                    body = body.Replace(Read, Paused, StringComparison.Ordinal)
                        .Replace("\"accessMode\":\"Read\"", "\"accessMode\":\"Write\"", StringComparison.Ordinal);
                    request.Content = new StringContent(body, Encoding.UTF8, "application/json");
                }
            }

            await (isCommit && AroundCommit is { } before ? before() : Task.CompletedTask);
            var response = await base.SendAsync(request, cancellationToken);
            await (isCommit && AroundCommit is { } after ? after() : Task.CompletedTask);
            return response;
        }
    }
}
