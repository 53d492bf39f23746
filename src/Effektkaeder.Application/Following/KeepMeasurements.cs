using System.Globalization;
using Effektkaeder.Application.Editing;
using Effektkaeder.Application.Importing;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Domain.Tid;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Following;

/// <summary>
/// Keeps measurements of indicators: all that are given are one revision, or none is kept. The same again changes nothing.
/// </summary>
public sealed class KeepMeasurements(IGraphStore store, TimeProvider time)
{
    private const int MostLines = 10_000,
        LongestValue = 200;

    private static readonly NodeKind[] Measured = [NodeKind.Indikator];

    private readonly HandEdit _edit = new(store, time);

    public Task<EditOutcome> KeepAsync(IReadOnlyList<Maalingslinje> linjer, string author, CancellationToken ct) =>
        _edit.RunAsync(
            "measure",
            author,
            null,
            async draft =>
            {
                if (linjer.Count is 0 or > MostLines)
                {
                    return Plan.Refused("TOM", linjer.Count == 0 ? "Der er ingen målinger." : $"Højst {MostLines} målinger ad gangen.");
                }

                string? first = null;
                for (var i = 0; i < linjer.Count; i++)
                {
                    var (key, error) = await PutAsync(draft, linjer[i], ct);
                    if (error is not null)
                    {
                        var where = linjer[i].Sted is { } sted ? $"{sted.Plads}: " : "";
                        return Plan.Refused("UGYLDIGT_ARGUMENT", where + error, "maaling");
                    }

                    first ??= key;
                }

                return new(linjer.Count == 1 ? $"Målt: {draft.Node(first!)!.Titel}" : $"Målt: {linjer.Count} målinger", first);
            },
            ct
        );

    /// <returns>The key of the measurement, or why it cannot be kept.</returns>
    private static async Task<(string? Key, string? Error)> PutAsync(Draft draft, Maalingslinje linje, CancellationToken ct)
    {
        var (found, match) = await FindAsync(draft.Graph, linje.Indikator.Trim(), ct);
        if (found is not { } indikator)
        {
            var near = match.Candidates.Count == 0 ? "" : " Mente du: " + string.Join("; ", match.Candidates.Take(5).Select(c => c.Key));
            return (null, $"»{linje.Indikator}« passer til {(match.Guessed ? "ingen indikator" : "flere indikatorer")}.{near}");
        }

        if (linje.Vaerdi.Trim() is not { Length: > 0 and <= LongestValue } value)
        {
            return (null, $"En måling har en værdi på 1 til {LongestValue} tegn.");
        }

        if (TidsudtrykReader.Read(Danish(linje.Dato), TidsKontekst.Tom) is not { HarInterval: true } when)
        {
            return (null, $"»{linje.Dato}« er ingen dato. Skriv fx 1. juli 2018 eller 2018-07-01.");
        }

        if (linje.Bedre is { Length: > 0 } said && Better(said) is null)
        {
            return (null, $"»{said}« siger ikke, hvad der er bedst. Skriv mere eller mindre, eller lad det stå tomt.");
        }

        await PutAsync(draft, indikator, linje, value, when, ct);
        return (Key(indikator, value, when), null);
    }

    /// <summary>By key, id or title; else the one that says just these words, which a title cuts.</summary>
    private static async Task<(Node? Node, NodeMatch Match)> FindAsync(IGraph graph, string text, CancellationToken ct)
    {
        var match = await new FindNode(graph).FindAsync(text, Measured, ct);
        if (match.Node is not null)
        {
            return (match.Node, match);
        }

        var saying = new NodeFilter.All([
            new NodeFilter.KindIn(Measured),
            new NodeFilter.Text(TextField.Tekst, TextOperator.StartsWith, [text]),
        ]);
        var all = (await graph.QueryAsync(new(saying, [], new Page(First: 2)), ct)).Items;
        return (all.Count == 1 ? all[0] : null, match);
    }

