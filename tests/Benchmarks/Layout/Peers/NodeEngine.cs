using System.Runtime.CompilerServices;
using System.Text.Json;
using Effektkaeder.Benchmarks.Layout.Measures;
using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Benchmarks.Layout.Peers;

/// <summary>A peer from npm, run by <c>peers/run.mjs</c> in Node; its time is taken inside, loading not counted.</summary>
internal sealed class NodeEngine(string name, string engine, bool levels) : IEngine
{
    public string Name => name;

    public string? Missing =>
        Runner.Run("node", [Script(), engine, "probe"], "", TimeSpan.FromSeconds(20)) is null
            ? $"npm ci in {Path.GetFileName(Path.GetDirectoryName(Script()))} (Node and the package of {engine})"
            : null;

    public Drawing? Draw(LayoutGraph graph, TimeSpan limit)
    {
        var input = JsonSerializer.Serialize(
            new
            {
                levels,
                nodes = graph.Nodes.Select(n => new
                {
                    n.Id,
                    n.Width,
                    n.Height,
                    n.Level,
                    n.Lane,
                }),
                edges = graph.Edges.Select(e => new
                {
                    e.Id,
                    e.Source,
                    e.Target,
                    kind = e.Kind.ToString(),
                }),
            },
            JsonSerializerOptions.Web
        );
        if (Runner.Run("node", ["--max-old-space-size=6000", "--stack-size=8000", Script(), engine], input, limit) is not { } run)
        {
            return null;
        }

        using var document = JsonDocument.Parse(run.Text);
        var root = document.RootElement;
        return new Drawing(
            [
                .. root.GetProperty("nodes")
                    .EnumerateArray()
                    .Select(n => new LayoutRectangle(n[0].GetDouble(), n[1].GetDouble(), n[2].GetDouble(), n[3].GetDouble())),
            ],
            [
                .. root.GetProperty("edges")
                    .EnumerateArray()
                    .Select(e => e.EnumerateArray().Select(p => new LayoutPoint(p[0].GetDouble(), p[1].GetDouble())).ToArray()),
            ],
            root.GetProperty("ms").GetDouble()
        );
    }

    private static string Script([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "peers", "run.mjs");
}
