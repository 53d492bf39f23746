using System.CommandLine;
using System.Globalization;
using Effektkaeder.Application.Following;
using Effektkaeder.Cli.Naming;
using Effektkaeder.Cli.Options;
using Effektkaeder.Cli.Output;
using Effektkaeder.Domain;
using Effektkaeder.Exchange.Rapporter;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Cli.Commands;

/// <summary>Reports to a committee, as a Word document or a page to print.</summary>
internal static class ReportCommand
{
    private static readonly string[] Kinds = ["agreement", "policy", "year", "since", "revised"];

    public static Command Build()
    {
        var kind = new Argument<string>("SLAGS")
        {
            Description =
                "agreement (en aftales opfølgning), policy (en politik på tværs), year (et centers år), since (siden sidst), "
                + "revised (aftalen, som den nu er, i sin egen form).",
        };
        kind.AcceptOnlyFromAmong(Kinds);
        var about = new Argument<string>("HVAD")
        {
            Description = "Aftalen, politikken, centret eller personen; ved since dagen, fx 2025-03-01.",
        };
        var year = new Option<int?>("--year") { Description = "Året; ellers dette.", HelpName = "ÅR" };
        var today = new Option<DateOnly?>("--today") { Description = "Den dag, der regnes fra; ellers i dag.", HelpName = "DAG" };
        var format = new Option<string>("--format") { Description = "docx eller html; ellers efter filens endelse.", HelpName = "FORM" };
        format.AcceptOnlyFromAmong("docx", "html");
        var file = SharedOptions.OutFile();
        var command = new Command(
            "report",
            "Skriver en rapport, som Word åbner, eller en side til at udskrive. Hvert udsagn har sin kilde."
        )
        {
            kind,
            about,
            year,
            today,
            format,
            file,
        };
        var look = LookOptions.On(command);
        HelpAction.Examples(
            command,
            "effekt report agreement \"Målaftale 2016-18, Socialpsykiatrien og Center for Afhængighed\" --out opfoelgning.docx",
            "effekt report policy Sundhedspolitik --out politik.docx",
            "effekt report year \"Center for Børn og Unge\" --year 2025 --out aar.html",
            "effekt report since 2025-03-01 --out siden.docx"
        );
        command.SetAction(
            async (parsed, ct) =>
            {
                await using var store = await NamedStore.OpenAsync(parsed, ct);
                var graph = await look.GraphAsync(parsed, store, ct);
                var day = parsed.GetValue(today) ?? DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);
                var (writer, text) = (new WriteReport(store, graph), parsed.GetValue(about)!);
                var rapport = parsed.GetValue(kind) switch
                {
                    "agreement" => await writer.AgreementAsync(await NamedNode.FindAsync(graph, text, [NodeKind.Aftale], ct), day, ct),
                    "policy" => await writer.PolicyAsync(await NamedNode.FindAsync(graph, text, [NodeKind.Politik], ct), day, ct),
                    "revised" => await RevisedAsync(graph, await NamedNode.FindAsync(graph, text, [NodeKind.Aftale], ct), ct),
                    "year" => await YearAsync(writer, text, parsed.GetValue(year) ?? day.Year, day, ct),
                    _ => await writer.SinceAsync(Since(text), day, ct),
                };
                var target = parsed.GetValue(file);
                if ((parsed.GetValue(format) ?? Path.GetExtension(target ?? "").TrimStart('.').ToLowerInvariant()) == "docx")
                {
                    OutFile.Write(target, stream => stream.Write(RapportDocx.Write(rapport)));
                }
                else
                {
                    OutFile.Write(target, RapportHtml.Write(rapport));
                }

                return ExitCode.Good;
            }
        );
        return command;
    }

    private static async Task<Rapport> RevisedAsync(IGraph graph, Node aftale, CancellationToken ct)
    {
        try
        {
            return await new WriteAgreement(graph).WriteAsync(aftale, ct);
        }
        catch (FormatException e)
        {
            throw new UsageException(e.Message);
        }
    }

    private static async Task<Rapport> YearAsync(WriteReport writer, string who, int year, DateOnly day, CancellationToken ct)
    {
        if (year is < 1 or > 9999)
        {
            throw new UsageException("--year er et årstal.");
        }

        try
        {
            return await writer.YearAsync(who, year, day, ct);
        }
        catch (FormatException e)
        {
            throw new UsageException(e.Message);
        }
    }

    private static DateOnly Since(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new UsageException($"»{text}« er ingen dag: skriv fx 2025-03-01.");
}
