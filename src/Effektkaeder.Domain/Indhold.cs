using System.Globalization;
using Effektkaeder.Domain.Tid;

namespace Effektkaeder.Domain;

/// <summary>What a node says: the part of a statement that people see.</summary>
/// <param name="Titel">At most 80 characters; see <see cref="Tekst.Titel"/>.</param>
/// <param name="Tekst">The cleaned whole.</param>
public sealed record Indhold(string Titel, string Tekst)
{
    /// <summary>
    /// The kind within the kind: an organisation's (<see cref="Domain.Arter"/>), a milestone's, a follow-up's, a measurement's; an
    /// agreement's type.
    /// </summary>
    public string? Art { get; init; }

    /// <summary>Named but not imported: a ghost, filled in by a later document.</summary>
    public bool Henvist { get; init; }

    /// <summary>A goal that only stands for the document it is named in.</summary>
    public bool Uspecificeret { get; init; }

    /// <summary>The words of the condition that this hangs on; null when it hangs on none.</summary>
    public string? Betinget { get; init; }

    /// <summary>The times it states.</summary>
    public ValueList<Tidsudtryk> Tider { get; init; } = [];

    /// <summary>The last of the days that its times name; null where none names any.</summary>
    public DateOnly? SidsteDag => Tider.Where(t => t.HarInterval).Max(t => t.Til ?? t.Fra);

    /// <summary>Further properties, ordered by name; the names are in <see cref="Egenskaber"/>.</summary>
    public ValueList<Egenskab> Egenskaber { get; init; } = [];

    /// <summary>Other names it goes by, ordered.</summary>
    public ValueList<string> Aliaser { get; init; } = [];

    public string? this[string egenskab] => Egenskaber.FirstOrDefault(e => e.Navn == egenskab)?.Vaerdi;

    /// <summary>A property as a day; null where it is not there, or is none.</summary>
    public DateOnly? Dag(string egenskab) =>
        DateOnly.TryParseExact(this[egenskab], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dag) ? dag : null;
}

/// <summary>A named property of a node; dates are ISO 8601.</summary>
public sealed record Egenskab(string Navn, string Vaerdi);

/// <summary>The names of the properties that nodes of some kinds have.</summary>
public static class Egenskaber
{
    /// <summary>Aftale: its number, where it has one.</summary>
    public const string Nummer = "nummer";

    /// <summary>Aftale: the period's first day.</summary>
    public const string PeriodeFra = "periodeFra";

    /// <summary>Aftale: the period's last day.</summary>
    public const string PeriodeTil = "periodeTil";

    /// <summary>Aftale: the day it was signed.</summary>
    public const string Underskrevet = "underskrevet";

    /// <summary>Aftale: how many times it has been imported with other content, from 1.</summary>
    public const string Udgave = "udgave";

    /// <summary>Aftale: the edition that the document itself states ("2. udgave").</summary>
    public const string AngivetUdgave = "angivetUdgave";

    /// <summary>Aftale: SHA-256 of each document of another file that gave way to this one, parted by spaces.</summary>
    public const string Erstattet = "erstattet";

    /// <summary>Aftale: the day that a follow-up last changed it.</summary>
    public const string Revideret = "revideret";

    /// <summary>What was given up after a follow-up: the day that it was.</summary>
    public const string Opgivet = "opgivet";

    /// <summary>Milepael, Opfoelgning: the words of the date that it had before a follow-up moved it.</summary>
    public const string FlyttetFra = "flyttetFra";

    /// <summary>Aftale: the imported file.</summary>
    public const string Fil = "fil";

    /// <summary>Aftale: the file's SHA-256.</summary>
    public const string Sha256 = "sha256";

    /// <summary>Aftale: the template profile it was read with.</summary>
    public const string Skabelon = "skabelon";

    /// <summary>Aftale: which way its document was read: <c>profil</c>, <c>etiketter</c> or <c>afsnit</c>.</summary>
    public const string Laesning = "laesning";

    /// <summary>Aftale: how many blocks of its document were not read; their places are told at import.</summary>
    public const string Ulaest = "ulaest";

    /// <summary>Politik: the day it was adopted.</summary>
    public const string Vedtaget = "vedtaget";

    /// <summary>Effekt: its weight among the agreement's goals.</summary>
    public const string Vaegt = "vaegt";

    /// <summary>Rolle: the person's name.</summary>
    public const string Person = "person";

    /// <summary>Rolle: key of the organisation it is held in.</summary>
    public const string Organisation = "organisation";

    /// <summary>Maalgruppe: its stage ("i første omgang").</summary>
    public const string Trin = "trin";

    /// <summary>Opfoelgning: to whom it is reported.</summary>
    public const string Til = "til";

    /// <summary>Opfoelgning: <c>planlagt</c> or <c>afholdt</c>.</summary>
    public const string Forloeb = "forloeb";

    /// <summary>Maaling: a <see cref="Feltstatus"/> in lower case: vaerdi, ingen or planlagt.</summary>
    public const string Tilstand = "tilstand";

    /// <summary>Maaling: the value.</summary>
    public const string Vaerdi = "vaerdi";

    /// <summary>Maaling: "mere" or "mindre", whichever who measured called better.</summary>
    public const string Bedre = "bedre";

    /// <summary>Indsats: the number of its point, or Bidrag: of its table.</summary>
    public const string Punkt = "punkt";

    /// <summary>A node of a graph that was loaded from lines: its own id there.</summary>
    public const string Id = "id";

    /// <summary>Kommune, Organisation: the name that the lines of a loaded graph have for it.</summary>
    public const string Skrevet = "skrevet";

    /// <summary>Effekt: <c>kort</c> or <c>langt</c> sigt, where the text says so.</summary>
    public const string Sigt = "sigt";
}

/// <summary>The values of <see cref="Indhold.Art"/>, by kind.</summary>
public static class Arter
{
    public static readonly IReadOnlyList<string> Organisation =
    [
        "byraad",
        "udvalg",
        "direktion",
        "center",
        "institution",
        "virksomhed",
        "afdeling",
        "team",
        "raad",
        "ekstern",
        "gruppe",
    ];

    public static readonly IReadOnlyList<string> Milepael = ["milepael", "frist"];
    public static readonly IReadOnlyList<string> Opfoelgning = ["opfoelgning", "rapportering"];
    public static readonly IReadOnlyList<string> Maaling = ["baseline", "maaling"];
    public static readonly IReadOnlyList<string> Aftale =
    [
        "udviklingsaftale",
        "maalaftale",
        "virksomhedsaftale",
        "politik",
        "strategi",
        "vision",
    ];

    /// <summary>Of the agreements that are no document: what is written by hand, and a graph that was loaded from lines.</summary>
    public const string Manuelt = "manuelt",
        Graf = "graf";

    public static IReadOnlyList<string> Alle { get; } =
    [.. Organisation, .. Aftale, Manuelt, Graf, .. Milepael, .. Opfoelgning, .. Maaling];
}