    private static async Task PutAsync(
        Draft draft,
        Node indikator,
        Maalingslinje linje,
        string value,
        Tidsudtryk when,
        CancellationToken ct
    )
    {
        var key = Key(indikator, value, when);
        draft.Know(await draft.Graph.NodesAsync([key], ct));
        var owner = (await draft.Graph.NodesAsync([indikator.Kommune], ct)).First();
        var tool = string.IsNullOrWhiteSpace(linje.Redskab) ? null : await ToolAsync(draft, indikator, owner, linje.Redskab.Trim(), ct);
        var title = $"{value} ({when.Tekst})";
        var text = string.Join(
            "; ",
            new[] { title, tool is null ? "" : $"målt med {tool.Titel}", linje.Kilde?.Trim() ?? "" }.Where(t => t.Length > 0)
        );
        var said = new Indhold(Titel.Cut(title), text)
        {
            Art = "maaling",
            Tider = [when],
            Egenskaber =
            [
                new(Egenskaber.Tilstand, "vaerdi"),
                new(Egenskaber.Vaerdi, value),
                .. Better(linje.Bedre) is { } better
                    ? [new(Egenskaber.Bedre, better.ToString().ToLowerInvariant())]
                    : Array.Empty<Egenskab>(),
            ],
        };
        var statement = Manuelt.Udsagn(indikator.Kommune, said, indikator.Vist.Center);
        draft.Put(
            Node.Of(key, NodeKind.Maaling, indikator.Kommune, [linje.Sted is { } sted ? statement with { Herkomst = [sted] } : statement])
        );
        await Manuelt.StateAsync(draft, owner, key, ct);
        draft.Know(await draft.Graph.EdgesAsync([Edge.KeyOf(EdgeType.Angiver, Manuelt.Key(owner.Key), key, null)], ct));
        await JoinAsync(draft, EdgeType.HarMaaling, indikator, key, ct);
    }

    private static async Task<Node> ToolAsync(Draft draft, Node indikator, Node owner, string name, CancellationToken ct)
    {
        var key = NodeKeys.Shared(indikator.Kommune, NodeKind.Redskab, name);
        draft.Know(await draft.Graph.NodesAsync([key], ct));
        if (draft.Node(key) is null)
        {
            draft.Put(Node.Of(key, NodeKind.Redskab, owner.Key, [Manuelt.Udsagn(owner.Key, new Indhold(Titel.Cut(name), name), null)]));
            await Manuelt.StateAsync(draft, owner, key, ct);
        }

        await JoinAsync(draft, EdgeType.MaalesMed, indikator, key, ct);
        return draft.Node(key)!;
    }

    private static async Task JoinAsync(Draft draft, EdgeType type, Node from, string to, CancellationToken ct)
    {
        var key = Edge.KeyOf(type, from.Key, to, null);
        draft.Know(await draft.Graph.EdgesAsync([key], ct));
        if (draft.Edge(key) is null)
        {
            var said = Manuelt.Kantudsagn(from.Kommune, from.Key, null, Tillid.Tekst, null, null);
            draft.Put(Edge.Of(type, from.Key, to, null, [said]));
        }
    }

    private static Bedre? Better(string? said) =>
        said?.Trim().ToLowerInvariant() switch
        {
            "mere" or "flere" or "højere" or "op" or "større" => Bedre.Mere,
            "mindre" or "færre" or "lavere" or "ned" => Bedre.Mindre,
            _ => null,
        };

    private static string Key(Node indikator, string value, Tidsudtryk when) =>
        NodeKeys.InDocument(
            NodeKeys.Manuelt(indikator.Kommune),
            indikator.Key[(indikator.Key.IndexOf('/', StringComparison.Ordinal) + 1)..],
            NodeKind.Maaling,
            $"{when.Til ?? when.Fra:yyyy-MM-dd} {value}"
        );

    /// <summary>An ISO day in the words that the reader of Danish dates knows.</summary>
    private static string Danish(string text) =>
        DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.InWords()
            : text.Trim();
}
