using Effektkaeder.GraphQL.Language;
using Effektkaeder.GraphQL.TypeSystem;

namespace Effektkaeder.GraphQL.Sdl;

/// <summary>Directives written in SDL: defined, in their place, as often as allowed, with their arguments (spec 3.13 and 5.7).</summary>
internal static class SdlDirectiveRules
{
    public static void Check(TypeSystemDefinitionNode[] system, SchemaErrors errors)
    {
        var known = BuiltIns
            .Definitions.OfType<DirectiveDefinitionNode>()
            .Concat(system.OfType<DirectiveDefinitionNode>())
            .GroupBy(directive => directive.Name.Value, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Last(), StringComparer.Ordinal);
        foreach (var (directive, location) in system.SelectMany(Uses))
        {
            CheckUse(directive, location, known, errors);
        }

        foreach (var place in system.SelectMany(Places))
        {
            CheckRepeats(place, known, errors);
        }

        // A type's directives and those of its extensions stand at one location.
        foreach (var type in system.GroupBy(definition => (definition as TypeDefinitionNode)?.Name.Value ?? definition.GetType().Name))
        {
            CheckRepeats(type.SelectMany(part => part.Directives).ToArray(), known, errors);
        }
    }

    private static void CheckUse(
        DirectiveNode directive,
        string location,
        Dictionary<string, DirectiveDefinitionNode> known,
        SchemaErrors errors
    )
    {
        if (!known.TryGetValue(directive.Name.Value, out var definition))
        {
            errors.Add($"The directive \"@{directive.Name.Value}\" is not defined.", directive.Location);
            return;
        }

        if (!definition.Locations.Any(allowed => string.Equals(allowed.Value, location, StringComparison.Ordinal)))
        {
            errors.Add($"The directive \"@{directive.Name.Value}\" may not stand on {location}.", directive.Location);
        }

        foreach (var argument in directive.Arguments)
        {
            if (!definition.Arguments.Any(allowed => SameName(allowed.Name, argument.Name)))
            {
                errors.Add($"The directive \"@{directive.Name.Value}\" has no argument \"{argument.Name.Value}\".", argument.Location);
            }
        }

        foreach (
            var twice in directive
                .Arguments.GroupBy(argument => argument.Name.Value, StringComparer.Ordinal)
                .Where(group => group.Skip(1).Any())
        )
        {
            errors.Add($"The argument \"{twice.Key}\" may be given only once.", twice.Select(argument => argument.Name.Location).ToArray());
        }

        foreach (var required in definition.Arguments.Where(argument => argument is { Type: NonNullTypeNode, DefaultValue: null }))
        {
            if (!directive.Arguments.Any(argument => SameName(argument.Name, required.Name)))
            {
                errors.Add($"The directive \"@{directive.Name.Value}\" needs its argument \"{required.Name.Value}\".", directive.Location);
            }
        }
    }

    private static void CheckRepeats(
        IReadOnlyList<DirectiveNode> directives,
        Dictionary<string, DirectiveDefinitionNode> known,
        SchemaErrors errors
    )
    {
        foreach (
            var group in directives.GroupBy(directive => directive.Name.Value, StringComparer.Ordinal).Where(group => group.Skip(1).Any())
        )
        {
            if (known.TryGetValue(group.Key, out var definition) && !definition.IsRepeatable)
            {
                errors.Add(
                    $"The directive \"@{group.Key}\" may stand only once here.",
                    group.Select(directive => directive.Location).ToArray()
                );
            }
        }
    }

    /// <summary>Every use of a directive with the name of its place.</summary>
    private static IEnumerable<(DirectiveNode Directive, string Location)> Uses(TypeSystemDefinitionNode definition)
    {
        var own = definition switch
        {
            SchemaDefinitionNode => DirectiveLocation.Schema,
            ScalarTypeDefinitionNode => DirectiveLocation.Scalar,
            ObjectTypeDefinitionNode => DirectiveLocation.Object,
            InterfaceTypeDefinitionNode => DirectiveLocation.Interface,
            UnionTypeDefinitionNode => DirectiveLocation.Union,
            EnumTypeDefinitionNode => DirectiveLocation.Enum,
            _ => DirectiveLocation.InputObject,
        };
        var uses = definition.Directives.Select(directive => (directive, own));
        return definition switch
        {
            EnumTypeDefinitionNode type => uses.Concat(
                type.Values.SelectMany(value => value.Directives.Select(d => (d, DirectiveLocation.EnumValue)))
            ),
            InputObjectTypeDefinitionNode input => uses.Concat(Inputs(input.Fields, DirectiveLocation.InputFieldDefinition)),
            DirectiveDefinitionNode directive => uses.Concat(Inputs(directive.Arguments, DirectiveLocation.ArgumentDefinition)),
            ObjectTypeDefinitionNode type => uses.Concat(Fields(type.Fields)),
            InterfaceTypeDefinitionNode type => uses.Concat(Fields(type.Fields)),
            _ => uses,
        };
    }

    private static IEnumerable<(DirectiveNode, string)> Fields(IReadOnlyList<FieldDefinitionNode> fields) =>
        fields.SelectMany(field =>
            field
                .Directives.Select(directive => (directive, DirectiveLocation.FieldDefinition))
                .Concat(Inputs(field.Arguments, DirectiveLocation.ArgumentDefinition))
        );

    private static IEnumerable<(DirectiveNode, string)> Inputs(IReadOnlyList<InputValueDefinitionNode> inputs, string location) =>
        inputs.SelectMany(input => input.Directives.Select(directive => (directive, location)));

    /// <summary>The directives of each member that is a location of its own.</summary>
    private static IEnumerable<IReadOnlyList<DirectiveNode>> Places(TypeSystemDefinitionNode definition) =>
        definition switch
        {
            EnumTypeDefinitionNode type => type.Values.Select(value => value.Directives),
            InputObjectTypeDefinitionNode input => input.Fields.Select(field => field.Directives),
            DirectiveDefinitionNode directive => directive.Arguments.Select(argument => argument.Directives),
            ObjectTypeDefinitionNode type => type.Fields.SelectMany(FieldPlaces),
            InterfaceTypeDefinitionNode type => type.Fields.SelectMany(FieldPlaces),
            _ => [],
        };

    private static IEnumerable<IReadOnlyList<DirectiveNode>> FieldPlaces(FieldDefinitionNode field) =>
        field.Arguments.Select(argument => argument.Directives).Prepend(field.Directives);

    private static bool SameName(NameNode a, NameNode b) => string.Equals(a.Value, b.Value, StringComparison.Ordinal);
}
