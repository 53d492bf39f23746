using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Effektkaeder.GraphQL.Errors;
using Effektkaeder.GraphQL.Language;
using Effektkaeder.GraphQL.TypeSystem;
using Xunit;

namespace Effektkaeder.GraphQL.Tests.Reference;

/// <summary>Mutated SDL: the engine and the reference agree on what is a schema.</summary>
public sealed partial class SchemaDifferentialTests(ITestOutputHelper output)
{
    private const int Schemas = 4000;

    private const string Sdl = """
        schema { query: Query mutation: Mutation }
        directive @mark(n: Int = 1, in: In) repeatable on OBJECT | FIELD_DEFINITION | ENUM_VALUE | ARGUMENT_DEFINITION
        directive @once on OBJECT | SCALAR
        type Query implements Node & Base @mark {
          id: ID! base: Base list(first: Int! = 2, in: In = { a: 1, b: [{ a: 2 }] }): [Query!]!
          old(x: Color = RED): Int @deprecated(reason: "x") u: U
        }
        type Mutation { make(pick: Pick, color: [Color!] = [RED, GREEN]): Query @mark(n: 2) }
        interface Node implements Base { id: ID! base: Base }
        interface Base { id: ID! }
        union U = Query | Thing
        type Thing implements Base { id: ID! more(a: Int!, b: Int): String! self: Thing }
        enum Color { RED GREEN @deprecated BLUE @mark(n: 3) }
        input In { a: Int! b: [In!] c: In d: Color = BLUE e: Boolean! = true }
        input Pick @oneOf { a: Int b: In }
        scalar Day @specifiedBy(url: "https://example.org") @once
        extend type Thing { extra: Day }
        extend enum Color { BLACK }
        extend input In { f: Day = "x" }
        extend union U = Mutation
        """;

    [Fact]
    public async Task Takes_and_refuses_as_the_reference_does()
    {
        ReferenceImplementation.Require();
        var random = new Random(DifferentialTests.Seed);
        var texts = Enumerable.Range(0, Schemas).Select(_ => Mutate(random)).Append(Sdl).ToArray();
        var said = await ReferenceImplementation.AskAsync(
            "schemas.mjs",
            [],
            texts.Select(text => Convert.ToBase64String(MemoryMarshal.AsBytes(text.AsSpan())))
        );
        var theirs = said.Select(answer => answer.GetString()!).ToArray();
        var ours = texts.Select(Verdict).ToArray();
        var different = Enumerable.Range(0, texts.Length).Where(i => ours[i].Split(' ')[0] != theirs[i] && !IsArgued(ours[i])).ToArray();
        output.WriteLine(
            $"seed {DifferentialTests.Seed}: "
                + string.Join(", ", theirs.GroupBy(verdict => verdict).Select(group => $"{group.Count()} {group.Key}"))
        );
        Assert.True(
            different.Length == 0,
            string.Join("\n\n", different.Take(5).Select(i => $"engine {ours[i]}\nreference {theirs[i]}\n{texts[i]}"))
        );
        Assert.Equal("valid", theirs[^1]);
    }

    /// <summary>
    /// The specification asks for these, and the reference does not look: values given to directives in SDL (5.6.1),
    /// directives that use themselves (3.13), built-in scalars defined anew (3.5), and operations among the definitions,
    /// which a TypeSystemDocument (3) does not hold.
    /// </summary>
    private static bool IsArgued(string verdict) =>
        verdict.StartsWith("invalid", StringComparison.Ordinal)
        && verdict
            .Split('\n')
            .All(line =>
                line.Contains("does not fit: ", StringComparison.Ordinal)
                || line.Contains("uses itself", StringComparison.Ordinal)
                || line.Contains("built in", StringComparison.Ordinal)
                || line.Contains("holds no operations", StringComparison.Ordinal)
            );

    private static string Verdict(string sdl)
    {
        try
        {
            Schema.FromSdl(sdl);
            return "valid";
        }
        catch (GraphQLSyntaxException)
        {
            return "syntax";
        }
        catch (SchemaException exception)
        {
            return $"invalid {exception.Message}";
        }
    }

    /// <summary>Puts one token in the place of another, or drops or doubles some.</summary>
    private static string Mutate(Random random)
    {
        var tokens = Token().Matches(Sdl).Select(match => match.Value).ToList();
        for (var i = 1 + random.Next(2); i > 0; i--)
        {
            // Mostly names and values: without punctuation little is left of the grammar.
            int at;
            do
            {
                at = random.Next(tokens.Count);
            } while (Kind(tokens[at]) is "punctuation" or "keyword" && random.Next(8) > 0);

            var length = Math.Min(1 + random.Next(random.Next(3) == 0 ? 6 : 1), tokens.Count - at);
            switch (random.Next(20))
            {
                case 0:
                    tokens.RemoveRange(at, length);
                    break;
                case 1:
                    tokens.InsertRange(random.Next(tokens.Count), tokens.GetRange(at, length));
                    break;
                default:
                    // Mostly a token of the same kind, so that much of what comes out is of the grammar.
                    var same = tokens.Where(token => Kind(token) == Kind(tokens[at])).ToArray();
                    tokens[at] = same[random.Next(same.Length)];
                    break;
            }
        }

        return string.Join(' ', tokens);
    }

    /// <summary>Keywords, types, values and locations, names, each kind of punctuation.</summary>
    private static string Kind(string token) =>
        token switch
        {
            "type"
            or "input"
            or "interface"
            or "enum"
            or "scalar"
            or "union"
            or "extend"
            or "schema"
            or "implements"
            or "on"
            or "directive" => "keyword",
            _ when token.All(char.IsUpper) || token is "FIELD_DEFINITION" => "VALUE",
            _ when char.IsUpper(token[0]) => "Type",
            _ when char.IsLower(token[0]) => "name",
            _ when char.IsDigit(token[0]) || token[0] == '"' => "literal",
            _ => "punctuation",
        };

    [GeneratedRegex("""[A-Za-z_0-9]+|"[^"]*"|\S""")]
    private static partial Regex Token();
}
