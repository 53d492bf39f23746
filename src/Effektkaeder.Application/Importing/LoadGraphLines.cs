using System.Globalization;
using System.Text.Json;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Domain.Tid;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Importing;

/// <summary>
/// Reads a generic graph, a JSON object a line, into a store: nodes first, then edges, so the lines may come in any order.
/// Every line is judged before the first is stored. What is loaded is stated by one agreement a municipality, named after the
/// graph, so that it can be removed like any other.
/// </summary>
public sealed class LoadGraphLines(IGraphStore store, TimeProvider time)
{
    private readonly Dictionary<string, string> keys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Node> nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Edge> edges = new(StringComparer.Ordinal);
    private readonly List<(int Line, string Type, string From, string To)> pending = [];

    /// <param name="name">What the graph is called; part of its agreements' keys.</param>
    /// <param name="progress">Told how many elements of how many are stored.</param>
    /// <exception cref="StoreException">A line is wrong; the message names it, and nothing is stored.</exception>
    public async Task<(int Nodes, int Edges)> LoadAsync(TextReader lines, string name, string author, Action<int, int> progress, CancellationToken ct)
    {
        await ReadAsync(lines, name, ct);
        foreach (var (line, type, from, to) in pending) Add(line, type, from, to);
        var note = new RevisionNote(time.GetUtcNow(), author, "load", name, $"Indlæst graf: {name}");
        var (done, total) = (0, nodes.Count + edges.Count);
        foreach (var batch in nodes.Values.OrderBy(n => n.Key, StringComparer.Ordinal).Chunk(ChangeSet.MaxElements)) await CommitAsync(batch, []);
        foreach (var batch in edges.Values.OrderBy(e => e.Key, StringComparer.Ordinal).Chunk(ChangeSet.MaxElements)) await CommitAsync([], batch);
        return (nodes.Count, edges.Count);

        async Task CommitAsync(Node[] putNodes, Edge[] putEdges)
        {
            await store.CommitAsync(new(await store.LatestAsync(ct), note, putNodes, putEdges, [], []), ct);
            done += putNodes.Length + putEdges.Length;
            progress(done, total);
        }
    }

    private async Task ReadAsync(TextReader lines, string name, CancellationToken ct)
    {
        for (var number = 1; await lines.ReadLineAsync(ct) is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            try
            {
                using var json = JsonDocument.Parse(line);
                var root = json.RootElement;
                if (Text(root, "t") == "node") AddNode(root, name);
                else if (Text(root, "t") == "edge") pending.Add((number, Required(root, "type"), Required(root, "from"), Required(root, "to")));
                else throw new FormatException("t er node eller edge");
            }
            catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
            {
                throw new StoreException($"Linje {number}: {e.Message}. Intet er gemt.", inner: e);
            }
        }
    }

    private void AddNode(JsonElement json, string name)
    {
        var id = Required(json, "id");
        var kind = NodeKinds.Find(Required(json, "kind")) ?? throw new FormatException($"»{Required(json, "kind")}« er ikke en slags");
        var kommunenavn = Required(json, "kommune");
        var kommune = NodeKeys.Kommune(kommunenavn);
        var aftale = Agreement(kommune, kommunenavn, name);
        var center = Text(json, "centre") is { Length: > 0 } c ? Centre(kommune, aftale, c) : null;
        var title = Required(json, "title");
        var key = $"{kommune}/{kind.Slug}/{Slug.Of(id)}";
        if (nodes.ContainsKey(key)) key += "-" + nodes.Count.ToString(CultureInfo.InvariantCulture);
        if (!keys.TryAdd(id, key)) throw new FormatException($"id »{id}« står der allerede");
        Put(key, kind.Kind, kommune, aftale, center, new Indhold(Titel.Cut(title), title)
        {
            Tider = Text(json, "deadline") is { } deadline ? [Day(deadline)] : [],
            Egenskaber = json.TryGetProperty("year", out var year) ? [new("aar", year.ToString())] : [],
        });
    }

    private void Add(int line, string type, string from, string to)
    {
        if (!keys.TryGetValue(from, out var fromKey) || !keys.TryGetValue(to, out var toKey))
            throw new StoreException($"Linje {line}: kanten peger på »{(keys.ContainsKey(from) ? to : from)}«, som ingen linje har. Intet er gemt.");
        var (upper, lower) = (nodes[fromKey], nodes[toKey]);
        EdgeType? edgeType = type switch { "hierarki" => EdgeTypes.Down(upper.Kind), "kobling" => EdgeType.KoblerTil, _ => null };
        if (edgeType is not { } known || fromKey == toKey || !EdgeTypes.Allows(known, upper.Kind, lower.Kind))
            throw new StoreException($"Linje {line}: en kant af typen »{type}« kan ikke gå fra {upper.Kind.Info().Navn} til {lower.Kind.Info().Navn}. Intet er gemt.");
        var coupling = known == EdgeType.KoblerTil;
        var edge = Edge.Of(known, fromKey, toKey, coupling ? KoblingArt.Eksplicit : null,
            [new(upper.Vist.Aftale, null, upper.Vist.Center, fromKey, coupling ? null : Grund.Tekst, coupling ? Tillid.Erklaeret : Tillid.Tekst, null, [])]);
        edges.TryAdd(edge.Key, edge);
    }

    private string Agreement(string kommune, string navn, string name)
    {
        var key = $"{kommune}/aftale/graf-{Slug.Of(name)}";
        if (nodes.ContainsKey(key)) return key;
        Put(key, NodeKind.Aftale, kommune, key, null, new Indhold($"Graf: {name}", $"Graf: {name}") { Art = "graf" });
        Put(kommune, NodeKind.Kommune, kommune, key, null, new Indhold(navn.EndsWith("Kommune", StringComparison.Ordinal) ? navn : navn + " Kommune", navn));
        return key;
    }

    private string Centre(string kommune, string aftale, string navn)
    {
        var key = NodeKeys.Shared(kommune, NodeKind.Organisation, navn);
        if (!nodes.ContainsKey(key)) Put(key, NodeKind.Organisation, kommune, aftale, key, new Indhold(Titel.Cut(navn), navn) { Art = "center" });
        return key;
    }

    private void Put(string key, NodeKind kind, string kommune, string aftale, string? center, Indhold indhold) =>
        nodes[key] = Node.Of(key, kind, kommune, [new(aftale, null, center, indhold, [], [])]);

    private static Tidsudtryk Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new(text, day, day, Praecision.Dag) : throw new FormatException($"deadline »{text}« er ikke en dato som 2026-12-31");

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Required(JsonElement json, string name) => Text(json, name) is { Length: > 0 } text ? text : throw new FormatException($"{name} mangler");
}
