using Effektkaeder.Domain;

namespace Effektkaeder.Analysis.Genkendelser;

/// <summary>One thing under two keys: as it was, and as it is now.</summary>
/// <param name="Lighed">0-1: how alike the two are, by their words and their place together.</param>
/// <param name="Grund">What they are known by, in Danish.</param>
public sealed record Genkendt(Node Foer, Node Efter, double Lighed, string Grund);
