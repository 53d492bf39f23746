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

    /// <summary>
    /// Where a search finds more than this, those whose titles begin with what is asked for are looked for first: they may fill the page.
    /// </summary>
    public int ManyHits { get; init; } = 5_000;

    public string Location => $"{Scheme}{Server.Scheme}://{Server.Authority}/{Database}";

    /// <summary>Where else the server may be, tried in turn where <see cref="Server"/> is not it.</summary>
    public IReadOnlyList<Uri> Others { get; init; } = [];

    /// <summary>Whether the address was Bolt's, so that the server is looked for before it is spoken to.</summary>
    public bool IsGuess { get; init; }

    /// <summary>Whether a database that holds something else may be used.</summary>
    public bool IsBeside { get; init; }

    public static Neo4jOptions Of(Neo4jAddress address, string? user, string? password, string? token, Random random) =>
        new(address.Servers[0], address.Database, user, password, token)
        {
            Random = random,
            Others = [.. address.Servers.Skip(1)],
            IsGuess = address.IsGuess,
            IsBeside = address.IsBeside,
        };
}
