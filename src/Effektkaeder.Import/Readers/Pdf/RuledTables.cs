namespace Effektkaeder.Import.Readers.Pdf;

/// <summary>Tables whose cells are drawn: rules that meet are one table, and where no rule parts two cells they are one.</summary>
internal static class RuledTables
{
    private const int MostRules = 4000;

    internal static IReadOnlyList<RuledTable> Find(PdfPage page)
    {
        var rules = page.Rules.Take(MostRules).ToList();
        var group = Enumerable.Range(0, rules.Count).ToArray();
        for (var i = 0; i < rules.Count; i++)
        {
            for (var j = i + 1; j < rules.Count; j++)
            {
                if (rules[i].Meets(rules[j]))
                {
                    group[Root(group, j)] = Root(group, i);
                }
            }
        }

        return
        [
            .. rules
                .Select((r, i) => (Rule: r, Root: Root(group, i)))
                .GroupBy(r => r.Root)
                .Select(g => RuledTable.Of([.. g.Select(r => r.Rule)]))
                .OfType<RuledTable>(),
        ];
    }

    private static int Root(int[] group, int i)
    {
        while (group[i] != i)
        {
            group[i] = group[group[i]];
            i = group[i];
        }

        return i;
    }
}

/// <param name="Xs">Where its upright rules stand, from the left.</param>
/// <param name="Ys">Where its level rules stand, from the top.</param>
internal sealed record RuledTable(double[] Xs, double[] Ys, IReadOnlyList<Rule> Rules)
{
    private const double Near = 3;

    internal double Top => Ys[0];

    internal static RuledTable? Of(IReadOnlyList<Rule> rules)
    {
        var xs = Distinct(rules.Where(r => !r.IsLevel).Select(r => r.At));
        var ys = Distinct(rules.Where(r => r.IsLevel).Select(r => r.At));
        // One box round a text is no table.
        return xs.Length >= 3 && ys.Length >= 2 || xs.Length >= 2 && ys.Length >= 3 ? new RuledTable(xs, [.. ys.Reverse()], rules) : null;
    }

    internal bool Holds(PdfWord word) =>
        word.MiddleX >= Xs[0] - Near && word.MiddleX <= Xs[^1] + Near && word.MiddleY >= Ys[^1] - Near && word.MiddleY <= Ys[0] + Near;

    /// <summary>The cells of each row that begin in it, with their words and spans.</summary>
    internal IEnumerable<IReadOnlyList<(int Rows, int Columns, IReadOnlyList<PdfWord> Words)>> Rows(IReadOnlyList<PdfWord> words)
    {
        var inside = words.Where(Holds).ToList();
        var taken = new HashSet<(int, int)>();
        for (var r = 0; r + 1 < Ys.Length; r++)
        {
            var row = new List<(int, int, IReadOnlyList<PdfWord>)>();
            for (var c = 0; c + 1 < Xs.Length; c++)
            {
                if (!taken.Add((r, c)))
                {
                    continue;
                }

                var (right, low) = (c + 1, r + 1);
                while (right + 1 < Xs.Length && !IsRuled(false, Xs[right], Ys[r + 1], Ys[r]))
                {
                    right++;
                }

                while (low + 1 < Ys.Length && !IsRuled(true, Ys[low], Xs[c], Xs[right]))
                {
                    low++;
                }

                for (var y = r; y < low; y++)
                {
                    for (var x = c; x < right; x++)
                    {
                        taken.Add((y, x));
                    }
                }

                var own = inside
                    .Where(w => w.MiddleX >= Xs[c] && w.MiddleX < Xs[right] && w.MiddleY <= Ys[r] && w.MiddleY > Ys[low])
                    .ToList();
                row.Add((low - r, right - c, own));
            }

            if (row.Count > 0)
            {
                yield return row;
            }
        }
    }

    /// <summary>Whether a rule runs at least half the way between two neighbours.</summary>
    private bool IsRuled(bool level, double at, double from, double to) =>
        Rules
            .Where(r => r.IsLevel == level && Math.Abs(r.At - at) <= Near)
            .Sum(r => Math.Max(0, Math.Min(r.To, to) - Math.Max(r.From, from)))
        >= (to - from) / 2;

    private static double[] Distinct(IEnumerable<double> values)
    {
        var found = new List<double>();
        foreach (var value in values.Order())
        {
            if (found.Count == 0 || value - found[^1] > Near)
            {
                found.Add(value);
            }
        }

        return [.. found];
    }
}
