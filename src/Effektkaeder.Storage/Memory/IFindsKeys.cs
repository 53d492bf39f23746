using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Memory;

/// <summary>A graph whose search can leave the nodes it finds to who has them already.</summary>
internal interface IFindsKeys
{
    /// <summary>What <see cref="IGraph.SearchAsync"/> finds, by key.</summary>
    Task<Slice<(string Key, int Rank)>> FindKeysAsync(SearchQuery query, CancellationToken ct);
}
