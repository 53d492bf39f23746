using System.CommandLine;
using Effektkaeder.Application;
using Effektkaeder.Application.Scenarier;
using Effektkaeder.Cli.Naming;
using Effektkaeder.Cli.Options;
using Effektkaeder.Cli.Output;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Cli.Commands;

/// <summary>What if: named change sets beside the graph.</summary>
internal static class ScenarioCommand
{
    public static Command Build()
    {
        var command = new Command("scenario", "Hvad nu hvis: navngivne ændringer, der ligger ved siden af grafen og aldrig i den.")
        {
            List(),
            Save(),
            Compare(),
            Remove(),
        };
        HelpAction.Examples(
            command,
            "effekt scenario save Spar Udsattepolitikken \"Branding=udskydes:P6M\"",
            "effekt scenario list",
            "effekt scenario compare Spar Vent",
            "effekt draw paavirkning --scenario Spar --out spar.svg"
        );
        command.SetAction(_ =>
        {
            HelpAction.Write(command, Console.Error);
            return ExitCode.WrongUse;
        });
        return command;
    }

    /// <exception cref="UsageException">There is none of that name; the nearest is named.</exception>
    public static async Task<Scenario> FindAsync(IGraphStore store, string name, CancellationToken ct)
    {
        var kept = Kept(store);
        return await kept.FindAsync(name, ct)
            ?? throw new UsageException(
                $"Der er intet scenarie »{name}«.{Suggestion.For(name, (await kept.AllAsync(ct)).Select(s => s.Name))} Se dem med »effekt "
                    + $"scenario list«."
            );
    }

    private static KeepScenarios Kept(IGraphStore store) => new(store.Scenarios, TimeProvider.System);

    private static Command List()
    {
        var command = new Command("list", "Viser scenarierne og deres ændringer.");
        var form = AnswerForm.On(command);
        command.SetAction(
            async (parsed, ct) =>
            {
                await using var store = await NamedStore.OpenAsync(parsed, ct);
                var all = await Kept(store).AllAsync(ct);
                form.Write(
                    parsed,
                    Listing.Of<Scenario>(
                        "scenarier",
                        all,
                        new("scenarie", "name", s => s.Name),
                        new("forfatter", "author", s => s.Author),
                        new("tid (UTC)", "at", s => s.At),
                        new("ændringer", "changes", s => s.Changes)
                    )
                );
                Messages.Say(parsed, all.Count == 1 ? "1 scenarie." : $"{all.Count} scenarier.");
                return ExitCode.Good;
            }
        );
        return command;
    }

    private static Command Save()
    {
        var name = new Argument<string>("NAVN") { Description = "Scenariets navn; det, der hed det samme, erstattes." };
        var changes = new Argument<string[]>("KNUDE") { Description = NamedNode.ChangeForm, Arity = ArgumentArity.OneOrMore };
        var author = SharedOptions.Author();
        var command = new Command("save", "Gemmer et scenarie.") { name, changes, author };
        command.SetAction(
            async (parsed, ct) =>
            {
                await using var store = await NamedStore.OpenAsync(parsed, ct);
                var graph = await store.NewestAsync(ct);
                var asked = await NamedNode.ChangesAsync(graph, parsed.GetValue(changes)!, ct);
                try
                {
                    await new AskImpact(graph).RefuseImpossibleAsync(asked, ct);
                    var by = SharedOptions.AuthorOf(parsed, author);
                    var saved = await Kept(store).SaveAsync(parsed.GetValue(name)!, asked, by, ct);
                    Messages.Say(
                        parsed,
                        $"Gemt: »{saved.Name}« med {saved.Changes.Count} {(saved.Changes.Count == 1 ? "ændring" : "ændringer")}."
                    );
                    return ExitCode.Good;
                }
                catch (FormatException e)
                {
                    throw new UsageException(e.Message);
                }
            }
        );
        return command;
    }

    private static Command Remove()
    {
        var name = new Argument<string>("NAVN") { Description = "Scenariets navn." };
        var command = new Command("remove", "Sletter et scenarie. Grafen er den samme.") { name };
        command.SetAction(
            async (parsed, ct) =>
            {
                await using var store = await NamedStore.OpenAsync(parsed, ct);
                var found = await FindAsync(store, parsed.GetValue(name)!, ct);
                await Kept(store).RemoveAsync(found.Name, ct);
                Messages.Say(parsed, $"Slettet: »{found.Name}«.");
                return ExitCode.Good;
            }
        );
        return command;
    }

    private static Command Compare()
    {
        var names = new Argument<string[]>("NAVN") { Description = "Scenarierne; ingen for alle.", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("compare", "Holder scenarier op mod hinanden: hvad hvert fælder, svækker og forsinker, for hvem.")
        {
            names,
        };
        var (look, form) = (LookOptions.On(command), AnswerForm.On(command));
        command.SetAction(
            async (parsed, ct) =>
            {
                await using var store = await NamedStore.OpenAsync(parsed, ct);
                var graph = await look.GraphAsync(parsed, store, ct);
                var tried = new List<Scenariesvar>();
                foreach (var scenario in await ChosenAsync(store, parsed.GetValue(names)!, ct))
                {
                    tried.Add(await new TryScenario(graph).TryAsync(scenario, new(), ct));
                }

                form.Write(
                    parsed,
                    tried.Select(Json),
                    ScenarioTable.Consequences(tried),
                    ScenarioTable.By("center", tried, s => s.EfterCenter),
                    ScenarioTable.By("ansvarlig", tried, s => s.EfterAnsvarlig)
                );
                foreach (var svar in tried.Where(t => t.Ukendte.Count > 0))
                {
                    Messages.Say(parsed, $"»{svar.Scenario.Name}« nævner noget, grafen ikke har: {string.Join(", ", svar.Ukendte)}.");
                }

                return ExitCode.Good;
            }
        );
        return command;
    }

    private static async Task<IReadOnlyList<Scenario>> ChosenAsync(IGraphStore store, string[] names, CancellationToken ct)
    {
        if (names.Length == 0)
        {
            return await Kept(store).AllAsync(ct);
        }

        var chosen = new List<Scenario>();
        foreach (var name in names)
        {
            chosen.Add(await FindAsync(store, name, ct));
        }

        return chosen;
    }

    private static object Json(Scenariesvar svar) =>
        new
        {
            name = svar.Scenario.Name,
            changes = svar.Scenario.Changes,
            unknown = svar.Ukendte,
            impact = svar.Paavirkning is { } impact ? ImpactJson.Of(impact) : null,
        };
}
