using System.CommandLine;
using Effektkaeder.Cli.Options;
using Effektkaeder.Cli.Output;
using Effektkaeder.Domain;

namespace Effektkaeder.Cli.Commands;

internal static class SearchCommand
{
    private const int Most = 10_000;

    private static readonly string[] Ranks = ["hele titlen", "titlens begyndelse", "titlen", "teksten"];

    public static Command Build()
    {
        var words = new Argument<string[]>("ORD")
        {
            Description = "Alle ord skal findes, i hvilken form de end står.",
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
        var output = SharedOptions.Output("table", "json", "csv");
        var command = new Command("search", "Søger i titler og tekster; det bedste først.") { words, kinds, kommune, first, output };
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
                var graph = await store.NewestAsync(ct);
                var found = await graph.SearchAsync(
                    new(
                        string.Join(' ', parsed.GetValue(words)!),
                        asked,
                        await NamedNode.KommuneAsync(graph, parsed.GetValue(kommune), ct),
                        parsed.GetValue(first)
                    ),
                    ct
                );
                Rows.Of(
                        found.Items,
                        ("fundet i", h => Ranks[h.Rank]),
                        ("slags", h => h.Node.Kind.Info().Navn),
                        ("titel", h => h.Node.Titel),
                        ("kommune", h => h.Node.Kommune),
                        ("nøgle", h => h.Node.Key)
                    )
                    .Write(
                        parsed,
                        parsed.GetValue(output)!,
                        found.Items.Select(h => new
                        {
                            key = h.Node.Key,
                            kind = h.Node.Kind.Info().Code,
                            title = h.Node.Titel,
                            kommune = h.Node.Kommune,
                            rank = h.Rank,
                        })
                    );
                Messages.Say(
                    parsed,
                    found.Items.Count < found.Total ? $"{found.Items.Count} af {found.Total}." : $"{found.Items.Count} fundet."
                );
                return ExitCode.Good;
            }
        );
        return command;
    }
}
