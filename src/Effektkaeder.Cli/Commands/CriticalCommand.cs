using System.CommandLine;
using Effektkaeder.Analysis.Kritiske;
using Effektkaeder.Application;
using Effektkaeder.Cli.Naming;
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
        var command = new Command("critical", "Viser, hvad der bæres af én knude alene, det mest bårne først.") { kind, kommune, first };
        var (look, form) = (LookOptions.On(command), AnswerForm.On(command));
        HelpAction.Examples(command, "effekt critical --kind politik", "effekt critical --kommune Slagelse --first 10");
        command.SetAction(
            async (parsed, ct) =>
            {
                var kinds = NamedKind.Read(parsed.GetValue(kind) ?? []);
                await using var store = await NamedStore.OpenAsync(parsed, ct);
                var graph = await look.GraphAsync(parsed, store, ct);
                var all = await new FindCritical(graph).FindAsync(
                    kinds,
                    await NamedNode.KommuneAsync(graph, parsed.GetValue(kommune), ct),
                    ct
                );
                var shown = all.Take(parsed.GetValue(first) ?? all.Count).ToList();
                form.Write(
                    parsed,
                    Listing.Of<Kritisk>(
                        "kritiske",
                        shown,
                        new("mister grundlag", null, k => k.AntalMister),
                        new("intet andet forfølger", null, k => k.AntalOpgives),
                        new("slags", null, k => k.Node.Kind.Info().Navn),
                        new(null, "kind", k => k.Node.Kind.Info().Code),
                        new("titel", "title", k => k.Node.Titel),
                        new(null, "loses", k => k.Mister.Select(n => n.Key)),
                        new(null, "givesUp", k => k.Opgives.Select(n => n.Key)),
                        new(Listing.Key, "key", k => k.Node.Key)
                    )
                );
                Messages.Say(parsed, shown.Count < all.Count ? $"{shown.Count} af {all.Count}." : $"{all.Count} i alt.");
                return ExitCode.Good;
            }
        );
        return command;
    }
}
