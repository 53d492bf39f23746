using System.IO.Compression;
using System.Net;
using System.Text;
using Effektkaeder.Application;
using Effektkaeder.Application.Importing;
using Effektkaeder.Exchange;
using Effektkaeder.Storage.Neo4j.Http;
using Xunit;

namespace Effektkaeder.Storage.Contract.Neo4j;

/// <summary>What is written for Neo4j's own tools gives, in an empty database, the graph that people see in ours.</summary>
[Collection(Neo4jEngine.Turns)]
public sealed class OwnToolsTests
{
    private const string Shown = """
        MATCH (n) WHERE n.name IS NOT NULL
        RETURN labels(n)[0], n.key, n {.*}, [k IN keys(n) | k + ' ' + valueType(n[k])],
          COLLECT { MATCH (n)-[r]->(o)
            RETURN [type(r), o.key, r {.*, _key: null, _fromRev: null, _afgoerelse: null, _udsagn: null, _sum: null}] }
        ORDER BY n.key
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_script_and_the_files_of_an_import_give_the_graph_that_people_see()
    {
        var engine = new Neo4jEngine();
        await engine.PrepareAsync(Ct);
        using var api = new QueryApi(await Neo4jServer.OptionsAsync(Ct));
        string expected;
        var (script, zip) = (new MemoryStream(), new MemoryStream());
        await using (var store = await engine.OpenAsync(Ct))
        {
            var import = new ImportDocuments(store, TimeProvider.System);
            foreach (var file in SourceFolder.Read(Path.Combine(Neo4jServer.Root(), "seed")).Take(2))
            {
                Assert.Equal(ImportOutcome.Imported, (await import.ImportAsync(file, null, "test", false, Ct)).Outcome);
            }

            expected = await SeenAsync(api);
            var graf = await new ReadGraph(await store.NewestAsync(Ct)).ReadAsync(Ct);
            CypherScript.Write(graf, script);
            Neo4jCsv.Write(graf, zip);
        }

        await engine.PrepareAsync(Ct);
        await RunAsync(api, "DROP INDEX navne");
        await RunAsync(api, "DROP INDEX bidrag_name");
        foreach (var statement in Statements(Encoding.UTF8.GetString(script.ToArray())))
        {
            await RunAsync(api, statement);
        }

        Assert.Equal(expected, await SeenAsync(api));
        await RunAsync(api, "CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()");
        const string search = "CALL db.index.fulltext.queryNodes('navne', 'hjemmesiden') YIELD node RETURN labels(node)[0]";
        Assert.Contains("Emne", (await api.ReadAsync(new(search, new Dictionary<string, object?>()), Ct)).Select(r => r[0]));
        await RunAsync(api, "DROP INDEX navne");
        await using (var store = await engine.OpenAsync(Ct))
        {
            // Of the indexes that were dropped, the script has laid the other.
            Assert.Equal(
                ["Indekset navne mangler"],
                (await store.FaultsAsync(Ct)).Select(f => f[..22]).Where(f => f.StartsWith("Indeks", StringComparison.Ordinal))
            );
            await store.MendAsync(Ct);
        }

        await engine.PrepareAsync(Ct);
        using var archive = new ZipArchive(zip, ZipArchiveMode.Read);
        await using (var files = new FilesOverHttp(archive))
        {
            foreach (var statement in Statements(files.Text("load.cypher")))
            {
                await RunAsync(api, statement.Replace("file:///", files.Address, StringComparison.Ordinal));
            }
        }

        Assert.Equal(expected, await SeenAsync(api));
        await engine.PrepareAsync(Ct);
    }

    private static IEnumerable<string> Statements(string script) =>
        script.Split(";\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static Task RunAsync(QueryApi api, string statement) => api.WriteAsync(new(statement, new Dictionary<string, object?>()), Ct);

    private static async Task<string> SeenAsync(QueryApi api)
    {
        var rows = await api.ReadAsync(new(Shown, new Dictionary<string, object?>()), Ct);
        Assert.NotEmpty(rows);
        return string.Join('\n', rows.Select(r => Told(r.ToList())));
    }

    /// <summary>What is not there is nothing; members by name, relations in any order.</summary>
    private static string Told(object? value) =>
        value switch
        {
            Dictionary<string, object?> members => string.Join(
                ", ",
                members.Where(m => m.Value is not null).OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => $"{m.Key}={Told(m.Value)}")
            ),
            List<object?> list => $"[{string.Join(" | ", list.Select(Told).Order(StringComparer.Ordinal))}]",
            _ => FormattableString.Invariant($"{value}"),
        };

    /// <summary>The files of an archive as a server reads them: over HTTP, since it may read no folder of ours.</summary>
    private sealed class FilesOverHttp : IAsyncDisposable
    {
        private readonly Dictionary<string, byte[]> _files;
        private readonly HttpListener _listener = new();
        private readonly Task _serving;

        public FilesOverHttp(ZipArchive archive)
        {
            _files = archive.Entries.ToDictionary(
                e => e.FullName,
                e =>
                {
                    using var stream = e.Open();
                    var bytes = new MemoryStream();
                    stream.CopyTo(bytes);
                    return bytes.ToArray();
                }
            );
            using (var free = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0))
            {
                free.Start();
                Address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/";
            }

            _listener.Prefixes.Add(Address);
            _listener.Start();
            _serving = ServeAsync();
        }

        public string Address { get; }

        public string Text(string name) => Encoding.UTF8.GetString(_files[name]);

        public async ValueTask DisposeAsync()
        {
            _listener.Stop();
            await _serving;
            _listener.Close();
        }

        private async Task ServeAsync()
        {
            while (true)
            {
                HttpListenerContext asked;
                try
                {
                    asked = await _listener.GetContextAsync();
                }
                catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
                {
                    return;
                }

                var bytes = _files[asked.Request.Url!.AbsolutePath[1..]];
                asked.Response.ContentLength64 = bytes.Length;
                await asked.Response.OutputStream.WriteAsync(bytes);
                asked.Response.Close();
            }
        }
    }
}
