using System.CommandLine;
using System.Text;
using Effektkaeder.Analysis.Paavirkning;
using Effektkaeder.Cli.Commands;
using Effektkaeder.Cli.Options;
using Effektkaeder.Cli.Output;
using Effektkaeder.Diagram.Scenes;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Cli;

/// <summary>The command <c>effekt</c>: its sub-commands, and what their endings mean: 0 good, 1 failed, 2 wrong use, 130 Ctrl-C.</summary>
public static class EffektCommand
{
    /// <summary>Of the environment: whether an error that nobody thought of is told with its place in the program.</summary>
    private const string Trace = "EFFEKT__SPOR";

    /// <summary>A server lets its requests finish, which is bounded; everything else ends sooner.</summary>
    private static readonly TimeSpan LongestEnding = TimeSpan.FromSeconds(15);

    public static async Task<int> RunAsync(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        Console.SetError(new VisibleWriter(Console.Error));
        if (!Surroundings.KnowDanish())
        {
            return Tell(Surroundings.NoDanish, ExitCode.Failed);
        }

        var root = Root();
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpAction)
        {
            return ParseErrors.Tell(parsed);
        }

        using var interruption = new Interruption(LongestEnding);
        try
        {
            SkabelonCommand.AddOwn(parsed);
            return await parsed.InvokeAsync(
                new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null },
                interruption.Token
            );
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
        catch (Exception e) when (e is UsageException or UnknownRevisionException or UdskydelseException)
        {
            return Tell(e.Message, ExitCode.WrongUse);
        }
        catch (Exception e) when (e is StoreException or SceneException or IOException or UnauthorizedAccessException)
        {
            return Tell(FileTrouble.Told(e), ExitCode.Failed);
        }
        catch (Exception e)
        {
            // A user can do nothing with a stack trace; whoever mends it asks for one.
            return Tell(
                Environment.GetEnvironmentVariable(Trace) is { Length: > 0 }
                    ? $"Uventet fejl: {e}"
                    : $"Uventet fejl: {e.Message} ({e.GetType().Name}). Intet er gemt uden at være meldt. Sæt {Trace}=1 for at se, hvor.",
                ExitCode.Failed
            );
        }
    }

    public static RootCommand Root()
    {
        var root = new RootCommand("Læser kommuners aftaler ind i én graf, tegner effektkæder og viser, hvad en ændring rører.")
        {
            ServeCommand.Build(),
            ImportCommand.Build(),
            SkabelonCommand.Build(),
            ListCommand.Build(),
            ShowCommand.Build(),
            SearchCommand.Build(),
            CountCommand.Build(),
            DrawCommand.Build(),
            ImpactCommand.Build(),
            PathsCommand.Build(),
            CriticalCommand.Build(),
            ScenarioCommand.Build(),
            FollowUpCommand.Build(),
            CalendarCommand.Build(),
            ExpectedCommand.Build(),
            MeasureCommand.Build(),
            StatusCommand.Build(),
            YearsCommand.Build(),
            ReportCommand.Build(),
            DiffCommand.Build(),
            McpCommand.Build(),
            CheckCommand.Build(),
            QueryCommand.Build(),
            ExportCommand.Build(),
            RemoveCommand.Build(),
            UndoCommand.Build(),
            CopyCommand.Build(),
            BackupCommand.Build(),
            RestoreCommand.Build(),
            VerifyCommand.Build(),
            LayoutCommand.Build(),
            GenerateCommand.Build(),
            GraphCommand.Build(),
            CompletionCommand.Build(),
            HelpCommand.Build(),
        };
        root.Options.Add(SharedOptions.Store);
        root.Options.Add(SkabelonCommand.Folder);
        root.Options.Add(SharedOptions.Quiet);
        root.Options.Add(SharedOptions.NoColor);
        HelpAction.Install(root);
        HelpAction.Examples(root, "effekt serve seed", "effekt import aftaler/ --kommune Slagelse", "effekt impact \"Udsattepolitikken\"");
        return root;
    }

    private static int Tell(string message, int code)
    {
        Console.Error.WriteLine($"effekt: {message}");
        return code;
    }
}
