using Effektkaeder.GraphQL.Language;
using Effektkaeder.GraphQL.TypeSystem;

namespace Effektkaeder.GraphQL.Validation.Rules;

/// <summary>A variable's type is one for input (spec 5.8.2).</summary>
internal sealed class VariablesAreInputTypes : ValidationRule
{
    public override void VisitVariableDefinition(VariableDefinitionNode variable, GraphQLType? type)
    {
        if (type is { IsInput: false })
        {
            Report(
                $"The variable \"${variable.Variable.Name.Value}\" cannot be of type \"{type}\", which is for output alone.",
                variable.Type
            );
        }
    }
}
