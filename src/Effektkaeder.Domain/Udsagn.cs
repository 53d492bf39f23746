namespace Effektkaeder.Domain;

/// <summary>What one document says of a node. A node lives while one statement remains.</summary>
/// <param name="Aftale">Key of the agreement whose document this is.</param>
/// <param name="Underskrevet">When that agreement was signed: the earliest statement is the one shown.</param>
/// <param name="Center">Key of the centre that states it; null where none does.</param>
/// <param name="Felter">The form fields the node owns in this document, in the form's order.</param>
public sealed record Udsagn(
    string Aftale,
    DateOnly? Underskrevet,
    string? Center,
    Indhold Indhold,
    ValueList<Feltvaerdi> Felter,
    ValueList<Herkomst> Herkomst
);

/// <summary>What one document says of an edge.</summary>
/// <param name="Fra">Key of the end it starts at in this document: a coupling may be stated from either side.</param>
/// <param name="Grund">Why a hierarchy edge stands; null on other edges.</param>
/// <param name="Tillid">0-1 before any analyst's decision.</param>
/// <param name="Betinget">The words of the condition it hangs on.</param>
/// <param name="Evidens">The words that state it, and where they stand.</param>
public sealed record EdgeUdsagn(
    string Aftale,
    DateOnly? Underskrevet,
    string? Center,
    string Fra,
    Grund? Grund,
    double Tillid,
    string? Betinget,
    ValueList<Herkomst> Evidens
);

/// <summary>The ground of a hierarchy edge.</summary>
public enum Grund
{
    /// <summary>The words, or the form, pair the two.</summary>
    Tekst,

    /// <summary>Both merely stand in the same point or table.</summary>
    Skabelon,
}

/// <summary>Why a coupling stands.</summary>
public enum KoblingArt
{
    Eksplicit,
    Forpligtelse,
    Omtale,
    Redskab,
    Lov,
    Emne,
}

/// <summary>What an analyst has said of a coupling.</summary>
public enum KoblingStatus
{
    Foreslaaet,
    Bekraeftet,
    Afvist,
}

/// <summary>The certainty of what is read, see the model.</summary>
public static class Tillid
{
    public const double Tekst = 1,
        Skabelon = 0.5,
        Bekraeftet = 1,
        Erklaeret = 0.9,
        Omtalt = 0.8,
        Udledt = 0.5;

    public static double Of(Grund grund) => grund == Grund.Tekst ? Tekst : Skabelon;
}

internal static class UdsagnOrder
{
    /// <summary>The earliest signed agreement first, then the smallest key; a ghost after any real statement.</summary>
    public static int Compare(DateOnly? aSigned, string aKey, DateOnly? bSigned, string bKey)
    {
        var bySigned = (aSigned ?? DateOnly.MaxValue).CompareTo(bSigned ?? DateOnly.MaxValue);
        return bySigned != 0 ? bySigned : string.CompareOrdinal(aKey, bKey);
    }
}
