using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Domain.Tid;

namespace Effektkaeder.Analysis.Aarshjul;

/// <summary>How something due stands on a day.</summary>
public enum Kalenderstand
{
    /// <summary>Its last day has gone, and nobody has told of it.</summary>
    Overskredet,

    /// <summary>It is still to come.</summary>
    Forestaar,

    /// <summary>It was moved by a follow-up, and is still to come.</summary>
    Flyttet,

    /// <summary>A follow-up that was held tells that it is done.</summary>
    Holdt,
}

/// <summary>What is due.</summary>
public enum Kalenderart
{
    Frist,
    Milepael,
    Opfoelgning,
    Rapportering,
}

/// <summary>One thing that is due: a deadline, a milestone, a follow-up or a report; of what recurs, one occurrence.</summary>
/// <param name="Ejer">The effort, contribution or effect that has it.</param>
/// <param name="Fra">First day; equal to the last where it is a day, or where only the last is known.</param>
/// <param name="Til">The last day on which it is in time.</param>
/// <param name="Grund">Why it stands so, in Danish, with the words that say it.</param>
/// <param name="Ansvarlige">Those who answer for the owner, or for the nearest above it.</param>
public sealed record Kalenderpost(
    Node Node,
    Node Ejer,
    Kalenderart Art,
    DateOnly Fra,
    DateOnly Til,
    Tidsudtryk Tid,
    Kalenderstand Stand,
    string Grund,
    IReadOnlyList<Node> Ansvarlige
)
{
    /// <summary>The words of its date; of an occurrence the day.</summary>
    public string Hvornaar => Tid.Gentagelse is null ? Tid.Tekst : $"{Til.InWords()} ({Tid.Tekst})";

    /// <summary>Who answers for it, in words; empty where nobody does.</summary>
    public string Hvem => string.Join(", ", Ansvarlige.Select(a => a.Indhold[Egenskaber.Person] ?? a.Titel));
}

/// <summary>Something that others expect: a duty laid on a unit, or a coupling that points at it or at what it does.</summary>
/// <param name="Hos">What expects it.</param>
/// <param name="Af">The unit, role or own node that it is expected of.</param>
/// <param name="Hvad">In Danish: "er forpligtet i", "er koblet til".</param>
/// <param name="Citat">The words that say so.</param>
public sealed record Forventning(Node Hos, Node Af, string Hvad, Herkomst? Citat);

/// <summary>A year's work for somebody: what is due, what others expect, and what no calendar can hold.</summary>
/// <param name="UdenDato">What is due and has no date that can be read.</param>
public sealed record Kalendersvar(
    DateOnly Dag,
    IReadOnlyList<Kalenderpost> Poster,
    IReadOnlyList<Forventning> Forventet,
    IReadOnlyList<Node> UdenDato
);
