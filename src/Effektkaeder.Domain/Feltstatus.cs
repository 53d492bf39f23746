namespace Effektkaeder.Domain;

/// <summary>What stands in a field, or in a part of one, instead of a blank.</summary>
public enum Feltstatus
{
    /// <summary>A value.</summary>
    Vaerdi,

    /// <summary>Declared none: "Ingen".</summary>
    Ingen,

    /// <summary>Points to another field: "Se punktet ovenfor". Counts as present.</summary>
    Henvisning,

    /// <summary>Something to be filled in: "x dato", "[dato]".</summary>
    Pladsholder,

    /// <summary>Will be made: "Der skal foretages …".</summary>
    Planlagt,

    /// <summary>The form's own prompt; not data.</summary>
    Ledetekst,

    /// <summary>Announced and then missing.</summary>
    Tom,

    /// <summary>The document ends inside it.</summary>
    Afkortet,
}
