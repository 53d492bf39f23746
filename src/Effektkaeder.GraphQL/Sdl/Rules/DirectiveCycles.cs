using Effektkaeder.GraphQL.Language;
using Effektkaeder.GraphQL.TypeSystem;

namespace Effektkaeder.GraphQL.Sdl.Rules;

/// <summary>
/// A directive's definition must not use the directive itself, directly or through the types of its arguments (spec 3.13).
/// </summary>
internal static class DirectiveCycles
{
    public static void Check(Schema schema, SchemaErrors errors)
    {
        foreach (var directive in schema.Directives.Where(directive => Reaches(schema, directive)))
        {
            errors.Add($"The directive \"@{directive.Name}\" uses itself in its own definition.", directive.Location);
        }
    }

    private static bool Reaches(Schema schema, DirectiveDefinition directive)
    {
        var seen = new HashSet<object>();
        var pending = new Stack<object>(UsedBy(schema, directive));
        while (pending.TryPop(out var used))
        {
            if (ReferenceEquals(used, directive))
            {
                return true;
            }

            if (seen.Add(used))
            {
                foreach (var next in UsedBy(schema, used))
                {
                    pending.Push(next);
                }
            }
        }

        return false;
    }

    private static IEnumerable<object> UsedBy(Schema schema, object part) =>
        part switch
        {
            DirectiveDefinition directive => directive.Arguments.SelectMany(argument => UsedBy(schema, argument)),
            InputValue input => Applied(schema, input.Directives).Append(input.Type.Named),
            InputObjectType type => Applied(schema, type.Directives).Concat(type.Fields),
            EnumType type => Applied(schema, type.Directives).Concat(type.Values),
            EnumValue value => Applied(schema, value.Directives),
            NamedType type => Applied(schema, type.Directives),
            _ => [],
        };

    private static IEnumerable<object> Applied(Schema schema, IReadOnlyList<DirectiveNode> directives) =>
        directives.Select(directive => schema.FindDirective(directive.Name.Value)).OfType<object>();
}
