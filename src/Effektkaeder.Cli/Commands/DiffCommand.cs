using System.CommandLine;
using Effektkaeder.Analysis.Forskelle;
using Effektkaeder.Analysis.Paavirkning;
using Effektkaeder.Application.Comparing;
using Effektkaeder.Application.Lists;
using Effektkaeder.Cli.Naming;
using Effektkaeder.Cli.Output;

namespace Effektkaeder.Cli.Commands;

/// <summary>What differs between two sides, and what that touches.</summary>
internal static class DiffCommand
{
    public static Command Build()
    {
        const string Forms =
            "en revision (3), en dag, et år (2025), en aftale, et center, en kommune; AFTALE@2 er 2. udgave, CENTER@2025 et år";
        var from = new Argument<string>("FRA") { Description = $"Den ene side: {Forms}." };
        var to = new Argument<string>("TIL") { Description = "Den anden side." };
        var touches = new Option<bool>("--impact") { Description = "Vis også, hvad forskellen rører andre steder." };
        var only = new Option<string[]>("--only")
        {
            Description = $"Kun det, der er {string.Join(", ", DiffTable.Words)}.",
            HelpName = "HVAD",
            AllowMultipleArgumentsPerToken = true,
        };
        only.AcceptOnlyFromAmong([.. DiffTable.Words]);
        var kinds = new Option<string[]>("--kind")
        {
            Description = "Kun disse slags, fx effekt.",
            HelpName = "SLAGS",
            AllowMultipleArgumentsPerToken = true,
        };
        var command = new Command("diff", "Viser, hvad der er forskelligt: nyt, væk, sagt anderledes eller flyttet.")
        {
            from,
            to,
            only,
            kinds,
            touches,
        };
        var form = AnswerForm.On(command);
        HelpAction.Examples(
            command,
            "effekt diff 1 2",
            "effekt diff 2025 2026 --impact",
            "effekt diff \"Center for Børn og Unge@2025\" \"Center for Børn og Unge@2026\"",
            "effekt diff Slagelse Guldborgsund --output xlsx --out kommuner.xlsx"
        );
        command.SetAction(
            async (parsed, ct) =>
            {
                var asked = NamedKind.Read(parsed.GetValue(kinds) ?? []);
                await using var store = await NamedStore.OpenAsync(parsed, ct);
                var graph = await store.NewestAsync(ct);
                try
                {
                    var (fra, til) = (
                        await NamedSide.FindAsync(graph, parsed.GetValue(from)!, ct),
                        await NamedSide.FindAsync(graph, parsed.GetValue(to)!, ct)
                    );
                    var both = await new CompareGraphs(store).CompareAsync(fra, til, ct);
                    var dropped = parsed.GetValue(touches) ? await CompareGraphs.TouchedByChangesAsync(both, ct) : null;
                    var added = parsed.GetValue(touches) ? await CompareGraphs.TouchedByNewAsync(both, ct) : null;
                    var told = DiffTable.Chosen(both.Forskel, parsed.GetValue(only) ?? [], asked);
                    form.Write(parsed, DiffTable.Json(told, dropped, added), [.. Tables(parsed, form, told, dropped, added)]);
                    Messages.Say(parsed, DiffTable.Summary(both.Forskel));
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

    private static IEnumerable<Listing> Tables(
        ParseResult parsed,
        AnswerForm form,
        Forskel forskel,
        Paavirkningssvar? dropped,
        Paavirkningssvar? added
    )
    {
        yield return DiffLists.Nodes(forskel);
        if (form.Of(parsed) == "xlsx")
        {
            yield return DiffLists.Told(forskel);
            yield return DiffLists.Edges(forskel);
        }

        if (dropped is not null || added is not null)
        {
            yield return DiffTable.Touched("røres af det, der er væk eller ændret", dropped);
            yield return DiffTable.Touched("røres af det nye", added);
        }
    }
}
