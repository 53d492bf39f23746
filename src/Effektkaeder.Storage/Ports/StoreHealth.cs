namespace Effektkaeder.Storage.Ports;

/// <param name="Faults">In words for the user; empty when all is sound.</param>
public sealed record StoreHealth(long Revisions, int Nodes, int Edges, IReadOnlyList<string> Faults);
