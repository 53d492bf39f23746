using Effektkaeder.Analysis;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Memory;

/// <summary>A graph whose search can leave what is known of the nodes, and the order of their keys, to who has them in memory.</summary>
internal interface IFindsNumbers
{
    /// <summary>What <see cref="IGraph.SearchAsync"/> finds, by its number in the graph in memory.</summary>
    /// <param name="whole">The same revision; <paramref name="found"/> is of it.</param>
    Task<Slice<(int Node, int Rank)>> FindNumbersAsync(SearchQuery query, Udsnit whole, IFoundNodes found, CancellationToken ct);
}

/// <summary>What a search needs of the nodes in memory beside their columns.</summary>
internal interface IFoundNodes
{
    /// <summary>The node that is this version where it is stored; -1 where none is.</summary>
    int NodeOf(int version);

    int VersionOf(int node);

    /// <summary>See <see cref="Fold.Opening"/>: of its title.</summary>
    ulong Opening(int node);
}
