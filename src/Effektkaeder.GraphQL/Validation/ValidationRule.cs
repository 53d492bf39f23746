using Effektkaeder.GraphQL.Errors;
using Effektkaeder.GraphQL.Language;
using Effektkaeder.GraphQL.Messages;
using Effektkaeder.GraphQL.TypeSystem;

namespace Effektkaeder.GraphQL.Validation;

/// <summary>
/// One rule of spec 5. The walker goes through the document once and tells every rule what it meets, with the types
/// that belong there; these are null where the document names what the schema lacks.
/// </summary>
internal abstract class ValidationRule
{
    /// <summary>The rule's name, that of its class.</summary>
    public string Name => GetType().Name;

    protected ValidationContext Context { get; private set; } = null!;

    public void Attach(ValidationContext context) => Context = context;

    public virtual void EnterDocument(DocumentNode document) { }

    public virtual void LeaveDocument(DocumentNode document) { }

    public virtual void VisitOperation(OperationDefinitionNode operation) { }

    public virtual void VisitFragment(FragmentDefinitionNode fragment) { }

    public virtual void VisitVariableDefinition(VariableDefinitionNode variable, GraphQLType? type) { }

    /// <param name="parent">The type the field stands on.</param>
    public virtual void VisitField(FieldNode field, CompositeType? parent, Field? definition) { }

    /// <param name="parent">The type the fragment stands on.</param>
    /// <param name="type">The type of its condition, or the parent without one.</param>
    public virtual void VisitInlineFragment(InlineFragmentNode fragment, CompositeType? parent, GraphQLType? type) { }

    public virtual void VisitFragmentSpread(FragmentSpreadNode spread, CompositeType? parent) { }

    /// <summary>All directives of one place together, and the place.</summary>
    public virtual void VisitDirectives(IReadOnlyList<DirectiveNode> directives, string location) { }

    /// <summary>All arguments of one field or directive together; one of the definitions is null, or both.</summary>
    public virtual void VisitArguments(Node owner, IReadOnlyList<ArgumentNode> arguments, Field? field, DirectiveDefinition? directive) { }

    /// <summary>A whole literal: an argument's value or a variable's default, with the type it should have.</summary>
    public virtual void VisitLiteral(ValueNode value, GraphQLType? type) { }

    public virtual void VisitNamedType(NamedTypeNode type) { }

    protected void Report(Message message, params IReadOnlyList<Node> nodes) =>
        Context.Report(
            new GraphQLError(message, ErrorCodes.Validation) { Rule = Name, Locations = nodes.Select(node => node.Location).ToArray() }
        );
}
