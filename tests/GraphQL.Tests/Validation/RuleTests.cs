using Effektkaeder.GraphQL.Host;
using Effektkaeder.GraphQL.Language;
using Effektkaeder.GraphQL.TypeSystem;
using Effektkaeder.GraphQL.Validation;
using Effektkaeder.GraphQL.Validation.Rules;
using Xunit;

namespace Effektkaeder.GraphQL.Tests.Validation;

public sealed class RuleTests
{
    private const string Sdl = """
        directive @tag(n: Int) repeatable on FIELD | QUERY
        type Query {
          pet: Pet animal: Animal dog: Dog! cat: Cat int(v: Int, req: Int!, def: Int! = 1): Int
          in(v: In): Int one(v: One, s: One!, l: [One!]): Int list(v: [Int!]!): Int any(v: Any): Int
        }
        type Subscription { tick: Int tock: Int }
        interface Animal { name: String }
        type Dog implements Animal { name: String barks: Int! friend: Animal size: Int self: Dog }
        type Cat implements Animal { name: String meows: Int friend: Animal size: String self: Cat }
        type Stone { weight: Int }
        union Pet = Dog | Cat
        enum Color { RED GREEN }
        input In { req: Int! opt: String color: Color }
        input One @oneOf { a: Int b: String }
        scalar Any
        """;

    private static readonly Effektkaeder.GraphQL.Execution.Binding.BoundSchema Bound = GenericResolvers.Bind(Schema.FromSdl(Sdl));

    private static string Errors(string query) =>
        string.Join(
            "\n",
            SpecifiedValidation
                .Errors(Bound, Parser.Parse(query))
                .Select(error => $"{error.Rule} {string.Join(' ', error.Locations)} {error.Message}")
        );

