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
            if (await FailureAsync(here, ct) is not { } failure)
            {
                return here;
            }

            // A server that is not trusted tells more than places where there is none.
            last = last is not null && ServerErrors.IsUntrusted(last) ? last : failure;
        }

        throw ServerErrors.IsUntrusted(last!) ? last! : ServerErrors.NowhereElse(options, await ElsewhereAsync(options, ct), last!);
    }

    /// <summary>Where the server answers in the way that was not asked for, encrypted or not: told, never used.</summary>
    private static async Task<Uri?> ElsewhereAsync(Neo4jOptions options, CancellationToken ct)
    {
        var isSecure = options.Server.Scheme != "https";
        var same = new Uri($"{(isSecure ? "https" : "http")}://{options.Server.Authority}");
        foreach (var other in new[] { same, new(Neo4jAddress.UsualServer(options.Server.Host, isSecure)) })
        {
            var failure = await FailureAsync(options with { Server = other, Others = [], IsGuess = false }, ct);
            if (failure is null || ServerErrors.IsUntrusted(failure))
            {
                return other;
            }
        }

        return null;
    }

    private static async Task<StoreException?> FailureAsync(Neo4jOptions here, CancellationToken ct)
    {
        using var api = new QueryApi(here with { Timeout = Patience });
        try
        {
            await api.VersionOnceAsync(ct);
            return null;
        }
        catch (StoreException e)
        {
            return e;
        }
    }
}
