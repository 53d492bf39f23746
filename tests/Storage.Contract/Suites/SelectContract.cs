using System.Text;
using System.Text.Json;
using Effektkaeder.Analysis;
using Effektkaeder.Analysis.Paavirkning;
using Effektkaeder.Application;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tid;
using Effektkaeder.Storage.Contract.Model;
using Effektkaeder.Storage.Ports;
using Xunit;

namespace Effektkaeder.Storage.Contract.Suites;

/// <summary>A selection holds all that its judgement needs: the answer is the one that the whole graph gives.</summary>
public abstract class SelectContract(IEngine engine) : StoreContract(engine)
{
    protected virtual int Questions => 60;

    [Fact]
    public Task An_impact_is_judged_on_a_selection_as_on_the_whole() => ImpactsAsync(20260302, later: 0, Questions);

    [Fact]
    public Task An_impact_at_an_older_revision_is_judged_as_the_graph_was_then() => ImpactsAsync(20260304, later: 3, Questions / 4);

    /// <param name="later">Commits after the one that is asked about.</param>
    private async Task ImpactsAsync(int seed, int later, int questions)
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var chance = new Random(seed);
        var random = new RandomGraph(chance);
        var changes = random.Changes(PlainModel.Empty, 0, 110);
        // Agreements stand as nodes too, so that dropping one is among the questions.
        var aftale = Node.Of(
            Given.Aftale,
            NodeKind.Aftale,
            "by",
            [
                Given.Statement(
                    Given.Aftale,
                    new Indhold("Målaftale", "Målaftale") { Egenskaber = [new(Egenskaber.PeriodeTil, "2016-12-31")] }
                ),
            ]
        );
        changes = changes with { PutNodes = [.. changes.PutNodes, aftale] };
        await Store.CommitAsync(changes, Ct);
        var model = PlainModel.Empty.With(changes);
        var whole = Udsnit.Of(model.Nodes.Values, model.Edges.Values);
        var now = model;
        for (var i = 0; i < later; i++)
        {
            var next = random.Changes(now, i + 1, 40);
            await Store.CommitAsync(next, Ct);
            now = now.With(next);
        }
        var (graph, touched) = (await Store.AtAsync(1, Ct), 0);
        for (var i = 0; i < questions; i++)
        {
            var (aendringer, valg) = Question(chance, random, model, i);
            var expected = Paavirkningsanalyse.Judge(whole, aendringer, valg);
            var actual = await new AskImpact(graph).AskAsync(aendringer, valg, Ct);
            touched += expected.Beroerte.Count;
            Assert.True(
                Tell(expected) == Tell(actual),
                $"seed {seed}, question {i}: {string.Join(", ", aendringer)}; {valg}\nexpected {Tell(expected)}\nbut got  {Tell(actual)}"
            );
        }
        Assert.True(touched > questions, "the questions touch too little to tell anything");
    }

    [Fact]
    public async Task Paths_between_two_nodes_are_found_in_a_selection_as_in_the_whole()
    {
        var chance = new Random(20260303);
        var random = new RandomGraph(chance);
        var changes = random.Changes(PlainModel.Empty, 0, 60);
        await Store.CommitAsync(changes, Ct);
        var model = PlainModel.Empty.With(changes);
        var whole = Udsnit.Of(model.Nodes.Values, model.Edges.Values);
        for (var i = 0; i < Questions / 3; i++)
        {
            var (fra, til) = (random.Key(model), random.Key(model));
            var expected = Stier.Find(whole, fra, til, 2, 20);
            var actual = Stier.Find(await (await Store.NewestAsync(Ct)).SelectAsync(new([fra, til], 2), Ct), fra, til, 2, 20);
            Assert.Equal(
                expected.Stier.Select(s => string.Join('|', s.Edges.Select(e => e.Key))),
                actual.Stier.Select(s => string.Join('|', s.Edges.Select(e => e.Key)))
            );
        }
    }

    [Fact]
    public async Task By_its_columns_a_graph_is_told_as_it_stood_without_what_is_refused_or_wholly_uncertain()
    {
        var chance = new Random(20260305);
        var random = new RandomGraph(chance);
        List<PlainModel> models = [PlainModel.Empty];
        for (var i = 0; i < 3; i++)
        {
            var changes = random.Changes(models[^1], i, 60);
            changes = changes with
            {
                PutNodes = [.. changes.PutNodes.Select(n => Loaded(n, chance))],
                PutEdges = [.. changes.PutEdges.Select(e => Decided(e, chance))],
            };
            await Store.CommitAsync(changes, Ct);
            models.Add(models[^1].With(changes));
        }

        foreach (var revision in new[] { 3, 2, 1 })
        {
            var (told, model) = (new Told(), models[revision]);
            await (await Store.AtAsync(revision, Ct)).TellAsync(told, Ct);
            Assert.Equal(
                model.Nodes.Values.Select(n => $"{n.Key} {IdOf(n)} {n.Kind} {n.Kommune} {n.Vist.Center}").Order(StringComparer.Ordinal),
                told.Nodes.Order(StringComparer.Ordinal)
            );
            Assert.InRange(model.Nodes.Values.Count(n => IdOf(n) != ""), 10, model.Nodes.Count - 10);
            var walked = model.Edges.Values.Where(e => e.Type == EdgeType.KoblerTil && e.Tillid > 0).ToList();
            Assert.InRange(walked.Count, 1, model.Edges.Values.Count(e => e.Type == EdgeType.KoblerTil) - 2);
            Assert.Equal(
                model.Edges.Values.Where(e => e.Type.IsHierarchy()).Concat(walked).Select(Told.Of).Order(StringComparer.Ordinal),
                told.Edges.Order(StringComparer.Ordinal)
            );
        }
    }

    [Fact]
    public async Task What_revisions_touched_is_told_between_any_two()
    {
        var random = new RandomGraph(new Random(20260306));
        List<PlainModel> models = [PlainModel.Empty];
        List<HashSet<string>> named =
        [
            [],
        ];
        for (var i = 0; i < 5; i++)
        {
            var changes = random.Changes(models[^1], i, i == 0 ? 60 : 8);
            await Store.CommitAsync(changes, Ct);
            models.Add(models[^1].With(changes));
            named.Add([.. changes.PutNodes.Select(n => n.Key), .. changes.RemoveNodes]);
        }

        var graph = await Store.NewestAsync(Ct);
        Assert.Same(graph.History, (await Store.AtAsync(2, Ct)).History);
        for (var after = 0; after < models.Count; after++)
        {
            for (var upTo = after; upTo < models.Count; upTo++)
            {
                var touched = await graph.History!.TouchedAsync(after, upTo, Ct);
                var (before, then) = (models[after].Nodes, models[upTo].Nodes);
                var differing = before.Keys.Union(then.Keys).Where(k => before.GetValueOrDefault(k) != then.GetValueOrDefault(k)).ToList();
                Assert.Empty(differing.Except(touched));
                Assert.Empty(touched.Except(named.Skip(after + 1).Take(upTo - after).SelectMany(keys => keys)));
                Assert.Equal(touched.Distinct(), touched);
                Assert.True(after == upTo || differing.Count > 0, "nothing differs");
            }
        }
    }

    /// <summary>A node as graphs of lines state it: with an id of its own in each, which may be the same.</summary>
    private static Node Loaded(Node node, Random chance)
    {
        var all = node
            .Udsagn.Concat(chance.Next(3) == 0 ? [node.Vist with { Aftale = "by/aftale/graf-anden" }] : [])
            .Select(u => u with { Indhold = u.Indhold with { Egenskaber = [.. u.Indhold.Egenskaber, .. Ids()] } });
        return Node.Of(node.Key, node.Kind, node.Kommune, all);

        IEnumerable<Egenskab> Ids() =>
            chance.Next(3) == 0 ? [] : [new("aar", "2026"), new(Egenskaber.Id, $"{node.Key[^1]}/Æ \t{(chance.Next(4) == 0 ? "2" : "")}")];
    }

    private static string IdOf(Node node) =>
        node.Udsagn.SelectMany(u => u.Indhold.Egenskaber.Where(e => e.Navn == Egenskaber.Id).Select(e => e.Vaerdi)).Distinct().ToList()
            is [var only]
            ? only
            : "";

    /// <summary>A coupling as an analyst has left it: decided or not, and at times nobody is certain of it.</summary>
    private static Edge Decided(Edge edge, Random chance)
    {
        if (edge.Type != EdgeType.KoblerTil)
        {
            return edge;
        }

        var (udsagn, beside) = (edge.Vist with { Tillid = chance.Next(3) == 0 ? 0 : 0.5 }, chance.Next(2) == 0);
        EdgeUdsagn[] all = beside ? [udsagn, udsagn with { Aftale = "by/aftale/anden", Tillid = chance.Next(2) * 0.5 }] : [udsagn];
        KoblingStatus? decision = chance.Next(2) == 0 ? null : Enum.GetValues<KoblingStatus>()[chance.Next(3)];
        return Edge.Of(edge.Type, edge.From, edge.To, edge.Art, all, decision);
    }

    private sealed class Told : IColumns
    {
        private readonly List<string> _keys = [];

        public List<string> Nodes { get; } = [];

        public List<string> Edges { get; } = [];

        public static string Of(Edge edge) => $"{edge.Type == EdgeType.KoblerTil} {edge.From} {edge.To}";

        public void Node(ReadOnlySpan<byte> key, ReadOnlySpan<byte> id, NodeKind kind, string kommune, string? center)
        {
            _keys.Add(Encoding.UTF8.GetString(key));
            Nodes.Add($"{_keys[^1]} {Encoding.UTF8.GetString(id)} {kind} {kommune} {center}");
        }

        public void Hierarchy(int from, int to) => Edges.Add($"{false} {_keys[from]} {_keys[to]}");

        public void Coupling(int from, int to) => Edges.Add($"{true} {_keys[from]} {_keys[to]}");
    }

    [Fact]
    public async Task What_is_not_there_is_not_selected() =>
        Assert.Null((await (await Store.NewestAsync(Ct)).SelectAsync(new(["by/indsats/findes-ikke"]), Ct)).Find("by/indsats/findes-ikke"));

    private static (List<Aendring> Aendringer, Paavirkningsvalg Valg) Question(Random chance, RandomGraph random, PlainModel model, int i)
    {
        var keys = Enumerable.Range(0, chance.Next(1, 4)).Select(_ => random.Key(model)).Where(model.Nodes.ContainsKey).Distinct().ToList();
        if (keys.Count == 0 || i % 10 == 0)
        {
            keys = [Given.Aftale];
        }

        var aendringer = keys.Select(k =>
                random.Pick(Enum.GetValues<AendringArt>()) is var art && art == AendringArt.Udskydes
                    ? new Aendring(k, art, Varighed.FraMaaneder(chance.Next(1, 14)))
                    : new Aendring(k, art)
            )
            .ToList();
        var types =
            chance.Next(4) == 0 ? new List<EdgeType> { EdgeType.Omfatter, EdgeType.KoblerTil, random.Pick(EdgeTypes.All).Type } : null;
        return (
            aendringer,
            new Paavirkningsvalg(
                random.Pick(Enum.GetValues<Retning>()),
                types,
                chance.Next(3) == 0 ? chance.Next(1, 4) : null,
                chance.Next(0, 4),
                random.Pick<double>([0, 0, 0.5, 0.7]),
                chance.Next(3) == 0,
                chance.Next(4) == 0
            )
        );
    }

    private static string Tell(Paavirkningssvar svar) =>
        JsonSerializer.Serialize(
            new
            {
                Bortfaldne = svar.Bortfaldne.Select(n => n.Key),
                Beroerte = svar.Beroerte.Select(b => new
                {
                    b.Node.Key,
                    b.Node.Titel,
                    b.Afstand,
                    Direkthed = b.Direkthed.ToString(),
                    Konsekvens = b.Konsekvens.ToString(),
                    b.Tillid,
                    b.Grundlag,
                    Stier = b.Stier.Select(s => string.Join('|', s.Edges.Select(e => e.Key))),
                }),
                Datoer = svar.Datoer.Select(d => new
                {
                    d.Node.Key,
                    d.Foer,
                    d.Efter,
                    d.Aarsag,
                    Modpart = d.Modpart?.Key,
                    d.Forklaring,
                }),
                Indeni = new[]
                {
                    svar.Indeni.Milepaele,
                    svar.Indeni.Opfoelgninger,
                    svar.Indeni.Dokumentation,
                    svar.Indeni.Maalinger,
                    svar.Indeni.Indikatorer,
                }.Select(l => l.Select(n => n.Key)),
                Grupper = new[] { svar.EfterNiveau, svar.EfterCenter, svar.EfterAftale, svar.EfterAnsvarlig }.Select(g =>
                    g.Select(x => new
                    {
                        x.Noegle,
                        x.Navn,
                        Noder = x.Nodes.Select(b => b.Node.Key),
                    })
                ),
            }
        );
}
