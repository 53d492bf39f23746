namespace Effektkaeder.Domain;

/// <summary>A form field as it was filled in. Every field of every point and table is kept as one of these on its owner.</summary>
/// <param name="Label">The field's name in the profile, whatever synonym the form uses.</param>
/// <param name="Gruppe">The form's group of the field ("Andet"), null where it has none.</param>
/// <param name="Tekst">The cleaned text; empty where the state says so.</param>
/// <param name="Dele">Parts whose state or condition differs from the whole.</param>
public sealed record Feltvaerdi(string Label, string? Gruppe, string Tekst, Feltstatus Status, Herkomst Herkomst, ValueList<Feltdel> Dele)
{
    /// <summary>The text of the field that a pointing field points to.</summary>
    public string? Henviser { get; init; }
}

/// <summary>A part of a field: a clause or a list item with a state or a condition of its own.</summary>
public sealed record Feltdel(string Tekst, Feltstatus Status, string? Betinget = null);
