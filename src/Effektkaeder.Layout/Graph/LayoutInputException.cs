namespace Effektkaeder.Layout.Graph;

/// <summary>The graph cannot be drawn as given: a doubled id, an edge without its node, a size that is no size.</summary>
public sealed class LayoutInputException(string message) : Exception(message);
