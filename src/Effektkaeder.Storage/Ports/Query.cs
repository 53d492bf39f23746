using Effektkaeder.Analysis;
using Effektkaeder.Domain;

namespace Effektkaeder.Storage.Ports;

/// <summary>A page of nodes that pass a filter. Every engine, and the tests' plain model, translates this model in one file.</summary>
public sealed record NodeQuery(NodeFilter? Filter, IReadOnlyList<Order> Order, Page Page, bool Count = false);

/// <summary>For each parent a page of the nodes that a walk leads to: one question for a whole level.</summary>
public sealed record ExpandQuery(
    IReadOnlyList<string> Parents,
    Walk Walk,
    NodeFilter? Filter,
    IReadOnlyList<Order> Order,
    Page Page,
    bool Count = false
);

/// <summary>One step along edges.</summary>
/// <param name="Types">The edge types; none = every type.</param>
/// <param name="Kinds">The kinds at the far end; none = every kind.</param>
public sealed record Walk(IReadOnlyList<EdgeType> Types, Direction Direction, IReadOnlyList<NodeKind> Kinds)
{
    public static readonly IReadOnlyList<EdgeType> Hierarchy = [.. EdgeTypes.All.Where(e => e.IsHierarchy).Select(e => e.Type)];
}

/// <summary>Along the edge, against it, or either way.</summary>
public enum Direction
{
    Out,
    In,
    Either,
}

/// <summary>A condition on a node.</summary>
public abstract record NodeFilter
{
    /// <summary>How many walks lie inside each other.</summary>
    public int Walks =>
        this switch
        {
            Related related => 1 + (related.Filter?.Walks ?? 0),
            Not not => not.Filter.Walks,
            All { Filters.Count: > 0 } all => all.Filters.Max(f => f.Walks),
            Any { Filters.Count: > 0 } any => any.Filters.Max(f => f.Walks),
            _ => 0,
        };

    public sealed record All(IReadOnlyList<NodeFilter> Filters) : NodeFilter;

    public sealed record Any(IReadOnlyList<NodeFilter> Filters) : NodeFilter;

    public sealed record Not(NodeFilter Filter) : NodeFilter;

    public sealed record KindIn(IReadOnlyList<NodeKind> Kinds) : NodeFilter;

    /// <summary>Equality compares verbatim, every other text operator the folded form.</summary>
    public sealed record Text(TextField Field, TextOperator Operator, IReadOnlyList<string?> Values) : NodeFilter;

    public sealed record Flag(FlagField Field, bool Value) : NodeFilter;

    /// <summary>The node has a time whose interval shares a day with this one; null ends are open.</summary>
    public sealed record Overlaps(DateOnly? From, DateOnly? To) : NodeFilter;

    /// <summary>Of the nodes that a walk leads to: some, all or none pass a filter. <c>All</c> holds where there are none.</summary>
    public sealed record Related(Walk Walk, Quantifier Quantifier, NodeFilter? Filter) : NodeFilter;
}

public enum TextField
{
    Key,
    Titel,
    Tekst,
    Art,
    Kommune,
    Center,
}

public enum FlagField
{
    Henvist,
    Betinget,
    Uspecificeret,
}

public static class FlagFields
{
    /// <summary>The mark that a flag asks for.</summary>
    public static Nodemaerker Maerke(this FlagField field) =>
        field switch
        {
            FlagField.Henvist => Nodemaerker.Henvist,
            FlagField.Betinget => Nodemaerker.Betinget,
            _ => Nodemaerker.Uspecificeret,
        };
}

public enum TextOperator
{
    Eq,
    In,
    Contains,
    StartsWith,
    EndsWith,

    /// <summary>The whole text is one of the values, both folded.</summary>
    Reads,
}

public enum Quantifier
{
    Some,
    All,
    None,
}

/// <summary>Texts order by their Danish sort key, dates by the first day; the key breaks every tie.</summary>
public sealed record Order(OrderField Field, bool Descending = false);

public enum OrderField
{
    Titel,
    Level,
    Kind,
    Date,
    Key,
}

/// <summary>Relay's page: the first so many after a cursor, or the last so many before one.</summary>
/// <param name="After">The cursor says where, the order which way. Beyond a cursor that is no node nothing lies.</param>
public sealed record Page(int? First = null, Cursor? After = null, int? Last = null, Cursor? Before = null)
{
    public static readonly Page Everything = new();

    /// <summary>How many at most; null for all.</summary>
    public int? Limit => First ?? Last;

    /// <summary>Whether it is the last so many that are asked for.</summary>
    public bool IsBackwards => First is null && Last is not null;
}

/// <summary>A place in an answer: a node; among the neighbours of a parent also the edge, since several may lead to one node.</summary>
/// <param name="Edge">Key of the edge; null for after, or before, all of the node's.</param>
public sealed record Cursor(string Node, string? Edge = null)
{
    /// <summary>Written as the node's key, a space and the edge's; no node key holds a space.</summary>
    public override string ToString() => Edge is null ? Node : $"{Node} {Edge}";

    public static Cursor Parse(string text) => text.Split(' ', 2) is [var node, var edge] ? new(node, edge) : new(text);
}

/// <summary>A page of an answer.</summary>
/// <param name="HasNext">Forwards: more lies after the page. Backwards: the page ends before a cursor.</param>
/// <param name="HasPrevious">Backwards: more lies before the page. Forwards: the page begins after a cursor.</param>
/// <param name="Total">Of all that passes the filter; null where it was not asked for.</param>
public sealed record Slice<T>(IReadOnlyList<T> Items, bool HasNext, bool HasPrevious, int? Total)
{
    public static readonly Slice<T> Empty = new([], false, false, 0);

    /// <summary>The answer to a page.</summary>
    /// <param name="isCut">Whether more than the page's limit lay within its cursors.</param>
    public static Slice<T> Of(Page page, IReadOnlyList<T> items, bool isCut, int? total) =>
        new(items, page.IsBackwards ? page.Before is not null : isCut, page.IsBackwards ? isCut : page.After is not null, total);
}

/// <summary>A node beside a parent, and the edge between them.</summary>
public sealed record Neighbour(Node Node, Edge Edge);

/// <summary>
/// A full-text question. The words are stemmed and folded as the nodes' own were; every word must be found.
/// </summary>
public sealed record SearchQuery(string Text, IReadOnlyList<NodeKind> Kinds, string? Kommune, int First, int Skip = 0);

/// <param name="Rank">0 exact title, 1 title prefix, 2 all words in title, 3 in text.</param>
public sealed record SearchHit(Node Node, int Rank);
