using System.Diagnostics;
using System.Text;
using Effektkaeder.GraphQL.Host;
using Effektkaeder.GraphQL.Language;
using Effektkaeder.GraphQL.TypeSystem;
using Xunit;

namespace Effektkaeder.GraphQL.Tests.Validation;

/// <summary>Documents made to be costly: each must be judged in time near to linear, and none may overflow the stack.</summary>
public sealed class CostOfValidationTests(ITestOutputHelper output)
{
    private static readonly Effektkaeder.GraphQL.Execution.Binding.BoundSchema Bound = GenericResolvers.Bind(
        Schema.FromSdl("type Query { a(n: Int): Query b: Query leaf(n: Int): Int }")
    );

    public static TheoryData<string> Documents =>
        new()
        {
            // Fragments that spread the next one twice: 2^n paths.
            Chain(
                2000,
                (text, i) => text.Append($"fragment F{i} on Query {{ x: a {{ ...F{i + 1} }} y: a {{ ...F{i + 1} }} a {{ ...F{i + 1} }} }} ")
            ),
            // The same, merged under one name, where pairwise comparison is exponential.
            Chain(2000, (text, i) => text.Append($"fragment F{i} on Query {{ a {{ ...F{i + 1} }} a {{ ...F{i + 1} }} ...F{i + 1} }} ")),
            // A long chain without nesting.
            Chain(20_000, (text, i) => text.Append($"fragment F{i} on Query {{ ...F{i + 1} }} ")),
            // Every fragment spreads itself and all the ones around it.
            "{ ...F0 } "
                + string.Concat(
                    Enumerable
                        .Range(0, 300)
                        .Select(i => $"fragment F{i} on Query {{ {string.Concat(Enumerable.Range(0, 300).Select(j => $"...F{j} "))} }} ")
                ),
            // One name many times: pairs grow with the square.
            $"{{ {string.Concat(Enumerable.Repeat("leaf ", 50_000))} }}",
            $"{{ {string.Concat(Enumerable.Repeat("a { a { leaf } } ", 10_000))} }}",
            $"{{ {string.Concat(Enumerable.Range(0, 2000).Select(i => $"a {{ x{i}: leaf }} ... on Query {{ a {{ x{i}: leaf }} }} "))} }}",
            // Many directives, arguments and variables.
            $"{{ leaf {string.Concat(Enumerable.Repeat("@skip(if: true) ", 20_000))} }}",
            $"{{ leaf({string.Concat(Enumerable.Repeat("n: 1 ", 20_000))}) }}",
            $"query ({string.Concat(Enumerable.Range(0, 10_000).Select(i => $"$v{i}: Int "))}) {{ "
                + $"{string.Concat(Enumerable.Range(0, 10_000).Select(i => $"x{i}: leaf(n: $v{i}) "))} }}",
        };

    [Theory]
    [MemberData(nameof(Documents))]
    public void Is_judged_in_time(string text)
    {
        var document = Parser.Parse(text);
        var clock = Stopwatch.StartNew();
        SpecifiedValidation.Errors(Bound, document);
        clock.Stop();
        output.WriteLine($"{clock.ElapsedMilliseconds} ms for {text.Length} characters: {text[..60]}…");

        // Each takes some hundredths of a second; what is not near to linear takes minutes, or never ends.
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(15), $"{clock.Elapsed} for {text[..60]}…");
    }

    private static string Chain(int length, Action<StringBuilder, int> link)
    {
        var text = new StringBuilder("{ ...F0 } ");
        for (var i = 0; i < length; i++)
        {
            link(text, i);
        }

        return text.Append($"fragment F{length} on Query {{ leaf }}").ToString();
    }
}
