using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Memory;

/// <summary>A graph whose search can leave the nodes it finds, and the order of their keys, to who has them already.</summary>
internal interface IFindsNumbers
{
    /// <summary>What <see cref="IGraph.SearchAsync"/> finds, by the number of its key.</summary>
    /// <param name="placeOf">See <see cref="INodeFacts.PlaceOf"/>.</param>
    Task<Slice<(int Number, int Rank)>> FindNumbersAsync(SearchQuery query, Func<int, int> placeOf, CancellationToken ct);
}
