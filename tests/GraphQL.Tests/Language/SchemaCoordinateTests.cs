using Effektkaeder.GraphQL.Language;
using Effektkaeder.GraphQL.TypeSystem;
using Xunit;

namespace Effektkaeder.GraphQL.Tests.Language;

public sealed class SchemaCoordinateTests
{
    private static readonly Schema Schema = Schema.FromSdl(
        "type Query { f(a: Int): Int } interface I { g: Int } enum E { V } input In { x: Int } directive @d(b: Int) on FIELD"
    );

    [Theory]
    [InlineData("Query", typeof(ObjectType))]
    [InlineData("Int", typeof(ScalarType))]
    [InlineData("Query.f", typeof(Field))]
    [InlineData("I.g", typeof(Field))]
    [InlineData("Query.f(a:)", typeof(InputValue))]
    [InlineData("E.V", typeof(EnumValue))]
    [InlineData("In.x", typeof(InputValue))]
    [InlineData("@d", typeof(DirectiveDefinition))]
    [InlineData("@d(b:)", typeof(InputValue))]
    [InlineData("__Type.fields(includeDeprecated:)", typeof(InputValue))]
    public void Names_a_part_of_a_schema(string text, Type part)
    {
        var coordinate = SchemaCoordinate.Parse(text);
        Assert.Equal(text, coordinate.ToString());
        Assert.IsType(part, Schema.Find(coordinate));
    }

    [Theory]
    [InlineData("Nothing")]
    [InlineData("Query.nothing")]
    [InlineData("Query.f(nothing:)")]
    [InlineData("In.x(a:)")]
    [InlineData("Int.x")]
    [InlineData("@nothing")]
    [InlineData("@d(nothing:)")]
    public void Or_names_none(string text) => Assert.Null(Schema.Find(SchemaCoordinate.Parse(text)));

    [Theory]
    [InlineData("")]
    [InlineData("Query.")]
    [InlineData(".f")]
    [InlineData("Query .f")]
    [InlineData(" Query")]
    [InlineData("Query.f(a)")]
    [InlineData("Query.f(a: )")]
    [InlineData("Query(a:)")]
    [InlineData("@d.x")]
    [InlineData("@d(b:)x")]
    [InlineData("1a")]
    public void Or_is_none(string text) => Assert.Throws<GraphQLSyntaxException>(() => SchemaCoordinate.Parse(text));
}
