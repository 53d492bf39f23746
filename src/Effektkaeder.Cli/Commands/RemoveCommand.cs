using System.CommandLine;
using Effektkaeder.Application;
using Effektkaeder.Cli.Naming;
using Effektkaeder.Cli.Options;
using Effektkaeder.Cli.Output;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;

namespace Effektkaeder.Cli.Commands;

internal static class RemoveCommand
{
    public static Command Build()
    {
        var aftale = new Argument<string>("AFTALE") { Description = "Aftalens nøgle eller titel." };
        var (author, dryRun, output) = (SharedOptions.Author(), SharedOptions.DryRun(), SharedOptions.Output("table", "json", "csv"));
        var yes = new Option<bool>("--yes", "-y") { Description = "Spørg ikke, når ordene kun er en del af aftalens titel." };
        var command = new Command(
            "remove",
            "Trækker en aftale tilbage; det, andre aftaler også siger, bliver. Kan fortrydes med »effekt undo«."
        )
        {
            aftale,
            yes,
            author,
            dryRun,
            output,
        };
        HelpAction.Examples(
            command,
            "effekt remove \"Udviklingsaftale 2016\" --dry-run",
            "effekt remove slagelse/aftale/udviklingsaftale-2016-handicap-og-psykiatri"
        );
        command.SetAction(
            async (parsed, ct) =>
            {
                await using var store = await NamedStore.OpenAsync(parsed, ct);
                var node = await NamedNode.FindAsync(await store.NewestAsync(ct), parsed.GetValue(aftale)!, [NodeKind.Aftale], ct);
                if (node.Henvist)
                {
                    throw new UsageException($"»{node.Titel}« er kun nævnt, ikke indlæst; der er intet at trække tilbage.");
                }

                if (!parsed.GetValue(dryRun) && !parsed.GetValue(yes) && !IsNamed(node, parsed.GetValue(aftale)!))
                {
                    Ask(node, parsed.GetValue(aftale)!);
                }

                var (revision, changes) = await new RemoveAgreement(store, TimeProvider.System).RemoveAsync(
                    node,
                    SharedOptions.AuthorOf(parsed, author),
                    parsed.GetValue(dryRun),
                    ct
                );
                ChangeOutput.Tell(parsed, revision, changes, parsed.GetValue(dryRun), parsed.GetValue(output)!);
                return ExitCode.Good;
            }
        );
        return command;
    }

    /// <summary>Whether the words are all of its key, its id or its title.</summary>
    private static bool IsNamed(Node node, string text) =>
        FindNode.IsWhole(node, text) || Fold.Of(node.Indhold.Tekst) == Fold.Of(text.Trim());

    /// <summary>Words that merely fit one agreement may be meant for another that is not there.</summary>
    /// <exception cref="UsageException">It was not confirmed, or there is nobody to ask.</exception>
    private static void Ask(Node node, string text)
    {
        var question = $"»{text}« er kun en del af »{node.Titel}« ({node.Key}).";
        if (Console.IsInputRedirected || Console.IsErrorRedirected)
        {
            throw new UsageException($"{question} Skriv hele titlen eller nøglen, eller gentag med --yes.");
        }

        Console.Error.Write($"{question} Skal den trækkes tilbage? [j/N] ");
        if (Console.In.ReadLine()?.Trim().ToLowerInvariant() is not ("j" or "ja"))
        {
            throw new UsageException("Intet er trukket tilbage.");
        }
    }
}
