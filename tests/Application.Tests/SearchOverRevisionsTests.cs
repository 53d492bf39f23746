using Effektkaeder.Application.Asking;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Storage.Ports;
using Effektkaeder.Storage.Sqlite;
using Xunit;

namespace Effektkaeder.Application.Tests;

/// <summary>What fields and titles say is found as it is in the revision that is asked, however it came from the one before.</summary>
public sealed class SearchOverRevisionsTests : IAsyncLifetime
{
    private const string Aftale = "andeby/aftale/a";

    private static readonly string[] Words = ["egetræ", "birketræ", "bøgetræ", "ahorntræ", "piletræ", "asketræ"];

    private readonly string _folder = Directory.CreateTempSubdirectory("search-test-").FullName;
    private SqliteStore _store = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _store = await SqliteStore.OpenAsync(Path.Combine(_folder, "graf.db"), Ct, inMemory: true);

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Each_revision_answers_for_itself()
    {
        var random = new Random(5);
        var stands = new Dictionary<int, Node>();
        for (var revision = 0L; revision < 40; revision++)
        {
            // The first fills the graph, some change most of it, most change little.
            var touched = Enumerable.Range(0, 60).Where(_ => random.Next(revision == 0 || revision % 13 == 0 ? 2 : 25) == 0).ToList();
            var (put, gone) = (touched.Where(_ => random.Next(4) > 0).ToList(), new List<int>());
            gone.AddRange(touched.Except(put).Where(stands.ContainsKey));
            var nodes = put.ToDictionary(i => i, i => Bidrag(i, random));
            if (nodes.Count + gone.Count == 0)
            {
                nodes.Add(0, Bidrag(0, random));
            }

            await CommitAsync(revision, [.. nodes.Values], [.. gone.Select(i => stands[i].Key)]);
            gone.ForEach(i => stands.Remove(i));
            foreach (var (i, node) in nodes)
            {
                stands[i] = node;
            }

            var graph = await _store.NewestAsync(Ct);
            foreach (var word in Words)
            {
                Assert.Equal(Having(stands.Values, word), await FoundAsync(graph, word));
            }

            // A letter is wrong: the word is found where a title has it, and not where the last that had it is gone.
            var title = Words[revision % Words.Length];
            var misspelt = await new SearchGraph(graph).SearchAsync(Asked("x" + title[1..]), Ct);
            Assert.Equal(stands.Values.Any(n => n.Titel.EndsWith(title, StringComparison.Ordinal)), misspelt.Rettet == Fold.Of(title));
        }
    }

    /// <summary>That there are too many is remembered, and no longer than it is so.</summary>
    [Fact]
    public async Task Fields_are_searched_again_when_there_are_no_longer_too_many()
    {
        var random = new Random(5);
        await CommitAsync(0, [.. Enumerable.Range(0, 50_000).Select(i => Bidrag(i, random))], []);
        Assert.True(await WithFieldsAsync());
        await CommitAsync(1, [.. Enumerable.Range(50_000, 2).Select(i => Bidrag(i, random))], []);
        Assert.False(await WithFieldsAsync());
        await CommitAsync(2, [], ["andeby/bidrag/7"]);
        Assert.False(await WithFieldsAsync());
        await CommitAsync(3, [], ["andeby/bidrag/8"]);
        Assert.True(await WithFieldsAsync());
    }

    private async Task<bool> WithFieldsAsync() =>
        (await new SearchGraph(await _store.NewestAsync(Ct)).SearchAsync(Asked(Words[0]), Ct)).FelterMed;

    private Task<Revision?> CommitAsync(long revision, IReadOnlyList<Node> nodes, IReadOnlyList<string> gone) =>
        _store.CommitAsync(new(revision, new(DateTimeOffset.UnixEpoch, "test", "test", "test", "test"), nodes, [], gone, []), Ct);

    private static IEnumerable<string> Having(IEnumerable<Node> nodes, string word) =>
        nodes
            .Where(n => n.Titel.EndsWith(word, StringComparison.Ordinal) || n.Vist.Felter.Any(f => f.Tekst == word))
            .Select(n => n.Key)
            .Order(StringComparer.Ordinal);

    private static async Task<IEnumerable<string>> FoundAsync(IGraph graph, string word) =>
        (await new SearchGraph(graph).SearchAsync(Asked(word), Ct)).Hits.Select(h => h.Node.Key).Order(StringComparer.Ordinal);

    private static SearchQuery Asked(string text) => new(text, [], null, 100);

    private static Node Bidrag(int number, Random random)
    {
        var title = $"Plant {Words[random.Next(Words.Length)]}";
        return Node.Of(
            $"andeby/bidrag/{number}",
            NodeKind.Bidrag,
            "andeby",
            [
                new(
                    Aftale,
                    null,
                    null,
                    new Indhold(title, title),
                    [new("Problem", null, Words[random.Next(Words.Length)], Feltstatus.Vaerdi, new("a.md", number + 1, "ord"), [])],
                    []
                ),
            ]
        );
    }
}
