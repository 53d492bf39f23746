using System.CommandLine;
using System.Text;
using Effektkaeder.Application.Importing;
using Effektkaeder.Cli.Output;

namespace Effektkaeder.Cli.Commands;

internal static class GraphCommand
{
    public static Command Build()
    {
        var command = new Command("graph", "Grafer i almindelig form.") { Load() };
        HelpAction.Examples(command, "effekt graph load land.jsonl --store land.db");
        return command;
    }

    private static Command Load()
    {
        var file = new Argument<string>("FIL") { Description = "JSON-linjer, som »effekt generate lines« skriver; - læser fra stdin." };
        var author = Common.Author();
        var load = new Command("load", "Indlæser en graf, én JSON-linje pr. knude og kant.") { file, author };
        HelpAction.Examples(load, "effekt graph load land.jsonl --store land.db", "effekt generate lines --centre 10 | effekt graph load - --store land.db");
        load.SetAction(async (parsed, ct) =>
        {
            var path = parsed.GetValue(file)!;
            using var lines = path == "-" ? Console.In : new StreamReader(path, Encoding.UTF8);
            await using var store = await Common.OpenAsync(parsed, ct);
            var shows = Terminal.ShowsProgress(parsed);
            var (nodes, edges) = await new LoadGraphLines(store, TimeProvider.System).LoadAsync(lines, path == "-" ? "stdin" : Path.GetFileNameWithoutExtension(path), Common.AuthorOf(parsed, author),
                (done, total) => { if (shows) Console.Error.Write($"\r{done} af {total}"); }, ct);
            if (shows) Console.Error.WriteLine();
            Common.Say(parsed, $"{nodes} knuder og {edges} kanter er indlæst; revision {await store.LatestAsync(ct)}.");
            return EffektCommand.Good;
        });
        return load;
    }
}
