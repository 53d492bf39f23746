using System.Text;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Contract.Neo4j;
using Effektkaeder.Storage.Neo4j;
using Effektkaeder.Storage.Neo4j.Cypher;
using Effektkaeder.Storage.Neo4j.Http;
using Effektkaeder.Storage.Ports;
using Xunit;

namespace Effektkaeder.Storage.Contract.Faults;

/// <summary>
/// What a server, or the way to it, may do. The requests go to the real server; where something must be seen or broken on the way, a
/// handler stands there.
/// </summary>
[Collection(Neo4jEngine.Turns)]
public sealed class Neo4jFaultTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static async Task<Neo4jOptions> EmptyAsync()
    {
        await new Neo4jEngine().PrepareAsync(Ct);
        return await Neo4jServer.OptionsAsync(Ct);
    }

    private static async Task<string> RefusalAsync(Neo4jOptions options) =>
        (await Assert.ThrowsAsync<StoreException>(async () => await (await Neo4jStore.OpenAsync(options, Ct)).DisposeAsync())).Message;

    [Fact]
    public async Task A_wrong_password_a_wrong_database_and_a_silent_port_are_told_apart()
    {
        var options = await Neo4jServer.OptionsAsync(Ct);
        Assert.Contains("EFFEKT__NEO4J__PASSWORD", await RefusalAsync(options with { Password = "forkert" }), StringComparison.Ordinal);
        Assert.Contains("ingen database »andet«", await RefusalAsync(options with { Database = "andet" }), StringComparison.Ordinal);
        Assert.Contains("kan ikke nås", await RefusalAsync(options with { Server = new("http://127.0.0.1:9") }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_message_and_no_location_holds_the_password()
    {
        var options = await Neo4jServer.OptionsAsync(Ct);
        const string secret = "hemmeligt-kodeord";
        Assert.DoesNotContain(secret, await RefusalAsync(options with { Password = secret }), StringComparison.Ordinal);
        Assert.DoesNotContain(options.Password!, options.Location, StringComparison.Ordinal);
        Assert.Contains(
            "hører ikke hjemme i adressen",
            Assert.Throws<StoreException>(() => Neo4jAddress.Parse($"neo4j+http://neo4j:{secret}@vaert:7474")).Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("5.25.1", true)]
    [InlineData("4.4.40", true)]
    [InlineData("5.26.30", false)]
    [InlineData("5.26-aura", false)]
    [InlineData("2025.10.1", false)]
    public void Versions_before_5_26_are_too_old(string version, bool isTooOld) => Assert.Equal(isTooOld, QueryApi.IsTooOld(version));

    [Theory]
    [InlineData("MATCH ()-[r:OMFATTER]->() DELETE r", "mangler, som den blev gemt")]
    [InlineData("MATCH (a:Indsats), (b:Bidrag) CREATE (a)-[:OMFATTER {_key: 'min egen'}]->(b)", "Relationen min egen er ingen kant")]
    [InlineData("MATCH (n:_Node {slags: 'Indsats'}) REMOVE n.udsagn", "har mistet sine udsagn")]
    [InlineData("CREATE (:_Revision {number: 7})", "ikke fortløbende: 7 mod 2")]
    public async Task What_something_else_wrote_into_the_database_is_found(string cypher, string said)
    {
        var options = await EmptyAsync();
        await using var store = await Neo4jStore.OpenAsync(options, Ct);
        var (a, b) = (Given.Node(NodeKind.Indsats, "Indsats"), Given.Node(NodeKind.Bidrag, "Bidrag"));
        await store.CommitAsync(Given.Changes(0, [a, b], [Given.Edge(EdgeType.Omfatter, a, b)], [], []), Ct);
        Assert.Empty(await store.FaultsAsync(Ct));
        using var api = new QueryApi(options);
        await api.WriteAsync(new(cypher, new Dictionary<string, object?>()), Ct);
        Assert.Contains(await store.FaultsAsync(Ct), f => f.Contains(said, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_commit_whose_writer_died_before_it_was_seen_holds_nobody_up()
    {
        var options = await EmptyAsync();
        await using var store = await Neo4jStore.OpenAsync(options, Ct);
        await store.CommitAsync(WritingChild.Batch(0), Ct);
        using var api = new QueryApi(options);
        await api.WriteAsync(WriteCypher.Mark("of a writer that is no more"), Ct);
        Assert.Equal(WritingChild.Batch(0).Count, (await store.ChangesAsync(1, Ct)).Count);
        Assert.Null((await api.ReadAsync(new("MATCH (c:_Commit) RETURN c.token", new Dictionary<string, object?>()), Ct))[0][0]);
        Assert.Equal(2, (await store.CommitAsync(WritingChild.Batch(1), Ct))!.Number);
    }

    [Fact]
    public async Task A_read_cannot_write()
    {
        var options = await EmptyAsync();
        using var api = new QueryApi(options);
        var refused = await Assert.ThrowsAsync<StoreException>(() =>
            api.ReadAsync(new("CREATE (n:_Node {key: 'x'}) RETURN n.key", new Dictionary<string, object?>()), Ct)
        );
        Assert.Contains("kan kun læses", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_fails_after_its_first_rows_is_an_error()
    {
        using var api = new QueryApi(await Neo4jServer.OptionsAsync(Ct));
        await Assert.ThrowsAsync<StoreException>(() =>
            api.ReadAsync(new("UNWIND [1, 2, 0] AS x RETURN 1 / x", new Dictionary<string, object?>()), Ct)
        );
    }

    [Fact]
    public async Task Values_come_back_as_they_were_sent_64_bits_and_all()
    {
        using var api = new QueryApi(await Neo4jServer.OptionsAsync(Ct));
        object?[] values = [long.MaxValue, "æ\"\\\n😀\u0001", true, 0.1, null, new List<object?> { 1L, "to" }];
        Assert.Equal(
            values,
            (
                await api.ReadAsync(
                    new(
                        "RETURN $a, $b, $c, $d, $e, $f",
                        values.Select((v, i) => (v, i)).ToDictionary(p => ((char)('a' + p.i)).ToString(), p => p.v)
                    ),
                    Ct
                )
            )[0]
        );
    }

    [Fact]
    public async Task Requests_of_a_transaction_repeat_the_affinity_that_its_beginning_answered()
    {
        var way = new Way();
        var options = await EmptyAsync() with { Handler = way };
        await using var store = await Neo4jStore.OpenAsync(options, Ct);
        await store.CommitAsync(WritingChild.Batch(0), Ct);
        var inside = way.Seen.Where(r => r.Path.Contains("/tx/", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(inside);
        Assert.All(inside, r => Assert.Equal("member-7", r.Affinity));
        Assert.All(way.Seen.Where(r => !r.Path.Contains("/tx/", StringComparison.Ordinal)), r => Assert.Null(r.Affinity));
    }

    [Fact]
    public async Task A_commit_of_what_is_new_is_five_requests_and_one_more_where_edges_are_put_anew()
    {
        var way = new Way();
        var options = await EmptyAsync() with { Handler = way };
        await using var store = await Neo4jStore.OpenAsync(options, Ct);
        var (before, changes) = (way.Seen.Count, WritingChild.Batch(0));
        await store.CommitAsync(changes, Ct);
        Assert.Equal(5, way.Seen.Count - before);
        before = way.Seen.Count;
        await store.CommitAsync(changes with { BaseRevision = 1 }, Ct);
        Assert.Equal(6, way.Seen.Count - before);
    }

    [Theory]
    [InlineData("/tx", false)]
    [InlineData("/commit", false)]
    [InlineData("/commit", true)]
    public async Task A_connection_cut_anywhere_in_a_commit_makes_one_revision_all_the_same(string at, bool afterTheServerHadIt)
    {
        var way = new Way { CutAt = at, AfterAnswer = afterTheServerHadIt };
        var options = await EmptyAsync() with { Handler = way };
        await using var store = await Neo4jStore.OpenAsync(options, Ct);
        Assert.Equal(1, (await store.CommitAsync(WritingChild.Batch(0), Ct))!.Number);
        Assert.Equal(1, way.Cuts);
        Assert.Equal(1, await store.LatestAsync(Ct));
        Assert.Equal(WritingChild.Batch(0).Count, (await store.ChangesAsync(1, Ct)).Count);
    }

    [Fact]
    public async Task A_server_lost_and_back_has_every_acknowledged_revision_whole_and_none_half()
    {
        await using var store = await Neo4jStore.OpenAsync(await EmptyAsync(), Ct);
        long acknowledged = 0;
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(
            async () =>
            {
                while (!stop.IsCancellationRequested)
                {
                    acknowledged = (await store.CommitAsync(WritingChild.Batch(acknowledged), Ct))!.Number;
                }
            },
            Ct
        );
        while (Volatile.Read(ref acknowledged) < 2)
        {
            await Task.Delay(20, Ct);
        }

        await Neo4jServer.StopAsync(asPowerCut: true);
        await Neo4jServer.StartAsync();
        await stop.CancelAsync();
        // The writer was in the middle of a commit: it either came through by trying again, or gave up and said so.
        try
        {
            await writing;
        }
        catch (StoreException e)
        {
            Assert.True(e.IsTransient, e.Message);
        }
        var latest = await store.LatestAsync(Ct);
        Assert.True(latest >= acknowledged && acknowledged > 0, $"{acknowledged} acknowledged, {latest} there");
        for (var revision = 1L; revision <= latest; revision++)
        {
            Assert.Equal(WritingChild.Batch(revision - 1).Count, (await store.ChangesAsync(revision, Ct)).Count);
        }

        Assert.Equal(latest + 1, (await store.CommitAsync(WritingChild.Batch(latest), Ct))!.Number);
    }

    [Fact]
    public async Task A_full_disk_under_the_server_loses_nothing_that_was_acknowledged()
    {
        await Neo4jServer.OptionsAsync(Ct); // says where the server is missing
        await using var disk = await SmallDisk.MountAsync(1100);
        // Long texts, so that it takes few commits.
        static ChangeSet Edition(long number) =>
            Given.Changes(
                number - 1,
                [
                    .. Enumerable
                        .Range(0, 60)
                        .Select(i => Given.Node(NodeKind.Emne, $"{number}-{i}", Given.Says($"Emne {i}", new string('x', 40_000)))),
                ],
                [],
                [],
                []
            );
        var data = Path.Combine(disk.Folder, "db");
        var options = await Neo4jServer.StartAsync(data);
        try
        {
            long acknowledged = 0;
            StoreException? full = null;
            await using (var store = await Neo4jStore.OpenAsync(options, Ct))
            {
                acknowledged = (await store.CommitAsync(Edition(1), Ct))!.Number;
                await disk.FillAsync(left: 200_000);
                for (var i = 0; full is null && i < 200; i++)
                {
                    try
                    {
                        acknowledged = (await store.CommitAsync(Edition(acknowledged + 1), Ct))!.Number;
                    }
                    catch (StoreException e)
                    {
                        full = e;
                    }
                }
            }
            Assert.NotNull(full);
            Assert.Contains("fuld", full.Message, StringComparison.Ordinal);
            Assert.Contains("fuld", await RefusalAsync(options), StringComparison.Ordinal);
            await Neo4jServer.StopAsync(asPowerCut: true, data);
            disk.Free();
            await Neo4jServer.StartAsync(data);
            await using (var store = await Neo4jStore.OpenAsync(options, Ct))
            {
                var latest = await store.LatestAsync(Ct);
                Assert.InRange(latest, acknowledged, acknowledged + 1); // the last may have been written down before there was no room
                for (var revision = 1L; revision <= latest; revision++)
                {
                    Assert.Equal(Edition(revision).Count, (await store.ChangesAsync(revision, Ct)).Count);
                }

                Assert.Empty((await store.VerifyAsync((_, _) => { }, Ct)).Faults);
                Assert.Equal(latest + 1, (await store.CommitAsync(Edition(latest + 1), Ct))!.Number);
            }
        }
        finally
        {
            await Neo4jServer.StopAsync(asPowerCut: true, data);
        }
    }

    [Fact]
    public async Task Who_may_only_read_waits_for_a_commit_to_be_seen_instead_of_taking_its_lock()
    {
        var options = await EmptyAsync();
        await using var store = await Neo4jStore.OpenAsync(options, Ct);
        await store.CommitAsync(WritingChild.Batch(0), Ct);
        var way = new Way { ReadsOnly = true };
        await using var reader = await Neo4jStore.OpenAsync(options with { Handler = way }, Ct);
        using var api = new QueryApi(options);
        await api.WriteAsync(WriteCypher.Mark("a commit"), Ct);
        var reading = reader.ChangesAsync(1, Ct);
        while (way.Seen.Count(r => r.Path.EndsWith("/tx", StringComparison.Ordinal)) == 0)
        {
            await Task.Delay(10, Ct);
        }

        Assert.False(reading.IsCompleted);
        await api.WriteAsync(WriteCypher.Unmark("a commit"), Ct);
        Assert.Equal(WritingChild.Batch(0).Count, (await reading).Count);
    }

    [Fact]
    public async Task A_certificate_that_nobody_has_signed_is_refused_and_one_that_is_trusted_is_used()
    {
        var options = await EmptyAsync();
        await using var proxy = new TlsProxy(options.Server);
        Assert.Contains("ikke til at stole på", await RefusalAsync(options with { Server = proxy.Address }), StringComparison.Ordinal);
        // Looked for behind a Bolt address, it is a server that is not trusted, and not one that is not there.
        var looked = options with
        {
            Server = proxy.Address,
            Others = [new("https://127.0.0.1:9")],
            IsGuess = true,
        };
        Assert.Contains("SSL_CERT_FILE", await RefusalAsync(looked), StringComparison.Ordinal);

        using var trusting = new SocketsHttpHandler();
        trusting.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) =>
            certificate?.GetCertHashString() == proxy.Certificate.GetCertHashString();
        await using var store = await Neo4jStore.OpenAsync(options with { Server = proxy.Address, Handler = trusting }, Ct);
        Assert.Equal(1, (await store.CommitAsync(WritingChild.Batch(0), Ct))!.Number);
        Assert.StartsWith("neo4j+https://localhost:", store.Location, StringComparison.Ordinal);
    }

    /// <summary>
    /// Stands on the way to the real server: sees each request, answers for a cluster's member, and cuts once where it is told to.
    /// </summary>
    private sealed class Way() : DelegatingHandler(new SocketsHttpHandler { AutomaticDecompression = System.Net.DecompressionMethods.All })
    {
        public List<(string Path, string? Affinity)> Seen { get; } = [];

        public string? CutAt { get; init; }

        public bool AfterAnswer { get; init; }

        public int Cuts { get; private set; }

        /// <summary>The server is told that each request only reads, and refuses the others: as for a user who may not write.</summary>
        public bool ReadsOnly { get; init; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var path = request.RequestUri!.AbsolutePath;
            Seen.Add((path, request.Headers.TryGetValues(ServerTransaction.AffinityHeader, out var values) ? values.Single() : null));
            if (ReadsOnly && request.Content is { } content)
            {
                var body = await content.ReadAsStringAsync(cancellationToken);
                request.Content = new StringContent(
                    body.Replace("\"accessMode\":\"Write\"", "\"accessMode\":\"Read\"", StringComparison.Ordinal),
                    Encoding.UTF8,
                    "application/json"
                );
            }
            var cuts = CutAt is { } at && Cuts == 0 && path.EndsWith(at, StringComparison.Ordinal);
            if (cuts)
            {
                Cuts++;
            }

            if (cuts && !AfterAnswer)
            {
                throw new HttpRequestException("cut");
            }

            var response = await base.SendAsync(request, cancellationToken);
            if (cuts)
            {
                response.Dispose();
                throw new HttpRequestException("cut");
            }
            if (path.EndsWith("/tx", StringComparison.Ordinal))
            {
                response.Headers.Add(ServerTransaction.AffinityHeader, "member-7");
            }

            return response;
        }
    }
}
