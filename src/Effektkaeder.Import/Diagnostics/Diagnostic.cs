using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;

namespace Effektkaeder.Import.Diagnostics;

/// <summary>How bad a finding is. Only an <see cref="Fejl"/> keeps a document out.</summary>
public enum Severity
{
    /// <summary>Worth knowing: something was repaired or resolved.</summary>
    Oplysning,

    /// <summary>Read, but not as its writer will have meant, or not wholly.</summary>
    Advarsel,

    /// <summary>The document is not imported.</summary>
    Fejl,
}

/// <summary>One finding about a document: what, where, and what to do.</summary>
/// <param name="Code">Stable: <c>IMP</c> and three digits.</param>
/// <param name="Fil">Path relative to what was imported, with forward slashes.</param>
/// <param name="Linje">1-based line; 0 when it concerns the whole document.</param>
/// <param name="Kolonne">1-based column; 0 when it concerns the whole line.</param>
/// <param name="Besked">One clear Danish sentence.</param>
/// <param name="NaesteSkridt">What the reader can do about it; null when nothing need be done.</param>
public sealed record Diagnostic(
    string Code,
    Severity Severity,
    string Fil,
    int Linje,
    int Kolonne,
    string Besked,
    string? NaesteSkridt = null
)
{
    /// <summary>Where it stands in a format without lines: "side 3, tabel 2, række 4"; null in text.</summary>
    public string? Sted { get; init; }

    /// <summary>The place in the document, as people read it; null where the finding is about all of it.</summary>
    public string? Plads => Sted is null && Linje == 0 ? null : Herkomst.PladsOf(Linje, Sted);

    /// <summary>What does the next step at a command line: "effekt undo", "--kommune NAVN"; null where no command does.</summary>
    public string? Kommando { get; init; }

    /// <summary>The next step for who sits at a command line.</summary>
    public string? Raad => Kommando is null ? NaesteSkridt : $"{NaesteSkridt} ({Kommando})";

    /// <summary>The finding as one line: <c>fil:linje:kolonne: fejl IMP002: besked Næste skridt.</c></summary>
    public override string ToString()
    {
        var sted =
            Linje == 0 ? Fil
            : Sted is not null ? $"{Fil} ({Sted})"
            : Kolonne == 0 ? $"{Fil}:{Linje}"
            : $"{Fil}:{Linje}:{Kolonne}";
        var line = $"{sted}: {Severity.ToString().ToLowerInvariant()} {Code}: {Besked}";
        return Skrifttegn.Of(Raad is null ? line : $"{line} {Raad}").Replace('\n', ' ');
    }
}
