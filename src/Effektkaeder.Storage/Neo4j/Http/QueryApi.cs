using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Effektkaeder.Storage.Ports;
using Polly;
using Polly.Retry;

namespace Effektkaeder.Storage.Neo4j.Http;

/// <summary>A statement and its parameters. The text is ours; values only ever are parameters.</summary>
internal sealed record Statement(string Text, IReadOnlyDictionary<string, object?> Parameters)
{
    public const string Map = "p";

    /// <summary>
    /// The same with all values in one map, which the text names <c>$p.name</c>. A server plans a text anew for each power of ten that a
    /// list or a text of its own may be long, which takes a hundred times what it then runs for; of what is in a map it asks no length.
    /// </summary>
    public static Statement Of(string text, Dictionary<string, object?> values) =>
        new(text, new Dictionary<string, object?> { [Map] = values });
}

/// <summary>
/// Neo4j's Query API, version 2 (https://neo4j.com/docs/query-api/current/): bookmarks so that each question sees
/// what this store wrote before it, READ access for reads, gzip, and retries with jitter where the same call may succeed later.
/// </summary>
internal sealed class QueryApi : IDisposable
{
    private const int Retries = 6;

    private readonly Neo4jOptions _options;
    private readonly HttpClient _http;
    private readonly ResiliencePipeline _retry;
    private readonly RunningCalls _calls;
    private IReadOnlyList<string> _bookmarks = [];

    public QueryApi(Neo4jOptions options)
    {
        _options = options;
        _calls = new(options);
        _http = new HttpClient(
            options.Handler
                ?? new SocketsHttpHandler
                {
                    AutomaticDecompression = DecompressionMethods.All,
                    ConnectTimeout = TimeSpan.FromSeconds(10),
                    PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                },
            disposeHandler: options.Handler is null
        )
        {
            BaseAddress = options.Server,
            Timeout = options.Timeout,
        };
        _http.DefaultRequestHeaders.Accept.Add(new("application/json"));
        if (options.Token is { } token)
        {
            _http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        }
        else if (options.User is { } user)
        {
            _http.DefaultRequestHeaders.Authorization = new(
                "Basic",
                Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{options.Password}"))
            );
        }

        _retry = new ResiliencePipelineBuilder { TimeProvider = options.Time }
            .AddRetry(
                new RetryStrategyOptions
                {
                    ShouldHandle = new PredicateBuilder().Handle<StoreException>(e => e.IsTransient),
                    MaxRetryAttempts = Retries,
                    BackoffType = DelayBackoffType.Exponential,
                    Delay = TimeSpan.FromMilliseconds(100),
                    MaxDelay = TimeSpan.FromSeconds(3),
                    UseJitter = true,
                    Randomizer = options.Random.NextDouble,
                }
            )
            .Build();
    }

    /// <summary>The server's version. Needs no password.</summary>
    public Task<string> VersionAsync(CancellationToken ct) => RetryAsync(VersionOnceAsync, ct);

    /// <summary>The same, asked once: for who does not know whether anything is there.</summary>
    public async Task<string> VersionOnceAsync(CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        using var answer = await SendAsync(request, ct);
        return answer.Json.RootElement.TryGetProperty("neo4j_version", out var version)
            ? version.GetString()!
            : throw ServerErrors.NotNeo4j(_options, 200);
    }

    /// <summary>A question in a transaction of its own.</summary>
    public Task<IReadOnlyList<object?[]>> ReadAsync(Statement statement, CancellationToken ct) =>
        RetryAsync(token => PostAsync("", statement, "Read", null, token), ct);

    /// <summary>A write that may be sent twice without harm.</summary>
    public Task<IReadOnlyList<object?[]>> WriteAsync(Statement statement, CancellationToken ct) =>
        RetryAsync(token => PostAsync("", statement, "Write", null, token), ct);

