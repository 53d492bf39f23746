namespace Effektkaeder.Diagram.Export;

/// <summary>
/// Where a length is cut into pieces of at most a size: where it goes through nothing that is to stay whole, and so that the pieces are
/// about alike. Where every place goes through something, the next piece begins before what was cut and has it whole.
/// </summary>
internal static class Cuts
{
    /// <summary>Free space between what is whole and a cut.</summary>
    private const double Air = 2;

    /// <summary>A piece is no shorter than this share of what there is room for, unless it is the last.</summary>
    private const double Shortest = .5;

    /// <param name="whole">What is to stay whole, from where to where.</param>
    public static IReadOnlyList<(double From, double To)> Of(
        double from,
        double to,
        double room,
        IReadOnlyCollection<(double From, double To)> whole
    )
    {
        List<(double From, double To)> pieces = [];
        while (to - from > room)
        {
            var count = Math.Ceiling((to - from) / room);
            var wish = from + (to - from) / count;
            var cut = whole
                .SelectMany(w => new[] { w.From - Air, w.To + Air })
                .Where(c => c >= from + Shortest * room && c <= from + room)
                .Append(from + room)
                .OrderBy(c => whole.Count(w => Goes(c, w)))
                .ThenBy(c => Math.Abs(c - wish))
                .ThenBy(c => c)
                .First();
            pieces.Add((from, cut));
            var next = whole.Where(w => Goes(cut, w)).Select(w => w.From - Air).Append(cut).Min();
            // What is longer than a whole piece is cut, or there would be no end.
            from = next > from + Air ? next : cut;
        }

        pieces.Add((from, to));
        return pieces;
    }

    private static bool Goes(double cut, (double From, double To) whole) => cut > whole.From + .5 && cut < whole.To - .5;
}
