namespace Effektkaeder.Analysis;

/// <summary>
/// How long work learns that nobody waits for it any more: it says each step, and every some hundred of them it is looked whether it
/// was called off. A look costs more than a step.
/// </summary>
public sealed class Pace(CancellationToken ct)
{
    private const int Stride = 256;

    private int _steps;

    /// <exception cref="OperationCanceledException">The work was called off.</exception>
    public void Step()
    {
        if (++_steps % Stride == 0)
        {
            ct.ThrowIfCancellationRequested();
        }
    }

    /// <summary>The same, a step each.</summary>
    public IEnumerable<T> Over<T>(IEnumerable<T> all)
    {
        foreach (var one in all)
        {
            Step();
            yield return one;
        }
    }
}
