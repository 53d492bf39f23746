namespace Effektkaeder.Import.Mapping.Graf;

/// <summary>A document that agreements stand under: a vision, a policy, a strategy, or a list of political goals.</summary>
/// <param name="Type">"politik", "strategi" or "vision".</param>
/// <param name="Navn">Its name without its years; null where the list has no name of its own.</param>
internal sealed record Overordnet(string Type, string Navn, string Periode, DateOnly? Fra, DateOnly? Til, DateOnly? Vedtaget);
