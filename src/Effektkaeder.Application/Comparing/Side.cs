using Effektkaeder.Application.Asking;

namespace Effektkaeder.Application.Comparing;

/// <summary>One side of a comparison: a way to look at the graph, and what of it is compared.</summary>
/// <param name="Aftale">Only what this agreement states: its key.</param>
/// <param name="Udgave">Of the agreement: as it was in this edition, from 1.</param>
/// <param name="Center">Only what this centre, or its agreements, state: its key.</param>
/// <param name="Kommune">Only this municipality's: its short name.</param>
public sealed record Side(Udsyn Udsyn, string? Aftale = null, int? Udgave = null, string? Center = null, string? Kommune = null);
