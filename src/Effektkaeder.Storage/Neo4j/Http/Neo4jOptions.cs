using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Neo4j.Http;

/// <summary>Where a server is and who asks. The password is never part of <see cref="Location"/>.</summary>
/// <param name="Server">http or https, and nothing after the port.</param>
/// <param name="Token">A bearer token; goes before user and password.</param>
public sealed record Neo4jOptions(Uri Server, string Database, string? User, string? Password, string? Token = null)
{
    private const string Scheme = "neo4j+";

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Spreads retries, and marks a commit so that it can be found again when its answer was lost.</summary>
    public required Random Random { get; init; }

    /// <summary>What requests go through; null for a handler of its own.</summary>
    public HttpMessageHandler? Handler { get; init; }

    /// <summary>How long one request may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(3);

    public string Location => $"{Scheme}{Server.Scheme}://{Server.Authority}/{Database}";

    public static bool IsLocation(string location) => location.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase);

    /// <param name="location"><c>neo4j+https://host:port/database</c>; the database is <c>neo4j</c> where none is named.</param>
    public static (Uri Server, string Database) Parse(string location)
    {
        if (
            !Uri.TryCreate(location[Scheme.Length..], UriKind.Absolute, out var uri)
            || uri.Scheme is not ("http" or "https")
            || uri.Segments.Length > 2
        )
        {
            throw new StoreException($"»{location}« er ikke en adresse på Neo4j. Skriv neo4j+https://vært:port/database.");
        }

        if (uri.UserInfo.Length > 0)
        {
            throw new StoreException(
                "Bruger og adgangskode hører ikke hjemme i adressen. Sæt EFFEKT__NEO4J__USER og EFFEKT__NEO4J__PASSWORD_FILE i stedet."
            );
        }

        var database = uri.AbsolutePath.Trim('/');
        return (new Uri(uri.GetLeftPart(UriPartial.Authority)), database.Length == 0 ? "neo4j" : Uri.UnescapeDataString(database));
    }
}
