namespace Effektkaeder.Storage.Ports;

/// <summary>What leads from revision to revision of one open store: the same object for all of its graphs.</summary>
public interface IHistory
{
    /// <summary>The keys of the nodes that the revisions after one, up to and with another, put or took; each once, in no order.</summary>
    Task<IReadOnlyList<string>> TouchedAsync(long after, long upTo, CancellationToken ct);
}
