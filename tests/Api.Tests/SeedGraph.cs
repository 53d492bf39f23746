using System.Buffers;
using System.Text.Json;
using Effektkaeder.Api.Requests;
using Effektkaeder.Application.Importing;
using Effektkaeder.GraphQL;
using Effektkaeder.Storage.Ports;
using Effektkaeder.Storage.Sqlite;
using Xunit;

[assembly: AssemblyFixture(typeof(Effektkaeder.Api.Tests.SeedGraph))]

namespace Effektkaeder.Api.Tests;

/// <summary>
/// The five agreements of <c>seed/</c> in a store of their own. Tests that change something take a <see cref="CopyAsync"/>.
/// </summary>
public sealed class SeedGraph : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("effekt-api-");
    private int _copies;

    public IGraphStore Store { get; private set; } = null!;

    public Api Api { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Store = await SqliteStore.OpenAsync(Path.Combine(_folder.FullName, "seed.db"), default);
        var import = new ImportDocuments(Store, new StoppedTime());
        foreach (var file in SourceFolder.Read(Path.Combine(Repository.Root, "seed")))
        {
            Assert.Equal(ImportOutcome.Imported, (await import.ImportAsync(file, null, "test", false, default)).Outcome);
        }

        Api = new Api(Store);
    }

    /// <summary>The same graph in another file, to change.</summary>
    /// <param name="inMemory">Whether it answers from memory from the first question on.</param>
    public async Task<Api> CopyAsync(bool inMemory = false)
    {
        var path = Path.Combine(_folder.FullName, $"copy{Interlocked.Increment(ref _copies)}.db");
        var graph = await Store.NewestAsync(default);
        var whole = await graph.SelectAsync(Selection.Whole, default);
        var copy = await SqliteStore.OpenAsync(path, default, inMemory);
        await copy.CommitAsync(
            new(
                0,
                new(new StoppedTime().GetUtcNow(), "test", "copy", null, $"Kopi af revision {graph.Revision}"),
                whole.Nodes,
                whole.Edges,
                [],
                []
            ),
            default
        );
        if (inMemory)
        {
            await copy.WarmAsync(default);
        }

        return new Api(copy);
    }

    /// <summary>The graph of <see cref="Store"/> as memory answers it.</summary>
    public async Task<IGraph> InMemoryAsync()
    {
        var store = await SqliteStore.OpenAsync(Store.Location, default, inMemory: true);
        await store.WarmAsync(default);
        return await store.NewestAsync(default);
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}

/// <summary>The API over one store, asked as a client asks it.</summary>
public sealed class Api(IGraphStore store, TimeProvider? time = null)
{
    private static readonly List<Exception> Failures = [];

    public static GraphQLEngine Engine { get; } =
        EffektkaederApi.Engine(
            onInternalError: (e, _) =>
            {
                lock (Failures)
                {
                    Failures.Add(e);
                }
            }
        );

    public IGraphStore Store => store;

    public ApiContext Context => new(store, time ?? new StoppedTime(), "test");

    /// <summary>The data of an answer without errors.</summary>
    public async Task<JsonElement> AskAsync(string query, object? variables = null)
    {
        var answer = await AnswerAsync(query, variables);
        Assert.False(answer.TryGetProperty("errors", out var errors), $"{(query.Length > 400 ? query[..400] : query)}\n{errors}\n{Told()}");
        return answer.GetProperty("data");
    }

    /// <summary>The whole answer, errors and all.</summary>
    public async Task<JsonElement> AnswerAsync(string query, object? variables = null)
    {
        var output = new ArrayBufferWriter<byte>();
        await Engine.ExecuteAsync(
            new GraphQLRequest(query, null, variables is null ? null : JsonSerializer.SerializeToElement(variables)),
            Context,
            output,
            default
        );
        using var document = JsonDocument.Parse(output.WrittenMemory);
        return document.RootElement.Clone();
    }

    /// <summary>The one error of a refused question.</summary>
    public async Task<(string Message, string Code)> ErrorAsync(string query, object? variables = null)
    {
        var error = Assert.Single((await AnswerAsync(query, variables)).GetProperty("errors").EnumerateArray());
        return (error.GetProperty("message").GetString()!, error.GetProperty("extensions").GetProperty("code").GetString()!);
    }

    private static string Told()
    {
        lock (Failures)
        {
            return string.Join('\n', Failures.TakeLast(3));
        }
    }
}

/// <summary>Time that stands still.</summary>
internal sealed class StoppedTime : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(2026, 3, 1, 9, 30, 0, TimeSpan.Zero);
}

internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Effektkaeder.sln")))
            {
                return at.FullName;
            }
        }

        throw new InvalidOperationException("The tests run outside the repository.");
    }
}

internal static class Json
{
    /// <summary>The element at a path; <c>[]</c> names and array positions alike.</summary>
    public static JsonElement At(this JsonElement element, params object[] path) =>
        path.Aggregate(element, (at, step) => step is int i ? at[i] : at.GetProperty((string)step));

    /// <summary>One text of each member of a list.</summary>
    public static string[] Texts(this JsonElement list, params object[] path) =>
        [.. list.EnumerateArray().Select(item => item.At(path).ToString())];

    /// <summary>The titles of a connection's nodes.</summary>
    public static string[] Titles(this JsonElement connection) => connection.At("nodes").Texts("titel");
}
