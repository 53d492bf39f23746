using Effektkaeder.Storage.Neo4j.Http;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Neo4j;

/// <summary>Which of the places that an address may mean answers as a Neo4j server's Query API.</summary>
internal static class Neo4jReach
{
    /// <summary>No longer than this for each place.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static async Task<Neo4jOptions> FindAsync(Neo4jOptions options, CancellationToken ct)
    {
        if (options is { Others.Count: 0, IsGuess: false })
        {
            return options;
        }

        StoreException? last = null;
        foreach (var server in options.Others.Prepend(options.Server))
        {
            var here = options with { Server = server, Others = [], IsGuess = false };
            using var api = new QueryApi(here with { Timeout = Patience });
            try
            {
                await api.VersionOnceAsync(ct);
                return here;
            }
            catch (StoreException e)
            {
                last = e;
            }
        }

        throw ServerErrors.NowhereElse(options, last!);
    }
}
