using Effektkaeder.Analysis.Opfoelgninger;
using Effektkaeder.Analysis.Paavirkning;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Following;

/// <summary>What a held follow-up says and proposes, and what became of each line.</summary>
/// <param name="Afgoerelser">Lines that are decided already.</param>
public record Afgjortforslag(Opfoelgningsforslag Forslag, IReadOnlyList<Linjeafgoerelse> Afgoerelser)
{
    /// <summary>What a line proposes; of one that is decided what was done, since the graph is another now.</summary>
    public string Beskrivelse(Forslagslinje linje) => Of(linje) is { Accepteret: true, Note: { } note } ? note : linje.Beskrivelse;

    /// <summary>What is still to be asked or said of a line; nothing of one that is decided.</summary>
    public string? Spoergsmaal(Forslagslinje linje) => Of(linje) is null ? linje.Spoergsmaal ?? linje.Bemaerkning : null;

    /// <summary>What was said of a line; null while nothing is.</summary>
    public Linjeafgoerelse? Of(Forslagslinje linje) => Afgoerelser.FirstOrDefault(a => a.Nr == linje.Nr);
}

/// <summary>A held follow-up as an analyst meets it: also what it would touch, whom to tell, and what has moved since.</summary>
/// <param name="Paavirkning">What the undecided lines that are ready would touch; null where there are none.</param>
/// <param name="Underret">Whom to tell, the nearest first.</param>
/// <param name="Siden">What the lines are about and others have changed since the follow-up was kept.</param>
public sealed record Opfoelgningssvar(
    Opfoelgningsforslag Forslag,
    IReadOnlyList<Linjeafgoerelse> Afgoerelser,
    Paavirkningssvar? Paavirkning,
    IReadOnlyList<Underretning> Underret,
    IReadOnlyList<Aendretsiden> Siden
) : Afgjortforslag(Forslag, Afgoerelser);

/// <summary>Somebody who is to be told of a change, and the words that tie them to it.</summary>
/// <param name="Hvem">A role or unit; null for a name that only stands in a report's words.</param>
/// <param name="Hvorfor">In Danish: "er ansvarlig for »Branding«".</param>
/// <param name="Citat">The words that say so, and where; null where they are drawn by hand without any.</param>
public sealed record Underretning(string Navn, Node? Hvem, string Hvorfor, Node Om, Herkomst? Citat);

/// <summary>Something that a proposal is about, and that is another now than when it was made.</summary>
/// <param name="Nu">What it says now; null where it is gone.</param>
/// <param name="Revision">The revision that changed it last.</param>
public sealed record Aendretsiden(string Key, string Foer, string? Nu, Revision? Revision)
{
    /// <summary>In Danish: what it was, what it is, and who changed it.</summary>
    public string Besked =>
        $"»{Foer}« er {(Nu is null ? "fjernet" : $"nu »{Nu}«")}"
        + (Revision is { } r ? $" (revision {r.Number}, {r.Author}: {r.Summary})." : ".");
}
