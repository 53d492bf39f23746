using System.CommandLine;
using Effektkaeder.Application;
using Effektkaeder.Cli.Options;
using Effektkaeder.Cli.Output;
using Effektkaeder.Domain;

namespace Effektkaeder.Cli.Commands;

internal static class CriticalCommand
{
    public static Command Build()
    {
        var kind = new Option<string[]>("--kind")
        {
            Description = "Kun disse slags, fx politik.",
            HelpName = "SLAGS",
            AllowMultipleArgumentsPerToken = true,
        };
        var kommune = new Option<string?>("--kommune", "-k") { Description = "Kun denne kommune.", HelpName = "NAVN" };
        var first = new Option<int?>("--first") { Description = "Kun de første så mange.", HelpName = "TAL" };
        var output = SharedOptions.Output("table", "json", "csv");
        var command = new Command("critical", "Viser, hvad der bæres af én knude alene, det mest bårne først.")
        {
            kind,
            kommune,
            first,
            output,
        };
        HelpAction.Examples(command, "effekt critical --kind politik", "effekt critical --kommune Slagelse --first 10");
        command.SetAction(
            async (parsed, ct) =>
            {
                var kinds = NamedKind.Read(parsed.GetValue(kind) ?? []);
                await using var store = await NamedStore.OpenAsync(parsed, ct);
                var graph = await store.NewestAsync(ct);
                var all = await new FindCritical(graph).FindAsync(
                    kinds,
                    await NamedNode.KommuneAsync(graph, parsed.GetValue(kommune), ct),
                    ct
                );
                var shown = all.Take(parsed.GetValue(first) ?? all.Count).ToList();
                Rows.Of(
                        shown,
                        ("mister grundlag", k => k.Mister.Count),
                        ("intet andet forfølger", k => k.Opgives.Count),
                        ("slags", k => k.Node.Kind.Info().Navn),
                        ("titel", k => k.Node.Titel),
                        ("nøgle", k => k.Node.Key)
                    )
                    .Write(
                        parsed,
                        parsed.GetValue(output)!,
                        shown.Select(k => new
                        {
                            key = k.Node.Key,
                            kind = k.Node.Kind.Info().Code,
                            title = k.Node.Titel,
                            loses = k.Mister.Select(n => n.Key),
                            givesUp = k.Opgives.Select(n => n.Key),
                        })
                    );
                Messages.Say(parsed, shown.Count < all.Count ? $"{shown.Count} af {all.Count}." : $"{all.Count} i alt.");
                return ExitCode.Good;
            }
        );
        return command;
    }
}
