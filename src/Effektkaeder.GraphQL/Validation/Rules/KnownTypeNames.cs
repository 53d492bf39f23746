using Effektkaeder.GraphQL.Errors;
using Effektkaeder.GraphQL.Language;

namespace Effektkaeder.GraphQL.Validation.Rules;

/// <summary>Types named by fragments and variables exist (spec 5.5.1.2, and 5.8.2 for variables).</summary>
internal sealed class KnownTypeNames : ValidationRule
{
    private HashSet<string>? _inDocument;

    public override void VisitNamedType(NamedTypeNode type)
    {
        var name = type.Name.Value;
        if (Context.Schema.FindType(name) is not null)
        {
            return;
        }

        // A definition that stands in the document is told of by another rule; its name is not unknown as well.
        _inDocument ??= Context
            .Document.Definitions.OfType<TypeDefinitionNode>()
            .Where(definition => !definition.IsExtension)
            .Select(definition => definition.Name.Value)
            .ToHashSet(StringComparer.Ordinal);
        if (!_inDocument.Contains(name))
        {
            Report($"There is no type \"{name}\".{Suggestions.DidYouMean(name, Context.Schema.Types.Select(known => known.Name))}", type);
        }
    }
}
