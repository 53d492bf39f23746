using System.CommandLine;
using Effektkaeder.Analysis.Aarshjul;
using Effektkaeder.Application.Following;
using Effektkaeder.Cli.Naming;
using Effektkaeder.Cli.Output;

namespace Effektkaeder.Cli.Commands;

/// <summary>What is due: a list, and a file that calendars open.</summary>
internal static class CalendarCommand
{
    public static Command Build()
    {
        var who = new Argument<string?>("HVEM")
        {
            Description = "En person, rolle, enhed eller et center; ellers alle.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var kommune = new Option<string?>("--kommune", "-k") { Description = "Kun denne kommune.", HelpName = "NAVN" };
        var from = Day("--from", "Intet, der slutter før.");
        var to = Day("--to", "Intet, der begynder efter.");
        var today = Day("--today", "Den dag, der regnes fra; ellers i dag.");
        var state = new Option<Kalenderstand[]>("--state")
        {
            Description = "Kun dem, der er overskredet, forestaar, flyttet eller holdt.",
            HelpName = "STAND",
            AllowMultipleArgumentsPerToken = true,
        };
        var ics = new Option<string?>("--ics") { Description = "Skriv også en iCalendar-fil, som kalendere åbner.", HelpName = "FIL" };
        var command = new Command(
            "calendar",
            "Mit år: frister, milepæle, opfølgninger og rapporteringer, og hvad andre venter af en enhed."
        )
        {
            who,
            kommune,
            from,
            to,
            today,
            state,
            ics,
        };
        var (look, form) = (LookOptions.On(command), AnswerForm.On(command));
        HelpAction.Examples(
            command,
            "effekt calendar \"Lone Jensen\"",
            "effekt calendar \"Center for Sundhed og Omsorg\" --from 2025-01-01 --to 2025-12-31",
            "effekt calendar --state overskredet --today 2025-10-01",
            "effekt calendar \"Sundhedschefen\" --ics aar.ics"
        );
        command.SetAction(
            async (parsed, ct) =>
            {
                await using var store = await NamedStore.OpenAsync(parsed, ct);
                var graph = await look.KommuneAsync(parsed, store, parsed.GetValue(kommune), ct);
                var day = parsed.GetValue(today) ?? DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);
                var valg = new Kalendervalg(parsed.GetValue(who), parsed.GetValue(from), parsed.GetValue(to), day);
                Kalendersvar svar;
                try
                {
                    svar = await new ReadCalendar(graph).ReadAsync(valg, ct);
                }
                catch (FormatException e)
                {
                    throw new UsageException(e.Message);
                }

                if (parsed.GetValue(state) is { Length: > 0 } states)
                {
                    svar = svar with { Poster = [.. svar.Poster.Where(p => states.Contains(p.Stand))] };
                }

                if (parsed.GetValue(ics) is { } file)
                {
                    OutFile.Write(file, await new WriteCalendar(graph).WriteAsync(svar, valg.Hvem, null, ct));
                }

                form.Write(parsed, Entries(svar), ExpectedCommand.Listing(svar.Forventet));
                Messages.Say(
                    parsed,
                    $"{svar.Poster.Count} poster pr. {day:yyyy-MM-dd}"
                        + string.Concat(
                            svar.Poster.CountBy(p => p.Stand).OrderBy(g => g.Key).Select(g => $", {g.Value} {WriteCalendar.Navn(g.Key)}")
                        )
                        + (svar.UdenDato.Count > 0 ? $"; {svar.UdenDato.Count} har ingen dato og står ikke i kalenderen." : ".")
                );
                return ExitCode.Good;
            }
        );
        return command;
    }

    private static Option<DateOnly?> Day(string name, string description) => new(name) { Description = description, HelpName = "DAG" };

    private static Listing Entries(Kalendersvar svar) =>
        Listing.Of<Kalenderpost>(
            "kalender",
            svar.Poster,
            new("senest", "due", p => p.Til),
            new("stand", "state", p => WriteCalendar.Navn(p.Stand)),
            new("slags", "type", p => WriteCalendar.Navn(p.Art)),
            new("titel", "title", p => p.Node.Titel),
            new("gælder", "of", p => p.Ejer.Titel),
            new("ansvarlig", "responsible", p => p.Hvem),
            new("grund", "reason", p => p.Grund),
            new(null, "from", p => p.Fra),
            new(null, "time", p => p.Tid.Tekst),
            new(null, "key", p => p.Node.Key),
            new(null, "ofKey", p => p.Ejer.Key),
            new(null, "source", p => p.Node.Vist.Herkomst is [var h, ..] ? h.Hvor : null)
        );
}
