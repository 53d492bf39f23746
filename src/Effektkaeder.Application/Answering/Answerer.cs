using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Effektkaeder.Analysis.Opgaver;
using Effektkaeder.Analysis.Tal;
using Effektkaeder.Domain;

namespace Effektkaeder.Application.Answering;

/// <summary>
/// Answers tasks over a graph, one JSON object each; <c>docs/opgaver.md</c> says what they are. <c>ms</c> runs from the parsed
/// task to the result in memory: nodes sorted, groups counted, digest taken; not the writing of it.
/// </summary>
public sealed class Answerer(NamedGraph named) : IDisposable
{
    private static readonly Func<Workspace, int, int> BelowDepth = (work, node) => work.DepthOf(node);

    private readonly Talgraf _graph = named.Graf;
    private readonly Workspace _work = Workspace.On(named.Graf);
    private readonly NodeDigest _digest = new();
    private long _started;

    /// <summary>Writes the answer to one task; a task that is wrong is answered with what is wrong.</summary>
    /// <param name="line">UTF-8.</param>
    public void Answer(ReadOnlySpan<byte> line, Utf8JsonWriter json)
    {
        var task = AnswerTask.Parse(line);
        json.WriteStartObject();
        json.WritePropertyName("id");
        json.WriteRawValue(task.Id);
        try
        {
            if (task.Fault is { } fault)
            {
                throw new FormatException(fault);
            }

            Answer(task, json);
        }
        catch (FormatException e)
        {
            json.WriteString("error", e.Message);
        }

        json.WriteEndObject();
    }

    public void Dispose()
    {
        _work.Dispose();
        _digest.Dispose();
    }

    /// <summary>Writes nothing before it is known that the task can be answered.</summary>
    private void Answer(AnswerTask task, Utf8JsonWriter json)
    {
        var digest = task.Digest;
        switch (task.Task)
        {
            case "T1":
                var below = Policy(task);
                Start();
                Descendants.Find(_work, below);
                Nodes(json, digest, BelowDepth);
                break;
            case "T2":
                var (coupled, most) = (Policy(task), task.Number("max_kobling"));
                Start();
                CoupledDescendants.Find(_work, coupled, most);
                Nodes(json, digest, CoupledDescendants.DepthOf);
                break;
            case "T3":
                var dropped = Policy(task);
                Start();
                LostGround.Find(_work, dropped);
                Nodes(json, digest, null);
                break;
            case "T4":
                var (from, to, over) = (Policy(task), Node(task, "effekt", NodeKind.Effekt), task.Number("max_kobling"));
                Start();
                Paths(json, ShortestPaths.Find(_work, from, to, over));
                break;
            case "T5":
                var top = task.Number("top");
                Start();
                Top(json, LargestLosses.Find(_work, top));
                break;
            case "T6":
                var (node, radius) = (Node(task, "node", null), task.Number("radius"));
                Start();
                Around(json, digest, Neighbourhood.Find(_work, node, radius));
                break;
            default:
                throw new FormatException("task er T1, T2, T3, T4, T5 eller T6");
        }
    }

    private void Nodes(Utf8JsonWriter json, bool digest, Func<Workspace, int, int>? depth)
    {
        var groups = _work.CountGroups();
        var sha256 = digest ? _digest.Of(_work, depth) : null;
        var ms = Elapsed();
        json.WriteNumber("count", _work.Nodes.Length);
        json.WriteStartArray("groups");
        foreach (var group in groups)
        {
            json.WriteStartArray();
            json.WriteStringValue(group.Place);
            if (group.Level is { } level)
            {
                json.WriteNumberValue(level);
            }
            else
            {
                json.WriteNullValue();
            }

            json.WriteNumberValue(group.Count);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        NodesOrDigest(json, sha256, depth);
        json.WriteNumber("ms", ms);
    }

    private void Around(Utf8JsonWriter json, bool digest, (int Hierarchy, int Couplings) edges)
    {
        var sha256 = digest ? _digest.Of(_work, Neighbourhood.DepthOf) : null;
        var ms = Elapsed();
        json.WriteNumber("count", _work.Nodes.Length);
        json.WriteStartObject("edges");
        json.WriteNumber("hierarki", edges.Hierarchy);
        json.WriteNumber("kobling", edges.Couplings);
        json.WriteEndObject();
        NodesOrDigest(json, sha256, Neighbourhood.DepthOf);
        json.WriteNumber("ms", ms);
    }

    private void NodesOrDigest(Utf8JsonWriter json, string? sha256, Func<Workspace, int, int>? depth)
    {
        if (sha256 is not null)
        {
            json.WriteString("sha256", sha256);
            return;
        }

        json.WriteStartArray("nodes");
        foreach (var node in _work.Nodes)
        {
            if (depth is null)
            {
                json.WriteStringValue(_graph.IdOf(node));
                continue;
            }

            json.WriteStartArray();
            json.WriteStringValue(_graph.IdOf(node));
            json.WriteNumberValue(depth(_work, node));
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private void Paths(Utf8JsonWriter json, ShortestPaths.Result found)
    {
        var ms = Elapsed();
        if (found.TooMany)
        {
            throw new FormatException($"der er flere end {ShortestPaths.MostPaths} korteste stier, hver på {found.Length} kanter");
        }

        if (found.Length < 0)
        {
            json.WriteNull("length");
        }
        else
        {
            json.WriteNumber("length", found.Length);
        }

        json.WriteNumber("count", found.Count);
        json.WriteStartArray("paths");
        for (var path = 0; path < found.Count; path++)
        {
            json.WriteStartArray();
            foreach (var node in found.Paths.Slice(path * (found.Length + 1), found.Length + 1))
            {
                json.WriteStringValue(_graph.IdOf(node));
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteNumber("ms", ms);
    }

    private void Top(Utf8JsonWriter json, ReadOnlySpan<int> goals)
    {
        var ms = Elapsed();
        json.WriteStartArray("top");
        foreach (var goal in goals)
        {
            json.WriteStartArray();
            json.WriteStringValue(_graph.IdOf(goal));
            json.WriteNumberValue(LargestLosses.Count(_work, goal));
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteNumber("ms", ms);
    }

    private int Policy(AnswerTask task) => Node(task, "policy", NodeKind.PolitiskMaal);

    private int Node(AnswerTask task, string field, NodeKind? kind)
    {
        var name = task.Name(field);
        var node = named.Find(field, name);
        return kind is null || _graph.KindOf(node) == kind
            ? node
            : throw new FormatException(
                $"{field} »{Encoding.UTF8.GetString(name)}« er af slagsen {_graph.KindOf(node).Info().Navn}, ikke {kind.Value.Info().Navn}"
            );
    }

    private void Start() => _started = Stopwatch.GetTimestamp();

    private double Elapsed() => Math.Round(Stopwatch.GetElapsedTime(_started).TotalMilliseconds, 4);
}
