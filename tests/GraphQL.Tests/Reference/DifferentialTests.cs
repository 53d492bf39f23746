using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Effektkaeder.GraphQL.TypeSystem;
using Xunit;

namespace Effektkaeder.GraphQL.Tests.Reference;

/// <summary>
/// The engine held against the reference implementation (npm graphql) on random documents: the same verdict of the parser,
/// the same rules broken in the same places, the same coercion, the same data with nulls from errors in the same places.
/// </summary>
public sealed class DifferentialTests(ITestOutputHelper output)
{
    private const int Documents = 20_000;

    /// <summary>Another seed asks other questions: set <c>EFFEKT_TEST_SEED</c>.</summary>
    internal static int Seed =>
        int.TryParse(Environment.GetEnvironmentVariable("EFFEKT_TEST_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : 20250901;

    [Fact]
    public async Task Answers_as_the_reference_does()
    {
        ReferenceImplementation.Require();
        output.WriteLine($"seed {Seed}, {Documents} documents");
        var schema = Schema.FromSdl(await File.ReadAllTextAsync(ReferenceImplementation.SchemaFile));
        var random = new Random(Seed);
        var questions = Enumerable.Range(0, Documents).Select(_ => RandomDocuments.Next(schema, random)).ToArray();
        var reference = ReferenceImplementation.AskAsync("reference.mjs", [ReferenceImplementation.SchemaFile], questions.Select(Line));

        var verdicts = new Verdicts(schema);
        var ours = new string[questions.Length];
        for (var i = 0; i < questions.Length; i++)
        {
            ours[i] = await verdicts.OfEngineAsync(questions[i]);
        }

        var said = await reference;
        Assert.Equal(questions.Length, said.Count);
        var totals = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var disagreements = new List<string>();
        var argued = 0;
        for (var i = 0; i < questions.Length; i++)
        {
            var theirs = Verdicts.OfReference(said[i]);
            var kind = theirs.Split(' ')[0];
            totals[kind] = totals.GetValueOrDefault(kind) + 1;
            if (
                !string.Equals(ours[i], theirs, StringComparison.Ordinal)
                && ArguedDifferences.Explain(schema, questions[i], ours[i], theirs)
            )
            {
                argued++;
            }
            else if (!string.Equals(ours[i], theirs, StringComparison.Ordinal))
            {
                disagreements.Add(
                    $"{questions[i].Document}\n  variables {questions[i].Variables} operation {questions[i].Operation}\n  engine    "
                        + $"{ours[i]}\n  reference {theirs}"
                );
            }
        }

        output.WriteLine(
            $"{string.Join(", ", totals.Select(total => $"{total.Value} {total.Key}"))}; {disagreements.Count} disagreements, "
                + $"{argued} argued differences"
        );
        Assert.True(
            disagreements.Count == 0,
            $"seed {Seed}: {disagreements.Count} disagreements\n{string.Join("\n\n", disagreements.OrderBy(text => text.Length).Take(20))}"
        );
    }

    private static string Line(Question question) =>
        JsonSerializer.Serialize(
            new
            {
                // The units as they are: an encoding would mend half a surrogate pair.
                document = Convert.ToBase64String(MemoryMarshal.AsBytes(question.Document.AsSpan())),
                variables = question.Variables,
                operation = question.Operation,
            }
        );
}