    /// <summary>One breach of every rule, with its place and what it says.</summary>
    [Theory]
    [InlineData("{ cat { name } } type T { a: Int }", "ExecutableDefinitions 1:18 The definition of \"T\" cannot be executed.")]
    [InlineData("mutation { x }", "KnownOperationTypes 1:1 The schema has no mutation operations.")]
    [InlineData("query A { __typename } query A { __typename }", "UniqueOperationNames 1:7 1:30 There are several operations named \"A\".")]
    [InlineData(
        "{ __typename } query B { __typename }",
        "LoneAnonymousOperation 1:1 An operation without a name must be the only one of its document."
    )]
    [InlineData(
        "subscription S { tick ...F } fragment F on Subscription { tock x: tock }",
        "SingleFieldSubscriptions 1:59 1:64 The subscription \"S\" must select one root field alone."
    )]
    [InlineData(
        "subscription { __typename }",
        "SingleFieldSubscriptions 1:16 A subscription cannot select the introspection field \"__typename\" at its root."
    )]
    [InlineData(
        "subscription { tick @skip(if: true) }",
        "SingleFieldSubscriptions 1:21 A subscription cannot use @skip or @include on its root selection."
    )]
    [InlineData("{ cat { nam } }", "FieldsOnCorrectType 1:9 The type \"Cat\" has no field \"nam\". Did you mean \"name\"?")]
    [InlineData(
        "{ animal { barks } }",
        "FieldsOnCorrectType 1:12 The type \"Animal\" has no field \"barks\". Did you mean a fragment on \"Dog\"?"
    )]
    [InlineData(
        "{ pet { name } }",
        "FieldsOnCorrectType 1:9 The type \"Pet\" has no field \"name\". Did you mean a fragment on \"Animal\", \"Cat\" or \"Dog\"?"
    )]
    [InlineData("{ cat { __schema { description } } }", "FieldsOnCorrectType 1:9 The type \"Cat\" has no field \"__schema\".")]
    [InlineData("{ cat }", "ScalarLeafs 1:3 The field \"cat\" is of type \"Cat\": say what to select of it, as \"cat { … }\".")]
    [InlineData("{ cat { name { x } } }", "ScalarLeafs 1:14 The field \"name\" is of type \"String\", which has nothing to select.")]
    [InlineData(
        "{ int(req: 1, deff: 2) }",
        "KnownArgumentNames 1:15 The field \"Query.int\" has no argument \"deff\". Did you mean \"def\"?"
    )]
    [InlineData("{ __typename @tag(m: 1) }", "KnownArgumentNames 1:19 The directive \"@tag\" has no argument \"m\". Did you mean \"n\"?")]
    [InlineData("{ int(req: 1, req: 1) }", "UniqueArgumentNames 1:7 1:15 The argument \"req\" is given more than once.")]
    [InlineData("{ int }", "ProvidedRequiredArguments 1:3 The argument \"Query.int(req:)\" of type \"Int!\" must be given.")]
    [InlineData("{ __typename @skip }", "ProvidedRequiredArguments 1:14 The argument \"@skip(if:)\" of type \"Boolean!\" must be given.")]
    [InlineData(
        "{ ...F } fragment F on Query { __typename } fragment F on Query { __typename }",
        "UniqueFragmentNames 1:19 1:54 There are several fragments named \"F\"."
    )]
    [InlineData("{ ... on Catt { name } }", "KnownTypeNames 1:10 There is no type \"Catt\". Did you mean \"Cat\"?")]
    [InlineData("query ($v: Itn) { any(v: $v) }", "KnownTypeNames 1:12 There is no type \"Itn\". Did you mean \"In\", \"Int\" or \"ID\"?")]
    [InlineData("{ ... on Color { name } }", "FragmentsOnCompositeTypes 1:10 A fragment cannot be on \"Color\", which has no fields.")]
    [InlineData("{ __typename } fragment F on Query { __typename }", "NoUnusedFragments 1:16 The fragment \"F\" is not used.")]
    [InlineData("{ ...Missing }", "KnownFragmentNames 1:6 There is no fragment \"Missing\".")]
    [InlineData(
        "{ cat { ...A } } fragment A on Cat { self { ...B } } fragment B on Cat { name ...A }",
        "NoFragmentCycles 1:45 1:79 The fragment \"A\" spreads itself by way of \"B\"."
    )]
    [InlineData("{ cat { ...A } } fragment A on Cat { ...A }", "NoFragmentCycles 1:38 The fragment \"A\" spreads itself.")]
    [InlineData("{ cat { ... on Dog { name } } }", "PossibleFragmentSpreads 1:9 Nothing of type \"Cat\" can be of type \"Dog\".")]
    [InlineData(
        "{ pet { ...F } } fragment F on Stone { weight }",
        "PossibleFragmentSpreads 1:9 The fragment \"F\" is on \"Stone\", and nothing of type \"Pet\" can be that."
    )]
    [InlineData("{ int(req: \"1\") }", "ValuesOfCorrectType 1:12 \"1\" is no Int.")]
    [InlineData("{ in(v: {req: 1, colour: RED}) }", "ValuesOfCorrectType 1:18 \"In\" has no field \"colour\". Did you mean \"color\"?")]
    [InlineData("{ in(v: {}) }", "ValuesOfCorrectType 1:9 \"In\" needs its field \"req\" of type \"Int!\".")]
    [InlineData(
        "{ in(v: {req: 1, color: \"RED\"}) }",
        "ValuesOfCorrectType 1:25 \"Color\" takes one of its names, not \"RED\". Did you mean \"RED\"?"
    )]
    [InlineData(
        "{ in(v: {req: 1, color: GREED}) }",
        "ValuesOfCorrectType 1:25 \"Color\" has no value \"GREED\". Did you mean \"GREEN\" or \"RED\"?"
    )]
    [InlineData(
        "{ one(v: {a: 1, b: \"x\"}, s: {a: 1}) }",
        "ValuesOfCorrectType 1:10 \"One\" takes exactly one of its fields, and not as null."
    )]
    [InlineData("{ in(v: {req: 1, req: 2}) }", "UniqueInputFieldNames 1:10 1:18 The input field \"req\" is given more than once.")]
    [InlineData("{ __typename @tog }", "KnownDirectives 1:14 There is no directive \"@tog\". Did you mean \"tag\"?")]
    [InlineData("query @skip(if: true) { __typename }", "KnownDirectives 1:7 The directive \"@skip\" cannot stand on QUERY.")]
    [InlineData(
        "{ __typename @skip(if: true) @skip(if: true) @tag @tag }",
        "UniqueDirectivesPerLocation 1:14 1:30 The directive \"@skip\" may stand only once here."
    )]
    [InlineData("query ($v: Any, $v: Any) { any(v: $v) }", "UniqueVariableNames 1:9 1:18 The variable \"$v\" is defined more than once.")]
    [InlineData(
        "query ($v: Cat) { any(v: $v) }",
        "VariablesInAllowedPosition 1:8 1:26 The variable \"$v\" of type \"Cat\" does not fit where \"Any\" is "
            + "wanted.\nVariablesAreInputTypes 1:12 The variable \"$v\" cannot be of type \"Cat\", which is for output alone."
    )]
    [InlineData("query Q { any(v: $v) }", "NoUndefinedVariables 1:18 1:1 The variable \"$v\" is not defined by the operation \"Q\".")]
    [InlineData("query Q($v: Any) { __typename }", "NoUnusedVariables 1:9 The variable \"$v\" is not used by the operation \"Q\".")]
    [InlineData(
        "query ($v: Int) { int(req: $v) }",
        "VariablesInAllowedPosition 1:8 1:28 The variable \"$v\" of type \"Int\" does not fit where \"Int!\" is wanted."
    )]
    [InlineData(
        "{ cat { x: name x: meows } }",
        "OverlappingFieldsCanBeMerged 1:9 1:17 The fields \"x\" conflict: \"name\" and \"meows\" are different fields. Give one of "
            + "them an alias if both are wanted."
    )]
    public void Tells_of_each_breach_where_it_stands(string query, string expected) => Assert.Equal(expected, Errors(query));

