using System.Collections;
using Effektkaeder.Analysis;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Storage.Memory;
using Effektkaeder.Storage.Ports;
using SQLitePCL;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>
/// A search that reads of each hit only its version in the index, and what is told of it from the graph in memory, by whose numbers the
/// nodes go. A title is read where its opening does not tell whether it begins with what is asked for.
/// </summary>
internal sealed class MemorySearch : SqliteSearch
{
    /// <summary>Of so many nodes one: fewer hits are sooner sorted, more are ticked off on a list of all.</summary>
    private const int Ticked = 64;

    private readonly Udsnit _graph;
    private readonly IFoundNodes _found;
    private readonly OpeningTest _opening;
    private readonly bool[] _kinds;

    /// <summary>Hits whose opening does not tell: whose title may be what is asked for, and by level those where it may begin so.</summary>
    private readonly List<int> _perhapsWhole = [];
    private readonly List<int>?[] _perhaps = new List<int>?[Levels];

    private MemorySearch(Reading reading, SearchQuery query, Udsnit graph, IFoundNodes found)
        : base(reading, query)
    {
        (_graph, _found, _opening) = (graph, found, new(Folded));
        _kinds = [.. NodeKinds.All.Select(k => query.Kinds.Count == 0 || query.Kinds.Contains(k.Kind))];
    }

    public static Slice<(int Node, int Rank)> Run(Reading reading, SearchQuery query, Udsnit graph, IFoundNodes found) =>
        new MemorySearch(reading, query, graph, found).Find();

    protected override void Read(string match)
    {
        Each(match, Take);
        ReadTitles();
    }

    /// <summary>
    /// Of those that may begin with what is asked for, in order, no more are read than are asked for: the rest come after, and are counted.
    /// </summary>
    private void ReadTitles()
    {
        using var title = new Prepared(Reading.Connection, "SELECT titel FROM node_version WHERE id = ?1");
        var missing = Query.Skip + Query.First - _perhapsWhole.Count(node => Read(node) < Begins);
        foreach (var perhaps in _perhaps.OfType<List<int>>())
        {
            var read = 0;
            foreach (var node in InOrder(perhaps).TakeWhile(_ => missing > 0))
            {
                read++;
                missing -= Read(node) == Begins ? 1 : 0;
            }

            Count(perhaps.Count - read);
        }

        int Read(int node)
        {
            var rank = InText;
            title.Each(row => rank = RankOf(raw.sqlite3_column_blob(row, 0)), _found.VersionOf(node));
            Put(rank, _graph.KindOf(node), node);
            return rank;
        }
    }

    protected override int NumberOf(int version, int key) => _found.NodeOf(version);

    protected override Predicate<int> Titled(string match)
    {
        var titles = new BitArray(_graph.Nodes.Count);
        Each(match, node => titles[node] = true);
        return node => titles[node];
    }

    /// <summary>Nodes are numbered by key.</summary>
    protected override IEnumerable<int> InOrder(List<int> hits)
    {
        if (hits.Count < _graph.Nodes.Count / Ticked)
        {
            return hits.Order();
        }

        var ticked = new BitArray(_graph.Nodes.Count);
        hits.ForEach(node => ticked[node] = true);
        return Enumerable.Range(0, ticked.Length).Where(node => ticked[node]);
    }

    /// <summary>What the index finds now and stood at the revision: the version that is in the graph.</summary>
    private void Each(string match, Action<int> take)
    {
        var sql = new SqlBuilder();
        sql.Append($"SELECT rowid FROM node_words WHERE node_words MATCH {sql.Value(match)}");
        sql.Each(
            Reading.Connection,
            row =>
            {
                if (_found.NodeOf(raw.sqlite3_column_int(row, 0)) is >= 0 and var node)
                {
                    take(node);
                }
            }
        );
    }

    private void Take(int node)
    {
        var kind = _graph.KindOf(node);
        if (!_kinds[(int)kind] || (Query.Kommune is { } kommune && _graph.KommuneOf(node) != kommune))
        {
            return;
        }

        var opening = _found.Opening(node);
        if (_opening.Fit(opening) is { } fit)
        {
            Put(fit <= Begins ? fit : InText, kind, node);
        }
        else if (_opening.CanBeWhole(opening))
        {
            _perhapsWhole.Add(node);
        }
        else
        {
            (_perhaps[kind.LevelOrder()] ??= []).Add(node);
        }
    }
}
