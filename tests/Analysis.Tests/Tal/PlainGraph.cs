using System.Text;
using Effektkaeder.Analysis.Tal;
using Xunit;

namespace Effektkaeder.Analysis.Tests.Tal;

/// <summary>A graph as sets of texts: what a graph of numbers is held against.</summary>
internal sealed class PlainGraph
{
    public SortedDictionary<string, Talgruppe> Nodes { get; } = new(ByBytes);

    public HashSet<(string From, string To)> Hierarchy { get; } = [];

    /// <summary>Each once, the smaller id first.</summary>
    public HashSet<(string A, string B)> Couplings { get; } = [];

    public static IComparer<string> ByBytes { get; } =
        Comparer<string>.Create((a, b) => Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b)));

    public static (string, string) Coupling(string a, string b) => string.CompareOrdinal(a, b) < 0 ? (a, b) : (b, a);

    public IEnumerable<string> Down(string id) => Hierarchy.Where(e => e.From == id).Select(e => e.To);

    public IEnumerable<string> Up(string id) => Hierarchy.Where(e => e.To == id).Select(e => e.From);

    public IEnumerable<string> Coupled(string id) =>
        Couplings.Where(e => e.A == id).Select(e => e.B).Concat(Couplings.Where(e => e.B == id).Select(e => e.A));

    /// <summary>In an order of chance, edges before their nodes too, some said twice.</summary>
    public Talgraf Build(Random random)
    {
        var builder = new TalgrafBuilder();
        var steps = new List<Action>();
        foreach (var (id, group) in Nodes)
        {
            steps.Add(() => Assert.True(builder.Node(Number(id), group.Kind, Utf8(group.Kommune), Utf8(group.Centre))));
        }

        foreach (var (from, to) in Hierarchy)
        {
            Twice(() => builder.Hierarchy(Number(from), Number(to)));
        }

        foreach (var (a, b) in Couplings)
        {
            Twice(() => builder.Coupling(Number(a), Number(b)));
            Twice(() => builder.Coupling(Number(b), Number(a)));
        }

        var order = steps.ToArray();
        random.Shuffle(order);
        foreach (var step in order)
        {
            step();
        }

        return builder.Build();

        int Number(string id) => builder.Number(Utf8(id));

        void Twice(Action step) => steps.AddRange(Enumerable.Repeat(step, 1 + random.Next(2)));
    }

    /// <summary>The same from a part of it that is built, and edits that add the rest and take away what is too much.</summary>
    public Talgraf BuildByEdits(Random random)
    {
        var part = new PlainGraph();
        foreach (var (id, group) in Nodes.Where(_ => random.Next(3) == 0))
        {
            part.Nodes.Add(id, group);
        }

        var extra = new Talgruppe(Domain.NodeKind.Vision, "", "");
        part.Nodes.TryAdd("for meget", extra);
        var kept = part.Nodes.Keys.First();
        part.Couplings.UnionWith(part.Nodes.Keys.Where(id => id != kept).Select(id => Coupling(kept, id)));
        var edit = part.Build(random).Edit();
        foreach (var (a, b) in part.Couplings.Where(c => !Couplings.Contains(c)))
        {
            edit.RemoveCoupling(Number(a, extra), Number(b, extra));
        }

        foreach (var (id, group) in Nodes)
        {
            Number(id, group);
        }

        foreach (var (a, b) in Couplings)
        {
            edit.AddCoupling(Number(a, Nodes[a]), Number(b, Nodes[b]));
        }

        var graph = edit.Commit();
        edit = graph.Edit();
        if (!Nodes.ContainsKey("for meget"))
        {
            edit.Remove(graph.Find(Utf8("for meget")));
        }

        foreach (var (from, to) in Hierarchy)
        {
            edit.AddHierarchy(graph.Find(Utf8(from)), graph.Find(Utf8(to)));
        }

        return edit.Commit();

        int Number(string id, Talgruppe group) => edit.Put(Utf8(id), group);
    }

    /// <summary>That a graph of numbers says the same as this one.</summary>
    public void AssertSame(Talgraf graph)
    {
        var alive = Enumerable.Range(0, graph.Count).Where(graph.Lives).ToArray();
        Assert.Equal(Nodes.Count, alive.Length);
        graph.Order.Sort(alive);
        Assert.Equal(Nodes.Keys, alive.Select(n => Id(graph, n)));
        foreach (var (id, group) in Nodes)
        {
            var node = graph.Find(Utf8(id));
            Assert.Equal(id, Id(graph, node));
            Assert.Equal(group, graph.Groups[graph.GroupOf(node)]);
            AssertRow(Down(id), graph.Down(node));
            AssertRow(Up(id), graph.Up(node));
            AssertRow(Coupled(id), graph.Coupled(node));
        }

        void AssertRow(IEnumerable<string> expected, ReadOnlySpan<int> row)
        {
            Assert.Equal(row.ToArray().Order().Distinct(), row.ToArray());
            Assert.Equal(expected.Order(ByBytes), row.ToArray().Select(n => Id(graph, n)).Order(ByBytes));
        }
    }

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public static string Id(Talgraf graph, int node) => Encoding.UTF8.GetString(graph.IdOf(node));
}
