using System.CommandLine;
using System.Diagnostics;
using System.Text;
using Effektkaeder.Application.Importing;
using Effektkaeder.Cli.Naming;
using Effektkaeder.Cli.Output;
using Effektkaeder.Synthesis;

namespace Effektkaeder.Cli.Commands;

internal static class GenerateCommand
{
    public static Command Build()
    {
        var form = new Argument<string>("FORM")
        {
            Description = "documents (filer i en mappe), lines (en graf, én JSON-linje pr. led) eller store (lige ind i lageret).",
        };
        form.AcceptOnlyFromAmong("documents", "lines", "store");
        var kommuner = Number("--kommuner", "Kommuner, 1-98.", 1);
        var centre = Number("--centre", "Centre i hver, 1-10.", 3);
        var aar = Number("--years", "År med aftaler, 1-50.", 1);
        var seed = Number("--seed", "Samme tal, samme bytes.", 1);
        var skaev = Share("--askew", "Hvor ofte et skema er udfyldt skævt på hver af ti måder, 0-1.", 0.2);
        var koblinger = Share("--couplings", "Hvor ofte en indsats nævner et andet centers, 0-1.", 0.5);
        var frafald = Share("--dropouts", "Hvor ofte en indsats falder fra til næste år, 0-1.", 0.1);
        var udgaver = Share("--editions", "Hvor ofte en aftale skrives under igen midt i året, 0-1.", 0.1);
        var love = Share("--laws", "Hvor ofte et bidrag bygger på en paragraf, i de centre, der har en, 0-1.", 0.3);
        var forbehold = Share("--conditional", "Hvor ofte det, en indsats nævner hos et andet center, afventer en beslutning, 0-1.", 0.25);
        var file = new Option<string?>("--out", "-f")
        {
            Description = "Mappen til documents; filen til lines (ellers stdout).",
            HelpName = "STI",
        };
        var command = new Command("generate", "Opdigter kommuner med aftaler over år. Samme valg giver de samme bytes.")
        {
            form,
            kommuner,
            centre,
            aar,
            seed,
            skaev,
            koblinger,
            frafald,
            udgaver,
            love,
            forbehold,
            file,
        };
        HelpAction.Examples(
            command,
            "effekt generate documents --kommuner 2 --centre 5 --out prøve/",
            "effekt generate lines --kommuner 98 --centre 10 --years 10 --out land.jsonl",
            "effekt generate store --centre 10 --store prøve.db"
        );
        command.SetAction(
            async (parsed, ct) =>
            {
                var options = new SynteseOptions(
                    parsed.GetValue(kommuner),
                    parsed.GetValue(centre),
                    parsed.GetValue(aar),
                    parsed.GetValue(seed),
                    parsed.GetValue(skaev),
                    parsed.GetValue(koblinger),
                    parsed.GetValue(frafald),
                    parsed.GetValue(udgaver),
                    Lovgrad: parsed.GetValue(love),
                    Forbehold: parsed.GetValue(forbehold)
                );
                Check(options);
                var clock = Stopwatch.StartNew();
                var total = Land.Antal(options);
                var made = await Progress.CountAsync(
                    parsed,
                    "Opdigter",
                    told =>
                    {
                        var aftaler = Land.Aftaler(options)
                            .Select(
                                (aftale, i) =>
                                {
                                    ct.ThrowIfCancellationRequested();
                                    told(i + 1, total);
                                    return aftale;
                                }
                            );
                        return parsed.GetValue(form) switch
                        {
                            "lines" => Task.FromResult(Lines(aftaler, parsed.GetValue(file))),
                            "store" => StoreAsync(parsed, aftaler, ct),
                            _ => Task.FromResult(
                                Documents(
                                    aftaler,
                                    parsed.GetValue(file) ?? throw new UsageException("documents kræver en mappe: --out MAPPE.")
                                )
                            ),
                        };
                    }
                );
                Messages.Say(parsed, $"{total} aftaler i {options.Kommuner} kommuner: {made}, {clock.Elapsed.TotalSeconds:0.0} s.");
                return ExitCode.Good;
            }
        );
        return command;
    }

    private static string Lines(IEnumerable<SyntetiskAftale> aftaler, string? file)
    {
        var (nodes, edges) = (0L, 0L);
        OutFile.Write(
            file,
            stream =>
            {
                using var buffered = new BufferedStream(stream, 1 << 16);
                (nodes, edges) = Graflinjer.Write(aftaler, buffered);
            }
        );
        return $"{nodes} knuder og {edges} kanter";
    }

    /// <summary>Each document, and beside it what it should become.</summary>
    private static string Documents(IEnumerable<SyntetiskAftale> aftaler, string folder)
    {
        var (bytes, irregular) = (0L, 0);
        foreach (var aftale in aftaler)
        {
            var path = Path.Combine(folder, aftale.Fil);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var text = Encoding.UTF8.GetBytes(Dokumenter.Write(aftale));
            File.WriteAllBytes(path, text);
            using var expected = File.Create(Path.ChangeExtension(path, ".forventet.graf.json"));
            Facit.Of(aftale).Write(expected);
            bytes += text.Length;
            irregular += aftale.Indsatser.Count(i => i.Skaevheder != Skaevheder.Ingen);
        }
        return $"{bytes / 1024} KB i {folder}, {irregular} skemaer udfyldt skævt";
    }

    private static async Task<string> StoreAsync(ParseResult parsed, IEnumerable<SyntetiskAftale> aftaler, CancellationToken ct)
    {
        await using var store = await NamedStore.OpenOrCreateAsync(parsed, ct);
        var importer = new ImportDocuments(store, TimeProvider.System);
        var outcomes = new int[3];
        foreach (var aftale in aftaler)
        {
            outcomes[
                (int)
                    (
                        await importer.ImportAsync(
                            new(aftale.Fil, Encoding.UTF8.GetBytes(Dokumenter.Write(aftale))),
                            null,
                            "generate",
                            dryRun: false,
                            ct
                        )
                    ).Outcome
            ]++;
        }

        return $"{outcomes[(int)ImportOutcome.Imported]} indlæst, {outcomes[(int)ImportOutcome.Unchanged]} uændret, "
            + $"{outcomes[(int)ImportOutcome.Refused]} afvist";
    }

    private static void Check(SynteseOptions o)
    {
        if (o.Kommuner is < 1 or > Land.MostKommuner || o.Centre is < 1 or > Land.MostCentre || o.Aar is < 1 or > Land.MostAar)
        {
            throw new UsageException(
                $"--kommuner er 1 til {Land.MostKommuner}, --centre 1 til {Land.MostCentre}, --years 1 til {Land.MostAar}."
            );
        }

        if (new[] { o.Skaevhed, o.Koblingsgrad, o.Frafald, o.Udgaver, o.Lovgrad, o.Forbehold }.Any(share => share is not (>= 0 and <= 1)))
        {
            throw new UsageException("--askew, --couplings, --dropouts, --editions, --laws og --conditional er 0 til 1.");
        }
    }

    private static Option<int> Number(string name, string description, int standard) =>
        new(name)
        {
            Description = description,
            HelpName = "TAL",
            DefaultValueFactory = _ => standard,
        };

    private static Option<double> Share(string name, string description, double standard) =>
        new(name)
        {
            Description = description,
            HelpName = "TAL",
            DefaultValueFactory = _ => standard,
        };
}
