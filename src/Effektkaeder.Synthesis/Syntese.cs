namespace Effektkaeder.Synthesis;

/// <summary>How large a country to invent. The same options give the same bytes.</summary>
/// <param name="Kommuner">Municipalities, 1-98.</param>
/// <param name="Centre">Centres in each, 1-10.</param>
/// <param name="Aar">Years of agreements, the last being <paramref name="SidsteAar"/>.</param>
/// <param name="Skaevhed">0-1: how often a form is filled in askew (a declared none, a pointer, a placeholder, an unclosed list).</param>
/// <param name="Koblingsgrad">0-1: how often an effort names another centre's.</param>
public sealed record SynteseOptions(int Kommuner = 1, int Centre = 3, int Aar = 1, int Seed = 1, double Skaevhed = 0.2, double Koblingsgrad = 0.5, int SidsteAar = 2026);

/// <summary>An invented agreement, in the structure that both forms share.</summary>
/// <param name="ErMaalaftale">The goal-agreement form; else the development-agreement form.</param>
public sealed record SyntetiskAftale(
    string Kommune, string Omraade, string Udvalg, string Politik, int Aar, bool ErMaalaftale, string Leder, string Centerchef, string Vision, IReadOnlyList<SyntetiskIndsats> Indsatser)
{
    public string Center => $"Center for {Omraade}";

    /// <summary>A file name that is unique in the country.</summary>
    public string Mappe => $"{Domain.NodeKeys.Kommune(Kommune)}/{Domain.Tekst.Slug.Of(Omraade)}-{Aar}";
}

/// <param name="Saetning">The sentence after the name, in the goal-agreement form.</param>
/// <param name="Koblet">Another centre's effort that it names, and the centre; null for none.</param>
public sealed record SyntetiskIndsats(
    string Navn, string Saetning, IReadOnlyList<string> Maal, IReadOnlyList<SyntetiskBidrag> Bidrag, (string Indsats, string Center)? Koblet, Skaevheder Skaevheder);

public sealed record SyntetiskBidrag(string Titel, IReadOnlyList<string> Effekter, IReadOnlyList<string> Indikatorer, IReadOnlyList<(string Tekst, string Tid)> Milepaele, string Opfoelgning);

/// <summary>What is askew in a filled form.</summary>
[Flags]
public enum Skaevheder { Ingen = 0, IngenBaseline = 1, DokumentationHenviser = 2, DatoMangler = 4, TomtListepunkt = 8 }
