using Effektkaeder.Analysis.Tal;
using Effektkaeder.Domain;
using Xunit;

namespace Effektkaeder.Analysis.Tests.Tal;

public sealed class TalgrafTests
{
    [Fact]
    public void A_built_graph_says_what_it_was_told_in_whatever_order()
    {
        for (var seed = 0; seed < RandomGraphs.Many; seed++)
        {
            var random = new Random(seed);
            var plain = RandomGraphs.Next(random);
            plain.AssertSame(plain.Build(random));
        }
    }

    [Fact]
    public void Edits_say_what_they_were_told_and_every_graph_before_stays_as_it_was()
    {
        for (var seed = 0; seed < RandomGraphs.Many / 5; seed++)
        {
            var random = new Random(seed);
            var plain = RandomGraphs.Next(random);
            var graph = plain.Build(random);
            var numbers = plain.Nodes.Keys.ToDictionary(id => id, id => graph.Find(PlainGraph.Utf8(id)));
            var before = new List<(Talgraf Graph, PlainGraph Plain)>();
            for (var commit = 0; commit < 6; commit++)
            {
                before.Add((graph, Copy(plain)));
                var edit = graph.Edit();
                for (var step = random.Next(12); step > 0; step--)
                {
                    Change(plain, edit, numbers, random);
                }

                graph = edit.Commit();
                plain.AssertSame(graph);
            }

            Assert.All(before, b => b.Plain.AssertSame(b.Graph));
        }
    }

    [Fact]
    public void An_edit_of_a_large_graph_shares_every_page_it_does_not_touch()
    {
        var builder = new TalgrafBuilder();
        for (var i = 0; i < 100_000; i++)
        {
            builder.Node(builder.Number(PlainGraph.Utf8($"{i:000000}")), NodeKind.Effekt, [], []);
        }

        var before = builder.Build();
        var edit = before.Edit();
        edit.AddHierarchy(5, 99_999);
        edit.Put("ny"u8, new(NodeKind.Bidrag, "", ""));
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var after = edit.Commit();
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        Assert.InRange(allocated, 1, 200_000);
        Assert.Equal([99_999], after.Down(5).ToArray());
        Assert.True(before.Down(5).IsEmpty);
        Assert.True(after.IdOf(50_000).Overlaps(before.IdOf(50_000)));
        Assert.Equal(100_000, after.Find("ny"u8));
    }

    [Fact]
    public void Many_ids_that_begin_alike_are_numbered_bytewise()
    {
        var random = new Random(1);
        var ids = Enumerable.Range(0, 20_000).Select(_ => new string('x', random.Next(30)) + (char)random.Next(1, 300)).ToList();
        ids.AddRange(["a", "a\0", "a\0\0", "aaaaaaaa", "aaaaaaaa\0", "aaaaaaaa\0\0\0\0\0\0\0\0\0"]);
        ids = [.. ids.Distinct()];
        var builder = new TalgrafBuilder();
        ids.ForEach(id => builder.Node(builder.Number(PlainGraph.Utf8(id)), NodeKind.Effekt, [], []));
        var graph = builder.Build();
        Assert.Equal(ids.Order(PlainGraph.ByBytes), Enumerable.Range(0, graph.Count).Select(n => PlainGraph.Id(graph, n)));
    }

    [Fact]
    public void A_node_that_only_an_edge_names_is_told_of()
    {
        var builder = new TalgrafBuilder();
        builder.Node(builder.Number("a"u8), NodeKind.Vision, [], []);
        builder.Hierarchy(builder.Number("a"u8), builder.Number("b"u8));
        Assert.Equal("b", builder.IdOf(builder.FirstUnstated()));
        Assert.Throws<InvalidOperationException>(() => builder.Build());
    }

    private static void Change(PlainGraph plain, TalgrafEdit edit, Dictionary<string, int> numbers, Random random)
    {
        var ids = plain.Nodes.Keys.ToArray();
        var (a, b) = ids.Length == 0 ? ("", "") : (ids[random.Next(ids.Length)], ids[random.Next(ids.Length)]);
        switch (ids.Length == 0 ? 0 : random.Next(6))
        {
            case 0:
                var (id, group) = (RandomGraphs.Id(random), RandomGraphs.Group(random));
                plain.Nodes[id] = group;
                numbers[id] = edit.Put(PlainGraph.Utf8(id), group);
                break;
            case 1:
                plain.Nodes.Remove(a);
                plain.Hierarchy.RemoveWhere(e => e.From == a || e.To == a);
                plain.Couplings.RemoveWhere(e => e.A == a || e.B == a);
                edit.Remove(numbers[a]);
                break;
            case 2 when a != b:
                plain.Hierarchy.Add((a, b));
                edit.AddHierarchy(numbers[a], numbers[b]);
                break;
            case 3 when a != b:
                plain.Couplings.Add(PlainGraph.Coupling(a, b));
                edit.AddCoupling(numbers[a], numbers[b]);
                break;
            case 4 when plain.Hierarchy.Count > 0:
                var edge = plain.Hierarchy.ElementAt(random.Next(plain.Hierarchy.Count));
                plain.Hierarchy.Remove(edge);
                edit.RemoveHierarchy(numbers[edge.From], numbers[edge.To]);
                break;
            case 5 when plain.Couplings.Count > 0:
                var coupling = plain.Couplings.ElementAt(random.Next(plain.Couplings.Count));
                plain.Couplings.Remove(coupling);
                edit.RemoveCoupling(numbers[coupling.B], numbers[coupling.A]);
                break;
        }
    }

    private static PlainGraph Copy(PlainGraph graph)
    {
        var copy = new PlainGraph();
        foreach (var (id, group) in graph.Nodes)
        {
            copy.Nodes.Add(id, group);
        }

        copy.Hierarchy.UnionWith(graph.Hierarchy);
        copy.Couplings.UnionWith(graph.Couplings);
        return copy;
    }
}
