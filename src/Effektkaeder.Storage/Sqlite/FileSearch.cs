using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;
using SQLitePCL;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>A search that reads of each hit its row. Nodes are numbered as their keys are.</summary>
internal sealed class FileSearch : SqliteSearch
{
    private FileSearch(Reading reading, SearchQuery query)
        : base(reading, query) { }

    public static Slice<SearchHit> Run(Reading reading, SearchQuery query)
    {
        var found = new FileSearch(reading, query).Find();
        var nodes = Nodes(reading, found.Items.Select(h => (long)h.Number));
        return new([.. found.Items.Select(h => new SearchHit(nodes[h.Number], h.Rank))], found.HasNext, found.HasPrevious, found.Total);
    }

    protected override void Read(string match)
    {
        var sql = new SqlBuilder();
        sql.Append($"SELECT n.key, n.kind, n.titel FROM {Found(sql, match)}");
        sql.Each(Reading.Connection, Take);
    }

    /// <summary>
    /// One municipality's nodes stand together in an index: which they are is asked once, and of the other hits no row is read. What the
    /// index of words holds stands now, at whichever revision it is asked about.
    /// </summary>
    private string Narrowed(SqlBuilder sql)
    {
        var kinds = Query.Kinds.Count == 0 ? [.. NodeKinds.All.Select(k => k.Kind)] : Query.Kinds;
        return Query.Kommune is { } kommune
                ? $"+w.rowid IN (SELECT v.id FROM node_version v WHERE v.until_rev IS NULL AND {NodeSql.KindIn(kinds, "v")} "
                    + $"AND v.kommune = (SELECT id FROM term WHERE text = {sql.Value(kommune)}))"
            : Query.Kinds.Count == 0 ? "1"
            : NodeSql.KindIn(kinds, "n");
    }

    protected override int NumberOf(int version, int key) => key;

    protected override Predicate<int> Titled(string match)
    {
        var (sql, titles) = (new SqlBuilder(), new HashSet<int>());
        sql.Append($"SELECT n.key FROM {Found(sql, match)}");
        sql.Each(Reading.Connection, row => titles.Add(raw.sqlite3_column_int(row, 0)));
        return titles.Contains;
    }

    protected override IEnumerable<int> InOrder(List<int> hits)
    {
        var sql = new SqlBuilder();
        sql.Append($"SELECT id, name FROM key WHERE id IN {sql.Values(hits.Select(n => (long)n))}");
        var names = Reading.List(sql, r => (r.GetInt32(0), r.GetString(1))).ToDictionary(n => n.Item1, n => n.Item2);
        // A number without a key is a damaged row, which is named where it is read.
        return hits.OrderBy(n => names.GetValueOrDefault(n), StringComparer.Ordinal);
    }

    private string Found(SqlBuilder sql, string match) =>
        "node_words w CROSS JOIN node_version n ON n.id = w.rowid "
        + $"WHERE node_words MATCH {sql.Value(match)} AND {sql.Stands("n", Reading.At)} AND {Narrowed(sql)}";

    private void Take(sqlite3_stmt row)
    {
        var kind = raw.sqlite3_column_int(row, 1);
        if (kind < 0 || kind >= NodeKinds.All.Count)
        {
            throw new DamagedRowException("En række kan ikke læses.");
        }

        Put(RankOf(raw.sqlite3_column_blob(row, 2)), (NodeKind)kind, raw.sqlite3_column_int(row, 0));
    }

    private static Dictionary<long, Node> Nodes(Reading reading, IEnumerable<long> numbers)
    {
        var sql = new SqlBuilder();
        sql.Append($"SELECT {Reading.NodeFields("n")} FROM node_version n WHERE n.key IN {sql.Values(numbers)} ");
        sql.Append($"AND {sql.Stands("n", reading.At)}");
        return reading.List(sql, r => (r.GetInt64(6), reading.Node(r))).ToDictionary(n => n.Item1, n => n.Item2);
    }
}
