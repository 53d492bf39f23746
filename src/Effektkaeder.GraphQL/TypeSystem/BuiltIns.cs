using Effektkaeder.GraphQL.Language;

namespace Effektkaeder.GraphQL.TypeSystem;

/// <summary>
/// What every schema has without saying so: five scalars (spec 3.5), five directives (spec 3.13) and the types of introspection (spec 4).
/// </summary>
internal static class BuiltIns
{
    public const string DefaultDeprecationReason = "No longer supported";

    private const string Sdl = """"
        "A whole number of 32 bits, with sign."
        scalar Int

        "A number of double precision (IEEE 754)."
        scalar Float

        "Text, as Unicode."
        scalar String

        "True or false."
        scalar Boolean

        "An identifier: written as text, read from text or a whole number. Not meant for people to read."
        scalar ID

        "Leaves the field or fragment out when the argument is true."
        directive @skip(
          "Left out when true."
          if: Boolean!
        ) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT

        "Takes the field or fragment in only when the argument is true."
        directive @include(
          "Taken in when true."
          if: Boolean!
        ) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT

        "Marks what should no longer be used."
        directive @deprecated(
          "Why, and what to use instead, as Markdown."
          reason: String! = "No longer supported"
        ) on FIELD_DEFINITION | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION | ENUM_VALUE

        "Names the document that says how a scalar is written."
        directive @specifiedBy(
          "The address of that document."
          url: String!
        ) on SCALAR

        "Exactly one field of the input object must be given, and not as null."
        directive @oneOf on INPUT_OBJECT

        """";

    public static IReadOnlyList<DefinitionNode> Definitions { get; } = Parser.Parse(Sdl + IntrospectionSdl.Text).Definitions;

    private static readonly HashSet<string> TypeNames = Definitions
        .OfType<TypeDefinitionNode>()
        .Select(type => type.Name.Value)
        .ToHashSet(StringComparer.Ordinal);

    public static bool IsType(string name) => TypeNames.Contains(name);
}
