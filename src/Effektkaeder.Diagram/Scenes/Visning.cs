namespace Effektkaeder.Diagram.Scenes;

/// <summary>
/// What a reader has chosen over what a scene decides for itself; empty leaves the scene alone. The same choices give the same picture,
/// in whatever order they were made.
/// </summary>
public sealed record Visning
{
    public static readonly Visning Tom = new();

    /// <summary>
    /// Keys of boxes whose chains below are folded into them, of lanes that are folded into one box each, and names of levels that are
    /// folded into one box in each lane (<see cref="Niveau"/>).
    /// </summary>
    public IReadOnlySet<string> Foldet { get; init; } = new HashSet<string>();

    /// <summary>Keys of nodes whose children are shown, though the scene left them out.</summary>
    public IReadOnlySet<string> Aabnet { get; init; } = new HashSet<string>();

    /// <summary>The node whose chain alone is shown; null for all.</summary>
    public string? Fokus { get; init; }

    /// <summary>Slugs of kinds that are left out.</summary>
    public IReadOnlySet<string> Skjulte { get; init; } = new HashSet<string>();

    /// <summary>Keys of the nodes that pass the reader's filters, which are shown with all above them; null for all.</summary>
    public IReadOnlySet<string>? Passer { get; init; }

    /// <summary>What the level of a column is called among what is folded.</summary>
    public static string Niveau(int column) => $"niveau {column}";

    public bool ErTom => Foldet.Count == 0 && Aabnet.Count == 0 && Fokus is null && Skjulte.Count == 0 && Passer is null;
}
