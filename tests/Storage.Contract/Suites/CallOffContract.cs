using System.Diagnostics;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;
using Xunit;

namespace Effektkaeder.Storage.Contract.Suites;

/// <summary>A question that nobody waits for any more ends; and filters inside each other have an end at all.</summary>
/// <param name="within">How soon a question ends that is called off.</param>
public abstract class CallOffContract(IEngine engine, TimeSpan within) : StoreContract(engine)
{
    /// <summary>Every goal is the parent of every effort: the ways through them are these to the power of the walks.</summary>
    private const int Side = 60;

    private static NodeFilter Walks(int deep, NodeFilter innermost) =>
        deep == 0 ? innermost : new NodeFilter.Related(new([], Direction.Either, []), Quantifier.Some, Walks(deep - 1, innermost));

    protected static NodeQuery Question(int deep) =>
        new(Walks(deep, new NodeFilter.Text(TextField.Titel, TextOperator.Eq, ["Intet"])), [], new(First: 10), Count: true);

    protected async Task<IGraph> DenseAsync()
    {
        var goals = Enumerable.Range(0, Side).Select(i => Given.Node(NodeKind.PolitiskMaal, $"Mål {i}")).ToList();
        var efforts = Enumerable.Range(0, Side).Select(i => Given.Node(NodeKind.Indsats, $"Indsats {i}")).ToList();
        await PutAsync([.. goals, .. efforts], goals.SelectMany(g => efforts.Select(e => Given.Edge(EdgeType.ForfoelgesMed, g, e))));
        return await Store.NewestAsync(Ct);
    }

    [Fact]
    public async Task A_question_ends_when_it_is_called_off()
    {
        var graph = await DenseAsync();
        // Warm, so that what is measured is the ending.
        await graph.QueryAsync(Question(1), Ct);
        var clock = Stopwatch.StartNew();
        using var off = new CancellationTokenSource();
        var asked = Task.Run(() => AskForeverAsync(graph, off.Token), Ct);
        await Task.Delay(300, Ct);
        Assert.False(asked.IsCompleted, "It was answered before it could be called off.");
        clock.Restart();
        await off.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
        Assert.True(clock.Elapsed < within, $"It ended {clock.ElapsedMilliseconds} ms after it was called off.");
        await EndedAsync(Ct);
        // And the store answers the next as ever.
        Assert.Equal(0, (await graph.QueryAsync(Question(1), Ct)).Total);
    }

    /// <summary>What goes on for long: the deepest filter, where that does.</summary>
    protected virtual Task AskForeverAsync(IGraph graph, CancellationToken ct) => graph.QueryAsync(Question(8), ct);

    /// <summary>Whether nothing of it is left running, where that can be seen.</summary>
    protected virtual Task EndedAsync(CancellationToken ct) => Task.CompletedTask;

    [Fact]
    public async Task A_question_that_was_called_off_before_it_began_is_not_answered()
    {
        var graph = await DenseAsync();
        var off = new CancellationToken(canceled: true);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => graph.QueryAsync(Question(2), off));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            graph.ExpandAsync(
                new(
                    [.. Enumerable.Range(0, Side).Select(i => $"by/politisk-maal/maal-{i}")],
                    new([], Direction.Either, []),
                    null,
                    [],
                    new()
                ),
                off
            )
        );
    }
}
