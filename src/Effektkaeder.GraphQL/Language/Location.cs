namespace Effektkaeder.GraphQL.Language;

/// <summary>
/// Where a node stands in its source: character offsets (0-based, end exclusive) and the line and column
/// (1-based) of its first character. Lines end at LF, CR LF or a lone CR (spec 2.1.2).
/// </summary>
public readonly record struct Location(int Start, int End, int Line, int Column)
{
    public override string ToString() => $"{Line}:{Column}";
}
