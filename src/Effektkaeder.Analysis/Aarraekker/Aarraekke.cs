using Effektkaeder.Analysis.Forskelle;
using Effektkaeder.Domain;

namespace Effektkaeder.Analysis.Aarraekker;

/// <summary>What became of something from one edition or year to the next.</summary>
public enum Aarsskridt
{
    /// <summary>It says the same as before.</summary>
    Videre,

    /// <summary>It says something else, or stands elsewhere.</summary>
    Aendret,

    /// <summary>It was not there before, in any of them.</summary>
    Ny,

    /// <summary>It was there once, was gone, and is there again.</summary>
    Igen,

    /// <summary>It is there no more.</summary>
    Bortfaldet,
}

/// <summary>One column: an agreement in one edition.</summary>
/// <param name="Aftale">As it was then.</param>
/// <param name="Enhed">The unit that it is made for, as it was called then; empty where the agreement names none.</param>
/// <param name="Udgave">From 1; null where it has no number.</param>
/// <param name="Revision">The last revision that it stood in.</param>
public sealed record Aargang(Node Aftale, string Enhed, int? Udgave, long Revision)
{
    public DateOnly? Fra => Aftale.Indhold.Dag(Egenskaber.PeriodeFra);

    public DateOnly? Til => Aftale.Indhold.Dag(Egenskaber.PeriodeTil);

    /// <summary>"2025", "2016-18, 2. udgave".</summary>
    public string Navn
    {
        get
        {
            var (from, to) = (Fra?.Year, Til?.Year);
            var years =
                from is null ? Aftale.Titel
                : to is null || to == from ? $"{from}"
                : $"{from}-{to % 100:00}";
            return Udgave is > 1 ? $"{years}, {Udgave}. udgave" : years;
        }
    }
}

/// <summary>One thing in one column.</summary>
/// <param name="Node">As it was then; null where it was not there.</param>
/// <param name="Skridt">What had become of it since the column before; null in the first, and while it is away.</param>
/// <param name="Felter">What it says otherwise than in the column before.</param>
/// <param name="Grund">What it is known again by, where that is not its key.</param>
public sealed record Aarstrin(Node? Node, Aarsskridt? Skridt, IReadOnlyList<Feltforskel> Felter, string? Grund);

/// <summary>One thing through all columns.</summary>
/// <param name="Trin">One a column.</param>
public sealed record Livsforloeb(IReadOnlyList<Aarstrin> Trin)
{
    /// <summary>As it last was.</summary>
    public Node Node => Trin.Last(t => t.Node is not null).Node!;
}

/// <summary>An agreement's editions and years in a row: what went on, changed, was dropped, was new.</summary>
/// <param name="Forloeb">By level, kind, the column it came in, and key.</param>
public sealed record Aarraekke(IReadOnlyList<Aargang> Aargange, IReadOnlyList<Livsforloeb> Forloeb)
{
    /// <summary>What has a life through the years: the levels and their milestones.</summary>
    public static readonly IReadOnlyList<NodeKind> Kinds = [.. NodeKinds.Levels.Select(l => l.Kind), NodeKind.Milepael];

    private static readonly Aarstrin Away = new(null, null, [], null);

    /// <param name="columns">In order of time; each selection holds what that agreement states then.</param>
    public static Aarraekke Of(IReadOnlyList<(Aargang Aargang, Udsnit Udsnit)> columns)
    {
        var rows = new List<List<Aarstrin>>();
        // The row that a key of the column before stands in, and of all that ever had that key.
        var (before, ever) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal));
        for (var i = 0; i < columns.Count; i++)
        {
            var now = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var (node, was, told) in i == 0 ? First(columns[0].Udsnit) : Next(columns[i - 1].Udsnit, columns[i].Udsnit))
            {
                var row = was is not null ? before[was] : ever.GetValueOrDefault(node.Key, -1);
                var isNew = row < 0;
                if (isNew)
                {
                    row = rows.Count;
                    rows.Add([.. Enumerable.Repeat(Away, i)]);
                }

                var step =
                    i == 0 ? (Aarsskridt?)null
                    : isNew ? Aarsskridt.Ny
                    : was is null ? Aarsskridt.Igen
                    : told is null ? Aarsskridt.Videre
                    : Aarsskridt.Aendret;
                rows[row].Add(new(node, step, told?.Felter ?? [], told?.Lighed < 1 ? told.Grund : null));
                now[node.Key] = ever[node.Key] = row;
            }

            foreach (var row in rows.Where(r => r.Count == i))
            {
                row.Add(row[^1].Node is null ? Away : Away with { Skridt = Aarsskridt.Bortfaldet });
            }

            before = now;
        }

        return new(
            [.. columns.Select(c => c.Aargang)],
            [
                .. rows.Select(r => new Livsforloeb(r))
                    .OrderBy(r => r.Node.Kind.LevelOrder())
                    .ThenBy(r => r.Node.Kind)
                    .ThenBy(r => r.Trin.TakeWhile(t => t.Node is null).Count())
                    .ThenBy(r => r.Node.Key, StringComparer.Ordinal),
            ]
        );
    }

    /// <summary>The rows that a node stands in, under whichever key.</summary>
    public Aarraekke Only(IReadOnlySet<string> keys) =>
        this with
        {
            Forloeb = [.. Forloeb.Where(f => f.Trin.Any(t => t.Node is { } node && keys.Contains(node.Key)))],
        };

    private static IEnumerable<(Node Node, string? Was, Nodeforskel? Told)> First(Udsnit udsnit) =>
        udsnit.Nodes.Where(IsAsked).Select(n => (n, (string?)null, (Nodeforskel?)null));

    private static IEnumerable<(Node Node, string? Was, Nodeforskel? Told)> Next(Udsnit before, Udsnit now)
    {
        var forskel = Sammenligning.Of(before, now);
        var told = forskel
            .Noder.Where(f => f.Foer is not null && f.Efter is not null)
            .ToDictionary(f => f.Efter!.Key, StringComparer.Ordinal);
        var known = forskel.Genkendte.ToDictionary(g => g.Efter.Key, StringComparer.Ordinal);
        foreach (var node in now.Nodes.Where(IsAsked))
        {
            var was = before.Find(node.Key) ?? known.GetValueOrDefault(node.Key)?.Foer;
            yield return was is not null && IsAsked(was) ? (node, was.Key, told.GetValueOrDefault(node.Key)) : (node, null, null);
        }
    }

    private static bool IsAsked(Node node) => Kinds.Contains(node.Kind) && !node.Henvist;
}
