namespace Effektkaeder.GraphQL.Limits;

/// <summary>
/// What a request may ask for; judged before anything is executed, save the time limit. Figures count an operation
/// with its fragments spread out. Every refusal names the figure and the bound.
/// </summary>
public sealed record GraphQLLimits
{
    /// <summary>Bytes of the document as UTF-8.</summary>
    public int MaxDocumentBytes { get; init; } = 128 * 1024;

    public int MaxTokens { get; init; } = 20_000;

    /// <summary>How deep anything may nest, before and after fragments are spread out: guards the stack.</summary>
    public int MaxNesting { get; init; } = 200;

    /// <summary>Fields inside each other.</summary>
    public int MaxDepth { get; init; } = 25;

    public int MaxAliases { get; init; } = 250;

    public int MaxDirectives { get; init; } = 250;

    public int MaxRootFields { get; init; } = 50;

    /// <summary>Lists inside each other, each multiplying what is below it.</summary>
    public int MaxListNesting { get; init; } = 8;

    /// <summary>
    /// The estimated cost: each field its weight, times the sizes of the lists above it. A list's size is its
    /// <c>first</c> or <c>last</c> argument, or that of the field that holds it (a connection), or
    /// <see cref="AssumedListSize"/>.
    /// </summary>
    public long MaxCost { get; init; } = 500_000;

    public int AssumedListSize { get; init; } = 10;

    /// <summary>Weights by schema coordinate (<c>Type.field</c>); any other field weighs 1.</summary>
    public IReadOnlyDictionary<string, int> FieldWeights { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>
    /// Weights of input fields by coordinate (<c>Input.field</c>), for filters that walk the graph: how many there are to look at for
    /// each one that stands outside. They multiply inside each other and are added to the weight of the field that is given them.
    /// </summary>
    public IReadOnlyDictionary<string, int> InputWeights { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>Validation errors told in one response.</summary>
    public int MaxErrors { get; init; } = 100;

    /// <summary>How long an operation may execute; null for no limit. A subscription's events each have this long.</summary>
    public TimeSpan? Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many parsed and validated documents are kept.</summary>
    public int CachedDocuments { get; init; } = 500;
}
