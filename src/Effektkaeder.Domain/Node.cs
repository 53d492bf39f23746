namespace Effektkaeder.Domain;

/// <summary>A node of the graph: its identity and every document's statement of it.</summary>
/// <param name="Key">Readable and unique: see <see cref="NodeKeys"/>.</param>
/// <param name="Kommune">Slug of the municipality, or <c>dk</c> for what all share.</param>
public sealed record Node(string Key, NodeKind Kind, string Kommune, ValueList<Udsagn> Udsagn)
{
    private Udsagn? _shown;

    /// <summary>The statement that is shown: real before ghost, then earliest signed, then smallest agreement key.</summary>
    public Udsagn Vist => _shown ??= Udsagn.Aggregate((a, b) => ShownBefore(a, b) ? a : b);

    public Indhold Indhold => Vist.Indhold;

    public string Titel => Indhold.Titel;

    public int? Level => Kind.Level();

    /// <summary>A ghost: every document that names it only names it.</summary>
    public bool Henvist => Indhold.Henvist;

    /// <summary>The value that documents give a property; null where none does, or where they give different ones.</summary>
    public string? Egenskab(string navn) =>
        Udsagn.Select(u => u.Indhold[navn]).OfType<string>().Distinct(StringComparer.Ordinal).Take(2).ToArray() is [var only] ? only : null;

    /// <summary>The same node with its statements in their one order, whatever order they came in.</summary>
    public static Node Of(string key, NodeKind kind, string kommune, IEnumerable<Udsagn> udsagn) =>
        new(key, kind, kommune, [.. udsagn.OrderBy(u => u.Aftale, StringComparer.Ordinal)]);

    /// <summary>The node with a document's statement: beside the others', in the place of what the same agreement said before.</summary>
    public Node With(Udsagn udsagn) => Of(Key, Kind, Kommune, Udsagn.Where(u => u.Aftale != udsagn.Aftale).Append(udsagn));

    /// <summary>The node without what one agreement says of it; null where no other says anything.</summary>
    public Node? Without(string aftale) =>
        Udsagn.Where(u => u.Aftale != aftale).ToList() is { Count: > 0 } others ? Of(Key, Kind, Kommune, others) : null;

    public bool Equals(Node? other) =>
        other is not null && Key == other.Key && Kind == other.Kind && Kommune == other.Kommune && Udsagn.Equals(other.Udsagn);

    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    private static bool ShownBefore(Udsagn a, Udsagn b) =>
        a.Indhold.Henvist != b.Indhold.Henvist
            ? b.Indhold.Henvist
            : UdsagnOrder.Compare(a.Underskrevet, a.Aftale, b.Underskrevet, b.Aftale) <= 0;
}
