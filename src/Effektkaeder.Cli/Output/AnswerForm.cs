using System.CommandLine;
using Effektkaeder.Cli.Options;

namespace Effektkaeder.Cli.Output;

/// <summary>In which form a command answers, and where: alike for every command that asks.</summary>
internal sealed class AnswerForm
{
    private const string Table = "table",
        Text = "txt";

    private readonly Option<string> _output = SharedOptions.Output(Table, "json", "csv", "xlsx");
    private readonly Option<string?> _file = SharedOptions.OutFile();
    private readonly Option<string> _locale = new("--locale")
    {
        Description = "Tal i CSV: da (decimalkomma og BOM, som et dansk regneark åbner rigtigt) eller en.",
        HelpName = "SPROG",
        DefaultValueFactory = _ => "en",
    };

    private AnswerForm() => _locale.AcceptOnlyFromAmong("da", "en");

    public static AnswerForm On(Command command)
    {
        var form = new AnswerForm();
        form._output.Description += " Ellers efter endelsen på --out.";
        command.Options.Add(form._output);
        command.Options.Add(form._file);
        command.Options.Add(form._locale);
        return form;
    }

    /// <summary>What is asked for, else what the file's ending says.</summary>
    public string Of(ParseResult parsed) =>
        parsed.GetResult(_output) is { Implicit: false } ? parsed.GetValue(_output)!
        : OutFile.EndingOf(parsed.GetValue(_file), [Text, "json", "csv", "xlsx"], Table, "--output") is not Text and var form ? form
        : Table;

    public bool IsTable(ParseResult parsed) => Of(parsed) == Table;

    public void Write(ParseResult parsed, params Listing[] listings) => Write(parsed, listings[0].Objects, listings);

    /// <param name="json">What programs get, where that is more than the first list.</param>
    /// <param name="listings">Tables one below another, and sheets of a workbook; CSV is the first alone.</param>
    public void Write(ParseResult parsed, object json, params Listing[] listings)
    {
        var file = parsed.GetValue(_file);
        switch (Of(parsed))
        {
            case "json":
                OutFile.Write(file, Rows.JsonText(json) + "\n");
                break;
            case "csv":
                OutFile.Write(
                    file,
                    CsvText.Of(listings[0], parsed.GetValue(_locale) == "da", shown: file is null && !Console.IsOutputRedirected)
                );
                break;
            case "xlsx":
                WriteWorkbook(file, listings);
                break;
            default:
                OutFile.Write(file, TableText.Of(listings, file is null && !Console.IsOutputRedirected ? Terminal.Width(parsed) : null));
                break;
        }
    }

    private static void WriteWorkbook(string? file, Listing[] listings)
    {
        if (file is null && !Console.IsOutputRedirected)
        {
            throw new UsageException("Et regneark vises ikke på en terminal: skriv --out FIL.xlsx.");
        }

        OutFile.Write(file, stream => Workbook.Write(stream, listings));
    }
}
