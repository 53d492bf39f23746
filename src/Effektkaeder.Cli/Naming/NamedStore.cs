using System.CommandLine;
using Effektkaeder.Application;
using Effektkaeder.Cli.Options;
using Effektkaeder.Cli.Output;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Cli.Naming;

/// <summary>The store that a command works on.</summary>
internal static class NamedStore
{
    private const long EachTold = 250_000;

    public static string Location(ParseResult parsed) => Named(parsed) ?? Stores.Default();

    /// <summary>The store that the user named, by option or environment.</summary>
    public static string? Named(ParseResult parsed) =>
        parsed.GetValue(SharedOptions.Store)
        ?? (Environment.GetEnvironmentVariable("EFFEKT__STORE") is { Length: > 0 } named ? named : null);

    /// <summary>For all that reads, or changes what is there: a store that is not there is not made.</summary>
    public static Task<IGraphStore> OpenAsync(ParseResult parsed, CancellationToken ct) =>
        ExistingAsync(Location(parsed), ct, Upgrading(parsed), Waiting(parsed));

    /// <summary>For what fills a store: a file that is not there is made.</summary>
    public static Task<IGraphStore> OpenOrCreateAsync(ParseResult parsed, CancellationToken ct) =>
        Stores.OpenAsync(Location(parsed), ct, progress: Upgrading(parsed), waiting: Waiting(parsed));

    /// <summary>Tells who is waited for, when another writes for long.</summary>
    public static Action<string> Waiting(ParseResult parsed) => line => Messages.Say(parsed, line);

    /// <exception cref="StoreException">There is none at the location; the message names the nearest that is there.</exception>
    public static Task<IGraphStore> ExistingAsync(
        string location,
        CancellationToken ct,
        Action<long, long>? progress = null,
        Action<string>? waiting = null
    ) =>
        !Stores.IsFile(location) || File.Exists(location) || Directory.Exists(location)
            ? Stores.OpenExistingAsync(location, ct, progress, waiting)
            : throw new StoreException(
                NearestStore.Of(location) is { } near
                    ? $"Der er intet lager i {location}. Det nærmeste, der er, er {near}."
                    : $"Der er intet lager i {location}. Lav et med »effekt import STI«, eller nævn et andet med --store."
            );

    /// <summary>Tells how far an older file has been read over, which takes its time where the file is large.</summary>
    public static Action<long, long> Upgrading(ParseResult parsed)
    {
        var told = 0L;
        return (done, total) =>
        {
            if (done >= told + EachTold)
            {
                told = done;
                Messages.Say(parsed, $"Lageret føres frem til en ny udgave: {done} af {total}.");
            }
        };
    }
}
