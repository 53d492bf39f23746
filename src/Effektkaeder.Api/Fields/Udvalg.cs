using Effektkaeder.GraphQL.Values;

namespace Effektkaeder.Api.Fields;

/// <summary>A list, or the part of it that <c>first</c> and <c>skip</c> ask for, and how many there are.</summary>
internal sealed record Udvalg<T>(IReadOnlyList<T> Valgte, int Total, bool HarFlere);

/// <summary>How every list that is no connection is cut.</summary>
internal static class Udvalg
{
    private const int MaxSkip = 1_000_000;

    /// <summary>The part that is asked for, of a list whose length nobody asks for.</summary>
    public static IReadOnlyList<T> Cut<T>(IEnumerable<T> items, Arguments arguments)
    {
        var rest = items.Skip(Filters.Bounded("skip", arguments.Get<int?>("skip") ?? 0, MaxSkip));
        return [.. arguments.Get<int?>("first") is { } first ? rest.Take(Filters.Bounded("first", first, Filters.MaxPage)) : rest];
    }

    public static Udvalg<T> Of<T>(IEnumerable<T> items, Arguments arguments)
    {
        var skip = Filters.Bounded("skip", arguments.Get<int?>("skip") ?? 0, MaxSkip);
        var all = items as IReadOnlyList<T> ?? [.. items];
        if (arguments.Get<int?>("first") is not { } first)
        {
            return new(skip == 0 ? all : [.. all.Skip(skip)], all.Count, false);
        }

        var some = all.Skip(skip).Take(Filters.Bounded("first", first, Filters.MaxPage)).ToList();
        return new(some, all.Count, skip + some.Count < all.Count);
    }
}
