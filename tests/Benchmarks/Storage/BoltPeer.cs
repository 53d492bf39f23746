using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Effektkaeder.Benchmarks.Storage;

/// <summary>
/// Neo4j's own driver for Node over Bolt, asked the same statements with the same parameters on the same server in the same run. A
/// handler on our way to the server writes down one of each kind.
/// </summary>
internal sealed class BoltPeer()
    : DelegatingHandler(new SocketsHttpHandler { AutomaticDecompression = System.Net.DecompressionMethods.All })
{
    private readonly List<string> _lines = [];
    private string? _name;
    private int _times;

    /// <summary>The longest statement of what is done inside is the one of this name.</summary>
    public Task RecordAsync(string name, int times, Func<Task<int>> work) => RecordAsync(name, times, (Func<Task>)work);

    /// <summary>All of what is written inside is one transaction of this name, of other keys than those that are there then.</summary>
    /// <param name="part">What those keys have and no other, which becomes another word each time.</param>
    /// <returns>How many requests it was.</returns>
    public async Task<int> RecordAsync(string name, int times, Func<Task> work, string part)
    {
        var before = _lines.Count;
        (_name, _times) = (name, times);
        await work();
        _name = null;
        var steps = _lines.Skip(before).Where(l => l.Contains("\"access\":\"Write\"", StringComparison.Ordinal)).ToList();
        _lines.RemoveRange(before, _lines.Count - before);
        _lines.Add($$"""{"name":"{{name}}","times":{{times}},"part":"{{part}}","steps":[{{string.Join(',', steps)}}]}""");
        return steps.Count;
    }

    private async Task RecordAsync(string name, int times, Func<Task> work)
    {
        var before = _lines.Count;
        (_name, _times) = (name, times);
        await work();
        _name = null;
        var longest = _lines.Skip(before).MaxBy(l => l.Length);
        _lines.RemoveRange(before, _lines.Count - before);
        if (longest is not null)
        {
            _lines.Add(longest);
        }
    }

    /// <summary>Medians in ms by name.</summary>
    public async Task<IReadOnlyDictionary<string, double>> AskAsync(string folder, string bolt, string? password)
    {
        var start = new ProcessStartInfo("node")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = folder,
        };
        foreach (var argument in new[] { "bolt.mjs", bolt, "neo4j", password ?? "" })
        {
            start.ArgumentList.Add(argument);
        }

        using var node = Process.Start(start)!;
        var reading = node.StandardOutput.ReadToEndAsync();
        foreach (var line in _lines)
        {
            await node.StandardInput.WriteLineAsync(line);
        }

        node.StandardInput.Close();
        await node.WaitForExitAsync();
        return (await reading)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(l => l.Split('\t'))
            .ToDictionary(l => l[0], l => double.Parse(l[1], CultureInfo.InvariantCulture));
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (_name is not null && request.Content is { } content)
        {
            using var body = JsonDocument.Parse(await content.ReadAsByteArrayAsync(cancellationToken));
            if (body.RootElement.TryGetProperty("statement", out var statement))
            {
                _lines.Add(
                    JsonSerializer.Serialize(
                        new
                        {
                            name = _name,
                            times = _times,
                            access = body.RootElement.TryGetProperty("accessMode", out var access) ? access.GetString() : "Write",
                            statement,
                            parameters = body.RootElement.GetProperty("parameters"),
                        }
                    )
                );
            }
        }

        return await base.SendAsync(request, cancellationToken);
    }
}
