using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Api;

/// <summary>What one request's resolvers work with.</summary>
/// <param name="Author">Who commits, where the request changes something.</param>
public sealed record ApiContext(IGraphStore Store, TimeProvider Time, string Author);
