namespace Effektkaeder.Exchange.Rapporter;

/// <summary>A report: a title, a line under it, and its parts in order. Whatever it is written as says the same.</summary>
public sealed record Rapport(string Titel, string Undertitel, IReadOnlyList<Rapportdel> Dele);

/// <summary>A heading, a paragraph or a table.</summary>
public abstract record Rapportdel;

/// <param name="Niveau">1 or 2.</param>
public sealed record Overskrift(int Niveau, string Tekst) : Rapportdel;

public sealed record Afsnit(string Tekst) : Rapportdel;

/// <param name="Hoveder">What stands above each column; none where the rows say it themselves.</param>
/// <param name="Raekker">Cells in the columns' order; a line end in a cell begins a new paragraph.</param>
public sealed record Tabel(IReadOnlyList<string> Hoveder, IReadOnlyList<IReadOnlyList<string>> Raekker) : Rapportdel;
