using System.Text.RegularExpressions;
using Effektkaeder.Import.Mapping.Kladde;
using Effektkaeder.Import.Mapping.Skabeloner;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Mapping.Etiketter;

/// <summary>What the heads of a table's columns say that the cells under them are.</summary>
/// <param name="Felter">One a column; null for a column without a head, or whose words stand in another.</param>
/// <param name="Kaede">The columns that hold links of the chain, from the left.</param>
/// <param name="Noegle">The column that tells a row from the one above: the first of the chain, else the first words; -1 for none.</param>
internal sealed partial record Kolonnehoveder(
    Etiketordbog Ord,
    IReadOnlyList<TableCell> Navne,
    IReadOnlyList<Felt?> Felter,
    IReadOnlyList<int> Kaede,
    int Noegle,
    int Politik
)
{
    internal static Kolonnehoveder Of(Etiketordbog ord, IReadOnlyList<TableCell> names)
    {
        var felter = names.Select(c => Column(ord, c, names)).ToList();
        var policy = Policy(names, felter);
        if (policy >= 0)
        {
            felter[policy] = null;
        }

        var chain = felter.Select((f, i) => (f, i)).Where(p => p.f is not null && p.f.IsLed()).Select(p => p.i).ToList();
        return new(ord, names, felter, chain, chain.Count > 0 ? chain[0] : felter.FindIndex(f => f?.Rolle == "kun-felt"), policy);
    }

    internal bool NamesEfforts => Felter.Any(f => f?.Rolle == "indsats");

    internal bool IsOfGoals => Kaede.All(i => Felter[i]!.Rolle == "politisk-maal");

    /// <summary>A row as it is meant: a goal under its policy, and what stands again from the row above as a copy.</summary>
    internal TableRow Meant(TableRow row, TableRow? above) => Filled(WithPolicy(row), above);

    /// <summary>The heads once more, where a page begins.</summary>
    internal bool IsHeadAgain(TableRow line) =>
        line.Cells.Where(c => !c.IsEmpty && !c.IsCopy).All(c => Ord.Find(c.Text) is { } felt && Felter.Contains(felt))
        && line.Cells.Count(c => !c.IsEmpty && !c.IsCopy) >= 2;

    /// <summary>A column's cell, with what the column's head says of every one.</summary>
    internal TableCell Cell(int column, TableCell cell) =>
        Felter[column]?.Art == "milepael" ? Aarskolonner.Dated(Ord, Navne[column].Text, cell) : cell;

    /// <summary>What a column holds: a label, the last of two that it names, or words of its own.</summary>
    private static Felt? Column(Etiketordbog ord, TableCell name, IReadOnlyList<TableCell> names)
    {
        var text = name.Text.Replace('\n', ' ');
        // "Mål nr." beside no "Mål" is the number of a goal that stands elsewhere.
        if (Numbering().Match(text) is { Success: true } m && ord.Find(m.Groups["label"].Value) is { } named && named.IsLed())
        {
            return names.Any(n => ord.Find(n.Text) == named) ? ord.Find(text) : named;
        }

        return ord.Find(text)
            ?? (Aarskolonner.OfMilestones(ord, text) is not null ? new Felt(text, [], "milepael", Art: "milepael") : null)
            ?? (text.Split(" og ") is { Length: 2 } both && both.All(p => ord.Find(p)?.IsLed() == true) ? ord.Find(both[1]) : null)
            ?? (name.IsEmpty ? null : new Felt(text, [], "kun-felt"));
    }

    /// <summary>The column that names the policy of the goal in another; -1 where there is none.</summary>
    private static int Policy(IReadOnlyList<TableCell> names, List<Felt?> felter) =>
        felter.Count(f => f?.Rolle == "politisk-maal") == 2
            ? Enumerable
                .Range(0, names.Count)
                .FirstOrDefault(i => felter[i]?.Rolle == "politisk-maal" && PolitiskeMaal.IsPolitikord(names[i].Text), -1)
            : -1;

    /// <summary>"Børnepolitik | Alle har en ven" → "Børnepolitik: Alle har en ven", as a goal under its policy is written.</summary>
    private TableRow WithPolicy(TableRow row)
    {
        if (Politik < 0)
        {
            return row;
        }

        var goal = Kaede.First(i => Felter[i]!.Rolle == "politisk-maal");
        if (Politik >= row.Cells.Count || goal >= row.Cells.Count || row.Cells[Politik].IsEmpty || row.Cells[goal].IsEmpty)
        {
            return row;
        }

        var (name, cell) = (row.Cells[Politik], row.Cells[goal]);
        var said = new ParagraphBlock(
            PolitiskeMaal.Under(name.Text.Replace('\n', ' '), cell.Text),
            true,
            cell.Place,
            $"{name.Raw}\t{cell.Raw}"
        );
        return row with
        {
            Cells = [.. row.Cells.Select((c, i) => i == goal ? new TableCell([said], c.Place, said.Raw, c.Repairs, c.IsCopy) : c)],
        };
    }

    /// <summary>
    /// A table that knows no spanned cells (a list of commas) says again in each row what stands above: the goals that two rows share
    /// from the left are one goal, as where the cell reaches over both.
    /// </summary>
    private TableRow Filled(TableRow line, TableRow? above)
    {
        if (above is null)
        {
            return line;
        }

        var shared = Kaede.TakeWhile(i => i < line.Cells.Count && i < above.Cells.Count && IsAgain(line.Cells[i], above.Cells[i])).ToList();
        return shared.Count == 0 || shared.Count == Kaede.Count
            ? line
            : line with
            {
                Cells = [.. line.Cells.Select((c, i) => shared.Contains(i) ? c with { IsCopy = true } : c)],
            };
    }

    private static bool IsAgain(TableCell cell, TableCell above) =>
        cell.IsCopy || (!cell.IsEmpty && string.Equals(cell.Text, above.Text, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"\A(?<label>\p{L}[\p{L} ]*?)[\s-]*(?:nr|nummer)\.?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Numbering();
}
