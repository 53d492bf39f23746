using System.CommandLine;
using Effektkaeder.Analysis.Kontrol;
using Effektkaeder.Application;
using Effektkaeder.Application.Lists;
using Effektkaeder.Cli.Naming;
using Effektkaeder.Cli.Output;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

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
        var strict = new Option<bool>("--strict") { Description = "Slut med 1, hvis der er fejl; det samme som --fail-on fejl." };
        var failOn = new Option<string[]>("--fail-on")
        {
            Description = "Slut kun med 1, når der er fund af denne alvor eller værre, eller med denne kode.",
            HelpName = "ALVOR|KODE",
            AllowMultipleArgumentsPerToken = true,
        };
        var baseline = new Option<string?>("--baseline")
        {
            Description = "Vis kun fund, der ikke står i filen; uden filen er alle nye.",
            HelpName = "FIL",
        };
        var save = new Option<bool>("--save-baseline") { Description = "Skriv alle fund i filen fra --baseline." };
        var profile = new Option<string?>("--profile")
        {
            Description = "En fil, der siger, hvilke kontroller der gælder for hvem, og hvor alvorligt.",
            HelpName = "FIL",
        };
        var score = new Option<bool>("--scorecard") { Description = "Hver aftale mod principperne, punkt for punkt." };
        var command = new Command("check", "Finder de svage steder: effekter uden mål, datoer der ikke kan holde, tomme felter.")
        {
            codes,
            kommune,
            aftale,
            strict,
            failOn,
            baseline,
            save,
            profile,
            score,
        };
        var (look, form) = (LookOptions.On(command), AnswerForm.On(command));
        HelpAction.Examples(
            command,
            "effekt check",
            "effekt check --code EFFEKT_UDEN_INDIKATOR --output csv",
            "effekt check --kommune Slagelse --strict",
            "effekt check --fail-on advarsel EFFEKT_UDEN_INDIKATOR",
            "effekt check --baseline kendte.txt --save-baseline",
            "effekt check --scorecard"
        );
        command.SetAction(
            async (parsed, ct) =>
            {
                var asked = NamedCheck.Read(parsed.GetValue(codes) ?? []);
                var failing = Failing([.. parsed.GetValue(failOn) ?? [], .. parsed.GetValue(strict) ? ["fejl"] : Array.Empty<string>()]);
                var known = parsed.GetValue(baseline) is { } kept ? KnownFindings.Read(kept, parsed.GetValue(save)) : null;
                if (known is null && parsed.GetValue(save))
                {
                    throw new UsageException("--save-baseline hører til --baseline FIL.");
                }

                await using var store = await NamedStore.OpenAsync(parsed, ct);
                var graph = await look.GraphAsync(parsed, store, ct);
                var within = parsed.GetValue(aftale) is { } name
                    ? (await NamedNode.FindAsync(graph, name, [NodeKind.Aftale], ct)).Key
                    : null;
                var only = await NamedNode.KommuneAsync(graph, parsed.GetValue(kommune), ct);
                if (parsed.GetValue(score))
                {
                    form.Write(parsed, ScoreTable.Of(await new RunChecks(graph).ScoreAsync(only, within, ct)));
                    return ExitCode.Good;
                }

                var fund = await new RunChecks(graph).RunAsync(asked, only, within, ct);
                if (parsed.GetValue(profile) is { } path)
                {
                    fund = await ProfiledAsync(graph, fund, path, ct);
                }

                if (known is not null)
                {
                    var all = fund;
                    fund = known.New(fund);
                    Messages.Say(parsed, $"{all.Count - fund.Count} kendte fund vises ikke.");
                    if (parsed.GetValue(save))
                    {
                        known.Save(all);
                    }
                }

                form.Write(parsed, FindingLists.Of(fund));
                Messages.Say(parsed, string.Join(", ", Enum.GetValues<Alvor>().Select(a => Antal(fund.Count(f => f.Alvor == a), a))) + ".");
                return fund.Any(f => failing.Exists(fails => fails(f))) ? ExitCode.Failed : ExitCode.Good;
            }
        );
        return command;
    }

    private static async Task<IReadOnlyList<Fund>> ProfiledAsync(IGraph graph, IReadOnlyList<Fund> fund, string path, CancellationToken ct)
    {
        try
        {
            var profile = Kontrolprofil.Read(await File.ReadAllTextAsync(path, ct));
            var agreements = await graph.QueryAsync(new(new NodeFilter.KindIn([NodeKind.Aftale]), [], Page.Everything), ct);
            var types = agreements.Items.ToDictionary(a => a.Key, a => a.Indhold.Art, StringComparer.Ordinal);
            return profile.Apply(fund, key => types.GetValueOrDefault(key));
        }
        catch (FormatException e)
        {
            throw new UsageException($"{path}: {e.Message}");
        }
    }

    /// <summary>What the user asks to fail on: at least so severe, or of a check.</summary>
    /// <exception cref="UsageException">One is neither a severity nor a check's code.</exception>
    private static List<Predicate<Fund>> Failing(IEnumerable<string> on) =>
        [
            .. on.Select<string, Predicate<Fund>>(word =>
            {
                var grades = Enum.GetValues<Alvor>()
                    .Where(a => FindingLists.Navn(a) == word || a.ToString().Equals(word, StringComparison.OrdinalIgnoreCase));
                if (grades.ToList() is [var worst])
                {
                    return f => f.Alvor <= worst;
                }

                var code = NamedCheck.Read([word])[0];
                return f => f.Kode.Equals(code, StringComparison.OrdinalIgnoreCase);
            }),
        ];

    private static string Antal(int count, Alvor alvor) =>
        (count, alvor) switch
        {
            (1, _) or (_, Alvor.Fejl) => $"{count} {FindingLists.Navn(alvor)}",
            (_, Alvor.Advarsel) => $"{count} advarsler",
            _ => $"{count} bemærkninger",
        };
}
