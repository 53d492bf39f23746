using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Effektkaeder.Domain;

namespace Effektkaeder.Application.Asking;

/// <summary>
/// Which of a graph's nodes have a word: told by a whole register and what differs from it. A commit touches few nodes, and to sort the
/// words of all anew after each would be most of what a search beside an import costs.
/// </summary>
internal sealed class Ordregister
{
    private readonly Whole _whole;
    private readonly HashSet<Node> _gone;
    private readonly Dictionary<string, List<Node>> _more;

    private Ordregister(Whole whole, HashSet<Node> gone, Dictionary<string, List<Node>> more) =>
        (_whole, _gone, _more) = (whole, gone, more);

    /// <summary>All words, each once; no node may have some of them any more.</summary>
    public IEnumerable<string> Words => _whole.ByWord.Keys.Concat(_more.Keys.Where(w => !_whole.ByWord.ContainsKey(w)));

    public IEnumerable<Node> Having(string word) =>
        _whole.ByWord.GetValueOrDefault(word, []).Where(n => !_gone.Contains(n)).Concat(_more.GetValueOrDefault(word, []));

    private static Dictionary<string, List<Node>> ByWord(IEnumerable<Node> nodes, Func<Node, IEnumerable<string>> wordsOf)
    {
        var byWord = new Dictionary<string, List<Node>>(StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            foreach (var word in wordsOf(node))
            {
                (CollectionsMarshal.GetValueRefOrAddDefault(byWord, word, out _) ??= []).Add(node);
            }
        }

        return byWord;
    }

    /// <summary>A register as it was made; never changed.</summary>
    private sealed record Whole(HashSet<Node> Nodes, Dictionary<string, List<Node>> ByWord);

    /// <summary>The registers of one graph after another.</summary>
    /// <param name="wordsOf">The words of a node, each once.</param>
    public sealed class Line(Func<Node, string[]> wordsOf)
    {
        /// <summary>When a larger share differs, a whole register is made.</summary>
        private const double MostDiffering = 0.25;

        /// <summary>A node is the same in most revisions, and so are its words.</summary>
        private readonly ConditionalWeakTable<Node, string[]> _words = [];

        /// <summary>The last that was made, as long as a graph is told by it. Between graphs of two stores each makes its own.</summary>
        private readonly WeakReference<Whole?> _last = new(null);

        public Ordregister Of(IReadOnlyList<Node> nodes)
        {
            var now = nodes.ToHashSet<Node>(ReferenceEqualityComparer.Instance);
            if (_last.TryGetTarget(out var last))
            {
                var (come, gone) = (now.Where(n => !last.Nodes.Contains(n)).ToList(), last.Nodes.Where(n => !now.Contains(n)).ToList());
                if (come.Count + gone.Count <= MostDiffering * last.Nodes.Count)
                {
                    return new(last, gone.ToHashSet<Node>(ReferenceEqualityComparer.Instance), ByWord(come, WordsOf));
                }
            }

            var whole = new Whole(now, ByWord(now, WordsOf));
            _last.SetTarget(whole);
            return new(whole, [], []);
        }

        private string[] WordsOf(Node node) => _words.GetValue(node, n => wordsOf(n));
    }
}
