using Effektkaeder.Domain;
using Effektkaeder.Domain.Tid;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Contract.Model;

/// <summary>Graphs, changes and questions from one seed: the same seed gives the same of each.</summary>
internal sealed class RandomGraph(Random random)
{
    private static readonly string[] Words =
    [
        "børn",
        "Børn",
        "indsats",
        "indsatser",
        "Århus",
        "Aarhus",
        "Ærø",
        "øst",
        "ål",
        "trivsel",
        "Trivslen",
        "é-mail",
        "§ 85",
        "2016",
        "skole",
        "skolen",
        "\"citat\"",
        "100 %",
        "a_b",
        "x*",
        "AND",
        "(parentes)",
        "😀",
        "Straße",
    ];

    private static readonly NodeKind[] Kinds = [.. NodeKinds.All.Select(k => k.Kind).Where(k => k != NodeKind.Kommune)];

    public ChangeSet Changes(PlainModel now, long revision, int size)
    {
        var nodes = Enumerable.Range(0, size).Select(_ => Node()).DistinctBy(n => n.Key).ToList();
        var gone = now.Nodes.Keys.Where(k => random.Next(12) == 0 && nodes.All(n => n.Key != k)).ToHashSet();
        // Every removed node takes its edges; some edges go alone.
        var removed = now
            .Edges.Values.Where(e => gone.Contains(e.From) || gone.Contains(e.To) || random.Next(15) == 0)
            .Select(e => e.Key)
            .ToHashSet();
        var standing = now.Nodes.Values.Where(n => !gone.Contains(n.Key)).Concat(nodes).DistinctBy(n => n.Key).ToList();
        var edges = Enumerable
            .Range(0, size * 6)
            .Select(_ => Edge(standing))
            .OfType<Edge>()
            .Where(e => !removed.Contains(e.Key))
            .DistinctBy(e => e.Key)
            .ToList();
        return new(revision, Given.Note($"Ændring {revision + 1}"), nodes, edges, [.. gone], [.. removed]);
    }

    public NodeQuery Query(PlainModel now) => new(Filter(3), Order(), Page(now), random.Next(2) == 0);

    public ExpandQuery Expand(PlainModel now) =>
        new(
            [.. Enumerable.Range(0, random.Next(1, 8)).Select(_ => Key(now)).Distinct()],
            Walk(),
            random.Next(2) == 0 ? null : Filter(2),
            Order(),
            Page(now),
            random.Next(2) == 0
        );

    public SearchQuery Search() =>
        new(
            Text(1, 3),
            random.Next(3) == 0 ? [Pick(Kinds), Pick(Kinds)] : [],
            random.Next(4) == 0 ? "by" : null,
            random.Next(0, 8),
            random.Next(3) == 0 ? random.Next(6) : 0
        );

    public string Key(PlainModel now) =>
        now.Nodes.Count == 0 || random.Next(10) == 0 ? "by/indsats/findes-ikke" : now.Nodes.Keys.ElementAt(random.Next(now.Nodes.Count));

