using Effektkaeder.GraphQL.Language;

namespace Effektkaeder.GraphQL.Validation.Rules;

/// <summary>A document to execute holds operations and fragments alone (spec 5.1.1).</summary>
internal sealed class ExecutableDefinitions : ValidationRule
{
    public override void EnterDocument(DocumentNode document)
    {
        foreach (var definition in document.Definitions.Where(definition => definition is not ExecutableDefinitionNode))
        {
            var name = definition switch
            {
                TypeDefinitionNode type => $"\"{type.Name.Value}\"",
                DirectiveDefinitionNode directive => $"\"@{directive.Name.Value}\"",
                _ => "the schema",
            };
            Report($"The definition of {name} cannot be executed.", definition);
        }
    }
}
