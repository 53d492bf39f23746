using Effektkaeder.GraphQL.Language;
using Effektkaeder.GraphQL.TypeSystem;

namespace Effektkaeder.GraphQL.Sdl.Rules;

/// <summary>There is a query type, and the root types are different ones (spec 3.3.1).</summary>
internal static class RootOperationTypes
{
    public static void Check(Schema schema, SchemaErrors errors)
    {
        if (schema.QueryType is null)
        {
            errors.Add("A schema needs a query type.");
        }

        var roots = Enum.GetValues<OperationType>()
            .Select(operation => (Operation: operation, Type: schema.RootType(operation)))
            .Where(root => root.Type is not null);
        foreach (var shared in roots.GroupBy(root => root.Type!.Name, StringComparer.Ordinal).Where(group => group.Skip(1).Any()))
        {
            var names = string.Join(" and ", shared.Select(root => root.Operation.ToString().ToLowerInvariant()));
            errors.Add($"The root types must be different, but \"{shared.Key}\" is that of {names}.", shared.First().Type!.Locations[0]);
        }
    }
}