    /// <summary>
    /// Variables in places: defaults, nullability inside lists, OneOf in every wrapping, through fragments an operation at a time.
    /// </summary>
    [Theory]
    [InlineData("query ($v: Int) { int(req: 1, def: $v) }", "")]
    [InlineData("query ($v: Int = 1) { int(req: $v) }", "")]
    [InlineData("query ($v: Int = null) { int(req: $v) }", "VariablesInAllowedPosition")]
    [InlineData("query ($v: [Int]) { list(v: $v) }", "VariablesInAllowedPosition")]
    [InlineData("query ($v: [Int] = [1]) { list(v: $v) }", "VariablesInAllowedPosition")]
    [InlineData("query ($v: [Int!] = [1]) { list(v: $v) }", "")]
    [InlineData("query ($v: Int!) { list(v: $v) }", "VariablesInAllowedPosition")]
    [InlineData("query ($v: Int!) { list(v: [$v]) }", "")]
    [InlineData("query ($v: Int) { list(v: [$v]) }", "VariablesInAllowedPosition")]
    [InlineData("query ($v: Int!) { one(v: {a: $v}, s: {a: $v}, l: [{a: $v}]) }", "")]
    [InlineData("query ($v: Int) { one(v: {a: $v}, s: {a: 1}) }", "VariablesInAllowedPosition")]
    [InlineData("query ($v: Int) { one(s: {a: $v}) }", "VariablesInAllowedPosition")]
    [InlineData("query ($v: Int = 1) { one(s: {a: $v}) }", "VariablesInAllowedPosition")]
    [InlineData("query ($v: Int) { one(s: {a: 1}, l: [{a: $v}]) }", "VariablesInAllowedPosition")]
    [InlineData("query ($v: Int) { one(s: {a: 1}, l: {a: $v}) }", "VariablesInAllowedPosition")]
    [InlineData("query A($v: Int!) { ...F } query B($v: Int) { ...F } fragment F on Query { int(req: $v) }", "VariablesInAllowedPosition")]
    [InlineData("query A($v: Int!) { ...F } query B { ...F } fragment F on Query { int(req: $v) }", "NoUndefinedVariables")]
    [InlineData("query A($v: Int!) { ...F } query B($v: Int!) { __typename } fragment F on Query { int(req: $v) }", "NoUnusedVariables")]
    [InlineData("query ($v: Int) { any(v: {a: [$v]}) }", "")]
    [InlineData("query ($v: Boolean) { __typename @skip(if: $v) }", "VariablesInAllowedPosition")]
    public void Variables_fit_where_they_stand(string query, string rule) => Assert.Equal(rule, Errors(query).Split(' ')[0]);

