namespace Effektkaeder.Domain;

/// <summary>An edge of the graph and every document's statement of it.</summary>
/// <param name="Art">Set on couplings, null on every other edge.</param>
/// <param name="Afgoerelse">An analyst's decision on a coupling; null while there is none. A re-import keeps it.</param>
public sealed record Edge(
    EdgeType Type,
    string From,
    string To,
    KoblingArt? Art,
    ValueList<EdgeUdsagn> Udsagn,
    KoblingStatus? Afgoerelse = null
)
{
    private static readonly string[] Arts = [.. Enum.GetNames<KoblingArt>().Select(n => n.ToLowerInvariant())];

    private EdgeUdsagn? _shown;
    private string? _key;

    /// <summary>Identity: type and ends; of a coupling its art and the ends in key order, since it has no direction of its own.</summary>
    public string Key => _key ??= KeyOf(Type, From, To, Art);

    public EdgeUdsagn Vist =>
        _shown ??= Udsagn.Aggregate((a, b) => UdsagnOrder.Compare(a.Underskrevet, a.Aftale, b.Underskrevet, b.Aftale) <= 0 ? a : b);

    /// <summary>Text wins over the form's mere neighbourhood, whichever document says it.</summary>
    public Grund? Grund => Udsagn.Min(u => u.Grund);

    /// <summary>The status of a coupling: proposed until an analyst decides.</summary>
    public KoblingStatus Status => Afgoerelse ?? KoblingStatus.Foreslaaet;

    /// <summary>0-1: the largest that any document gives, 1 when confirmed, 0 when refused.</summary>
    public double Tillid =>
        Afgoerelse switch
        {
            KoblingStatus.Bekraeftet => Domain.Tillid.Bekraeftet,
            KoblingStatus.Afvist => 0,
            _ => Udsagn.Max(u => u.Tillid),
        };

    /// <summary>The condition, if every document that states the edge hangs it on one.</summary>
    public string? Betinget => Udsagn.All(u => u.Betinget is not null) ? Vist.Betinget : null;

    /// <summary>The same edge with statements in their one order, and the direction that the shown statement gives it.</summary>
    public static Edge Of(
        EdgeType type,
        string from,
        string to,
        KoblingArt? art,
        IEnumerable<EdgeUdsagn> udsagn,
        KoblingStatus? afgoerelse = null
    )
    {
        var edge = new Edge(type, from, to, art, [.. udsagn.OrderBy(u => u.Aftale, StringComparer.Ordinal)], afgoerelse);
        return edge.Vist.Fra == from ? edge : new Edge(type, to, from, art, edge.Udsagn, afgoerelse);
    }

    /// <summary>The edge with a document's statement: beside the others', in the place of what the same agreement said before.</summary>
    public Edge With(EdgeUdsagn udsagn) => Of(Type, From, To, Art, Udsagn.Where(u => u.Aftale != udsagn.Aftale).Append(udsagn), Afgoerelse);

    /// <summary>The edge without what one agreement says of it; null where no other says anything.</summary>
    public Edge? Without(string aftale) =>
        Udsagn.Where(u => u.Aftale != aftale).ToList() is { Count: > 0 } others ? Of(Type, From, To, Art, others, Afgoerelse) : null;

    /// <summary>Whether a key is an edge's: a node's is one word.</summary>
    public static bool IsKey(string key) => key.Contains(' ');

    public static string KeyOf(EdgeType type, string from, string to, KoblingArt? art)
    {
        if (type == EdgeType.KoblerTil && string.CompareOrdinal(from, to) > 0)
        {
            (from, to) = (to, from);
        }

        var code = type.Info().Code;
        return art is { } a ? string.Concat([code, ":", Arts[(int)a], " ", from, " ", to]) : string.Concat([code, " ", from, " ", to]);
    }

    public string Other(string end) => end == From ? To : From;

    public bool Equals(Edge? other) =>
        other is not null
        && Type == other.Type
        && From == other.From
        && To == other.To
        && Art == other.Art
        && Afgoerelse == other.Afgoerelse
        && Udsagn.Equals(other.Udsagn);

    public override int GetHashCode() => HashCode.Combine(Type, From, To, Art);
}
