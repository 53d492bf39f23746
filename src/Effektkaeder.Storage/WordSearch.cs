using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage;

/// <summary>
/// A full-text question held against one node after another, as the engines' indexes of words answer it: for what those do not
/// hold, which is what stood at an older revision and stands no more.
/// </summary>
internal sealed class WordSearch(SearchQuery query)
{
    private readonly IReadOnlyList<IReadOnlyList<string>> _asked = Soegeord.Asked(query.Text);
    private readonly string _folded = Fold.Of(query.Text.Trim());

    /// <summary>The rank of a node that is found, see <see cref="SearchHit"/>; null where it is not.</summary>
    public int? RankOf(Node node)
    {
        if (_asked.Count == 0 || !IsWithin(node) || !HasEveryWord(node))
        {
            return null;
        }

        var words = Words(node.Titel);
        return Fold.Fit(node.Titel, _folded) is < 2 and var fit ? fit
            : _asked.All(readings => readings.Any(words.Contains)) ? 2
            : 3;
    }

    private bool IsWithin(Node node) =>
        (query.Kinds.Count == 0 || query.Kinds.Contains(node.Kind)) && (query.Kommune is null || node.Kommune == query.Kommune);

    /// <summary>The last word may be a beginning, in its longest stem.</summary>
    private bool HasEveryWord(Node node)
    {
        var words = Words([node.Titel, node.Indhold.Tekst, .. node.Indhold.Aliaser]);
        return _asked.All(readings => readings.Any(words.Contains))
            || (
                _asked.SkipLast(1).All(readings => readings.Any(words.Contains))
                && words.Any(w => w.StartsWith(_asked[^1][0], StringComparison.Ordinal))
            );
    }

    private static HashSet<string> Words(params IEnumerable<string> texts) =>
        texts.SelectMany(Soegeord.Split).ToHashSet(StringComparer.Ordinal);
}
