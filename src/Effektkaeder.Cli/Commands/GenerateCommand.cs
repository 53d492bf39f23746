using System.CommandLine;
using System.Diagnostics;
using System.Text;
using Effektkaeder.Application.Importing;
using Effektkaeder.Cli.Output;
using Effektkaeder.Synthesis;

namespace Effektkaeder.Cli.Commands;

internal static class GenerateCommand
{
    public static Command Build()
    {
        var form = new Argument<string>("FORM") { Description = "documents (filer i en mappe), lines (en graf, én JSON-linje pr. led) eller store (lige ind i lageret)." };
        form.AcceptOnlyFromAmong("documents", "lines", "store");
        var kommuner = Number("--kommuner", "Kommuner, 1-98.", 1);
        var centre = Number("--centre", "Centre i hver, 1-10.", 3);
        var aar = Number("--years", "År med aftaler, 1-50.", 1);
        var seed = Number("--seed", "Samme tal, samme bytes.", 1);
        var skaev = Share("--askew", "Hvor ofte en formular er udfyldt skævt, 0-1.", 0.2);
        var koblinger = Share("--couplings", "Hvor ofte en indsats nævner et andet centers, 0-1.", 0.5);
        var file = new Option<string?>("--out", "-f") { Description = "Mappen til documents; filen til lines (ellers stdout).", HelpName = "STI" };
        var command = new Command("generate", "Opdigter kommuner med aftaler over år. Samme valg giver de samme bytes.") { form, kommuner, centre, aar, seed, skaev, koblinger, file };
        HelpAction.Examples(command, "effekt generate documents --kommuner 2 --centre 5 --out prøve/", "effekt generate lines --kommuner 98 --centre 10 --years 10 --out land.jsonl", "effekt generate store --centre 10 --store prøve.db");
        command.SetAction(async (parsed, ct) =>
        {
            var options = new SynteseOptions(parsed.GetValue(kommuner), parsed.GetValue(centre), parsed.GetValue(aar), parsed.GetValue(seed), parsed.GetValue(skaev), parsed.GetValue(koblinger));
            Check(options);
            var clock = Stopwatch.StartNew();
            var made = parsed.GetValue(form) switch
            {
                "lines" => Lines(options, parsed.GetValue(file)),
                "store" => await StoreAsync(parsed, options, ct),
                _ => Documents(options, parsed.GetValue(file) ?? throw new UsageException("documents kræver en mappe: --out MAPPE."), ct),
            };
            Common.Say(parsed, $"{Land.Antal(options)} aftaler i {options.Kommuner} kommuner: {made}, {clock.Elapsed.TotalSeconds:0.0} s.");
            return EffektCommand.Good;
        });
        return command;
    }

    private static string Lines(SynteseOptions options, string? file)
    {
        var (nodes, edges) = (0L, 0L);
        Common.Write(file, stream =>
        {
            using var buffered = new BufferedStream(stream, 1 << 16);
            (nodes, edges) = Graflinjer.Skriv(Land.Aftaler(options), buffered);
        });
        return $"{nodes} knuder og {edges} kanter";
    }

    private static string Documents(SynteseOptions options, string folder, CancellationToken ct)
    {
        var bytes = 0L;
        foreach (var aftale in Land.Aftaler(options))
        {
            ct.ThrowIfCancellationRequested();
            var path = Path.Combine(folder, aftale.Mappe, "aftale.md");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var text = Encoding.UTF8.GetBytes(Dokumenter.Skriv(aftale));
            File.WriteAllBytes(path, text);
            bytes += text.Length;
        }
        return $"{bytes / 1024} KB i {folder}";
    }

    private static async Task<string> StoreAsync(ParseResult parsed, SynteseOptions options, CancellationToken ct)
    {
        await using var store = await Common.OpenAsync(parsed, ct);
        var importer = new ImportDocuments(store, TimeProvider.System);
        var reports = await Progress.OverAsync(parsed, "Indlæser", Land.Aftaler(options).ToList(), a => a.Mappe,
            a => importer.ImportAsync(new($"{a.Mappe}/aftale.md", Encoding.UTF8.GetBytes(Dokumenter.Skriv(a))), null, "generate", dryRun: false, ct), ct);
        return $"{reports.Count(r => r.Outcome == ImportOutcome.Imported)} indlæst, {reports.Count(r => r.Outcome == ImportOutcome.Unchanged)} uændret, {reports.Count(r => r.Outcome == ImportOutcome.Refused)} afvist";
    }

    private static void Check(SynteseOptions o)
    {
        if (o.Kommuner is < 1 or > Land.MostKommuner || o.Centre is < 1 or > Land.MostCentre || o.Aar is < 1 or > Land.MostAar)
            throw new UsageException($"--kommuner er 1 til {Land.MostKommuner}, --centre 1 til {Land.MostCentre}, --years 1 til {Land.MostAar}.");
        if (o.Skaevhed is < 0 or > 1 || o.Koblingsgrad is < 0 or > 1) throw new UsageException("--askew og --couplings er 0 til 1.");
    }

    private static Option<int> Number(string name, string description, int standard) => new(name) { Description = description, HelpName = "TAL", DefaultValueFactory = _ => standard };

    private static Option<double> Share(string name, string description, double standard) => new(name) { Description = description, HelpName = "TAL", DefaultValueFactory = _ => standard };
}
