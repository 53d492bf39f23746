using System.Runtime.CompilerServices;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Asking;

/// <summary>What a search found.</summary>
/// <param name="Total">Of all pages.</param>
/// <param name="Rettet">The words that were searched for instead, where those asked for are nowhere; null where they are.</param>
/// <param name="FelterMed">Whether the forms' own fields and persons were searched too: not in a graph that has too many of them.</param>
public sealed record Soegefund(IReadOnlyList<SearchHit> Hits, int Total, bool HasNext, string? Rettet, bool FelterMed);

/// <summary>
/// Full text as people ask it: all words, phrases in quotes verbatim, titles before texts before fields and persons, within those what fits
/// best; and where nothing is found, the nearest words that are there.
/// </summary>
public sealed class SearchGraph(IGraph graph)
{
    /// <summary>The rank of what is found in a form's field or by a person's name.</summary>
    public const int InFields = 4;

    /// <summary>More hits than these are not read to be weighed: they come in the engine's order.</summary>
    private const int MostWeighed = 2_000;

    /// <summary>The stems of a node's title and text as numbers: to stem them anew for each search is most of what one costs.</summary>
    private static readonly ConditionalWeakTable<Node, Tuple<ulong[], ulong[]>> Told = [];

    public async Task<Soegefund> SearchAsync(SearchQuery query, CancellationToken ct)
    {
        var found = await FindAsync(query, ct);
        if (found.Total > 0 || query.Text.Contains('"', StringComparison.Ordinal))
        {
            return found;
        }

        return await Stavning.NearestAsync(graph, query.Text, ct) is { } near
            ? await FindAsync(query with { Text = near }, ct) with
            {
                Rettet = near,
            }
            : found;
    }

    private async Task<Soegefund> FindAsync(SearchQuery query, CancellationToken ct)
    {
        var asked = Soegetekst.Of(query.Text);
        var fields = await Feltord.OfAsync(graph, ct);
        var page = await graph.SearchAsync(query with { Text = asked.Words }, ct);
        if (page.Total > MostWeighed && asked.Phrases.Count == 0)
        {
            return new(page.Items, page.Total ?? 0, page.HasNext, null, fields is not null);
        }

        var whole =
            query.Skip == 0 && !page.HasNext
                ? page
                : await graph.SearchAsync(query with { Text = asked.Words, First = MostWeighed, Skip = 0 }, ct);
        var known = whole.Items.Select(h => h.Node.Key).ToHashSet(StringComparer.Ordinal);
        var inFields = (fields?.Find(asked.Words) ?? []).Where(key => !known.Contains(key)).ToList();
        var hits = whole
            .Items.Concat((await graph.NodesAsync(inFields, ct)).Where(n => IsWithin(query, n)).Select(n => new SearchHit(n, InFields)))
            .Where(h => asked.Phrases.All(p => Holds(h.Node, p)))
            .Select(h => (Hit: h, Weight: Weight(h.Node, asked)))
            .OrderBy(h => h.Hit.Rank)
            .ThenByDescending(h => h.Weight)
            .ThenBy(h => h.Hit.Node.Kind.LevelOrder())
            .ThenBy(h => h.Hit.Node.Key, StringComparer.Ordinal)
            .Select(h => h.Hit)
            .ToList();
        var items = hits.Skip(query.Skip).Take(query.First).ToList();
        return new(items, hits.Count, query.Skip + items.Count < hits.Count, null, fields is not null);
    }

    private static bool IsWithin(SearchQuery query, Node node) =>
        (query.Kinds.Count == 0 || query.Kinds.Contains(node.Kind)) && (query.Kommune is null || node.Kommune == query.Kommune);

    /// <summary>Whether a phrase stands word for word in what the node says.</summary>
    private static bool Holds(Node node, string phrase) =>
        Feltord
            .Texts(node)
            .Prepend(node.Indhold.Tekst)
            .Prepend(node.Titel)
            .Concat(node.Indhold.Aliaser)
            .Any(text => Fold.Of(text).Contains(phrase, StringComparison.Ordinal));

    /// <summary>How much of the title, and how often in the text, the words are: of two of a rank the one that says little else.</summary>
    private static double Weight(Node node, Soegetekst asked)
    {
        var (title, text) = Told.GetValue(node, n => new(Stems(n.Titel), Stems(n.Indhold.Tekst)));
        var inTitle = title.Count(asked.Numbers.Contains) / (double)Math.Max(1, title.Length);
        return inTitle + (text.Count(asked.Numbers.Contains) / (double)(10 + text.Length));
    }

    private static ulong[] Stems(string text) => [.. Soegeord.Split(text).Select(Fnv.Of)];
}

/// <summary>A search as it is written: words, and phrases in quotes.</summary>
/// <param name="Words">All of the words, the phrases' too.</param>
/// <param name="Phrases">Folded.</param>
/// <param name="Numbers">The stems that the words may stand as, each as a number.</param>
internal sealed record Soegetekst(string Words, IReadOnlyList<string> Phrases, IReadOnlySet<ulong> Numbers)
{
    public static Soegetekst Of(string text)
    {
        var parts = text.Replace('»', '"').Replace('«', '"').Replace('“', '"').Replace('”', '"').Split('"');
        // An odd quote closes at the end.
        var phrases = parts.Where((_, i) => i % 2 == 1).Select(Fold.Of).Where(p => p.Length > 0).ToList();
        var words = string.Join(' ', parts.Select(p => p.Trim()).Where(p => p.Length > 0));
        return new(words, phrases, Soegeord.Asked(words).SelectMany(w => w).Select(Fnv.Of).ToHashSet());
    }
}
