using Effektkaeder.Application.Changing;
using Effektkaeder.Application.Importing;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Loading;

/// <param name="Nodes">Nodes that the lines give; <paramref name="Edges"/> the edges.</param>
/// <param name="Changed">Elements stored or removed; 0 where the store said it all already.</param>
public sealed record LoadReport(int Nodes, int Edges, int Changed, long Revision);

/// <summary>
/// Reads a generic graph, a JSON object a line, into a store: nodes first, then edges, so the lines may come in any order. Every
/// line is judged before the first is stored. What is loaded is stated by one agreement a municipality, named after the graph,
/// so that it stands beside what documents say and can be removed like any other. A load that was cut is taken up by the same
/// command; another graph of the same name takes its place.
/// </summary>
public sealed class LoadGraph(IGraphStore store, TimeProvider time)
{
    /// <summary>The revision up to which the store holds what this load has put there and nothing else.</summary>
    private long _allOurs;

    /// <summary>Elements a revision.</summary>
    public int Batch { get; init; } = ChangeSet.MaxElements;

    /// <param name="open">Opens the lines; called twice.</param>
    /// <param name="name">What the graph is called; part of its agreements' keys.</param>
    /// <param name="progress">Told how many elements of how many are stored.</param>
    /// <exception cref="StoreException">A line is wrong; the message names it, and nothing is stored.</exception>
    public async Task<LoadReport> LoadAsync(Func<Stream> open, string name, string author, Action<int, int> progress, CancellationToken ct)
    {
        _allOurs = 0;
        var file = GraphFile.Judge(open, name, ct);
        var aftaler = file.Aftaler.ToList();
        var graph = await store.NewestAsync(ct);
        var stored = await graph.NodesAsync(aftaler, ct);
        var changed = 0;
        if (stored.Count != aftaler.Count || stored.Any(s => Hash(s) != file.Sha256) || !await HasNamesAsync(graph, file, aftaler, ct))
        {
            var note = new RevisionNote(time.GetUtcNow(), author, "load", name, $"Indlæst graf: {name}");
            var done = 0;
            // The agreement first without its hash: while it lacks one, the load is known to be cut.
            await foreach (var nodes in Ahead.OfAsync(file.AftaleNodes(whole: false).Concat(file.Nodes(ct)).Chunk(Batch), ct))
            {
                await PutAsync(nodes, []);
            }

            await foreach (var edges in Ahead.OfAsync(file.Edges().Chunk(Batch), ct))
            {
                await PutAsync([], edges);
            }

            foreach (var aftale in stored)
            {
                changed += await WithdrawAsync(file, aftale.Key, note, ct);
            }

            changed += await CommitAsync(note, [.. file.AftaleNodes(whole: true)], [], ct);

            async Task PutAsync(Node[] nodes, Edge[] edges)
            {
                changed += await CommitAsync(note, nodes, edges, ct);
                progress(done += nodes.Length + edges.Length, file.Count);
            }
        }
        return new(file.NodeLines, file.EdgeLines, changed, await store.LatestAsync(ct));
    }

    /// <summary>
    /// Whether the lines' own ids and names were kept with what is stored: they were not always, and whoever loads the same lines again
    /// gets them.
    /// </summary>
    private static async Task<bool> HasNamesAsync(IGraph graph, GraphFile file, IReadOnlyList<string> aftaler, CancellationToken ct) =>
        (await graph.NodesAsync([.. file.Kommuner], ct)).All(k =>
            k.Udsagn.Where(u => aftaler.Contains(u.Aftale)).All(u => u.Indhold[Egenskaber.Skrevet] is not null)
        );

    private static string? Hash(Node aftale) => aftale.Indhold[Egenskaber.Sha256];

    private Task<int> CommitAsync(RevisionNote note, IReadOnlyList<Node> nodes, IReadOnlyList<Edge> edges, CancellationToken ct) =>
        CommitAsync(
            note,
            async draft =>
            {
                // No line gives an element twice: none is there where nothing is but what this load has stored.
                if (draft.Graph.Revision != _allOurs)
                {
                    draft.Know(await draft.Graph.NodesAsync([.. nodes.Select(n => n.Key)], ct));
                    draft.Know(await draft.Graph.EdgesAsync([.. edges.Select(e => e.Key)], ct));
                }

                foreach (var node in nodes)
                {
                    draft.Put(draft.Node(node.Key)?.With(node.Vist) ?? node);
                }

                foreach (var edge in edges)
                {
                    draft.Put(draft.Edge(edge.Key)?.With(edge.Vist) ?? edge);
                }
            },
            ct
        );

    /// <summary>What this agreement stated before and the file no longer has.</summary>
    private Task<int> WithdrawAsync(GraphFile file, string aftale, RevisionNote note, CancellationToken ct) =>
        CommitAsync(
            note,
            async draft =>
            {
                var (nodes, edges) = await draft.Graph.StatedByAsync(aftale, ct);
                draft.Know(nodes.Where(n => !file.HasNode(n.Key)));
                draft.Know(edges.Where(e => !file.HasEdge(e.Key)));
                draft.Withdraw(aftale);
            },
            ct
        );

    private Task<int> CommitAsync(RevisionNote note, Func<Draft, Task> fill, CancellationToken ct) =>
        Committing.RunAsync(
            store,
            async graph =>
            {
                var draft = new Draft(graph);
                await fill(draft);
                var changes = draft.Changes(note);
                return new Planned<int>(
                    changes.Parts(Batch),
                    last =>
                    {
                        _allOurs = graph.Revision == _allOurs && last is not null ? last.Number : _allOurs;
                        return changes.Count;
                    }
                );
            },
            ct
        );
}
