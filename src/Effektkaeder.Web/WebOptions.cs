using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Web;

/// <summary>What the server needs to be told. It owns none of it.</summary>
/// <param name="Port">On loopback; 0 takes any free port.</param>
/// <param name="Author">Who commits what is imported over the web.</param>
/// <param name="Verbose">Whether each request is logged.</param>
public sealed record WebOptions(IGraphStore Store, TimeProvider Time, int Port, string Author, bool Verbose = false);
