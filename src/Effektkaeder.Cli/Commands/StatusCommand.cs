using System.CommandLine;
using Effektkaeder.Analysis.Stillinger;
using Effektkaeder.Application.Following;
using Effektkaeder.Cli.Naming;
using Effektkaeder.Cli.Output;
using Effektkaeder.Domain;

namespace Effektkaeder.Cli.Commands;

/// <summary>How it stands: green, amber, red or unknown, with the reason and the day.</summary>
internal static class StatusCommand
{
    private static readonly NodeKind[] Kinds = [.. NodeKinds.Levels.Select(l => l.Kind)];

    public static Command Build()
    {
        var about = new Argument<string?>("KNUDE")
        {
            Description = "Et mål, en indsats, et bidrag, en effekt eller en indikator; ellers alle indsatser, bidrag og effekter.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var kommune = new Option<string?>("--kommune", "-k") { Description = "Kun denne kommune.", HelpName = "NAVN" };
        var command = new Command("status", "Viser, hvordan det står, hvorfor og siden hvornår. Det, ingen har meldt om, er ukendt.")
        {
            about,
            kommune,
        };
        var (look, form) = (LookOptions.On(command), AnswerForm.On(command));
        HelpAction.Examples(
            command,
            "effekt status",
            "effekt status Branding",
            "effekt status --kommune Vestersø",
            "effekt status Branding --output json"
        );
        command.SetAction(
            async (parsed, ct) =>
            {
                await using var store = await NamedStore.OpenAsync(parsed, ct);
                var graph = await look.KommuneAsync(parsed, store, parsed.GetValue(kommune), ct);
                var reader = new ReadStatus(graph);
                if (parsed.GetValue(about) is not { } text)
                {
                    form.Write(parsed, Listed(await AllAsync(reader, ct)));
                    return ExitCode.Good;
                }

                var svar = await reader.ReadAsync(await NamedNode.FindAsync(graph, text, Kinds, ct), ct);
                form.Write(parsed, Listed([svar.Stilling, .. svar.Under]), Developments(svar.Udviklinger));
                return ExitCode.Good;
            }
        );
        return command;
    }

    private static async Task<IReadOnlyList<Stilling>> AllAsync(ReadStatus reader, CancellationToken ct)
    {
        try
        {
            return await reader.AllAsync(ct);
        }
        catch (TooManyException e)
        {
            throw new UsageException($"{e.Message} Skriv fx »effekt status --kommune NAVN«.");
        }
    }

    private static Listing Listed(IReadOnlyList<Stilling> all) =>
        Listing.Of<Stilling>(
            "stilling",
            all,
            new("stilling", "status", s => s.Farve.Navn()),
            new("slags", "kind", s => s.Node.Kind.Info().Navn),
            new("titel", "title", s => s.Node.Titel),
            new("grund", "reason", s => s.Grund),
            new("dag", "day", s => s.Dag),
            new(null, "key", s => s.Node.Key),
            new(null, "source", s => s.Kilde?.Key)
        );

    private static Listing Developments(IReadOnlyList<Udvikling> all) =>
        Listing.Of<Udvikling>(
            "udvikling",
            all,
            new("indikator", "indicator", u => u.Indikator.Titel),
            new("udvikling", "development", u => u.Ord),
            new("målinger", "measurements", u => u.Punkter.Count)
        );
}
