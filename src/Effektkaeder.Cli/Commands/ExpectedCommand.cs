using System.CommandLine;
using Effektkaeder.Analysis.Aarshjul;
using Effektkaeder.Application.Following;
using Effektkaeder.Cli.Naming;
using Effektkaeder.Cli.Output;

namespace Effektkaeder.Cli.Commands;

/// <summary>What others expect of somebody: the part of their year that has no day.</summary>
internal static class ExpectedCommand
{
    public static Command Build()
    {
        var who = new Argument<string>("HVEM") { Description = "En person, rolle, enhed eller et center." };
        var command = new Command(
            "expected",
            "Viser, hvad andre venter af en enhed: forpligtelser i andres indsatser, og koblinger, der peger på dens."
        )
        {
            who,
        };
        var (look, form) = (LookOptions.On(command), AnswerForm.On(command));
        HelpAction.Examples(
            command,
            "effekt expected \"Center for Sundhed og Omsorg\"",
            "effekt expected Jobcentret --valid 2016-10-01",
            "effekt expected \"Lone Jensen\" --output xlsx --out venter.xlsx"
        );
        command.SetAction(
            async (parsed, ct) =>
            {
                await using var store = await NamedStore.OpenAsync(parsed, ct);
                try
                {
                    var graph = await look.GraphAsync(parsed, store, ct);
                    var expected = await new ReadCalendar(graph).ExpectedAsync(parsed.GetValue(who)!, ct);
                    form.Write(parsed, Listing(expected));
                    Messages.Say(parsed, $"{expected.Count} i alt.");
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

    public static Listing Listing(IEnumerable<Forventning> expected) =>
        Exchange.Lists.Listing.Of<Forventning>(
            "andre venter",
            expected,
            new("andre venter", "title", f => f.Hos.Titel),
            new("kommune", "kommune", f => f.Hos.Kommune),
            new("af", "of", f => f.Af.Titel),
            new("fordi den", "why", f => f.Hvad),
            new("ordene", "words", f => f.Citat?.Ordret.Replace('\n', ' ')),
            new(null, "source", f => f.Citat?.Hvor),
            new(null, "ofKey", f => f.Af.Key),
            new(Exchange.Lists.Listing.Key, "key", f => f.Hos.Key)
        );
}
