using System.CommandLine;
using Effektkaeder.Analysis.Paavirkning;
using Effektkaeder.Application;
using Effektkaeder.Application.Lists;
using Effektkaeder.Cli.Naming;
using Effektkaeder.Cli.Output;
using Effektkaeder.Domain;

namespace Effektkaeder.Cli.Commands;

internal static class ImpactCommand
{
    public static Command Build()
    {
        var changes = new Argument<string[]>("KNUDE") { Description = NamedNode.ChangeForm, Arity = ArgumentArity.OneOrMore };
        var direction = new Option<string>("--direction", "-d")
        {
            Description = "Langs hierarkiet: ned, op eller begge.",
            HelpName = "VEJ",
            DefaultValueFactory = _ => "ned",
        };
        direction.AcceptOnlyFromAmong("ned", "op", "begge");
        var edges = new Option<string[]>("--edges")
        {
            Description = "Kun disse kanttyper.",
            HelpName = "TYPE",
            AllowMultipleArgumentsPerToken = true,
        };
        var depth = new Option<int?>("--depth") { Description = "Højst så mange kanter i en vej.", HelpName = "TAL" };
        var hops = new Option<int>("--hops")
        {
            Description = "Højst så mange koblinger i en vej.",
            HelpName = "TAL",
            DefaultValueFactory = _ => 1,
        };
        var certainty = new Option<double>("--min-certainty") { Description = "Mindste tillid langs en vej, 0-1.", HelpName = "TAL" };
        var all = new Option<bool>("--all-paths") { Description = "Alle korteste veje, ikke kun én." };
        var through = new Option<bool>("--through") { Description = "Gå også igennem organisationer, aftaler og politikker." };
        var explain = new Option<bool>("--explain") { Description = "Fortæl hver berørt knude i én sætning i stedet for en tabel." };
        var command = new Command("impact", "Viser, hvad ændringer rører, ad hvilken vej, og hvad der mister sit grundlag.")
        {
            changes,
            direction,
            edges,
            depth,
            hops,
            certainty,
            all,
            through,
            explain,
        };
        var (look, form) = (LookOptions.On(command), AnswerForm.On(command));
        HelpAction.Examples(
            command,
            "effekt impact \"Udsattepolitikken\"",
            "effekt impact \"Rehabiliterende tilgang=udskydes:P6M\"",
            "effekt impact dk/lov/sel/85=aendres --output json",
            "effekt impact \"Lone Jensen\" --explain"
        );
        command.SetAction(
            async (parsed, ct) =>
            {
                await using var store = await NamedStore.OpenAsync(parsed, ct);
                var graph = await look.GraphAsync(parsed, store, ct);
                var asked = await NamedNode.ChangesAsync(graph, parsed.GetValue(changes)!, ct);
                var types = (parsed.GetValue(edges) ?? [])
                    .Select(code =>
                        EdgeTypes.Find(code)?.Type
                        ?? throw new UsageException(
                            $"»{code}« er ikke en kanttype.{Suggestion.For(code, EdgeTypes.All.Select(e => e.Code))}"
                        )
                    )
                    .ToList();
                if (parsed.GetValue(hops) is < 0 or > 10)
                {
                    throw new UsageException("--hops er 0 til 10.");
                }

                var svar = await new AskImpact(graph).AskAsync(
                    asked,
                    new(
                        Enum.Parse<Retning>(parsed.GetValue(direction)!, ignoreCase: true),
                        types,
                        parsed.GetValue(depth),
                        parsed.GetValue(hops),
                        parsed.GetValue(certainty),
                        parsed.GetValue(all),
                        parsed.GetValue(through)
                    ),
                    ct
                );
                if (parsed.GetValue(explain) && form.IsTable(parsed))
                {
                    Explain(svar);
                }
                else
                {
                    form.Write(parsed, ImpactJson.Of(svar), ImpactLists.Touched(svar), ImpactLists.Dates(svar));
                    Messages.Say(parsed, svar.Forklaring);
                }

                return ExitCode.Good;
            }
        );
        return command;
    }

    /// <summary>The point, then a line for each node that is touched.</summary>
    private static void Explain(Paavirkningssvar svar)
    {
        Console.Out.WriteLine(svar.Forklaring);
        foreach (var beroert in svar.Beroerte)
        {
            Console.Out.WriteLine($"\n{beroert.Forklaring}");
        }
    }
}
