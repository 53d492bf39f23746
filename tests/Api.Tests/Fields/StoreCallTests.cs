using Effektkaeder.Analysis;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;
using Xunit;

namespace Effektkaeder.Api.Tests.Fields;

/// <summary>A nested list is fetched level by level: how often the store is asked depends on the question, never on the rows.</summary>
public sealed class StoreCallTests(SeedGraph seed)
{
    [Theory]
    [InlineData("nodes { titel }", 1)]
    [InlineData("nodes { boern { nodes { boern { nodes { titel } } } } }", 3)]
    [InlineData("nodes { center { titel } udsagn { aftale { titel } center { titel } } }", 4)]
    [InlineData("nodes { koblinger { edges { node { titel } kant { fra { titel } til { titel } } } } }", 4)]
    [InlineData("nodes { ... on Indsats { bidrag { effekter { indikatorer { titel } } } ansvarlige { titel } } }", 5)]
    public async Task One_call_a_level(string selection, int calls)
    {
        foreach (var rows in new[] { 1, 6 })
        {
            await using var counting = new CountingStore(seed.Store);
            await new Api(counting).AskAsync($"{{ alleIndsatser(where: {{ kommune: {{ eq: \"vestersoe\" }} }}, first: {rows}) {{ {selection} }} }}");
            Assert.Equal(calls, counting.Calls);
        }
    }

    [Fact]
    public async Task Walking_down_is_one_call_a_level_for_all_starts_together()
    {
        foreach (var rows in new[] { 1, 13 })
        {
            await using var counting = new CountingStore(seed.Store);
            await new Api(counting).AskAsync($"{{ alleIndsatser(first: {rows}, where: {{ henvist: {{ eq: false }} }}) {{ nodes {{ nedad(dybde: 3) {{ node {{ titel }} }} }} }} }}");
            Assert.Equal(4, counting.Calls);
        }
    }

    /// <summary>Hands on every question and counts them.</summary>
    private sealed class CountingStore(IGraphStore inner) : IGraphStore
    {
        private int calls;

        public int Calls => calls;

        public string Location => inner.Location;

        public Task<long> LatestAsync(CancellationToken ct) => Counted(inner.LatestAsync(ct));

        public Task<IReadOnlyList<Revision>> RevisionsAsync(int first, CancellationToken ct) => Counted(inner.RevisionsAsync(first, ct));

        public Task<Revision?> RevisionAsync(long number, CancellationToken ct) => Counted(inner.RevisionAsync(number, ct));

        public Task<IReadOnlyList<ElementChange>> ChangesAsync(long revision, CancellationToken ct) => Counted(inner.ChangesAsync(revision, ct));

        public Task<IReadOnlyList<Node>> NodesAsync(IReadOnlyCollection<string> keys, long? revision, CancellationToken ct) => Counted(inner.NodesAsync(keys, revision, ct));

        public Task<IReadOnlyList<Edge>> EdgesAsync(IReadOnlyCollection<string> keys, long? revision, CancellationToken ct) => Counted(inner.EdgesAsync(keys, revision, ct));

        public Task<Slice<Node>> QueryAsync(NodeQuery query, CancellationToken ct) => Counted(inner.QueryAsync(query, ct));

        public Task<IReadOnlyList<Slice<Neighbour>>> ExpandAsync(ExpandQuery query, CancellationToken ct) => Counted(inner.ExpandAsync(query, ct));

        public Task<Slice<SearchHit>> SearchAsync(SearchQuery query, CancellationToken ct) => Counted(inner.SearchAsync(query, ct));

        public Task<(IReadOnlyList<Node> Nodes, IReadOnlyList<Edge> Edges)> StatedByAsync(string aftale, CancellationToken ct) => Counted(inner.StatedByAsync(aftale, ct));

        public Task<Udsnit> SelectAsync(Selection selection, CancellationToken ct) => Counted(inner.SelectAsync(selection, ct));

        public Task<IReadOnlyList<string>> FaultsAsync(CancellationToken ct) => inner.FaultsAsync(ct);

        public Task<Revision?> CommitAsync(ChangeSet changes, CancellationToken ct) => Counted(inner.CommitAsync(changes, ct));

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private Task<T> Counted<T>(Task<T> question)
        {
            Interlocked.Increment(ref calls);
            return question;
        }
    }
}
