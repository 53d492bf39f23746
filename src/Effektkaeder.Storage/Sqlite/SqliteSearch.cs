using System.Text;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>
/// Full-text search. The index holds the words of the newest revision alone; at an older one its hits are those that stood then, and
/// what has changed since is held against the question node by node.
/// </summary>
/// <remarks>
/// A common word is in hundreds of thousands of titles. So each hit costs one row and no text of its own: hits are counted by rank and
/// level as they come, and only those that share theirs with the page that is asked for are put in order.
/// </remarks>
internal abstract class SqliteSearch(Reading reading, SearchQuery query)
{
    protected const int Begins = 1,
        InTitle = 2,
        InText = 3;

    private const int Ranks = 4,
        LongestTitle = 512;

    protected static readonly int Levels = NodeKinds.All.Max(k => k.Kind.LevelOrder()) + 1;

    private readonly IReadOnlyList<IReadOnlyList<string>> _words = Soegeord.Asked(query.Text);

    /// <summary>By rank and level.</summary>
    private readonly List<int>?[] _hits = new List<int>?[Ranks * Levels];
    private int _total;

    protected Reading Reading => reading;

    protected SearchQuery Query => query;

    protected string Folded { get; } = Fold.Of(query.Text.Trim());

    /// <summary>The numbers that the search gives the nodes that are found.</summary>
    protected Slice<(int Number, int Rank)> Find()
    {
        if (_words.Count == 0)
        {
            return Slice<(int, int)>.Empty;
        }

        Read(Match);
        if (reading.At is { } then)
        {
            ReadGone(then);
        }

        // Hits whose title is what is asked for, or begins so, come before all others.
        if (_hits.Take((Begins + 1) * Levels).Sum(hits => hits?.Count ?? 0) < query.Skip + query.First)
        {
            FindTitles();
        }

        var (skip, page) = (query.Skip, new List<(int, int)>());
        for (var at = 0; at < _hits.Length && page.Count < query.First; at++)
        {
            var hits = _hits[at] ?? [];
            if (skip < hits.Count)
            {
                page.AddRange(InOrder(hits).Skip(skip).Take(query.First - page.Count).Select(number => (number, at / Levels)));
            }

            skip = Math.Max(0, skip - hits.Count);
        }

        return new(page, query.Skip + page.Count < _total, query.Skip > 0, _total);
    }

    /// <summary>Puts what the index finds and stands at the revision: as <see cref="InText"/> where its title does not begin so.</summary>
    protected abstract void Read(string match);

    /// <summary>The number of a node that stood and stands no more.</summary>
    protected abstract int NumberOf(int version, int key);

    /// <summary>Tells of a number that was put whether the index finds its title.</summary>
    protected abstract Predicate<int> Titled(string match);

    /// <summary>By key.</summary>
    protected abstract IEnumerable<int> InOrder(List<int> hits);

    protected void Put(int rank, NodeKind kind, int number)
    {
        Of(rank, kind.LevelOrder()).Add(number);
        _total++;
    }

    /// <summary>Hits that come after all that are asked for.</summary>
    protected void Count(int hits) => _total += hits;

    /// <summary>See <see cref="Fold.Fit(string, string)"/>, and the third rank for what does not fit.</summary>
    protected int RankOf(ReadOnlySpan<byte> titel)
    {
        Span<char> room = stackalloc char[LongestTitle];
        var fit = Fold.Fit(
            titel.Length <= LongestTitle ? room[..Encoding.UTF8.GetChars(titel, room)] : Encoding.UTF8.GetString(titel),
            Folded
        );
        return fit <= Begins ? fit : InText;
    }

    private List<int> Of(int rank, int level) => _hits[(rank * Levels) + level] ??= [];

    private void ReadGone(long then)
    {
        var search = new WordSearch(query);
        var gone = GoneSince.Read(
            reading,
            "node_version",
            Reading.NodeFields("v"),
            then,
            r => (Key: r.GetInt32(7), Node: reading.Node(r, 1))
        );
        foreach (var (version, (key, node)) in gone)
        {
            if (search.RankOf(node) is { } rank)
            {
                Put(rank, node.Kind, NumberOf((int)version, key));
            }
        }
    }

    /// <summary>Those that the index of titles finds come before those found in the text.</summary>
    private void FindTitles()
    {
        var titled = Titled($"{{titel}} : ({string.Join(" AND ", _words.Select(w => $"({string.Join(" OR ", w.Select(Quoted))})"))})");
        for (var level = 0; level < Levels; level++)
        {
            if (_hits[(InText * Levels) + level] is { } hits)
            {
                Of(InTitle, level).AddRange(hits.Where(number => titled(number)));
                hits.RemoveAll(titled);
            }
        }
    }

    /// <summary>
    /// The question in the index's language. Every word is quoted, so that nothing in it is read as an operator; the last may be a
    /// beginning.
    /// </summary>
    private string Match =>
        string.Join(
            " AND ",
            _words.Select(
                (w, i) => $"({string.Join(" OR ", w.Select((r, j) => Quoted(r) + (i == _words.Count - 1 && j == 0 ? "*" : "")))})"
            )
        );

    private static string Quoted(string stem) => $"\"{stem}\"";
}