    /// <summary>Runs work again while it fails by something that may pass.</summary>
    public async Task<T> RetryAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken ct) =>
        await _retry.ExecuteAsync(async token => await work(token), ct);

    /// <summary>Begins an explicit transaction with its first statement.</summary>
    public async Task<(ServerTransaction Transaction, IReadOnlyList<object?[]> Rows)> BeginAsync(Statement first, CancellationToken ct)
    {
        using var answer = await SendAsync(Request(HttpMethod.Post, "/tx", first, "Write", null), ct);
        var id = answer.Json.RootElement.GetProperty("transaction").GetProperty("id").GetString()!;
        return (new(this, id, answer.Affinity), Rows(answer));
    }

    internal async Task<IReadOnlyList<object?[]>> PostAsync(
        string path,
        Statement? statement,
        string? access,
        string? affinity,
        CancellationToken ct
    )
    {
        var call = _calls.Next();
        try
        {
            using var answer = await SendAsync(Request(HttpMethod.Post, path, statement, access, affinity, call), ct);
            return Rows(answer);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The server does not notice that nobody waits for the answer any more.
            await _calls.EndAsync(
                call,
                async (look, token) =>
                {
                    using var seen = await SendAsync(Request(HttpMethod.Post, "", look, "Write", null), token);
                    return [.. Rows(seen).Select(r => (string)r[0]!)];
                }
            );
            throw;
        }
    }

    internal async Task DeleteAsync(string path, string? affinity, CancellationToken ct)
    {
        using var answer = await SendAsync(Request(HttpMethod.Delete, path, null, null, affinity), ct);
    }

    /// <summary>Waits for what was called off, so that none of it runs on after its program has gone.</summary>
    public Task SettledAsync() => _calls.SettledAsync();

    public void Dispose() => _http.Dispose();

    private HttpRequestMessage Request(
        HttpMethod method,
        string path,
        Statement? statement,
        string? access,
        string? affinity,
        string? call = null
    )
    {
        var request = new HttpRequestMessage(method, $"/db/{Uri.EscapeDataString(_options.Database)}/query/v2{path}");
        if (affinity is not null)
        {
            request.Headers.Add(ServerTransaction.AffinityHeader, affinity);
        }

        if (method == HttpMethod.Delete)
        {
            return request;
        }

        request.Content = new ReadOnlyMemoryContent(Body(statement, access, call));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return request;
    }

    private ReadOnlyMemory<byte> Body(Statement? statement, string? access, string? call)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        if (statement is not null)
        {
            json.WriteString("statement", statement.Text);
            json.WriteStartObject("parameters");
            foreach (var (name, value) in statement.Parameters)
            {
                json.WritePropertyName(name);
                PlainJson.Write(json, value);
            }

            if (call is not null)
            {
                json.WriteString(RunningCalls.Parameter, call);
            }

            json.WriteEndObject();
        }
        if (access is not null)
        {
            json.WriteString("accessMode", access);
            json.WriteStartArray("bookmarks");
            foreach (var bookmark in _bookmarks)
            {
                json.WriteStringValue(bookmark);
            }

            json.WriteEndArray();
        }
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private async Task<Reply> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        using var _ = request;
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
            var json = await ParseAsync(response, ct);
            // A statement can fail after its first rows: the errors then stand in an answer that says it went well.
            if (
                json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("errors", out var errors)
                && errors.GetArrayLength() > 0
            )
            {
                using (json)
                {
                    throw ServerErrors.Of(
                        _options,
                        errors[0].GetProperty("code").GetString()!,
                        errors[0].GetProperty("message").GetString()!
                    );
                }
            }

            if (!response.IsSuccessStatusCode)
            {
                using (json)
                {
                    throw ServerErrors.NotNeo4j(_options, (int)response.StatusCode);
                }
            }

            if (json.RootElement.TryGetProperty("bookmarks", out var marks) && marks.GetArrayLength() > 0)
            {
                _bookmarks = [.. marks.EnumerateArray().Select(m => m.GetString()!)];
            }

            return new(json, response.Headers.TryGetValues(ServerTransaction.AffinityHeader, out var values) ? values.First() : null);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw ServerErrors.Of(_options, e as HttpRequestException ?? new HttpRequestException(e.Message, e));
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw ServerErrors.TooSlow(_options, e);
        }
    }

    private async Task<JsonDocument> ParseAsync(HttpResponseMessage response, CancellationToken ct)
    {
        try
        {
            if (response.Content.Headers.ContentLength == 0)
            {
                return JsonDocument.Parse("{}");
            }

            return await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(ct), cancellationToken: ct);
        }
        catch (JsonException) when (response.StatusCode == HttpStatusCode.Unauthorized)
        {
            throw ServerErrors.Of(_options, "Neo.ClientError.Security.Unauthorized", "");
        }
        catch (JsonException)
        {
            throw ServerErrors.NotNeo4j(_options, (int)response.StatusCode);
        }
    }

    private static IReadOnlyList<object?[]> Rows(Reply answer) =>
        answer.Json.RootElement.TryGetProperty("data", out var data) && data.TryGetProperty("values", out var values)
            ? [.. values.EnumerateArray().Select(row => row.EnumerateArray().Select(PlainJson.Read).ToArray())]
            : [];

    private sealed record Reply(JsonDocument Json, string? Affinity) : IDisposable
    {
        public void Dispose() => Json.Dispose();
    }

    public static bool IsTooOld(string version)
    {
        var parts = version.Split('.', '-');
        return parts.Length < 2
            || !int.TryParse(parts[0], CultureInfo.InvariantCulture, out var major)
            || !int.TryParse(parts[1], CultureInfo.InvariantCulture, out var minor)
            || major < 5
            || (major == 5 && minor < 26);
    }
}
