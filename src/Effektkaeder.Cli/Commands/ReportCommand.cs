using System.CommandLine;
using System.Text;
using Effektkaeder.Application.Following;
using Effektkaeder.Cli.Naming;
using Effektkaeder.Cli.Options;
using Effektkaeder.Cli.Output;
using Effektkaeder.Diagram.Export;
using Effektkaeder.Exchange.Rapporter;

namespace Effektkaeder.Cli.Commands;

/// <summary>Reports to a committee, as a Word document, a PDF or a page to print.</summary>
internal static class ReportCommand
{
    private static readonly Dictionary<string, Action<Rapport, Stream>> Forms = new(StringComparer.Ordinal)
    {
        ["docx"] = (rapport, stream) => stream.Write(RapportDocx.Write(rapport)),
        ["pdf"] = (rapport, stream) => stream.Write(RapportPdf.Write(rapport)),
        ["html"] = (rapport, stream) => stream.Write(Encoding.UTF8.GetBytes(RapportHtml.Write(rapport))),
    };

    public static Command Build()
    {
        var kind = new Argument<string>("SLAGS")
        {
            Description = string.Join("; ", Rapportslags.Alle.Select(s => $"{s.Kode}: {s.Navn.ToLowerInvariant()}")) + ".",
        };
        kind.AcceptOnlyFromAmong([.. Rapportslags.Alle.Select(s => s.Kode)]);
        var about = new Argument<string>("HVAD")
        {
            Description = "Aftalen, politikken, målet, centret eller personen; ved since dagen, fx 2025-03-01.",
        };
        var year = new Option<int?>("--year") { Description = "Året; ellers dette.", HelpName = "ÅR" };
        var today = new Option<DateOnly?>("--today") { Description = "Den dag, der regnes fra; ellers i dag.", HelpName = "DAG" };
        var format = new Option<string>("--format")
        {
            Description = "docx, pdf eller html; ellers efter filens endelse.",
            HelpName = "FORM",
        };
        format.AcceptOnlyFromAmong([.. Forms.Keys]);
        var file = SharedOptions.OutFile();
        var command = new Command(
            "report",
            "Skriver en rapport, som Word åbner, en PDF eller en side til at udskrive. Hvert udsagn har sin kilde."
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
            "effekt report policy Sundhedspolitik --out politik.pdf",
            "effekt report year \"Center for Børn og Unge\" --year 2025 --out aar.html",
            "effekt report since 2025-03-01 --out siden.docx",
            "effekt report years \"Center for Børn og Unge\" --out aarene.pdf"
        );
        command.SetAction(
            async (parsed, ct) =>
            {
                var target = parsed.GetValue(file);
                var form = parsed.GetValue(format) ?? OutFile.EndingOf(target, [.. Forms.Keys], "html", "--format");
                await using var store = await NamedStore.OpenAsync(parsed, ct);
                var graph = await look.GraphAsync(parsed, store, ct);
                var day = parsed.GetValue(today) ?? DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);
                var valg = new Rapportvalg(parsed.GetValue(kind)!, parsed.GetValue(about)!, parsed.GetValue(year), day);
                try
                {
                    var rapport = await valg.WriteAsync(store, graph, (text, kinds) => NamedNode.FindAsync(graph, text, kinds, ct), ct);
                    OutFile.Write(target, stream => Forms[form](rapport, stream));
                }
                catch (Exception e) when (e is FormatException or RasterException)
                {
                    throw new UsageException(e.Message);
                }

                return ExitCode.Good;
            }
        );
        return command;
    }
}
