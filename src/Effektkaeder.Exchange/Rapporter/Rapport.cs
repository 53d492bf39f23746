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
    /// <summary>Letters: a column has room for its longest word, up to a third of what it may hold before it wraps.</summary>
    private const int MostLetters = 48;

    /// <summary>Letters on a line across a page, and what the edges of a cell take.</summary>
    private const int Line = 90,
        Edges = 3;

    public int Kolonner => Math.Max(Hoveder.Count, Raekker.Select(r => r.Count).DefaultIfEmpty(0).Max());

    /// <summary>How broad each column is, as a share of the table: by what it holds, so that few words wrap where many must.</summary>
    public IReadOnlyList<double> Andele
    {
        get
        {
            var columns = Enumerable.Range(0, Kolonner).Select(Column).ToList();
            var least = columns.Select(c => Edges + Math.Min(LongestWord(c), MostLetters / 3)).ToList();
            var more = columns.Zip(least, (c, l) => Math.Max(0, Mean(c) - l)).ToList();
            var free = more.Sum() == 0 ? 0 : Math.Max(0, Line - least.Sum()) / more.Sum();
            var widths = least.Zip(more, (l, m) => l + (free * m)).ToList();
            return [.. widths.Select(w => w / widths.Sum())];
        }
    }

    private List<string> Column(int column) =>
        [.. Raekker.Prepend(Hoveder).Where(r => r.Count > column).Select(r => r[column]).Where(c => c.Length > 0)];

    /// <summary>A long name of a file breaks where it has a hyphen or a slash.</summary>
    private static int LongestWord(List<string> cells) =>
        cells.SelectMany(c => c.Split([' ', '\n', '-', '/'])).Select(w => w.Length).DefaultIfEmpty(0).Max();

    private static double Mean(List<string> cells) =>
        Math.Min(MostLetters, cells.Select(c => (double)Math.Min(c.Length, 4 * MostLetters)).DefaultIfEmpty(0).Average());
}
