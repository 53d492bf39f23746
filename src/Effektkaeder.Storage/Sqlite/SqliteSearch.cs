using System.Text;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Storage.Ports;
using SQLitePCL;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>
/// Full-text search. The index holds the words of the newest revision alone; at an older one its hits are those that stood then, and
/// what has changed since is held against the question node by node.
/// </summary>
/// <remarks>
/// A common word is in hundreds of thousands of titles. So each hit costs one row and no text of its own: hits are counted by rank and
/// level as they come, and only those that share theirs with the page that is asked for are put in order.
/// </remarks>
internal sealed class SqliteSearch(Reading reading, SearchQuery query)
{
    private const int Whole = 0,
        Begins = 1,
        InTitle = 2,
        InText = 3,
        LongestTitle = 512;

    private readonly string _folded = Fold.Of(query.Text.Trim());
    private readonly IReadOnlyList<IReadOnlyList<string>> _words = Soegeord.Asked(query.Text);
    private readonly Dictionary<(int Rank, int Level), List<int>> _hits = [];
    private int _total;

    public static Slice<SearchHit> Run(Reading reading, SearchQuery query)
    {
        var found = new SqliteSearch(reading, query).Find(null);
        var nodes = Nodes(reading, found.Items.Select(h => (long)h.Number));
        return new([.. found.Items.Select(h => new SearchHit(nodes[h.Number], h.Rank))], found.HasNext, found.HasPrevious, found.Total);
    }

    /// <summary>The numbers of the keys of those that are found.</summary>
    /// <param name="placeOf">The place of a key among all by its number; null where that is not known, and the keys are read.</param>
    public Slice<(int Number, int Rank)> Find(Func<int, int>? placeOf)
    {
        if (_words.Count == 0)
        {
            return Slice<(int, int)>.Empty;
        }

        Read();
        if (reading.At is null && query.Skip + query.First >= Better)
        {
            FindTitles();
        }

        var (skip, wanted, page) = (query.Skip, query.First, new List<(int, int)>());
        foreach (var ((rank, _), hits) in _hits.OrderBy(h => h.Key))
        {
            if (skip >= hits.Count)
            {
                skip -= hits.Count;
                continue;
            }

            if (page.Count == wanted)
            {
                break;
            }

            page.AddRange(InOrder(hits, placeOf).Skip(skip).Take(wanted - page.Count).Select(n => (n, rank)));
            skip = 0;
        }

        return new(page, query.Skip + page.Count < _total, query.Skip > 0, _total);
    }

    /// <summary>Hits whose title is what is asked for, or begins so: they come before all others.</summary>
    private int Better => _hits.Where(h => h.Key.Rank <= Begins).Sum(h => h.Value.Count);

    private void Read()
    {
        var kinds = query.Kinds.Count == 0 ? "1" : NodeSql.KindIn(query.Kinds, "n");
        var sql = new SqlBuilder();
        var kommune = query.Kommune is null ? "1" : $"n.kommune = (SELECT id FROM term WHERE text = {sql.Value(query.Kommune)})";
        sql.Append(
            $"""
            SELECT n.key, n.kind, n.titel FROM node_words w CROSS JOIN node_version n ON n.id = w.rowid
            WHERE node_words MATCH {sql.Value(Match)} AND {sql.Stands("n", reading.At)} AND {kinds} AND {kommune}
            """
        );
        if (reading.At is { } then)
        {
            sql.Append(
                $" UNION ALL SELECT n.key, n.kind, n.titel FROM node_version n WHERE n.id IN {sql.Values(Gone(then))} "
                    + $"AND {kinds} AND {kommune}"
            );
        }

        sql.Each(reading.Connection, Take);
    }

    private void Take(sqlite3_stmt row)
    {
        var (number, kind) = (raw.sqlite3_column_int(row, 0), raw.sqlite3_column_int(row, 1));
        if (kind < 0 || kind >= NodeKinds.All.Count)
        {
            throw new DamagedRowException("En række kan ikke læses.");
        }

        var bytes = raw.sqlite3_column_blob(row, 2);
        Span<char> room = stackalloc char[LongestTitle];
        ReadOnlySpan<char> titel =
            bytes.Length <= LongestTitle ? room[..Encoding.UTF8.GetChars(bytes, room)] : Encoding.UTF8.GetString(bytes);
        var fit = Fold.Fit(titel, _folded);
        // At an older revision the index of titles says nothing; at the newest it is asked once, where it is asked at all.
        var rank =
            fit <= Begins ? fit
            : reading.At is not null && IsInTitle(titel.ToString()) ? InTitle
            : InText;
        Put((rank, ((NodeKind)kind).LevelOrder()), number);
        _total++;
    }

    private bool IsInTitle(string titel)
    {
        var own = Soegeord.Split(titel).ToHashSet(StringComparer.Ordinal);
        return _words.All(readings => readings.Any(own.Contains));
    }

    private void Put((int Rank, int Level) at, int number)
    {
        if (!_hits.TryGetValue(at, out var hits))
        {
            _hits.Add(at, hits = []);
        }

        hits.Add(number);
    }

    /// <summary>Those that the index of titles finds come before those found in the text.</summary>
    private void FindTitles()
    {
        var sql = new SqlBuilder();
        var every = string.Join(" AND ", _words.Select(w => $"({string.Join(" OR ", w.Select(Quoted))})"));
        sql.Append(
            "SELECT n.key FROM node_words w CROSS JOIN node_version n ON n.id = w.rowid WHERE node_words MATCH "
                + sql.Value($"{{titel}} : ({every})")
        );
        var titles = new HashSet<int>();
        sql.Each(reading.Connection, row => titles.Add(raw.sqlite3_column_int(row, 0)));
        foreach (var (at, hits) in _hits.Where(h => h.Key.Rank == InText).ToList())
        {
            _hits.Remove(at);
            foreach (var number in hits)
            {
                Put((titles.Contains(number) ? InTitle : InText, at.Level), number);
            }
        }
    }

    private IEnumerable<int> InOrder(List<int> hits, Func<int, int>? placeOf)
    {
        if (placeOf is not null)
        {
            return hits.OrderBy(placeOf);
        }

        var sql = new SqlBuilder();
        sql.Append($"SELECT id, name FROM key WHERE id IN {sql.Values(hits.Select(n => (long)n))}");
        var names = reading.List(sql, r => (r.GetInt32(0), r.GetString(1))).ToDictionary(n => n.Item1, n => n.Item2);
        // A number without a key is a damaged row, which is named where it is read.
        return hits.OrderBy(n => names.GetValueOrDefault(n), StringComparer.Ordinal);
    }

    private static Dictionary<long, Node> Nodes(Reading reading, IEnumerable<long> numbers)
    {
        var sql = new SqlBuilder();
        sql.Append($"SELECT {Reading.NodeFields("n")} FROM node_version n WHERE n.key IN {sql.Values(numbers)} ");
        sql.Append($"AND {sql.Stands("n", reading.At)}");
        return reading.List(sql, r => (r.GetInt64(6), reading.Node(r))).ToDictionary(n => n.Item1, n => n.Item2);
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

    private IEnumerable<long> Gone(long at)
    {
        var search = new WordSearch(query);
        return GoneSince
            .Read(reading, "node_version", Reading.NodeFields("v"), at, r => reading.Node(r, 1))
            .Where(g => search.RankOf(g.Element) is not null)
            .Select(g => g.Id);
    }
}
