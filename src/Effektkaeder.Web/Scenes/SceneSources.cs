using Effektkaeder.Application.Asking;
using Effektkaeder.Storage.Ports;
using Effektkaeder.Web.Drawings;

namespace Effektkaeder.Web.Scenes;

/// <summary>Finds the graph that an address is about: the newest, or the one at the revision it names.</summary>
internal sealed class SceneSources(WebOptions options, KeptDrawings drawings)
{
    /// <summary>Where the drawings of what is asked are kept.</summary>
    public KeptDrawings Drawings => drawings;

    /// <exception cref="FormatException">The address says what cannot be; the message is Danish.</exception>
    /// <exception cref="UnknownRevisionException">The address names a revision that there is not.</exception>
    public async Task<SceneSource> OfAsync(SceneAddress address, CancellationToken ct)
    {
        var graph = await options.Store.LookAtAsync(address.Udsyn(), ct);
        return new(graph, options.Store, DateOnly.FromDateTime(options.Time.GetLocalNow().Date));
    }
}
