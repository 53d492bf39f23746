using Effektkaeder.Analysis.Paavirkning;
using Effektkaeder.Application;
using Effektkaeder.Cli.Output;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Cli.Naming;

/// <summary>The node that a user's words mean, and the change that stands after them.</summary>
internal static class NamedNode
{
    /// <summary>How a change is written: the help of what takes any.</summary>
    public const string ChangeForm =
        "Nøgle eller tekst, der passer til én titel; efter den =bortfalder (standard), =aendres, =udskydes:P6M "
        + "eller =udskydes:2027-01-31.";

    /// <exception cref="UsageException">The text means no node, or several: then the candidates are named.</exception>
    public static async Task<Node> FindAsync(IGraph graph, string text, IReadOnlyList<NodeKind> kinds, CancellationToken ct)
    {
        var match = await new FindNode(graph).FindAsync(text, kinds, ct);
        if (match.Node is { } node)
        {
            return node;
        }

        if (!match.Guessed)
        {
            throw new UsageException($"»{text}« passer til flere. Skriv en af nøglerne:{Listed(match.Candidates)}");
        }

        var near = Suggestion.For(text, await new FindNode(graph).NamesAsync(text, kinds, ct));
        throw new UsageException(
            $"Intet passer til »{text}«.{near}"
                + (
                    match.Candidates.Count > 0 ? $" Ordene står i:{Listed(match.Candidates)}"
                    : near.Length == 0 ? " Er aftalen indlæst? Se »effekt list agreements«."
                    : ""
                )
        );
    }

    /// <summary>The short name of the municipality that a name, a short name or an id means; null for none asked for.</summary>
    /// <exception cref="UsageException">Nothing in the graph is of it.</exception>
    public static async Task<string?> KommuneAsync(IGraph graph, string? text, CancellationToken ct)
    {
        if (text is null)
        {
            return null;
        }

        var match = await new FindKommune(graph).FindAsync(text, ct);
        return match.Key
            ?? throw new UsageException(
                $"Der er ingen kommune »{text}«.{Suggestion.For(text, match.Known)}"
                    + (match.Known.Count > 0 ? $" Grafen har {string.Join(", ", match.Known.Where((_, i) => i % 2 == 0))}." : "")
            );
    }

    private static string Listed(IReadOnlyList<Node> nodes) =>
        string.Concat(nodes.Select(n => $"\n  {n.Key}  ({n.Kind.Info().Navn}: {n.Titel}; {Where(n)})"));

    /// <summary>The municipality and the centre that state a node: what tells two of one name from each other.</summary>
    private static string Where(Node node) =>
        node.Vist.Center is { } center ? $"{node.Kommune}, {center[(center.LastIndexOf('/') + 1)..]}" : node.Kommune;

    /// <summary>Reads each <c>NODE[=bortfalder|aendres|udskydes:P6M]</c>.</summary>
    /// <exception cref="UsageException">One means no node, or no change.</exception>
    public static async Task<IReadOnlyList<Aendring>> ChangesAsync(IGraph graph, IEnumerable<string> texts, CancellationToken ct)
    {
        var changes = new List<Aendring>();
        foreach (var text in texts)
        {
            var (name, form) = Aendringsform.Split(text);
            var change = Read(form);
            var roles = await new FindNode(graph).PersonAsync(name, ct);
            var meant = roles.Count > 0 ? roles : [await FindAsync(graph, name, [], ct)];
            changes.AddRange(meant.Select(node => change with { Key = node.Key }));
        }

        try
        {
            Aendringsform.RefuseTwice(changes);
        }
        catch (FormatException e)
        {
            throw new UsageException(e.Message);
        }

        return [.. changes.Distinct()];
    }

    private static Aendring Read(string form)
    {
        try
        {
            return Aendringsform.Read("", form);
        }
        catch (FormatException e)
        {
            var word = form.Split(':')[0];
            throw new UsageException(e.Message + (Aendringsform.Arter.Contains(word) ? "" : Suggestion.For(word, Aendringsform.Arter)));
        }
    }
}
