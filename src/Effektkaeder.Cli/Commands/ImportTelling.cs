using System.CommandLine;
using Effektkaeder.Application.Changing;
using Effektkaeder.Application.Importing;
using Effektkaeder.Cli.Options;
using Effektkaeder.Cli.Output;
using Effektkaeder.Import.Diagnostics;

namespace Effektkaeder.Cli.Commands;

/// <summary>What became of each document, told as it lands, and how many at the end, however that comes.</summary>
internal sealed class ImportTelling
{
    private readonly ParseResult _parsed;
    private readonly bool _isTrial;
    private readonly string _form;
    private readonly int _asked;
    private readonly RowStream<ImportReport> _rows;
    private readonly int[] _outcomes = new int[3];
    private readonly List<ImportReport> _tried = [];

    public ImportTelling(ParseResult parsed, IReadOnlyList<SourcePath> files, bool isTrial, string form)
    {
        (_parsed, _isTrial, _form, _asked) = (parsed, isTrial, form, files.Count);
        _rows = new(
            ShowsChanges ? "" : form,
            Json,
            new("dokument", files.Select(f => f.Relative.Length).Append(8).Max(), r => r.File),
            new("udfald", isTrial ? 14 : 8, Outcome),
            new("revision", 8, r => r.Revision?.Number),
            new("ændringer", 9, r => r.Changes.Lines.Count),
            new("aftale", 0, r => r.Aftale)
        );
    }

    public static bool IsSeen => RowStream<ImportReport>.IsSeen;

    public int Refused => _outcomes[(int)ImportOutcome.Refused];

    /// <summary>A trial's table is of what would change, not of documents.</summary>
    private bool ShowsChanges => _isTrial && _form == "table";

    public void Landed(ImportReport report)
    {
        _outcomes[(int)report.Outcome]++;
        foreach (var diagnostic in report.Diagnostics.Where(d => d.Severity != Severity.Oplysning))
        {
            if (diagnostic.Severity == Severity.Fejl || !_parsed.GetValue(SharedOptions.Quiet))
            {
                Console.Error.WriteLine(diagnostic);
            }
        }

        if (ShowsChanges)
        {
            _tried.Add(report);
        }
        else
        {
            _rows.Write(report);
        }
    }

    public void End()
    {
        if (ShowsChanges)
        {
            Rows.Of(
                    _tried.SelectMany(r => r.Changes.Lines.Select(c => (r.File, c))),
                    ("dokument", x => x.File),
                    ("", x => x.c.Art),
                    ("type", x => x.c.Type),
                    ("nøgle", x => x.c.Key),
                    ("titel", x => ChangeOutput.Words(x.c))
                )
                .Write(_parsed, _form, _tried);
            Messages.Say(
                _parsed,
                $"Prøve: {ChangeOutput.Count(_tried.Aggregate(ChangeList.None, (sum, r) => sum + r.Changes))}; intet er gemt."
            );
            return;
        }

        _rows.Dispose();
        var left = _asked - _outcomes.Sum();
        if (_asked > 1 || left > 0)
        {
            Messages.Say(
                _parsed,
                (_isTrial ? "Prøve: " : "")
                    + $"{_outcomes[(int)ImportOutcome.Imported]} indlæst, "
                    + $"{_outcomes[(int)ImportOutcome.Unchanged]} uændret, {Refused} afvist"
                    + (left > 0 ? $"; {left} af {_asked} nåede det ikke. Gentag kommandoen, så indlæses resten." : ".")
            );
        }
    }

    private string Outcome(ImportReport report) =>
        report.Outcome switch
        {
            ImportOutcome.Imported => _isTrial ? "ville indlæses" : "indlæst",
            ImportOutcome.Unchanged => "uændret",
            _ => "afvist",
        };

    private static object Json(ImportReport report) =>
        new
        {
            file = report.File,
            outcome = report.Outcome.ToString().ToLowerInvariant(),
            agreement = report.Aftale,
            revision = report.Revision?.Number,
            changes = report.Changes.Lines.Select(ChangeOutput.Json),
            followed = report.Changes.Followed,
            placeOnly = report.Changes.PlaceOnly,
            diagnostics = report.Diagnostics.Select(d => new
            {
                code = d.Code,
                severity = d.Severity.ToString().ToLowerInvariant(),
                file = d.Fil,
                line = d.Linje,
                column = d.Kolonne,
                message = d.Besked,
                next = d.Raad,
            }),
        };
}
