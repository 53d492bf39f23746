using Effektkaeder.Api.Requests;
using Effektkaeder.Application;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.GraphQL.Errors;
using Effektkaeder.GraphQL.Execution.Binding;
using Effektkaeder.GraphQL.Values;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Api.Fields;

/// <summary>
/// What arguments name. A name that is not there is an error with the nearest one, never an empty answer that reads as "nothing is
/// wrong".
/// </summary>
internal static class Named
{
    private static readonly string[] Exact = ["eq", "neq", "in", "nin"];

    /// <summary>The short name of a municipality given by name, short name or id; null where none is given.</summary>
    public static async Task<string?> KommuneAsync(BatchContext context, string? text) =>
        text is null ? null : await KommuneAsync(await context.GraphAsync(), text, context.CancellationToken);

    /// <summary>The node of an id, a key or a title.</summary>
    public static async Task<Node> NodeAsync(BatchContext context, string text, params NodeKind[] kinds)
    {
        var (find, ct) = (new FindNode(await context.GraphAsync()), context.CancellationToken);
        var match = await find.FindAsync(text, kinds, ct);
        if (match.Node is { } node)
        {
            return node;
        }

        if (!match.Guessed)
        {
            throw ApiErrors.Ambiguous(text, match.Candidates.Select(n => n.Key));
        }

        throw ApiErrors.UnknownNode(text, Suggestions.Nearest(NodeId.KeyOf(text), await find.NamesAsync(text, kinds, ct)));
    }

    /// <summary>What a change is about: the node of an id, a key or a title, or every role that a person holds.</summary>
    public static async Task<IReadOnlyList<Node>> ChangedAsync(BatchContext context, string text) =>
        await new FindNode(await context.GraphAsync()).PersonAsync(text, context.CancellationToken) is { Count: > 0 } roles
            ? roles
            : [await NodeAsync(context, text)];

    /// <summary>Whether a question names nothing that must be looked up before it is asked.</summary>
    public static bool IsPlain(Arguments arguments) =>
        !Ordering.IsOwn(arguments)
        && arguments.Get<string>("after") is null
        && arguments.Get<string>("before") is null
        && (arguments.Get<Dict>("where") is not { } where || !Names(where));

    /// <summary>The filter of the arguments, its municipalities and centres looked up.</summary>
    public static async Task<NodeFilter?> WhereAsync(BatchContext context)
    {
        var where = context.Arguments.Get<Dict>("where");
        return Filters.Where(where is null || !Names(where) ? where : await LookedUpAsync(context, where));
    }

    /// <summary>The page of the arguments. A cursor whose node is not there, or not any more, is an error.</summary>
    public static async Task<Page> PageAsync(BatchContext context)
    {
        var page = Filters.Page(context.Arguments);
        foreach (var (name, cursor) in new[] { ("after", page.After), ("before", page.Before) })
        {
            if (cursor is not null && (await (await context.GraphAsync()).NodesAsync([cursor.Node], context.CancellationToken)).Count == 0)
            {
                throw ApiErrors.Argument(
                    $"{name}: »{context.Arguments.Get<string>(name)}« er ingen markør, eller dens knude er fjernet siden. Begynd forfra "
                        + $"uden {name}."
                );
            }
        }

        return page;
    }

    private static bool Names(Dict filter) =>
        filter.Any(f =>
            Lookups.IsOne(f.Key, f.Value)
            || f.Value switch
            {
                Dict inner => f.Key is "kommune" or "center" ? inner.Any(o => Exact.Contains(o.Key) && o.Value is not null) : Names(inner),
                IReadOnlyList<object?> many => many.OfType<Dict>().Any(Names),
                _ => false,
            }
        );

    private static async Task<Dict> LookedUpAsync(BatchContext context, Dict filter)
    {
        var found = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in filter)
        {
            if (Lookups.IsOne(name, value))
            {
                found[Lookups.Found + name] = await Lookups.FindAsync(context, name, value!);
                continue;
            }

            found[name] = value switch
            {
                Dict operators when name is "kommune" or "center" => await OperatorsAsync(context, operators, name == "kommune"),
                Dict inner => await LookedUpAsync(context, inner),
                IReadOnlyList<object?> many when many.OfType<Dict>().Any() => await ManyAsync(context, many),
                _ => value,
            };
        }

        return found;
    }

    private static async Task<IReadOnlyList<object?>> ManyAsync(BatchContext context, IReadOnlyList<object?> filters)
    {
        var found = new List<object?>(filters.Count);
        foreach (var filter in filters)
        {
            found.Add(filter is Dict inner ? await LookedUpAsync(context, inner) : filter);
        }

        return found;
    }

    /// <summary>A centre's name may be the name of several municipalities' centres: to equal it is to be one of them.</summary>
    private static async Task<Dict> OperatorsAsync(BatchContext context, Dict operators, bool isKommune)
    {
        var (graph, ct) = (await context.GraphAsync(), context.CancellationToken);
        var found = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in operators)
        {
            if (!Exact.Contains(name) || value is null)
            {
                found[name] = value;
                continue;
            }

            var keys = new List<object?>();
            foreach (var text in value is string one ? [one] : Filters.List<string>(value))
            {
                keys.AddRange(isKommune ? [await KommuneAsync(graph, text, ct)] : await CentreAsync(graph, text, ct));
            }

            var many = name is "eq" or "in" ? "in" : "nin";
            found[keys.Count == 1 && value is string ? name : many] = keys.Count == 1 && value is string ? keys[0] : keys;
        }

        return found;
    }

    private static async Task<string> KommuneAsync(IGraph graph, string text, CancellationToken ct)
    {
        var match = await new FindKommune(graph).FindAsync(text, ct);
        if (match.Key is { } key)
        {
            return key;
        }

        // Where no name is near, all are told: they are few.
        var near = Suggestions.Nearest(text, match.Known);
        throw near.Count > 0 || match.Known.Count == 0
            ? ApiErrors.Unknown("kommune", text, near)
            : ApiErrors.UnknownKommune(text, match.Known.Where((_, i) => i % 2 == 0));
    }

    private static async Task<IReadOnlyList<string>> CentreAsync(IGraph graph, string text, CancellationToken ct)
    {
        var key = NodeId.KeyOf(text);
        if ((await graph.NodesAsync([key], ct)).Count > 0)
        {
            return [key];
        }

        NodeFilter organisations = new NodeFilter.KindIn([NodeKind.Organisation]);
        var holding = await graph.QueryAsync(
            new(
                Filters.And(organisations, new NodeFilter.Text(TextField.Titel, TextOperator.Contains, [text.Trim()])),
                [],
                Page.Everything
            ),
            ct
        );
        var named = holding.Items.Where(n => Fold.Of(n.Titel) == Fold.Of(text.Trim())).Select(n => n.Key).ToList();
        return named.Count > 0
            ? named
            : throw ApiErrors.Unknown(
                "organisation",
                text,
                Suggestions.Nearest(key, await new FindNode(graph).NamesAsync(text, [NodeKind.Organisation], ct))
            );
    }
}
