using Effektkaeder.Domain;

namespace Effektkaeder.Synthesis;

/// <summary>How large a country to invent, and how often what happens in it. The same options give the same bytes.</summary>
/// <param name="Kommuner">Municipalities, 1-98.</param>
/// <param name="Centre">Centres in each, 1-10.</param>
/// <param name="Aar">Years of agreements, the last being <paramref name="SidsteAar"/>.</param>
/// <param name="Skaevhed">0-1: how often a point or table is filled in askew, for each of <see cref="Skaevheder"/> by itself.</param>
/// <param name="Koblingsgrad">0-1: how often an effort names another centre's.</param>
/// <param name="Frafald">0-1: how often an effort is dropped from one year to the next.</param>
/// <param name="Udgaver">0-1: how often an agreement is signed anew in the middle of its year, with less in it.</param>
/// <param name="Lovgrad">0-1: how often a contribution or an effort rests on an act, in the centres that have one.</param>
/// <param name="Forbehold">0-1: how often naming another centre's effort awaits a decision.</param>
public sealed record SynteseOptions(
    int Kommuner = 1,
    int Centre = 3,
    int Aar = 1,
    int Seed = 1,
    double Skaevhed = 0.2,
    double Koblingsgrad = 0.5,
    double Frafald = 0.1,
    double Udgaver = 0.1,
    int SidsteAar = 2026,
    double Lovgrad = 0.3,
    double Forbehold = 0.25
);

/// <summary>An invented agreement, in the structure that both forms share.</summary>
/// <param name="ErMaalaftale">The goal-agreement form, signed by an institution; else the development-agreement form, by its
/// centre.</param>
/// <param name="Udgave">1, or 2 for the one signed anew.</param>
/// <param name="Opfoelgning">What was found when the first effort was followed up last year; null in its first year.</param>
public sealed record SyntetiskAftale(
    string Kommune,
    string Omraade,
    string Institution,
    string Udvalg,
    string Politik,
    int Aar,
    int Udgave,
    bool ErMaalaftale,
    string Leder,
    string Centerchef,
    string Vision,
    IReadOnlyList<SyntetiskIndsats> Indsatser,
    SyntetiskMaaling? Opfoelgning
)
{
    public string Center => $"Center for {Omraade}";

    /// <summary>The day it was signed, as its cover says it.</summary>
    public string Underskrevet => $"{(Udgave == 1 ? "15. januar" : "1. maj")} {Aar}";

    /// <summary>The same for all editions of an agreement, unique in the country.</summary>
    public string Mappe => $"{Domain.NodeKeys.Kommune(Kommune)}/{Slug.Of(Omraade)}-{Aar}";

    /// <summary>The document's path; an agreement's editions are read in the order of their paths.</summary>
    public string Fil => $"{Mappe}/{(Udgave == 1 ? "aftale" : "ny-udgave")}.md";
}

/// <param name="Saetning">The sentence after the name, in the goal-agreement form.</param>
/// <param name="Koblet">Another centre's effort that it names, and the centre; null for none.</param>
/// <param name="Betinget">That it names awaits a decision.</param>
/// <param name="Maaling">How it stood last year; null in its first year, where it is yet to be measured.</param>
/// <param name="Lov">The paragraph that the effort rests on, in the development-agreement form; null for none.</param>
public sealed record SyntetiskIndsats(
    string Navn,
    string Saetning,
    IReadOnlyList<string> Maal,
    IReadOnlyList<SyntetiskBidrag> Bidrag,
    (string Indsats, string Center)? Koblet,
    bool Betinget,
    SyntetiskMaaling? Maaling,
    SyntetiskLov? Lov,
    Skaevheder Skaevheder
)
{
    public bool Is(Skaevheder skaevhed) => Skaevheder.HasFlag(skaevhed);
}

/// <param name="Opfoelgning">When what was tried is followed up.</param>
/// <param name="Lov">The paragraph that the contribution rests on, in the goal-agreement form; null for none.</param>
public sealed record SyntetiskBidrag(
    string Titel,
    IReadOnlyList<string> Effekter,
    IReadOnlyList<string> Indikatorer,
    IReadOnlyList<(string Tekst, string Tid)> Milepaele,
    string Opfoelgning,
    SyntetiskLov? Lov
);

/// <summary>An act as a document names it, by the code that importers know it by, and the paragraph.</summary>
public sealed record SyntetiskLov(string Navn, string Kode, string Paragraf)
{
    /// <summary>As it stands in running text.</summary>
    public string Henvisning => $"{Navn} § {Paragraf}";

    /// <summary>As the graph names it, whatever a document calls the act.</summary>
    public string Titel => $"{Kode} § {Paragraf}";
}

/// <summary>A share of the target group, measured in December of a year, and the year before.</summary>
public sealed record SyntetiskMaaling(int Aar, int Procent, int ProcentFoer);

/// <summary>What is askew in a filled form.</summary>
[Flags]
public enum Skaevheder
{
    Ingen = 0,

    /// <summary>No baseline: the field says "Ingen".</summary>
    IngenBaseline = 1,

    /// <summary>The documentation is a pointer to the field above.</summary>
    DokumentationHenviser = 2,

    /// <summary>A date is a placeholder: "x dato".</summary>
    DatoMangler = 4,

    /// <summary>A list ends in an empty bullet.</summary>
    TomtListepunkt = 8,

    /// <summary>The labels are other words for the form's own.</summary>
    AndreLabels = 16,

    /// <summary>The fields stand in another order.</summary>
    AndenRaekkefoelge = 32,

    /// <summary>The target group is announced and not given.</summary>
    TomMaalgruppe = 64,

    /// <summary>A field that the form does not require is not there.</summary>
    FeltMangler = 128,

    /// <summary>The table is cut by a page break.</summary>
    Sideskift = 256,

    /// <summary>A follow-up is planned before what it follows up is tried.</summary>
    TidligOpfoelgning = 512,
}