    /// <summary>FieldsInSetCanMerge and SameResponseShape.</summary>
    [Theory]
    [InlineData("{ cat { name name } }", true)]
    [InlineData("{ cat { name } cat { meows } }", true)]
    [InlineData("{ int(req: 1) int(req: 2) }", false)]
    [InlineData("{ int(req: 1, v: 2) int(v: 2, req: 1) }", true)]
    [InlineData("{ int(req: 1) int(req: 1, v: null) }", false)]
    [InlineData("{ in(v: {req: 1, opt: \"x\"}) in(v: {opt: \"x\", req: 1}) }", true)]
    [InlineData("query ($a: Int!, $b: Int!) { int(req: $a) int(req: $b) }", false)]
    [InlineData("{ pet { ... on Dog { x: name } ... on Cat { x: name } } }", true)]
    [InlineData("{ pet { ... on Dog { name } ... on Cat { name: meows } } }", false)]
    [InlineData("{ pet { ... on Dog { size } ... on Cat { size } } }", false)]
    [InlineData("{ pet { ... on Dog { x: barks } ... on Cat { x: meows } } }", false)]
    [InlineData("{ pet { ... on Dog { x: friend { name } } ... on Cat { x: self { name } } } }", true)]
    [InlineData("{ pet { ... on Dog { x: friend { n: name } } ... on Cat { x: self { n: meows } } } }", false)]
    [InlineData("{ pet { ... on Dog { x: friend { n: name } } ... on Cat { x: self { m: meows } } } }", true)]
    [InlineData("{ animal { x: name ... on Dog { x: barks } } }", false)]
    [InlineData("{ pet { x: __typename ... on Dog { x: barks } } }", false)]
    [InlineData(
        "{ cat { ...A ...B } } fragment A on Cat { self { ...C } } fragment B on Cat { self { ...D } } fragment C on Cat { x: name "
            + "} fragment D on Cat { x: meows }",
        false
    )]
    [InlineData("{ cat { ...A } dog { ...A } } fragment A on Animal { x: name }", true)]
    [InlineData("{ __typename } fragment Unused on Cat { x: name x: meows }", false)]
    [InlineData("{ cat { ...A } } fragment A on Cat { self { ...A x: name } x: meows }", false)]
    [InlineData("{ cat { ...A } } fragment A on Cat { self { ...A x: meows } x: meows }", true)]
    public void Fields_merge_or_conflict(string query, bool merge) =>
        Assert.Equal(merge, !Errors(query).Contains("OverlappingFieldsCanBeMerged", StringComparison.Ordinal));

    [Fact]
    public void Every_rule_of_the_edition_is_there()
    {
        var names = SpecifiedRules.Create().Select(rule => rule.Name).ToArray();
        var classes = typeof(ValidationRule)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(ValidationRule)) && type.Namespace == "Effektkaeder.GraphQL.Validation.Rules")
            .Select(type => type.Name);
        Assert.Equal(27, names.Length);
        Assert.Equal(classes.Order(StringComparer.Ordinal), names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Errors_are_told_up_to_the_most_that_are_asked() =>
        Assert.Equal(3, SpecifiedValidation.Errors(Bound, Parser.Parse("{ a b c d e f }"), 3).Count);
}