    public T Pick<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];

    private Node Node()
    {
        var kind = Pick(Kinds);
        var kommune = Pick(["by", "land"]);
        string[] aftaler = [Given.Aftale, "by/aftale/anden"];
        return Domain.Node.Of(
            $"{kommune}/{kind.Info().Slug}/{random.Next(6)}",
            kind,
            kommune,
            aftaler
                .Where((_, i) => i == 0 || random.Next(3) == 0)
                .Select(a => Given.Statement(a, Content(), random.Next(3) == 0 ? null : Pick(["by/organisation/1", "by/organisation/2"])))
        );
    }

    private Indhold Content() =>
        new(Text(1, 4), Text(1, 12))
        {
            Art = random.Next(2) == 0 ? null : Pick(["center", "frist"]),
            Henvist = random.Next(4) == 0,
            Uspecificeret = random.Next(4) == 0,
            Betinget = random.Next(4) == 0 ? "såfremt" : null,
            Tider = [.. Enumerable.Range(0, Math.Max(0, random.Next(-1, 3))).Select(_ => Time())],
            Aliaser = [.. Enumerable.Range(0, Math.Max(0, random.Next(-2, 2))).Select(_ => Text(1, 2))],
            Egenskaber = random.Next(3) == 0 ? [new(Egenskaber.PeriodeTil, "2016-12-31")] : [],
        };

    private Tidsudtryk Time() =>
        random.Next(5) == 0
            ? Tidsudtryk.UdenInterval("x dato", TidsTilstand.Pladsholder, "ikke udfyldt")
            : Given.Time("en tid", random.Next(5) == 0 ? null : Day(), random.Next(5) == 0 ? null : Day().AddDays(40));

    private Edge? Edge(List<Node> nodes)
    {
        if (nodes.Count == 0)
        {
            return null;
        }

        var (from, to, type) = (Pick(nodes), Pick(nodes), Pick(EdgeTypes.All).Type);
        if (random.Next(2) == 0 && EdgeTypes.Down(from.Kind) is { } down)
        {
            type = down;
        }

        if (random.Next(4) == 0)
        {
            type = EdgeType.KoblerTil;
        }

        if (from.Key == to.Key || !EdgeTypes.Allows(type, from.Kind, to.Kind))
        {
            return null;
        }

        return Given.Edge(
            type,
            from,
            to,
            type == EdgeType.KoblerTil ? Pick(Enum.GetValues<KoblingArt>()) : null,
            tillid: Pick([1.0, 0.9, 0.8, 0.5])
        );
    }

    private NodeFilter Filter(int depth) =>
        random.Next(depth > 0 ? 9 : 5) switch
        {
            0 => new NodeFilter.KindIn([.. Enumerable.Range(0, random.Next(0, 4)).Select(_ => Pick(Kinds))]),
            1 or 2 => TextFilter(),
            3 => new NodeFilter.Flag(Pick(Enum.GetValues<FlagField>()), random.Next(2) == 0),
            4 => new NodeFilter.Overlaps(random.Next(3) == 0 ? null : Day(), random.Next(3) == 0 ? null : Day()),
            5 => new NodeFilter.All([.. Enumerable.Range(0, random.Next(0, 3)).Select(_ => Filter(depth - 1))]),
            6 => new NodeFilter.Any([.. Enumerable.Range(0, random.Next(0, 3)).Select(_ => Filter(depth - 1))]),
            7 => new NodeFilter.Not(Filter(depth - 1)),
            _ => new NodeFilter.Related(Walk(), Pick(Enum.GetValues<Quantifier>()), random.Next(3) == 0 ? null : Filter(depth - 1)),
        };

    private NodeFilter.Text TextFilter()
    {
        var op = Pick(Enum.GetValues<TextOperator>());
        var field = Pick(Enum.GetValues<TextField>());
        string? Value() =>
            field switch
            {
                TextField.Titel or TextField.Tekst => random.Next(8) == 0 ? "" : Text(1, 1),
                TextField.Art => Pick(["center", "frist", "Frist", null]),
                TextField.Kommune => Pick(["by", "land", "BY", "l"]),
                TextField.Center => Pick(["by/organisation/1", "organisation", "2", null]),
                _ => Pick(["by/", "indsats", "/1", "by/indsats/1"]),
            };
        return new(field, op, [.. Enumerable.Range(0, op == TextOperator.In ? random.Next(0, 4) : 1).Select(_ => Value())]);
    }

    private Walk Walk() =>
        new(
            random.Next(4) switch
            {
                0 => [],
                1 => Ports.Walk.Hierarchy,
                2 => [EdgeType.KoblerTil],
                _ => [Pick(EdgeTypes.All).Type, Pick(EdgeTypes.All).Type],
            },
            Pick(Enum.GetValues<Direction>()),
            random.Next(3) == 0 ? [Pick(Kinds), Pick(Kinds), Pick(Kinds)] : []
        );

    private List<Order> Order() =>
        [
            .. Enum.GetValues<OrderField>()
                .OrderBy(_ => random.Next())
                .Take(random.Next(0, 4))
                .Select(f => new Order(f, random.Next(2) == 0)),
        ];

    /// <summary>A node, or a node and an edge: its own, another's, or one that is not there.</summary>
    private Cursor At(PlainModel now)
    {
        var key = Key(now);
        var own = now.Edges.Values.Where(e => e.From == key || e.To == key).Select(e => e.Key).Order(StringComparer.Ordinal).ToList();
        return new(
            key,
            own.Count == 0 || random.Next(2) == 0 ? null
                : random.Next(8) == 0 ? "OMFATTER a b"
                : Pick(own)
        );
    }

    private Page Page(PlainModel now)
    {
        var (after, before) = (random.Next(3) == 0 ? At(now) : null, random.Next(4) == 0 ? At(now) : null);
        return random.Next(4) switch
        {
            0 => new(After: after, Before: before),
            1 => new(Last: random.Next(0, 6), After: after, Before: before),
            _ => new(random.Next(0, 6), after, Before: before),
        };
    }

    private DateOnly Day() => new DateOnly(2016, 1, 1).AddDays(random.Next(900));

    private string Text(int least, int most) =>
        string.Join(' ', Enumerable.Range(0, random.Next(least, most + 1)).Select(_ => Pick(Words)));
}
