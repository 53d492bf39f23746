using Effektkaeder.Domain;

namespace Effektkaeder.Analysis.Stillinger;

/// <summary>How something stands, the best first.</summary>
public enum Farve
{
    Groen,
    Gul,
    Roed,

    /// <summary>Nobody has told, or what is told does not say.</summary>
    Ukendt,
}

public static class Farver
{
    /// <summary>"grøn".</summary>
    public static string Navn(this Farve farve) =>
        farve switch
        {
            Farve.Groen => "grøn",
            Farve.Gul => "gul",
            Farve.Roed => "rød",
            _ => "ukendt",
        };
}

/// <summary>How something stands, why, and since when: never from silence.</summary>
/// <param name="Grund">The words or numbers that it rests on, in Danish.</param>
/// <param name="Dag">The day of what it rests on; null where that has none.</param>
/// <param name="Kilde">The follow-up or measurement that it rests on; null where nothing is told.</param>
public sealed record Stilling(Node Node, Farve Farve, string Grund, DateOnly? Dag, Node? Kilde);
