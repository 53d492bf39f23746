using System.CommandLine;
using Effektkaeder.Application.Asking;
using Effektkaeder.Cli.Naming;
using Effektkaeder.Cli.Output;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Cli.Commands;

internal static class SearchCommand
{
    private const int Most = 10_000;

    private static readonly string[] Ranks = ["hele titlen", "titlens begyndelse", "titlen", "teksten", "et felt"];

    public static Command Build()
    {
        var words = new Argument<string[]>("ORD")
        {
            Description = "Alle ord skal findes, i hvilken form de end står; \"i anførselstegn\" ordret.",
            Arity = ArgumentArity.OneOrMore,
        };
        var kinds = new Option<string[]>("--kind")
        {
            Description = "Kun disse slags, fx indsats.",
            HelpName = "SLAGS",
            AllowMultipleArgumentsPerToken = true,
        };
        var kommune = new Option<string?>("--kommune", "-k") { Description = "Kun denne kommune.", HelpName = "NAVN" };
        var first = new Option<int>("--first")
        {
            Description = "Højst så mange.",
            HelpName = "TAL",
            DefaultValueFactory = _ => 20,
        };
        var command = new Command("search", "Søger i titler, tekster, felter og personer; det bedste først.")
        {
            words,
            kinds,
            kommune,
            first,
        };
        var (look, form) = (LookOptions.On(command), AnswerForm.On(command));
        HelpAction.Examples(command, "effekt search tidlig hjælp", "effekt search recovery --kind indikator --kommune Slagelse");
        command.SetAction(
            async (parsed, ct) =>
            {
                if (parsed.GetValue(first) is < 0 or > Most)
                {
                    throw new UsageException($"--first er 0 til {Most}.");
                }

                var asked = NamedKind.Read(parsed.GetValue(kinds) ?? []);
                await using var store = await NamedStore.OpenAsync(parsed, ct);
                var graph = await look.GraphAsync(parsed, store, ct);
                var found = await new SearchGraph(graph).SearchAsync(
                    new(
                        string.Join(' ', parsed.GetValue(words)!),
                        asked,
                        await NamedNode.KommuneAsync(graph, parsed.GetValue(kommune), ct),
                        parsed.GetValue(first)
                    ),
                    ct
                );
                form.Write(
                    parsed,
                    Listing.Of<SearchHit>(
                        "fundet",
                        found.Hits,
                        new("fundet i", null, h => Ranks[h.Rank]),
                        new("slags", null, h => h.Node.Kind.Info().Navn),
                        new(null, "kind", h => h.Node.Kind.Info().Code),
                        new("titel", "title", h => h.Node.Titel),
                        new("kommune", "kommune", h => h.Node.Kommune),
                        new("center", "centre", h => h.Node.Vist.Center),
                        new(null, "rank", h => h.Rank),
                        new(Listing.Key, "key", h => h.Node.Key)
                    )
                );
                if (found.Rettet is { } near)
                {
                    Messages.Say(parsed, $"Ordene står ingen steder; viser »{near}«.");
                }

                if (!found.FelterMed)
                {
                    Messages.Say(parsed, "Grafen er for stor til at søge i formularernes felter; titler og tekster er søgt.");
                }

                Messages.Say(
                    parsed,
                    found.Hits.Count < found.Total ? $"{found.Hits.Count} af {found.Total}." : $"{found.Hits.Count} fundet."
                );
                return ExitCode.Good;
            }
        );
        return command;
    }
}
