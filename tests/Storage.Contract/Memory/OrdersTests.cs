using System.Globalization;
using Effektkaeder.Analysis;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Memory;
using Effektkaeder.Storage.Ports;
using Xunit;

namespace Effektkaeder.Storage.Contract.Memory;

/// <summary>Some nodes come in the same order whether or not all of the graph have been given places.</summary>
public sealed class OrdersTests
{
    private static readonly Udsnit Graph = Udsnit.Of(
        Enumerable.Range(0, 60_000).Select(i => Given.Node(i % 3 == 0 ? NodeKind.Emne : NodeKind.Effekt, $"n{i}", Given.Says("x"))),
        []
    );

    public static TheoryData<OrderField, bool, int> Cases()
    {
        var cases = new TheoryData<OrderField, bool, int>();
        foreach (var field in new[] { OrderField.Titel, OrderField.Level, OrderField.Date, OrderField.Key })
        {
            cases.Add(field, false, 700);
            cases.Add(field, true, 40);
            cases.Add(field, true, 9_000);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Alone_or_among_all_the_order_is_one(OrderField field, bool descending, int count)
    {
        Order[] order = [new(field, descending)];
        var (random, pace) = (new Random(count), new Pace(TestContext.Current.CancellationToken));
        List<int> some = [.. Enumerable.Range(0, count).Select(_ => random.Next(Graph.Nodes.Count)).Distinct()];
        var (alone, among) = (new Orders(Graph, new Facts(), null, null), new Orders(Graph, new Facts(), null, null));
        var places = among.Of(order, pace);
        int[] expected = [.. some.OrderBy(n => places.Of[n])];
        var compare = alone.Comparison(order, pace);
        for (var i = 1; i < expected.Length; i++)
        {
            Assert.True(compare(expected[i - 1], expected[i]) < 0);
        }

        Assert.Equal(expected, alone.Sort(some, order, pace));
        Assert.Equal(expected, among.Sort(some, order, pace));
    }

    /// <summary>Titles and days of which many are alike.</summary>
    private sealed class Facts : INodeFacts
    {
        public string SortKey(int node) => (node * 7919L % 997).ToString("000", CultureInfo.InvariantCulture);

        public int FirstDay(int node) => node % 5 == 0 ? DateOnly.MaxValue.DayNumber : (int)(node * 31L % 365);
    }
}
