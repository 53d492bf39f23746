using Effektkaeder.Domain;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Mapping.Felter;

/// <summary>The words of one node that a field gives.</summary>
/// <param name="Tekst">Its cleaned whole.</param>
/// <param name="Navn">What its title is made of: its heading or its own item, without what describes it.</param>
/// <param name="Linje">1-based line where it begins.</param>
/// <param name="Ordret">The words verbatim.</param>
/// <param name="Indledning">The introduction above its list; empty where there is none.</param>
/// <param name="Trin">The stage word it opens with, in lower case.</param>
internal sealed record Nodetekst(
    string Tekst,
    string Navn,
    int Linje,
    string Ordret,
    string? Reparation = null,
    string Indledning = "",
    string? Trin = null
)
{
    internal Herkomst Herkomst(string fil, string label) => new(fil, Linje, Ordret, label, Reparation);

    /// <summary>A part of a block: verbatim the part itself, or the whole block where markup stands inside the part.</summary>
    internal static string OrdretDel(string raw, string del) => raw.Contains(del, StringComparison.Ordinal) ? del : raw;

    internal static Nodetekst Of(ListItem item, string indledning) =>
        new(item.FullText, item.Text, item.Line, item.Raw, item.Repair, indledning);
}
