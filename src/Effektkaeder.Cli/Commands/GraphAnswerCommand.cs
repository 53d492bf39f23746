using System.CommandLine;
using Effektkaeder.Application.Answering;
using Effektkaeder.Cli.Naming;
using Effektkaeder.Cli.Options;
using Effektkaeder.Cli.Output;

namespace Effektkaeder.Cli.Commands;

internal static class GraphAnswerCommand
{
    public static Command Build()
    {
        var tasks = new Argument<string>("OPGAVER")
        {
            Description = "JSON-linjer med opgaver, T1 til T6; - læser dem fra stdin, én ad gangen.",
            DefaultValueFactory = _ => "-",
        };
        var graph = new Option<string?>("--graph", "-g")
        {
            Description = "Grafen som JSON-linjer, i stedet for et lager.",
            HelpName = "LINJER",
        };
        var file = SharedOptions.OutFile();
        var command = new Command("answer", "Svarer på opgaver om en graf, ét svar pr. linje med tiden i ms; se docs/opgaver.md.")
        {
            tasks,
            graph,
            file,
        };
        HelpAction.Examples(
            command,
            "effekt graph answer opgaver.jsonl --graph land.jsonl --out svar.jsonl",
            "effekt graph answer opgaver.jsonl --store land.db --out svar.jsonl",
            "echo '{\"id\":1,\"task\":\"T5\",\"top\":10}' | effekt graph answer --graph land.jsonl"
        );
        command.SetAction(
            async (parsed, ct) =>
            {
                var (lines, path) = (parsed.GetValue(graph), parsed.GetValue(tasks)!);
                if (lines is not null && parsed.GetValue(SharedOptions.Store) is not null)
                {
                    throw new UsageException("Grafen er enten --graph eller --store, ikke begge.");
                }

                await using var asked = path == "-" ? Console.OpenStandardInput() : File.OpenRead(path);
                await using var answers = parsed.GetValue(file) is { } named ? File.Create(named) : Console.OpenStandardOutput();
                var answered = await AnswerTasks.RunAsync(c => LoadAsync(parsed, lines, c), asked, answers, ct);
                Messages.Say(parsed, $"{answered} opgaver er besvaret.");
                return ExitCode.Good;
            }
        );
        return command;
    }

    private static async Task<NamedGraph> LoadAsync(ParseResult parsed, string? lines, CancellationToken ct)
    {
        if (lines is null)
        {
            await using var store = await NamedStore.OpenAsync(parsed, ct);
            return await StoreGraph.ReadAsync(await store.NewestAsync(ct), ct);
        }

        await using var stream = new FileStream(lines, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        return new(GraphLineReader.Read(stream, ct));
    }
}
