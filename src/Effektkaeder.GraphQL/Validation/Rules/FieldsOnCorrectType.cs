using Effektkaeder.GraphQL.Errors;
using Effektkaeder.GraphQL.Language;
using Effektkaeder.GraphQL.Messages;
using Effektkaeder.GraphQL.TypeSystem;

namespace Effektkaeder.GraphQL.Validation.Rules;

/// <summary>A selected field is a field of its type (spec 5.3.1).</summary>
internal sealed class FieldsOnCorrectType : ValidationRule
{
    public override void VisitField(FieldNode field, CompositeType? parent, Field? definition)
    {
        if (parent is not null && definition is null)
        {
            var name = field.Name.Value;
            var types = SuggestedTypes(parent, name);
            var hint =
                types.Count > 0
                    ? (Message)$" Did you mean a fragment on {Suggestions.Quoted(types)}?"
                    : Suggestions.DidYouMean(name, (parent as FieldedType)?.Fields.Select(known => known.Name) ?? []);
            Report($"The type \"{parent.Name}\" has no field \"{name}\".{hint}", field);
        }
    }

    /// <summary>Types below an abstract one that have the field: interfaces that serve most of them first.</summary>
    private List<string> SuggestedTypes(CompositeType parent, string name)
    {
        if (parent is ObjectType)
        {
            return [];
        }

        var objects = Context.Schema.PossibleTypes(parent).Where(type => type.Find(name) is not null).ToArray();
        var interfaces = objects
            .SelectMany(type => type.Interfaces)
            .Where(type => type.Find(name) is not null)
            .GroupBy(type => type.Name, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.Key);
        return [.. interfaces, .. objects.Select(type => type.Name).Order(StringComparer.Ordinal)];
    }
}
