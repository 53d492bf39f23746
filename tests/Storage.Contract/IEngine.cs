using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Contract;

/// <summary>How a suite gets stores of an engine.</summary>
public interface IEngine : IAsyncDisposable
{
    /// <summary>Makes an empty place for a graph; skips the test where the engine is not here.</summary>
    Task PrepareAsync(CancellationToken ct);

    /// <summary>Opens the place; a second call opens it again, as another process would.</summary>
    Task<IGraphStore> OpenAsync(CancellationToken ct);
}
