namespace Effektkaeder.Layout.Graph;

/// <summary>Where the levels lead.</summary>
public enum LayoutDirection
{
    /// <summary>Levels are columns, lanes are horizontal bands.</summary>
    LeftToRight,

    /// <summary>Levels are rows, lanes are vertical bands.</summary>
    TopDown,
}

/// <summary>How much work goes into few crossings.</summary>
public enum LayoutEffort
{
    /// <summary>One start, one round of improvement.</summary>
    Quick,

    /// <summary>Restarts and rounds by the size of the graph.</summary>
    Normal,

    /// <summary>About four times the work of <see cref="Normal"/>.</summary>
    Thorough,
}

/// <summary>Whether a level may be split over several columns.</summary>
public enum LevelFolding
{
    /// <summary>One column a level.</summary>
    Never,

    /// <summary>A level is split when the drawing would else be far longer than wide.</summary>
    Auto,
}

/// <summary>All lengths are in the unit of the nodes' sizes.</summary>
public sealed record LayoutOptions
{
    public LayoutDirection Direction { get; init; } = LayoutDirection.LeftToRight;

    /// <summary>Least distance between two nodes of a column.</summary>
    public double NodeSpacing { get; init; } = 14;

    /// <summary>Least distance between two levels; a channel grows with the edges in it.</summary>
    public double LevelSpacing { get; init; } = 44;

    /// <summary>Least distance between two parallel edges in a channel.</summary>
    public double EdgeSpacing { get; init; } = 5;

    /// <summary>Free space inside a lane's band, before its first and after its last node.</summary>
    public double LanePadding { get; init; } = 10;

    /// <summary>Free space between two bands.</summary>
    public double LaneSpacing { get; init; } = 8;

    /// <summary>Room for a heading at the start of every lane, along the direction.</summary>
    public double LaneHeaderSize { get; init; }

    /// <summary>The least extent of a lane's band, by lane: what its heading needs. None for lanes that are not named.</summary>
    public IReadOnlyDictionary<string, double>? LaneLeast { get; init; }

    /// <summary>Room for headings before the first lane, across the direction.</summary>
    public double LevelHeaderSize { get; init; }

    /// <summary>Free space around everything.</summary>
    public double Margin { get; init; } = 16;

    /// <summary>Lanes in the order to draw them; lanes not named follow. Null lets the engine choose.</summary>
    public IReadOnlyList<string>? LaneOrder { get; init; }

    public LevelFolding Folding { get; init; } = LevelFolding.Auto;

    /// <summary>With <see cref="LevelFolding.Auto"/>: the greatest extent across the levels, as a multiple of that along them.</summary>
    public double MaxAspect { get; init; } = 2.0;

    /// <summary>Same graph, same options, same seed: same drawing.</summary>
    public int Seed { get; init; } = 1;

    public LayoutEffort Effort { get; init; } = LayoutEffort.Normal;

    /// <summary>Calls the work off: nobody waits for the drawing any more.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>An earlier drawing: nodes, lanes and columns found in it stay where they were as far as room allows.</summary>
    public LayoutResult? Previous { get; init; }
}
