using Effektkaeder.GraphQL.Language;
using Effektkaeder.GraphQL.TypeSystem;

namespace Effektkaeder.GraphQL.Validation.Rules;

/// <summary>Leaves have no selection, and everything else has one (spec 5.3.3).</summary>
internal sealed class ScalarLeafs : ValidationRule
{
    public override void VisitField(FieldNode field, CompositeType? parent, Field? definition)
    {
        if (definition is null)
        {
            return;
        }

        var name = field.Name.Value;
        if (definition.Type.IsLeaf && field.SelectionSet is not null)
        {
            Report($"The field \"{name}\" is of type \"{definition.Type}\", which has nothing to select.", field.SelectionSet);
        }
        else if (!definition.Type.IsLeaf && field.SelectionSet is null)
        {
            Report($"The field \"{name}\" is of type \"{definition.Type}\": say what to select of it, as \"{name} {{ … }}\".", field);
        }
    }
}
