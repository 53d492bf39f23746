using System.CommandLine;
using Effektkaeder.Analysis.Kontrol;
using Effektkaeder.Application;
using Effektkaeder.Cli.Naming;
using Effektkaeder.Cli.Output;
using Effektkaeder.Domain;

namespace Effektkaeder.Cli.Commands;

internal static class CheckCommand
{
    public static Command Build()
    {
        var codes = new Option<string[]>("--code", "-c")
        {
            Description = "Kun disse kontroller.",
            HelpName = "KODE",
            AllowMultipleArgumentsPerToken = true,
        };
        var kommune = new Option<string?>("--kommune", "-k") { Description = "Kun denne kommune.", HelpName = "NAVN" };
        var aftale = new Option<string?>("--agreement", "-a") { Description = "Kun denne aftale.", HelpName = "AFTALE" };
        var strict = new Option<bool>("--strict") { Description = "Slut med 1, hvis der er fejl." };
        var command = new Command("check", "Finder de svage steder: effekter uden mål, datoer der ikke kan holde, tomme felter.")
        {
            codes,
            kommune,
            aftale,
            strict,
        };
        var (look, form) = (LookOptions.On(command), AnswerForm.On(command));
        HelpAction.Examples(
            command,
            "effekt check",
            "effekt check --code EFFEKT_UDEN_INDIKATOR --output csv",
            "effekt check --kommune Slagelse --strict"
        );
        command.SetAction(
            async (parsed, ct) =>
            {
                var asked = NamedCheck.Read(parsed.GetValue(codes) ?? []);
                await using var store = await NamedStore.OpenAsync(parsed, ct);
                var graph = await look.GraphAsync(parsed, store, ct);
                var within = parsed.GetValue(aftale) is { } name
                    ? (await NamedNode.FindAsync(graph, name, [NodeKind.Aftale], ct)).Key
                    : null;
                var fund = await new RunChecks(graph).RunAsync(
                    asked,
                    await NamedNode.KommuneAsync(graph, parsed.GetValue(kommune), ct),
                    within,
                    ct
                );
                form.Write(parsed, Findings(fund));
                Messages.Say(parsed, string.Join(", ", Enum.GetValues<Alvor>().Select(a => Antal(fund.Count(f => f.Alvor == a), a))) + ".");
                return parsed.GetValue(strict) && fund.Any(f => f.Alvor == Alvor.Fejl) ? ExitCode.Failed : ExitCode.Good;
            }
        );
        return command;
    }

    private static Listing Findings(IEnumerable<Fund> fund) =>
        Listing.Of<Fund>(
            "fund",
            fund,
            new("alvor", null, f => Navn(f.Alvor)),
            new(null, "severity", f => f.Alvor.ToString().ToLowerInvariant()),
            new("kode", "code", f => f.Kode),
            new("knude", null, f => $"{f.Node.Kind.Info().Navn}: {f.Node.Titel}"),
            new(null, "node", f => f.Node.Key),
            new(null, "kind", f => f.Node.Kind.Info().Code),
            new(null, "title", f => f.Node.Titel),
            new("besked", "message", f => f.Besked),
            new(null, "principle", f => f.Princip),
            new("sted", null, f => f.Sted is { } s ? $"{s.Dokument}:{s.Linje}" : null),
            new(null, "document", f => f.Sted?.Dokument),
            new(null, "line", f => f.Sted?.Linje),
            new(null, "other", f => f.Modpart?.Key)
        );

    private static string Antal(int count, Alvor alvor) =>
        (count, alvor) switch
        {
            (1, _) or (_, Alvor.Fejl) => $"{count} {Navn(alvor)}",
            (_, Alvor.Advarsel) => $"{count} advarsler",
            _ => $"{count} bemærkninger",
        };

    private static string Navn(Alvor alvor) =>
        alvor switch
        {
            Alvor.Fejl => "fejl",
            Alvor.Advarsel => "advarsel",
            _ => "bemærkning",
        };
}
