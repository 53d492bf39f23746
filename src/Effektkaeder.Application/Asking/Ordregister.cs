using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Asking;

/// <summary>
/// Which of a graph's nodes have a word: told by a whole register and what differs from it. A commit touches few nodes, and to read all
/// of them and sort their words anew after each would be most of what a search beside an import costs. No node is kept.
/// </summary>
internal sealed class Ordregister
{
    private readonly Whole _whole;

    /// <summary>By key of each node that is not as it was in the whole: its words, none where it is gone.</summary>
    private readonly ImmutableDictionary<string, string[]> _differing;
    private readonly Dictionary<string, List<string>> _more;

    private Ordregister(long revision, Whole whole, ImmutableDictionary<string, string[]> differing)
    {
        (Revision, _whole, _differing) = (revision, whole, differing);
        _more = ByWord(differing);
    }

    /// <summary>All words, each once; no node may have some of them any more.</summary>
    public IEnumerable<string> Words => _whole.ByWord.Keys.Concat(_more.Keys.Where(w => !_whole.ByWord.ContainsKey(w)));

    private long Revision { get; }

    /// <summary>The keys of the nodes.</summary>
    public IEnumerable<string> Having(string word) =>
        _whole
            .ByWord.GetValueOrDefault(word, [])
            .Select(node => _whole.Keys[node])
            .Where(key => !_differing.ContainsKey(key))
            .Concat(_more.GetValueOrDefault(word, []));

    private static Dictionary<string, List<string>> ByWord(IEnumerable<KeyValuePair<string, string[]>> nodes)
    {
        var byWord = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var (key, words) in nodes)
        {
            foreach (var word in words)
            {
                (CollectionsMarshal.GetValueRefOrAddDefault(byWord, word, out _) ??= []).Add(key);
            }
        }

        return byWord;
    }

    /// <summary>A register as it was made; never changed.</summary>
    /// <param name="ByWord">The places of the nodes among the keys.</param>
    private sealed record Whole(string[] Keys, Dictionary<string, List<int>> ByWord);

    /// <summary>The registers of one graph after another.</summary>
    /// <param name="kinds">Of the nodes that are told; none = all.</param>
    /// <param name="most">Of more nodes than these, the first by level are told, of which there can be others in the next graph.</param>
    /// <param name="wordsOf">The words of a node.</param>
    public sealed class Line(IReadOnlyList<NodeKind> kinds, int most, Func<Node, IEnumerable<string>> wordsOf)
    {
        /// <summary>When a larger share differs, a whole register is made.</summary>
        private const double MostDiffering = 0.25;

        /// <summary>Revisions further from each other are not asked what they touched in order not to count.</summary>
        private const long Near = 50;

        private readonly NodeFilter? _filter = kinds.Count == 0 ? null : new NodeFilter.KindIn(kinds);

        /// <summary>By store, the register of the newest revision that was asked for.</summary>
        private readonly ConditionalWeakTable<IHistory, Ordregister> _last = [];

        /// <summary>By store, of which revision there were more nodes than can be told, and how many.</summary>
        private readonly ConditionalWeakTable<IHistory, Tuple<long, int>> _many = [];

        /// <summary>Of the first nodes, where there are more than can be told.</summary>
        public async Task<Ordregister> OfAsync(IGraph graph) => await OfAllAsync(graph) ?? await WholeAsync(graph);

        /// <summary>Null where there are more nodes than can be told.</summary>
        public async Task<Ordregister?> OfAllAsync(IGraph graph)
        {
            if (await HasManyAsync(graph, graph.History))
            {
                return null;
            }

            if (graph.History is not { } history)
            {
                return await WholeAsync(graph);
            }

            var last = _last.TryGetValue(history, out var found) ? found : null;
            var register = (last is null ? null : await FromAsync(last, graph, history)) ?? await WholeAsync(graph);
            if (last is null || last.Revision < graph.Revision)
            {
                _last.AddOrUpdate(history, register);
            }

            return register;
        }

        /// <summary>
        /// To count a large graph is dear, so it is not done again until as many have been touched as there were too many.
        /// </summary>
        private async Task<bool> HasManyAsync(IGraph graph, IHistory? history)
        {
            if (
                history is not null
                && _many.TryGetValue(history, out var last)
                && Math.Abs(last.Item1 - graph.Revision) <= Near
                && last.Item2 - (await TouchedAsync(history, last.Item1, graph.Revision)).Count > most
            )
            {
                return true;
            }

            var count = (await graph.QueryAsync(new(_filter, [], new(First: 0), Count: true), CancellationToken.None)).Total!.Value;
            if (history is not null && count > most)
            {
                _many.AddOrUpdate(history, new(graph.Revision, count));
            }

            return count > most;
        }

        /// <summary>What is not the same in two revisions, whichever came first.</summary>
        private static async Task<IReadOnlyList<string>> TouchedAsync(IHistory history, long one, long other) =>
            one == other ? [] : await history.TouchedAsync(Math.Min(one, other), Math.Max(one, other), CancellationToken.None);

        /// <summary>Null where too much differs.</summary>
        private async Task<Ordregister?> FromAsync(Ordregister last, IGraph graph, IHistory history)
        {
            var touched = await TouchedAsync(history, last.Revision, graph.Revision);
            if (last._differing.Count + touched.Count > MostDiffering * last._whole.Keys.Length)
            {
                return null;
            }

            var now = (await graph.NodesAsync(touched, CancellationToken.None))
                .Where(node => kinds.Count == 0 || kinds.Contains(node.Kind))
                .ToDictionary(node => node.Key, WordsOf, StringComparer.Ordinal);
            return new(
                graph.Revision,
                last._whole,
                last._differing.SetItems(touched.Select(key => KeyValuePair.Create(key, now.GetValueOrDefault(key, []))))
            );
        }

        private async Task<Ordregister> WholeAsync(IGraph graph)
        {
            var nodes = (await graph.QueryAsync(new(_filter, [new(OrderField.Level)], new(First: most)), CancellationToken.None)).Items;
            var byWord = new Dictionary<string, List<int>>(StringComparer.Ordinal);
            for (var node = 0; node < nodes.Count; node++)
            {
                foreach (var word in WordsOf(nodes[node]))
                {
                    (CollectionsMarshal.GetValueRefOrAddDefault(byWord, word, out _) ??= []).Add(node);
                }
            }

            return new(
                graph.Revision,
                new([.. nodes.Select(n => n.Key)], byWord),
                ImmutableDictionary.Create<string, string[]>(StringComparer.Ordinal)
            );
        }

        private string[] WordsOf(Node node) => [.. wordsOf(node).Distinct(StringComparer.Ordinal)];
    }
}
