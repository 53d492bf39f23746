using Effektkaeder.Analysis.Paavirkning;
using Effektkaeder.Application;
using Effektkaeder.Diagram.Scenes;
using Effektkaeder.Diagram.Svg;
using Effektkaeder.Web.Drawings;

namespace Effektkaeder.Web.Scenes;

/// <summary>What an address shows of one graph, or in Danish why it shows nothing. Pages and files are made of the same.</summary>
/// <param name="IsMissing">It is about a node, or of a revision, that there is not.</param>
/// <param name="Svar">Of an impact: the answer that the picture shows, so that a page lists just that.</param>
public sealed record ShownScene(
    SceneAddress Address,
    SceneSource Source,
    Drawing? Drawing,
    Paavirkningssvar? Svar,
    string? Refusal,
    bool IsMissing = false
)
{
    /// <summary>Of a difference between two named sides: what the picture shows, so that a page lists just that.</summary>
    public Forskelssider? Sider { get; init; }

    /// <summary>It is a picture of all, and there is more than anybody could see: a municipality is to be chosen.</summary>
    public bool IsTooLarge { get; init; }

    internal static async Task<ShownScene> OfAsync(SceneAddress address, SceneSource source, KeptDrawings drawings, CancellationToken ct)
    {
        ShownScene shown = new(address, source, null, null, null);
        try
        {
            if (await source.IsTooLargeAsync(address.Scene, ct))
            {
                return shown with { IsTooLarge = true };
            }

            var question = await QuestionAsync(address, source, ct);
            shown = shown with { Svar = question.Svar, Sider = question.Sider };
            if (address.Scene == Scene.Paavirkning && question.Svar is null)
            {
                // Nothing is asked yet: there is no picture, and nothing is wrong.
                return shown;
            }

            return shown with
            {
                Drawing = await DrawAsync(address, source, question, drawings, ct),
            };
        }
        catch (UnknownNodeException e)
        {
            return shown with { Refusal = e.Message, IsMissing = true };
        }
        catch (Exception e) when (e is SceneException or FormatException)
        {
            return shown with { Refusal = e.Message };
        }
    }

    /// <summary>The address says all that a drawing depends on but the graph and the day; the chosen node changes nothing in it.</summary>
    internal static Task<Drawing> DrawAsync(
        SceneAddress address,
        SceneSource source,
        DiagramQuestion question,
        KeptDrawings drawings,
        CancellationToken ct
    ) =>
        drawings.OfAsync(
            source.Graph,
            $"{address.Scene} {source.Today:O} {address.Without("valgt").Query}",
            isOfAll: address.Node is null && address.Scene != Scene.Paavirkning,
            off => new DrawDiagram(source.Graph).DrawAsync(question, off),
            ct
        );

    /// <exception cref="UnknownNodeException">The address names a node that there is not.</exception>
    /// <exception cref="FormatException">The address asks for what there is not; the message is Danish.</exception>
    public static async Task<DiagramQuestion> QuestionAsync(SceneAddress address, SceneSource source, CancellationToken ct)
    {
        var graph = source.Graph;
        var passer = await new FilterNodes(graph).FindAsync(address.Choice, ct);
        var question = new DiagramQuestion(address.Scene, address.Node, IDag: source.Today, Koblinger: address.Couplings)
        {
            Visning = address.Visning(passer),
            Kobler = address.Kobler,
        };
        if (address.Scene == Scene.Paavirkning)
        {
            var changes = address.Changes();
            var found = (await graph.NodesAsync([.. changes.Select(c => c.Key)], ct)).Select(n => n.Key).ToHashSet(StringComparer.Ordinal);
            if (changes.FirstOrDefault(c => !found.Contains(c.Key)) is { } missing)
            {
                throw new UnknownNodeException(missing.Key);
            }

            return question with
            {
                Svar = changes.Count == 0 ? null : await new AskImpact(graph).AskAsync(changes, new(), ct),
            };
        }

        if (address.Scene == Scene.Forskel)
        {
            // An earlier revision is read whole, whatever of it is looked at.
            if (await SceneSource.IsTooLargeAsync(await source.Store.NewestAsync(ct), ct))
            {
                throw new SceneException("Grafen er for stor til et billede af forskellen; listen siger, hvad der er ændret.");
            }

            if (await ComparedSides.OfAsync(address, source.Store, ct) is { } both)
            {
                return question with { Sider = new(both.Forskel, both.Foer, both.Efter, address["a"]!, address["b"]!) };
            }

            var number = address.Number("fra-revision") ?? Math.Max(0, graph.Revision - 1);
            return question with { Foer = await source.AtAsync(number, ct) };
        }

        return question;
    }
}

/// <summary>An address names a node that there is not. The message is Danish.</summary>
public sealed class UnknownNodeException(string key) : Exception($"Knuden »{key}« findes ikke.");
