using System.CommandLine;
using Effektkaeder.Application;
using Effektkaeder.Cli.Options;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Cli.Commands;

/// <summary>The store that a command works on.</summary>
internal static class NamedStore
{
    public static string Location(ParseResult parsed) => Named(parsed) ?? Stores.Default();

    /// <summary>The store that the user named, by option or environment.</summary>
    public static string? Named(ParseResult parsed) =>
        parsed.GetValue(SharedOptions.Store)
        ?? (Environment.GetEnvironmentVariable("EFFEKT__STORE") is { Length: > 0 } named ? named : null);

    public static Task<IGraphStore> OpenAsync(ParseResult parsed, CancellationToken ct) => Stores.OpenAsync(Location(parsed), ct);
}
