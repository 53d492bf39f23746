namespace Effektkaeder.Exchange.Rapporter;

/// <summary>A report: a title, a line under it, and its parts in order. Whatever it is written as says the same.</summary>
public sealed record Rapport(string Titel, string Undertitel, IReadOnlyList<Rapportdel> Dele)
{
    /// <summary>So many columns are read on a page that lies.</summary>
    private const int Wide = 5;

    /// <summary>Whether the paper lies: its tables are too wide for one that stands.</summary>
    public bool ErLiggende => Dele.OfType<Tabel>().Any(t => t.Kolonner >= Wide);
}

/// <summary>A heading, a paragraph or a table.</summary>
public abstract record Rapportdel;

/// <param name="Niveau">1 or 2.</param>
public sealed record Overskrift(int Niveau, string Tekst) : Rapportdel;

public sealed record Afsnit(string Tekst) : Rapportdel;

/// <param name="Hoveder">What stands above each column; none where the rows say it themselves.</param>
/// <param name="Raekker">Cells in the columns' order; a line end in a cell begins a new paragraph.</param>
public sealed record Tabel(IReadOnlyList<string> Hoveder, IReadOnlyList<IReadOnlyList<string>> Raekker) : Rapportdel
{
    /// <summary>Letters: a column that holds more wraps, and one that holds less has room for its longest word.</summary>
    private const int MostLetters = 48,
        FewestLetters = 6;

    public int Kolonner => Math.Max(Hoveder.Count, Raekker.Select(r => r.Count).DefaultIfEmpty(0).Max());

    /// <summary>How broad each column is, as a share of the table: by what it holds, so that few words wrap where many must.</summary>
    public IReadOnlyList<double> Andele
    {
        get
        {
            var letters = Enumerable.Range(0, Kolonner).Select(Letters).ToList();
            return [.. letters.Select(l => l / letters.Sum())];
        }
    }

    private double Letters(int column)
    {
        var cells = Raekker.Prepend(Hoveder).Where(r => r.Count > column).Select(r => r[column]).ToList();
        var longestWord = cells.SelectMany(c => c.Split((char[]?)null)).Select(w => w.Length).DefaultIfEmpty(0).Max();
        var mean = cells.Where(c => c.Length > 0).Select(c => (double)Math.Min(c.Length, 4 * MostLetters)).DefaultIfEmpty(0).Average();
        return Math.Clamp(Math.Max(mean, Math.Min(longestWord, MostLetters / 3)), FewestLetters, MostLetters);
    }
}
