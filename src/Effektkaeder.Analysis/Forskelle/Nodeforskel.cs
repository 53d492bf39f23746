using Effektkaeder.Analysis.Genkendelser;
using Effektkaeder.Domain;

namespace Effektkaeder.Analysis.Forskelle;

/// <summary>What became of a node.</summary>
public enum Forskelsart
{
    Ny,
    Fjernet,

    /// <summary>It says something else, under its own key or another; it may stand elsewhere too.</summary>
    Aendret,

    /// <summary>It says the same, in another centre or under others than before.</summary>
    Flyttet,
}

/// <summary>One thing that is told otherwise.</summary>
/// <param name="Felt">
/// <c>titel</c>, <c>tekst</c>, <c>tid</c>, <c>center</c>, <c>over</c>, a property's name or a form field's label.
/// </param>
/// <param name="Foer">Empty where nothing stood.</param>
/// <param name="Efter">Empty where nothing stands.</param>
public sealed record Feltforskel(string Felt, string Foer, string Efter)
{
    /// <summary>The words that differ.</summary>
    public Ordskift Ord => Ordskift.Of(Foer, Efter);
}

/// <summary>A node that is not the same on both sides.</summary>
/// <param name="Foer">Null for a new one.</param>
/// <param name="Efter">Null for one that is gone.</param>
/// <param name="Lighed">0-1: how alike the two are; 1 for the same key; null where there is only one.</param>
/// <param name="Grund">What the two are known by: "samme nøgle", or the words.</param>
public sealed record Nodeforskel(Forskelsart Art, Node? Foer, Node? Efter, double? Lighed, string? Grund, IReadOnlyList<Feltforskel> Felter)
{
    /// <summary>As it is now, or as it last was.</summary>
    public Node Node => (Efter ?? Foer)!;
}

/// <summary>An edge that only one side has, between what stands on both.</summary>
public sealed record Kantforskel(Edge Kant, Node Fra, Node Til);

/// <summary>What differs between two selections.</summary>
/// <param name="Noder">By level, kind and key.</param>
/// <param name="NyeKanter">Edges that only the later side has.</param>
/// <param name="FjernedeKanter">Edges that only the earlier side has.</param>
/// <param name="Genkendte">What is the same thing under another key, told otherwise or not; by the new key.</param>
public sealed record Forskel(
    IReadOnlyList<Nodeforskel> Noder,
    IReadOnlyList<Kantforskel> NyeKanter,
    IReadOnlyList<Kantforskel> FjernedeKanter,
    IReadOnlyList<Genkendt> Genkendte
);
