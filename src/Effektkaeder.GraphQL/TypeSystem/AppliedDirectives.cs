using Effektkaeder.GraphQL.Language;

namespace Effektkaeder.GraphQL.TypeSystem;

/// <summary>Reads the built-in directives from where they are written.</summary>
internal static class AppliedDirectives
{
    /// <summary>The reason of <c>@deprecated</c> (spec 3.13.3), its default when none is written, or null without the directive.</summary>
    public static string? Deprecation(IReadOnlyList<DirectiveNode> directives) =>
        directives.Any(directive => directive.Name.Value == "deprecated")
            ? Text(directives, "deprecated", "reason") ?? BuiltIns.DefaultDeprecationReason
            : null;

    public static string? Text(IReadOnlyList<DirectiveNode> directives, string directive, string argument)
    {
        foreach (var applied in directives)
        {
            if (string.Equals(applied.Name.Value, directive, StringComparison.Ordinal))
            {
                foreach (var given in applied.Arguments)
                {
                    if (string.Equals(given.Name.Value, argument, StringComparison.Ordinal))
                    {
                        return (given.Value as StringValueNode)?.Value;
                    }
                }
            }
        }

        return null;
    }
}
