using System.CommandLine;
using Effektkaeder.Analysis.Opfoelgninger;
using Effektkaeder.Application.Following;
using Effektkaeder.Application.Importing;
using Effektkaeder.Cli.Naming;
using Effektkaeder.Cli.Options;
using Effektkaeder.Cli.Output;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Cli.Commands;

/// <summary>Filled follow-up forms: kept, read as a proposal with its impact, and decided line by line.</summary>
internal static class FollowUpCommand
{
    public static Command Build()
    {
        var files = new Argument<string[]>("FIL")
        {
            Description = "Udfyldte opfølgningsskemaer, eller mapper med dem.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var of = new Option<string?>("--of")
        {
            Description = "Hvad skemaet gælder: nøgle eller titel; ellers siger skemaet det selv.",
            HelpName = "KNUDE",
        };
        var kommune = new Option<string?>("--kommune", "-k")
        {
            Description = "Kommunens navn, hvis skemaet ikke siger det.",
            HelpName = "NAVN",
        };
        var (author, dryRun, output) = (SharedOptions.Author(), SharedOptions.DryRun(), SharedOptions.Output("table", "json"));
        var command = new Command(
            "followup",
            "Læser udfyldte opfølgningsskemaer: hvad de siger, foreslår og ville røre. Intet i aftalen ændres, før det accepteres."
        )
        {
            files,
            of,
            kommune,
            author,
            dryRun,
            output,
            List(),
            Show(),
            FollowUpDecide.Build(),
        };
        HelpAction.Examples(
            command,
            "effekt followup opfoelgning.docx --dry-run",
            "effekt followup opfoelgning.docx --of Branding",
            "effekt followup list",
            "effekt followup decide NØGLE --accept 1 --refuse 2 --because \"ikke drøftet\""
        );
        command.SetAction(
            async (parsed, ct) =>
            {
                var paths = parsed.GetValue(files)!.SelectMany(SourceFolder.List).ToList();
                if (paths.Count == 0)
                {
                    HelpAction.Write(command, Console.Error);
                    return ExitCode.WrongUse;
                }

                await using var store = await NamedStore.OpenAsync(parsed, ct);
                var owner = parsed.GetValue(of) is { } name
                    ? (await NamedNode.FindAsync(await store.NewestAsync(ct), name, [NodeKind.Indsats, NodeKind.Bidrag], ct)).Key
                    : null;
                var (told, isRefused, isJson) = (new List<object>(), false, parsed.GetValue(output) == "json");
                foreach (var path in paths)
                {
                    var read = ImportDocuments.Read(SourceFolder.Read(path), parsed.GetValue(kommune));
                    if (read.Skemaer.Count == 0)
                    {
                        isRefused = true;
                        Console.Error.WriteLine($"effekt: {NoForm(read)}");
                        continue;
                    }

                    var by = SharedOptions.AuthorOf(parsed, author);
                    var kept = new ImportForms(store, TimeProvider.System);
                    var report = await kept.StoreAsync(read, owner, by, parsed.GetValue(dryRun), ct);
                    isRefused |= report.Outcome == ImportOutcome.Refused;
                    foreach (var said in report.Diagnostics)
                    {
                        Console.Error.WriteLine($"{said.Fil}:{said.Linje}: {said.Besked} {said.Raad}");
                    }

                    told.AddRange(await TellAsync(parsed, store, report, isJson, ct));
                }

                if (isJson)
                {
                    Rows.Json(told);
                }

                return isRefused ? ExitCode.Failed : ExitCode.Good;
            }
        );
        return command;
    }

    private static async Task<IReadOnlyList<object>> TellAsync(
        ParseResult parsed,
        IGraphStore store,
        ImportReport report,
        bool isJson,
        CancellationToken ct
    )
    {
        var told = new List<object>();
        foreach (var held in report.Opfoelgninger)
        {
            var graph = await store.NewestAsync(ct);
            var reader = new ReadFollowUp(store, graph);
            var svar = await reader.FindAsync(held.Opfoelgning.Key, ct) ?? await reader.OfAsync(held, ct);
            told.Add(FollowUpTable.Json(svar));
            if (!isJson)
            {
                Write(parsed, svar);
            }

            var what =
                report.Revision is { } r ? $"Gemt som revision {r.Number}"
                : report.Outcome == ImportOutcome.Unchanged ? "Uændret: skemaet er læst før"
                : "Intet er gemt";
            Messages.Say(parsed, $"{what}: {held.Opfoelgning.Key}");
        }

        return told;
    }

    /// <summary>What the table form shows of one follow-up.</summary>
    public static void Write(ParseResult parsed, Opfoelgningssvar svar)
    {
        Console.Out.WriteLine(FollowUpTable.Head(svar));
        var listings = new[] { FollowUpTable.Lines(svar), FollowUpTable.Dates(svar), FollowUpTable.Tell(svar) };
        var filled = listings.Where(l => l.Values.Count > 0).ToList();
        Console.Out.Write(TableText.Of([.. filled], Console.IsOutputRedirected ? null : Terminal.Width(parsed)));
        if (svar.Paavirkning is { } impact)
        {
            Console.Out.WriteLine($"\n{impact.Forklaring}");
        }
    }

    private static string NoForm(ReadDocument read) =>
        read.Grafer.Count > 0
            ? $"{read.File.RelativePath} er en aftale og ikke et skema alene: indlæs den med »effekt import«, så følger dens skemaer med."
            : $"{read.File.RelativePath} er intet udfyldt opfølgningsskema: "
                + "det har felterne Titel, Ansvarlig, Tidspunkt, Hvad, Hvordan, Erfaring, Konsekvens og Justering.";

    private static Command List()
    {
        var about = new Argument<string?>("KNUDE")
        {
            Description = "Kun om denne indsats eller dette bidrag; ellers alle.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("list", "Viser de afholdte opfølgninger, hvad de siger, og hvad der venter på en afgørelse.") { about };
        var (look, form) = (LookOptions.On(command), AnswerForm.On(command));
        command.SetAction(
            async (parsed, ct) =>
            {
                await using var store = await NamedStore.OpenAsync(parsed, ct);
                var graph = await look.GraphAsync(parsed, store, ct);
                var ejer = parsed.GetValue(about) is { } text ? (await NamedNode.FindAsync(graph, text, [], ct)).Key : null;
                var reader = new ReadFollowUp(store, graph);
                var all = new List<Opfoelgningssvar>();
                foreach (var held in await reader.AllAsync(ejer is null ? null : [ejer], ct))
                {
                    all.Add(await reader.OfAsync(held, ct));
                }

                form.Write(
                    parsed,
                    Listing.Of<Opfoelgningssvar>(
                        "opfølgninger",
                        all,
                        new("opfølgning", "title", s => s.Forslag.Opfoelgning.Titel),
                        new("gælder", "of", s => s.Forslag.Ejer.Titel),
                        new("konsekvens", "consequence", s => s.Forslag.Konsekvens.Dom.Navn()),
                        new("linjer", "lines", s => s.Forslag.Linjer.Count),
                        new("venter", "open", s => s.Forslag.Linjer.Count(l => s.Of(l) is null)),
                        new(Listing.Key, "key", s => s.Forslag.Opfoelgning.Key)
                    )
                );
                return ExitCode.Good;
            }
        );
        return command;
    }

    private static Command Show()
    {
        var key = new Argument<string>("OPFØLGNING") { Description = "Opfølgningens nøgle eller titel." };
        var output = SharedOptions.Output("table", "json");
        var command = new Command("show", "Viser én opfølgning: forslaget linje for linje, hvad det ville røre, og hvem der skal vide det.")
        {
            key,
            output,
        };
        var look = LookOptions.On(command);
        command.SetAction(
            async (parsed, ct) =>
            {
                await using var store = await NamedStore.OpenAsync(parsed, ct);
                var graph = await look.GraphAsync(parsed, store, ct);
                var svar = await FindAsync(store, graph, parsed.GetValue(key)!, ct);
                if (parsed.GetValue(output) == "json")
                {
                    Rows.Json(FollowUpTable.Json(svar));
                }
                else
                {
                    Write(parsed, svar);
                }

                return ExitCode.Good;
            }
        );
        return command;
    }

    /// <exception cref="UsageException">It is no held follow-up.</exception>
    public static async Task<Opfoelgningssvar> FindAsync(IGraphStore store, IGraph graph, string text, CancellationToken ct)
    {
        var node = await NamedNode.FindAsync(graph, text, [NodeKind.Opfoelgning], ct);
        return await new ReadFollowUp(store, graph).FindAsync(node.Key, ct)
            ?? throw new UsageException($"»{node.Titel}« er planlagt og ikke afholdt. Se de afholdte med »effekt followup list«.");
    }
}
