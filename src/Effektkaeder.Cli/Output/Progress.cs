using System.CommandLine;
using Effektkaeder.Domain.Tekst;
using Spectre.Console;

namespace Effektkaeder.Cli.Output;

/// <summary>Long work over many things, with a bar on a terminal's stderr.</summary>
internal static class Progress
{
    /// <param name="work">Given each item in turn.</param>
    /// <param name="isQuiet">Whether something else tells how far it has come.</param>
    public static async Task OverAsync<T>(
        ParseResult parsed,
        string title,
        IReadOnlyList<T> items,
        Func<T, string> name,
        Func<T, Task> work,
        CancellationToken ct,
        bool isQuiet = false
    )
    {
        if (isQuiet || items.Count < 3 || !Terminal.ShowsProgress(parsed))
        {
            foreach (var item in items)
            {
                ct.ThrowIfCancellationRequested();
                await work(item);
            }

            return;
        }

        await Terminal
            .Error(parsed)
            .Progress()
            .AutoClear(true)
            .StartAsync(async progress =>
            {
                var task = progress.AddTask(title, maxValue: items.Count);
                foreach (var item in items)
                {
                    ct.ThrowIfCancellationRequested();
                    task.Description = Markup.Escape(Synligt.Line($"{title} {name(item)}"));
                    await work(item);
                    task.Increment(1);
                }
            });
    }

    /// <summary>Long work that itself tells how much of how much it has done.</summary>
    public static async Task<TResult> CountAsync<TResult>(ParseResult parsed, string title, Func<Action<int, int>, Task<TResult>> work)
    {
        if (!Terminal.ShowsProgress(parsed))
        {
            return await work((_, _) => { });
        }

        return await Terminal
            .Error(parsed)
            .Progress()
            .AutoClear(true)
            .StartAsync(async progress =>
            {
                var task = progress.AddTask(Markup.Escape(title)).IsIndeterminate();
                return await work((done, total) => task.IsIndeterminate(false).MaxValue(total).Value(done));
            });
    }
}
