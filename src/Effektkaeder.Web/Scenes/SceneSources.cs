using System.Globalization;
using Effektkaeder.Storage.Ports;
using Effektkaeder.Web.Drawings;

namespace Effektkaeder.Web.Scenes;

/// <summary>Finds the graph that an address is about: the newest, or the one at the revision it names.</summary>
internal sealed class SceneSources(WebOptions options, KeptDrawings drawings)
{
    /// <summary>Where the drawings of what is asked are kept.</summary>
    public KeptDrawings Drawings => drawings;

    /// <exception cref="UnknownRevisionException">The address names a revision that there is not.</exception>
    public async Task<SceneSource> OfAsync(SceneAddress address, CancellationToken ct)
    {
        var number = long.TryParse(address["til-revision"], CultureInfo.InvariantCulture, out var given) ? given : (long?)null;
        var graph = await options.Store.AtAsync(number, ct);
        return new(graph, options.Store, DateOnly.FromDateTime(options.Time.GetLocalNow().Date));
    }
}
