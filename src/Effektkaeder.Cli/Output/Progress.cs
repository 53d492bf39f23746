using System.CommandLine;
using Effektkaeder.Domain.Tekst;
using Spectre.Console;

namespace Effektkaeder.Cli.Output;

/// <summary>Long work over many things, with a bar on a terminal's stderr.</summary>
internal static class Progress
{
    public static async Task<IReadOnlyList<TResult>> OverAsync<T, TResult>(
        ParseResult parsed,
        string title,
        IReadOnlyList<T> items,
        Func<T, string> name,
        Func<T, Task<TResult>> work,
        CancellationToken ct
    )
    {
        var results = new List<TResult>(items.Count);
        if (items.Count < 3 || !Terminal.ShowsProgress(parsed))
        {
            foreach (var item in items)
            {
                ct.ThrowIfCancellationRequested();
                results.Add(await work(item));
            }
            return results;
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
                    results.Add(await work(item));
                    task.Increment(1);
                }
            });
        return results;
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
