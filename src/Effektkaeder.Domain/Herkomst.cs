namespace Effektkaeder.Domain;

/// <summary>Where words stand in a document, and what the words are.</summary>
/// <param name="Dokument">Path relative to what was imported, with forward slashes.</param>
/// <param name="Linje">1-based line; in formats without lines the running number of the paragraph or row.</param>
/// <param name="Ordret">The text exactly as it stands, before repair.</param>
/// <param name="Felt">The label of the form field, where it stands in one.</param>
/// <param name="Reparation">What was repaired, in Danish; null where nothing was.</param>
/// <param name="Sted">
/// Where a reader finds it in a format without lines: "side 3, tabel 2, række 4, celle 1", "ark »Skoler«, celle B4"; null in text.
/// </param>
public sealed record Herkomst(
    string Dokument,
    int Linje,
    string Ordret,
    string? Felt = null,
    string? Reparation = null,
    string? Sted = null
)
{
    /// <summary>The place in its document: "linje 12", "ark »Skoler«, celle B4".</summary>
    public string Plads => PladsOf(Linje, Sted);

    /// <param name="sted">Null in text, where the line says it.</param>
    public static string PladsOf(int linje, string? sted) => sted ?? $"linje {linje}";

    /// <summary>The document and the place in it: "aftale.md, linje 12".</summary>
    public string Hvor => $"{Dokument}, {Plads}";
}

/// <summary>The document that an agreement was read from.</summary>
/// <param name="Fil">Path relative to what was imported, with forward slashes.</param>
/// <param name="Sha256">Lower-case hex of the whole file.</param>
/// <param name="Skabelon">The code of the template profile that fitted.</param>
public sealed record Kilde(string Fil, string Sha256, string Skabelon);
