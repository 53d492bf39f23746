using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Domain.Tid;

namespace Effektkaeder.Analysis.Paavirkning;

/// <summary>What happens to a node in a question of impact.</summary>
public enum AendringArt
{
    Aendres,
    Udskydes,
    Bortfalder,
}

/// <summary>One change of a change set.</summary>
/// <param name="Varighed">How long it is postponed; set where it is, unless <see cref="Dag"/> says it.</param>
public sealed record Aendring(string Key, AendringArt Art, Varighed? Varighed = null)
{
    /// <summary>The day it is postponed to: its own last day, or the last of what moves with it, comes to lie there.</summary>
    public DateOnly? Dag { get; init; }

    /// <summary>Of a date that becomes a certain other: which one. Null for every date of the node.</summary>
    public Tidsudtryk? Fra { get; init; }

    /// <summary>What that date becomes, which the duration alone may not say: "1. kvartal 2018" becomes "1. maj 2018".</summary>
    public Tidsudtryk? Til { get; init; }

    /// <summary>"bortfalder", "udskydes 6 måneder", "udskydes til 31. januar 2027".</summary>
    public string Ord =>
        Art switch
        {
            AendringArt.Bortfalder => "bortfalder",
            AendringArt.Udskydes when Til is { } til => $"flyttes til {til.Tekst}",
            AendringArt.Udskydes when Dag is { } day => $"udskydes til {day.InWords()}",
            AendringArt.Udskydes => $"udskydes {Varighed!.Ord}",
            _ => "ændres",
        };

    /// <summary>The date as it is after the change.</summary>
    internal Tidsudtryk After(string key, Tidsudtryk before) =>
        Til is not { } to || key != Key ? before.Shift(Varighed!)
        : Fra is null || Fra == before ? to
        : before;
}

/// <summary>Which way the walk goes along the hierarchy.</summary>
public enum Retning
{
    Ned,
    Op,
    Begge,
}

/// <summary>How far an impact is followed.</summary>
/// <param name="Kanttyper">The edge types walked; none = the hierarchy and couplings. Other types are walked from their lower end
/// up.</param>
/// <param name="Dybde">The most edges in a path; null = any number.</param>
/// <param name="Koblingshop">The most couplings in a path. Through an instrument, a paragraph or a theme is one.</param>
/// <param name="MindsteTillid">The least product of certainty along a path.</param>
/// <param name="AlleStier">All shortest paths of each node, not one.</param>
/// <param name="Gennem">Whether a path may pass through an organisation, an agreement or a policy.</param>
public sealed record Paavirkningsvalg(
    Retning Retning = Retning.Ned,
    IReadOnlyList<EdgeType>? Kanttyper = null,
    int? Dybde = null,
    int Koblingshop = 1,
    double MindsteTillid = 0,
    bool AlleStier = false,
    bool Gennem = false
);
