using System.Globalization;
using System.Reflection;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Contract.Model;
using Effektkaeder.Storage.Ports;
using Xunit;

namespace Effektkaeder.Storage.Contract.Suites;

/// <summary>
/// Random graphs, changed a few times, and random questions: the engine and a plain in-memory model answer alike.
/// The seed is in every failure and in the output; EFFEKT_TEST_SEED repeats one, EFFEKT_TEST_ROUNDS asks for more.
/// </summary>
public abstract class RandomContract(IEngine engine) : StoreContract(engine)
{
    private const int Revisions = 4;

    /// <summary>
    /// How many graphs, and questions to each, where nobody asks for more: a server that plans every new question costs time.
    /// </summary>
    protected virtual (int Rounds, int Questions) Usual => (10, 60);

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;

    [Fact]
    public async Task The_engine_answers_as_the_plain_model_does()
    {
        var first = Setting("EFFEKT_TEST_SEED", 20260301);
        for (var round = 0; round < Setting("EFFEKT_TEST_ROUNDS", Usual.Rounds); round++)
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"seed {first + round}");
            await RoundAsync(first + round);
        }
    }

    private async Task RoundAsync(int seed)
    {
        var random = new RandomGraph(new Random(seed));
        var start = await Store.LatestAsync(Ct);
        // The store is one, so a later round begins by emptying what an earlier left.
        var left = await (await Store.NewestAsync(Ct)).SelectAsync(Selection.Whole, Ct);
        if (left.Nodes.Count > 0)
        {
            await PutAsync([], [], left.Nodes.Select(n => n.Key), left.Edges.Select(e => e.Key));
            start++;
        }
        List<PlainModel> models = [PlainModel.Empty];
        for (var i = 0; i < Revisions; i++)
        {
            var changes = random.Changes(models[^1], start + i, 25);
            await Store.CommitAsync(changes, Ct);
            models.Add(models[^1].With(changes));
            await SameChangesAsync(seed, start + i + 1, models[^2], changes);
        }
        for (var revision = 1; revision <= Revisions; revision++)
        {
            await SameWholeAsync(seed, start + revision, models[revision]);
        }

        await SameStatedAsync(seed, models[^1]);
        for (var i = 0; i < Usual.Questions; i++)
        {
            var revision = i % 3 == 0 ? 1 + i % Revisions : Revisions;
            var (model, graph) = (models[revision], await Store.AtAsync(start + revision, Ct));
            var (query, expand, search) = (random.Query(model), random.Expand(model), random.Search());
            Same(seed, i, query, model.Query(query), await graph.QueryAsync(query, Ct));
            foreach (var (expected, actual) in model.Expand(expand).Zip(await graph.ExpandAsync(expand, Ct)))
            {
                Same(seed, i, expand, expected, actual);
            }

            Same(seed, i, search, model.Search(search), await graph.SearchAsync(search, Ct));
        }
    }

    private async Task SameChangesAsync(int seed, long revision, PlainModel before, ChangeSet changes)
    {
        var expected = changes
            .PutNodes.Select(n => new ElementChange(n.Key, before.Nodes.GetValueOrDefault(n.Key), n, null, null))
            .Concat(
                changes.RemoveNodes.Where(before.Nodes.ContainsKey).Select(k => new ElementChange(k, before.Nodes[k], null, null, null))
            )
            .OrderBy(c => c.Key, StringComparer.Ordinal)
            .Concat(
                changes
                    .PutEdges.Select(e => new ElementChange(e.Key, null, null, before.Edges.GetValueOrDefault(e.Key), e))
                    .Concat(
                        changes
                            .RemoveEdges.Where(before.Edges.ContainsKey)
                            .Select(k => new ElementChange(k, null, null, before.Edges[k], null))
                    )
                    .OrderBy(c => c.Key, StringComparer.Ordinal)
            );
        var actual = await Store.ChangesAsync(revision, Ct);
        Assert.True(expected.SequenceEqual(actual), $"seed {seed}: changes of revision {revision}");
    }

    private async Task SameWholeAsync(int seed, long revision, PlainModel model)
    {
        var whole = await (await Store.AtAsync(revision, Ct)).SelectAsync(Selection.Whole, Ct);
        Assert.True(
            model.Nodes.Values.OrderBy(n => n.Key, StringComparer.Ordinal).SequenceEqual(whole.Nodes),
            $"seed {seed}: nodes at revision {revision}"
        );
        Assert.True(
            model.Edges.Values.OrderBy(e => e.Key, StringComparer.Ordinal).SequenceEqual(whole.Edges),
            $"seed {seed}: edges at revision {revision}"
        );
    }

    private async Task SameStatedAsync(int seed, PlainModel model)
    {
        foreach (var aftale in new[] { Given.Aftale, "by/aftale/anden", "by/aftale/ukendt" })
        {
            var (nodes, edges) = await (await Store.NewestAsync(Ct)).StatedByAsync(aftale, Ct);
            Assert.True(
                model
                    .Nodes.Values.Where(n => n.Udsagn.Any(u => u.Aftale == aftale))
                    .OrderBy(n => n.Key, StringComparer.Ordinal)
                    .SequenceEqual(nodes),
                $"seed {seed}: stated by {aftale}"
            );
            Assert.True(
                model
                    .Edges.Values.Where(e => e.Udsagn.Any(u => u.Aftale == aftale))
                    .OrderBy(e => e.Key, StringComparer.Ordinal)
                    .SequenceEqual(edges),
                $"seed {seed}: stated by {aftale}"
            );
        }
    }

    private static void Same<T>(int seed, int question, object asked, Slice<T> expected, Slice<T> actual)
    {
        var same =
            expected.Items.SequenceEqual(actual.Items)
            && (expected.HasNext, expected.HasPrevious, expected.Total) == (actual.HasNext, actual.HasPrevious, actual.Total);
        Assert.True(same, $"seed {seed}, question {question}: {Tell(asked)}\nexpected {Tell(expected)}\nbut got  {Tell(actual)}");
    }

    private static string Tell(object? value) =>
        value switch
        {
            null => "null",
            string text => $"\"{text}\"",
            Node node => $"{node.Key} ({node.Titel})",
            Neighbour neighbour => $"{neighbour.Node.Key} ({neighbour.Node.Titel}) by {neighbour.Edge.Key}",
            SearchHit hit => $"{hit.Rank} {hit.Node.Key} ({hit.Node.Titel})",
            System.Collections.IEnumerable many => $"[{string.Join(", ", many.Cast<object?>().Select(Tell))}]",
            _ when value.GetType().Namespace?.StartsWith("Effektkaeder", StringComparison.Ordinal) == true
                    && value.GetType() is { IsEnum: false } type =>
                $"{type.Name}({string.Join(", ", Properties(type).Select(p => $"{p.Name}: {Tell(p.GetValue(value))}"))})",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };

    private static IEnumerable<PropertyInfo> Properties(Type type) =>
        type.GetProperties()
            .Where(p => p.Name != "EqualityContract" && p.GetIndexParameters().Length == 0 && p.GetMethod is { IsStatic: false });
}
