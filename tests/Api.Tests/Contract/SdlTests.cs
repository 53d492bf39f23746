using Effektkaeder.GraphQL;
using Effektkaeder.GraphQL.Language;
using Effektkaeder.GraphQL.TypeSystem;
using Xunit;

namespace Effektkaeder.Api.Tests.Contract;

public sealed class SdlTests
{
    private static readonly string File = System.IO.File.ReadAllText(Path.Combine(Repository.Root, "schema", "effektkaeder.graphql"));

    [Fact]
    public void The_file_in_schema_is_what_the_engine_binds() => Assert.Equal(File, EffektkaederApi.Sdl);

    [Fact]
    public void What_is_printed_of_the_bound_schema_says_what_the_file_says() =>
        Assert.Equal(Plain(File), Plain(Api.Engine.Schema.Print()));

    [Fact]
    public void Printing_is_stable() => Assert.Equal(Api.Engine.Schema.Print(), Schema.FromSdl(Api.Engine.Schema.Print()).Print());

    /// <summary>The document printed anew: no comments, one layout, descriptions as blocks.</summary>
    private static string Plain(string sdl) =>
        Printer
            .Print(Parser.Parse(sdl))
            .Replace("\"\"\"", "\"", StringComparison.Ordinal)
            .Split('\n')
            .Select(l => l.Trim())
            .Where(l => l is not ("" or "\""))
            .Aggregate("", (all, line) => all + line.Trim('"').Replace("\\\"", "\"", StringComparison.Ordinal) + "\n");
}
