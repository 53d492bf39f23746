using System.Net;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Web;

/// <summary>What the server needs to be told. It owns none of it.</summary>
/// <param name="Port">On loopback; 0 takes any free port.</param>
/// <param name="Author">Who commits what is imported over the web.</param>
/// <param name="Verbose">Whether each request is logged.</param>
public sealed record WebOptions(IGraphStore Store, TimeProvider Time, int Port, string Author, bool Verbose = false)
{
    /// <summary>Where it listens instead of loopback; with <see cref="Hosts"/>, so that it answers only to its own names.</summary>
    public IPEndPoint? Listen { get; init; }

    /// <summary>Names that it is called by besides this machine's own.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Proxies whose word is taken for who asks, by which name and over what.</summary>
    public IReadOnlyList<IPAddress> Proxies { get; init; } = [];

    /// <summary>How long a page or a picture may take; GraphQL has the same limit of its own.</summary>
    public TimeSpan LongestAnswer { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether the log is JSON, one object a line, each request among them.</summary>
    public bool LogsJson { get; init; }
}
