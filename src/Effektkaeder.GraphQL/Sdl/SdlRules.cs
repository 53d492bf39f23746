using Effektkaeder.GraphQL.Errors;
using Effektkaeder.GraphQL.Language;
using Effektkaeder.GraphQL.TypeSystem;

namespace Effektkaeder.GraphQL.Sdl;

/// <summary>
/// What must hold of SDL before types can be made of it: names are unique and known, extensions extend (spec 3.1 to 3.13).
/// </summary>
internal static class SdlRules
{
    public static void Check(DocumentNode document, SchemaErrors errors)
    {
        var system = document.Definitions.OfType<TypeSystemDefinitionNode>().ToArray();
        foreach (var definition in document.Definitions.Where(definition => definition is ExecutableDefinitionNode))
        {
            errors.Add("A schema holds no operations or fragments.", definition.Location);
        }

        CheckSchemaDefinitions(system, errors);
        CheckTypeNames(system, errors);
        CheckExtensions(system, errors);
        CheckMembers(system, errors);
        CheckTypeReferences(system, errors);
        SdlDirectiveRules.Check(system, errors);
    }

    private static void CheckSchemaDefinitions(TypeSystemDefinitionNode[] system, SchemaErrors errors)
    {
        var schemas = system.OfType<SchemaDefinitionNode>().ToArray();
        foreach (var extra in schemas.Where(schema => !schema.IsExtension).Skip(1))
        {
            errors.Add("There may be only one schema definition.", extra.Location);
        }

        Unique(
            schemas.SelectMany(schema => schema.OperationTypes),
            operation => operation.Operation.ToString(),
            operation => operation.Location,
            name => $"There may be only one {name.ToLowerInvariant()} type in a schema.",
            errors
        );
    }

    private static void CheckTypeNames(TypeSystemDefinitionNode[] system, SchemaErrors errors)
    {
        var types = system.OfType<TypeDefinitionNode>().Where(type => !type.IsExtension).ToArray();
        Unique(types, type => type.Name.Value, type => type.Name.Location, name => $"There may be only one type named \"{name}\".", errors);
        foreach (var type in types.Where(type => BuiltIns.IsType(type.Name.Value)))
        {
            errors.Add($"The type \"{type.Name.Value}\" is built in and must not be defined again.", type.Name.Location);
        }

        Unique(
            system.OfType<DirectiveDefinitionNode>(),
            directive => directive.Name.Value,
            directive => directive.Name.Location,
            name => $"There may be only one directive named \"@{name}\".",
            errors
        );
    }

    /// <summary>Spec 3.4.3: what is extended must exist and be of the extension's kind.</summary>
    private static void CheckExtensions(TypeSystemDefinitionNode[] system, SchemaErrors errors)
    {
        var defined = system.OfType<TypeDefinitionNode>().Where(type => !type.IsExtension).ToArray();
        foreach (var extension in system.OfType<TypeDefinitionNode>().Where(type => type.IsExtension))
        {
            var name = extension.Name.Value;
            var target = defined.FirstOrDefault(type => string.Equals(type.Name.Value, name, StringComparison.Ordinal));
            if (target is null)
            {
                errors.Add(
                    $"The type \"{name}\" cannot be extended, as it is not "
                        + $"defined.{Suggestions.DidYouMean(name, defined.Select(type => type.Name.Value))}",
                    extension.Name.Location
                );
            }
            else if (target.GetType() != extension.GetType())
            {
                errors.Add($"The extension of \"{name}\" is of another kind than its definition.", target.Location, extension.Location);
            }
        }
    }

    private static void CheckMembers(TypeSystemDefinitionNode[] system, SchemaErrors errors)
    {
        foreach (var type in system.OfType<TypeDefinitionNode>().GroupBy(type => type.Name.Value, StringComparer.Ordinal))
        {
            Unique(
                type.SelectMany(FieldsOf),
                field => field.Value,
                field => field.Location,
                name => $"The field \"{type.Key}.{name}\" may be defined only once.",
                errors
            );
            Unique(
                type.OfType<EnumTypeDefinitionNode>().SelectMany(part => part.Values),
                value => value.Name.Value,
                value => value.Name.Location,
                name => $"The enum value \"{type.Key}.{name}\" may be defined only once.",
                errors
            );
            foreach (var field in type.SelectMany(OutputFieldsOf))
            {
                CheckArguments(field.Arguments, $"{type.Key}.{field.Name.Value}", errors);
            }
        }

        foreach (var directive in system.OfType<DirectiveDefinitionNode>())
        {
            CheckArguments(directive.Arguments, "@" + directive.Name.Value, errors);
        }
    }

    private static void CheckArguments(IReadOnlyList<InputValueDefinitionNode> arguments, string owner, SchemaErrors errors) =>
        Unique(
            arguments,
            argument => argument.Name.Value,
            argument => argument.Name.Location,
            name => $"The argument \"{owner}({name}:)\" may be defined only once.",
            errors
        );

    private static void CheckTypeReferences(TypeSystemDefinitionNode[] system, SchemaErrors errors)
    {
        var known = system
            .OfType<TypeDefinitionNode>()
            .Concat(BuiltIns.Definitions.OfType<TypeDefinitionNode>())
            .Select(type => type.Name.Value)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var reference in system.SelectMany(ReferencesOf).Select(type => type.Named.Name))
        {
            if (!known.Contains(reference.Value))
            {
                errors.Add(
                    $"The type \"{reference.Value}\" is not defined.{Suggestions.DidYouMean(reference.Value, known)}",
                    reference.Location
                );
            }
        }
    }

    private static IEnumerable<TypeNode> ReferencesOf(TypeSystemDefinitionNode definition)
    {
        var direct = definition switch
        {
            SchemaDefinitionNode schema => schema.OperationTypes.Select(operation => (TypeNode)operation.Type),
            ObjectTypeDefinitionNode type => type.Interfaces,
            InterfaceTypeDefinitionNode type => type.Interfaces,
            UnionTypeDefinitionNode union => union.Types,
            InputObjectTypeDefinitionNode input => input.Fields.Select(field => field.Type),
            DirectiveDefinitionNode directive => directive.Arguments.Select(argument => argument.Type),
            _ => [],
        };
        return direct.Concat(
            OutputFieldsOf(definition).SelectMany(field => field.Arguments.Select(argument => argument.Type).Prepend(field.Type))
        );
    }

    private static IEnumerable<NameNode> FieldsOf(TypeDefinitionNode type) =>
        type is InputObjectTypeDefinitionNode input
            ? input.Fields.Select(field => field.Name)
            : OutputFieldsOf(type).Select(field => field.Name);

    private static IReadOnlyList<FieldDefinitionNode> OutputFieldsOf(TypeSystemDefinitionNode definition) =>
        definition switch
        {
            ObjectTypeDefinitionNode type => type.Fields,
            InterfaceTypeDefinitionNode type => type.Fields,
            _ => [],
        };

    private static void Unique<T>(
        IEnumerable<T> items,
        Func<T, string> name,
        Func<T, Location> location,
        Func<string, string> message,
        SchemaErrors errors
    )
    {
        foreach (var group in items.GroupBy(name, StringComparer.Ordinal).Where(group => group.Skip(1).Any()))
        {
            errors.Add(message(group.Key), group.Select(location).ToArray());
        }
    }
}
