using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Effektkaeder.Benchmarks.Keeping;

/// <summary>What analysts, their browsers and their programs ask of a server, at random, and how it answered.</summary>
internal sealed class Load(Uri address) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = address, Timeout = TimeSpan.FromSeconds(40) };
    private readonly ConcurrentQueue<double> _took = new();
    private readonly ConcurrentDictionary<string, int> _wrong = new(StringComparer.Ordinal);
    private List<(string Key, string Kind)> _nodes = [];
    private long _made;

    public long Answers { get; private set; }

    /// <summary>What was not answered as it should, and how often.</summary>
    public IReadOnlyDictionary<string, int> Wrong => _wrong;

    public async Task LearnAsync()
    {
        foreach (var kind in new[] { "allePolitiskeMaal", "alleIndsatser", "alleBidrag", "alleEffekter", "alleOrganisationer" })
        {
            var body = await GraphQLAsync($"{{ {kind}(first: 500) {{ nodes {{ noegle slags }} }} }}");
            _nodes.AddRange(
                body.GetProperty("data")
                    .GetProperty(kind)
                    .GetProperty("nodes")
                    .EnumerateArray()
                    .Select(n => (n.GetProperty("noegle").GetString()!, n.GetProperty("slags").GetString()!))
            );
        }
    }

    /// <summary>Milliseconds of what was answered since this was last asked, in order.</summary>
    public double[] Taken()
    {
        var taken = new List<double>();
        while (_took.TryDequeue(out var ms))
        {
            taken.Add(ms);
        }

        taken.Sort();
        return [.. taken];
    }

    /// <summary>One question, a page, a picture or an edit.</summary>
    public Task AskAsync(Random random) => AskAsync(random, random.Next(100));

    /// <summary>One question over GraphQL.</summary>
    public Task QuestionAsync(Random random) => AskAsync(random, random.Next(40));

    private async Task AskAsync(Random random, int dice)
    {
        var (key, kind) = _nodes[random.Next(_nodes.Count)];
        await TimedAsync(
            dice switch
            {
                < 20 => () =>
                    AskAsync($"{{ knude(id: \"{key}\") {{ titel tekst center {{ titel }} nedad(dybde: 3) {{ node {{ titel }} }} }} }}"),
                < 32 => () =>
                    AskAsync(
                        $"{{ alleBidrag(first: 50, where: {{ titel: {{ contains: \"{(char)('a' + random.Next(26))}\" }} }}, "
                            + "order: [{ titel: ASC }]) { totalCount nodes { titel effekter { titel indikatorer { titel } } } } }"
                    ),
                < 40 => () =>
                    AskAsync(
                        $"{{ soeg(tekst: \"{Words[random.Next(Words.Length)]}\") {{ totalCount hits {{ rang node {{ titel }} }} }} }}"
                    ),
                < 46 => () =>
                    AskAsync(
                        $"{{ paavirkning(aendringer: [{{ node: \"{key}\", art: BORTFALDER }}]) {{ beroerte {{ node {{ titel }} }} }} }}"
                    ),
                < 47 => () => AskAsync("{ maalbillede { centre { navn antal } koblinger { antal } } }"),
                < 48 => () => PageAsync("/"),
                < 68 => () => PageAsync($"/knude?noegle={Uri.EscapeDataString(key)}"),
                < 74 => () => PageAsync($"/paavirkning?noegle={Uri.EscapeDataString(key)}"),
                < 78 => () => PageAsync($"/soeg?q={Words[random.Next(Words.Length)]}"),
                < 79 => () => random.Next(5) == 0 ? PageAsync("/kontrol") : PageAsync("/healthz/ready"),
                < 93 => () => PageAsync($"/diagram.svg?scene=effektkaede&noegle={Uri.EscapeDataString(key)}"),
                < 98 => () => PageAsync("/metrics"),
                _ => () => EditAsync(key.Split('/')[0]),
            },
            dice < 47 ? "graphql"
                : dice < 98 ? "page"
                : "edit"
        );
    }

    /// <summary>A document sent to the server.</summary>
    public Task ImportAsync(string file) =>
        TimedAsync(
            async () =>
            {
                var content = Convert.ToBase64String(await File.ReadAllBytesAsync(file));
                await AskAsync(
                    $"mutation {{ importerAftale(input: {{ filnavn: \"{Path.GetFileName(file)}\", indholdBase64: \"{content}\" }}) "
                        + "{ udfald } }"
                );
            },
            "import"
        );

    public void Dispose() => _http.Dispose();

    private static readonly string[] Words = ["borgere", "hjemmeside", "netværk", "sundhed", "udsatte", "kvalitet", "måling"];

    private async Task TimedAsync(Func<Task> ask, string what)
    {
        var began = TimeProvider.System.GetTimestamp();
        try
        {
            await ask();
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or InvalidDataException)
        {
            _wrong.AddOrUpdate($"{what}: {e.Message[..Math.Min(160, e.Message.Length)]}", 1, (_, n) => n + 1);
        }

        _took.Enqueue(TimeProvider.System.GetElapsedTime(began).TotalMilliseconds);
        Answers++;
    }

    private async Task PageAsync(string path)
    {
        using var answer = await _http.GetAsync(path);
        var text = await answer.Content.ReadAsStringAsync();
        // A node that has just been taken away by an import is not found, and some have nothing to draw.
        if ((int)answer.StatusCode is not (200 or 400 or 404))
        {
            throw new InvalidDataException($"{path.Split('?')[0]} {(int)answer.StatusCode} {text}");
        }
    }

    /// <summary>A node made by hand, then taken away again.</summary>
    private async Task EditAsync(string kommune)
    {
        var number = Interlocked.Increment(ref _made);
        var made = await AskAsync(
            $"mutation {{ opretKnude(input: {{ slags: INDSATS, kommune: \"{kommune}\", tekst: \"Prøve {number} med egne ord\" }}) "
                + "{ knude { id } revision { nummer } fejl { besked } } }"
        );
        var payload = made.GetProperty("data").GetProperty("opretKnude");
        if (payload.GetProperty("knude") is { ValueKind: JsonValueKind.Object } node)
        {
            await AskAsync(
                $"mutation {{ fjernKnude(input: {{ id: \"{node.GetProperty("id").GetString()}\", "
                    + $"revision: {payload.GetProperty("revision").GetProperty("nummer").GetInt64()} }}) {{ fejl {{ besked }} }} }}"
            );
        }
    }

    private async Task<JsonElement> AskAsync(string query)
    {
        var body = await GraphQLAsync(query);
        return body.TryGetProperty("errors", out var errors) && !errors.GetRawText().Contains("IKKE_FUNDET", StringComparison.Ordinal)
            ? throw new InvalidDataException(errors.GetRawText())
            : body;
    }

    private async Task<JsonElement> GraphQLAsync(string query)
    {
        using var content = new StringContent(JsonSerializer.Serialize(new { query }), Encoding.UTF8, "application/json");
        using var answer = await _http.PostAsync("/graphql", content);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
