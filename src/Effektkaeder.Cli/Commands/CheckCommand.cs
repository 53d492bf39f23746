using System.CommandLine;
using Effektkaeder.Analysis.Kontrol;
using Effektkaeder.Application;
using Effektkaeder.Cli.Options;
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
        var output = SharedOptions.Output("table", "json", "csv");
        var command = new Command("check", "Finder de svage steder: effekter uden mål, datoer der ikke kan holde, tomme felter.")
        {
            codes,
            kommune,
            aftale,
            strict,
            output,
        };
        HelpAction.Examples(
            command,
            "effekt check",
            "effekt check --code EFFEKT_UDEN_INDIKATOR --output csv",
            "effekt check --kommune Slagelse --strict"
        );
        command.SetAction(
            async (parsed, ct) =>
            {
                var asked = parsed.GetValue(codes) ?? [];
                if (
                    asked.FirstOrDefault(c => Kontroller.Alle.All(r => !r.Kode.Equals(c, StringComparison.OrdinalIgnoreCase))) is
                    { } unknown
                )
                {
                    throw new UsageException(
                        $"Der er ingen kontrol »{unknown}«.{Suggestion.For(unknown, Kontroller.Alle.Select(r => r.Kode))} De "
                            + $"hedder: {string.Join(", ", Kontroller.Alle.Select(r => r.Kode))}."
                    );
                }

                await using var store = await NamedStore.OpenAsync(parsed, ct);
                var graph = await store.NewestAsync(ct);
                var within = parsed.GetValue(aftale) is { } name
                    ? (await NamedNode.FindAsync(graph, name, [NodeKind.Aftale], ct)).Key
                    : null;
                var fund = await new RunChecks(graph).RunAsync(
                    asked,
                    await NamedNode.KommuneAsync(graph, parsed.GetValue(kommune), ct),
                    within,
                    ct
                );
                Rows.Of(
                        fund,
                        ("alvor", f => Navn(f.Alvor)),
                        ("kode", f => f.Kode),
                        ("knude", f => $"{f.Node.Kind.Info().Navn}: {f.Node.Titel}"),
                        ("besked", f => f.Besked),
                        ("sted", f => f.Sted is { } s ? $"{s.Dokument}:{s.Linje}" : null)
                    )
                    .Write(
                        parsed,
                        parsed.GetValue(output)!,
                        fund.Select(f => new
                        {
                            code = f.Kode,
                            severity = f.Alvor.ToString().ToLowerInvariant(),
                            node = f.Node.Key,
                            kind = f.Node.Kind.Info().Code,
                            title = f.Node.Titel,
                            message = f.Besked,
                            principle = f.Princip,
                            document = f.Sted?.Dokument,
                            line = f.Sted?.Linje,
                            other = f.Modpart?.Key,
                        })
                    );
                Messages.Say(parsed, string.Join(", ", Enum.GetValues<Alvor>().Select(a => Antal(fund.Count(f => f.Alvor == a), a))) + ".");
                return parsed.GetValue(strict) && fund.Any(f => f.Alvor == Alvor.Fejl) ? ExitCode.Failed : ExitCode.Good;
            }
        );
        return command;
    }

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
