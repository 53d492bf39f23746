using Effektkaeder.Api.Requests;
using Effektkaeder.Domain;
using Effektkaeder.GraphQL.Values;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Api.Fields;

/// <summary><c>where</c>, <c>order</c> and pages of the contract as the stores' query model.</summary>
internal static class Filters
{
    public const int DefaultPage = 50,
        MaxPage = 500;

    /// <summary>How many filters inside each other: a store's own statement has bounds.</summary>
    private const int MaxDepth = 8;

    public static NodeFilter? Where(Dict? where) => Read(where, 1);

    public static IReadOnlyList<Order> Order(Arguments arguments) =>
        [
            .. (arguments.Get<IReadOnlyList<object?>>("order") ?? [])
                .OfType<Dict>()
                .SelectMany(terms =>
                    terms
                        .Where(t => t.Value is not null)
                        .Select(t => new Order(
                            t.Key switch
                            {
                                "titel" => OrderField.Titel,
                                "niveau" => OrderField.Level,
                                "slags" => OrderField.Kind,
                                "tid" => OrderField.Date,
                                // Those of its own are in Ordering, which then asks for no other.
                                _ => OrderField.Key,
                            },
                            (bool)t.Value!
                        ))
                ),
        ];

    /// <summary>Fifty where nothing is asked; never more than five hundred.</summary>
    public static Page Page(Arguments arguments)
    {
        var (first, last) = (arguments.Get<int?>("first"), arguments.Get<int?>("last"));
        if (first is not null && last is not null)
        {
            throw ApiErrors.Argument("Giv enten first eller last, ikke begge.");
        }

        foreach (var size in new[] { first, last })
        {
            if (size is { } given)
            {
                Bounded(size == first ? "first" : "last", given, MaxPage);
            }
        }

        return new(first ?? (last is null ? DefaultPage : null), Cursor(arguments, "after"), last, Cursor(arguments, "before"));
    }

    public static NodeFilter And(NodeFilter? a, NodeFilter b) => a is null ? b : new NodeFilter.All([b, a]);

    private static Cursor? Cursor(Arguments arguments, string name) =>
        arguments.Get<string>(name) is { } cursor ? Storage.Ports.Cursor.Parse(NodeId.KeyOf(cursor)) : null;

    private static NodeFilter? Read(Dict? filter, int depth)
    {
        if (filter is null)
        {
            return null;
        }

        if (depth > MaxDepth)
        {
            throw ApiErrors.Argument($"Filtre kan højst ligge {MaxDepth} lag inde i hinanden.");
        }

        var all = filter.Where(f => f.Value is not null).SelectMany(f => Term(f.Key, f.Value!, depth)).ToList();
        return all.Count == 1 ? all[0] : new NodeFilter.All(all);
    }

