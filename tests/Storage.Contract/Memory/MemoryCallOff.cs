using Effektkaeder.Storage.Contract.Suites;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Contract.Memory;

/// <summary>No filter goes on for long in memory; one after another does.</summary>
public sealed class MemoryCallOff() : CallOffContract(new MemoryEngine(), TimeSpan.FromMilliseconds(100))
{
    protected override async Task AskForeverAsync(IGraph graph, CancellationToken ct)
    {
        for (var i = 0; ; i++)
        {
            // No answer is kept for a text that was not asked for before.
            await graph.QueryAsync(
                new(
                    new NodeFilter.Related(
                        new([], Direction.Either, []),
                        Quantifier.Some,
                        new NodeFilter.Text(TextField.Tekst, TextOperator.Contains, [$"nr. {i}"])
                    ),
                    [],
                    new(First: 10)
                ),
                ct
            );
        }
    }
}
