using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.GraphQL.Values;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Api.Fields;

/// <summary>
/// The orders of the contract that no engine has: by municipality, by place in the document, by number of neighbours. Where one is asked
/// for, what passes the filter is read whole and ordered here; by any other the engine orders.
/// </summary>
internal static class Ordering
{
    private static readonly string[] Own = ["kommune", "sted", "koblinger", "boern"];

    public static bool IsOwn(Arguments arguments) => Terms(arguments).Any(t => Own.Contains(t.Field));

    /// <summary>The items in the order that is asked for; the key breaks every tie.</summary>
    public static async Task<IReadOnlyList<T>> SortAsync<T>(
        IGraph graph,
        IReadOnlyList<T> items,
        Func<T, Node> nodeOf,
        Arguments arguments,
        CancellationToken ct
    )
    {
        var ordered = items.OrderBy(_ => 0);
        foreach (var (field, descending) in Terms(arguments))
        {
            var value = await ValueAsync(graph, field, descending, items.Select(nodeOf), ct);
            ordered = descending ? ordered.ThenByDescending(i => value(nodeOf(i))) : ordered.ThenBy(i => value(nodeOf(i)));
        }

        return [.. ordered.ThenBy(i => nodeOf(i).Key, StringComparer.Ordinal)];
    }

    private static IEnumerable<(string Field, bool Descending)> Terms(Arguments arguments) =>
        (arguments.GetValueOrDefault("order") as IReadOnlyList<object?> ?? [])
            .OfType<Dict>()
            .SelectMany(terms => terms.Where(t => t.Value is not null).Select(t => (t.Key, (bool)t.Value!)));

    private static async Task<Func<Node, IComparable>> ValueAsync(
        IGraph graph,
        string field,
        bool descending,
        IEnumerable<Node> nodes,
        CancellationToken ct
    )
    {
        switch (field)
        {
            case "titel":
                return n => new Word(SortKey.Of(n.Titel));
            case "niveau":
                return n => n.Kind.LevelOrder();
            case "slags":
                return n => new Word(n.Kind.Info().Code);
            case "kommune":
                return n => new Word(n.Kommune);
            case "sted":
                return n => n.Vist.Herkomst is [var place, ..] ? (new Word(place.Dokument), place.Linje) : (new Word("\uFFFF"), 0);
            case "tid":
                // What has no day stands last whichever way the days go.
                var last = descending ? -1 : int.MaxValue;
                return n => n.Indhold.Tider.Min(t => t.Fra ?? t.Til)?.DayNumber ?? last;
            case "koblinger" or "boern":
                var walk =
                    field == "koblinger"
                        ? new Walk([EdgeType.KoblerTil], Direction.Either, [])
                        : new Walk(Walk.Hierarchy, Direction.Out, []);
                var keys = nodes.Select(n => n.Key).Distinct(StringComparer.Ordinal).ToList();
                var slices = await graph.ExpandAsync(new(keys, walk, null, [], new(First: 0), Count: true), ct);
                var counts = keys.Zip(slices).ToDictionary(p => p.First, p => p.Second.Total ?? 0, StringComparer.Ordinal);
                return n => counts[n.Key];
            default:
                return n => new Word(n.Key);
        }
    }

    /// <summary>A text that is compared by its characters, whatever the machine's language.</summary>
    private readonly record struct Word(string Text) : IComparable<Word>, IComparable
    {
        public int CompareTo(Word other) => string.CompareOrdinal(Text, other.Text);

        public int CompareTo(object? obj) => obj is Word other ? CompareTo(other) : 1;
    }
}