    private static IEnumerable<NodeFilter> Term(string name, object value, int depth) =>
        name switch
        {
            "and" => [new NodeFilter.All(Many(value, depth))],
            "or" => [new NodeFilter.Any(Many(value, depth))],
            "not" => [new NodeFilter.Not(Read((Dict)value, depth + 1)!)],
            "noegle" => Text(TextField.Key, (Dict)value),
            "titel" => Text(TextField.Titel, (Dict)value),
            "tekst" => Text(TextField.Tekst, (Dict)value),
            "art" => Text(TextField.Art, (Dict)value),
            "kommune" => Text(TextField.Kommune, (Dict)value),
            "center" => Text(TextField.Center, (Dict)value),
            "slags" => Kinds((Dict)value),
            "henvist" => Flag(FlagField.Henvist, (Dict)value),
            "uspecificeret" => Flag(FlagField.Uspecificeret, (Dict)value),
            "harBetingelse" => Flag(FlagField.Betinget, (Dict)value),
            "niveau" => Levels((Dict)value),
            "tid" => Times((Dict)value),
            "foraeldre" => Related((Dict)value, new(Walk.Hierarchy, Direction.In, []), depth),
            "boern" => Related((Dict)value, new(Walk.Hierarchy, Direction.Out, []), depth),
            "koblinger" => Related((Dict)value, new([EdgeType.KoblerTil], Direction.Either, []), depth),
            "naboer" => Related(
                (Dict)value,
                new(
                    List<EdgeType>(((Dict)value).GetValueOrDefault("kanttyper")),
                    (Direction)((Dict)value).GetValueOrDefault("vej", Direction.Either)!,
                    []
                ),
                depth
            ),
            _ when name.StartsWith(Lookups.Found, StringComparison.Ordinal) =>
            [
                new NodeFilter.Text(TextField.Key, TextOperator.In, [.. ((IReadOnlyList<object?>)value).Cast<string?>()]),
            ],
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "Not a filter of the contract"),
        };

    /// <summary>A node's level follows from its kind. Equal to null is what has none.</summary>
    private static IEnumerable<NodeFilter> Levels(Dict operators)
    {
        foreach (var (name, value) in Meant(operators))
        {
            var wanted = value is int one ? [one] : List<int>(value);
            Func<int, bool> passes = name switch
            {
                _ when value is null => _ => true,
                "gt" => level => level > wanted[0],
                "gte" => level => level >= wanted[0],
                "lt" => level => level < wanted[0],
                "lte" => level => level <= wanted[0],
                _ => wanted.Contains,
            };
            var kinds = new NodeFilter.KindIn([
                .. NodeKinds.All.Where(k => k.Kind.Level() is { } level && passes(level)).Select(k => k.Kind),
            ]);
            var isNegative = name is "neq" or "nin";
            yield return isNegative == (value is not null) ? new NodeFilter.Not(kinds) : kinds;
        }
    }

    /// <summary>
    /// The operators that ask for something. <c>eq</c> and <c>neq</c> do with null too, which means one thing everywhere: no value. Any
    /// other operator that is null is as if it were not there.
    /// </summary>
    private static IEnumerable<KeyValuePair<string, object?>> Meant(Dict operators) =>
        operators.Where(o => o.Value is not null || o.Key is "eq" or "neq");

    /// <summary>The period of <c>fra</c> and <c>til</c> is one; each of the other operators is a period open to one side.</summary>
    private static IEnumerable<NodeFilter> Times(Dict operators)
    {
        DateOnly? Day(string name, int later = 0) =>
            operators.GetValueOrDefault(name) is DateOnly day
                ? DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + later, 0, DateOnly.MaxValue.DayNumber))
                : null;
        var ends = new[] { (From: Day("gt", 1), To: (DateOnly?)null), (Day("gte"), null), (null, Day("lt", -1)), (null, Day("lte")) }
            .Where(p => (p.From ?? p.To) is not null)
            .ToList();
        if (ends.Count == 0 || (Day("fra") ?? Day("til")) is not null)
        {
            ends.Add((Day("fra"), Day("til")));
        }

        return ends.Select(p => Overlaps(p.From, p.To));
    }

    private static NodeFilter.Overlaps Overlaps(DateOnly? from, DateOnly? to) =>
        from > to ? throw ApiErrors.Argument($"tid.fra ({from:yyyy-MM-dd}) ligger efter tid.til ({to:yyyy-MM-dd}).") : new(from, to);

    /// <summary>A number of an argument that must lie between none and the most.</summary>
    public static int Bounded(string name, int number, int most) =>
        number >= 0 && number <= most ? number : throw ApiErrors.Argument($"{name} er 0 til {most}; der blev bedt om {number}.");

    private static IReadOnlyList<NodeFilter> Many(object value, int depth) =>
        [.. ((IReadOnlyList<object?>)value).OfType<Dict>().Select(f => Read(f, depth + 1)!)];

    private static IEnumerable<NodeFilter> Related(Dict related, Walk walk, int depth)
    {
        foreach (var (name, quantifier) in new[] { ("some", Quantifier.Some), ("all", Quantifier.All), ("none", Quantifier.None) })
        {
            if (related.GetValueOrDefault(name) is Dict filter)
            {
                yield return new NodeFilter.Related(walk, quantifier, Read(filter, depth + 1));
            }
        }
    }

    private static IEnumerable<NodeFilter> Text(TextField field, Dict operators)
    {
        foreach (var (name, value) in Meant(operators))
        {
            yield return Text(field, name, value);
        }
    }

    private static NodeFilter Text(TextField field, string name, object? value)
    {
        NodeFilter One(TextOperator op) => new NodeFilter.Text(field, op, [(string?)value]);
        NodeFilter In() => new NodeFilter.Text(field, TextOperator.In, [.. ((IReadOnlyList<object?>)value!).Cast<string?>()]);
        NodeFilter Not(NodeFilter filter) => new NodeFilter.Not(filter);
        return name switch
        {
            "eq" => One(TextOperator.Eq),
            "neq" => Not(One(TextOperator.Eq)),
            "in" => In(),
            "nin" => Not(In()),
            "contains" => One(TextOperator.Contains),
            "ncontains" => Not(One(TextOperator.Contains)),
            "startsWith" => One(TextOperator.StartsWith),
            "nstartsWith" => Not(One(TextOperator.StartsWith)),
            "endsWith" => One(TextOperator.EndsWith),
            "nendsWith" => Not(One(TextOperator.EndsWith)),
            // "findes": there is a value that is not null.
            _ => (bool)value!
                ? Not(new NodeFilter.Text(field, TextOperator.Eq, [null]))
                : new NodeFilter.Text(field, TextOperator.Eq, [null]),
        };
    }

    private static IEnumerable<NodeFilter> Kinds(Dict operators)
    {
        foreach (var (name, value) in Meant(operators))
        {
            var kinds = new NodeFilter.KindIn(
                name is "in" or "nin" ? List<NodeKind>(value)
                : value is NodeKind kind ? [kind]
                : []
            );
            yield return name.StartsWith('n') ? new NodeFilter.Not(kinds) : kinds;
        }
    }

    private static IEnumerable<NodeFilter> Flag(FlagField field, Dict operators)
    {
        foreach (var (name, value) in Meant(operators))
        {
            // Yes or no is always known: nothing is equal to null.
            yield return value is bool flag ? new NodeFilter.Flag(field, flag == (name == "eq"))
            : name == "eq" ? new NodeFilter.Any([])
            : new NodeFilter.All([]);
        }
    }

    public static IReadOnlyList<T> List<T>(object? value) => [.. ((IReadOnlyList<object?>?)value ?? []).OfType<T>()];
}
