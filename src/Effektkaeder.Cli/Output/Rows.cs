using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Effektkaeder.Cli.Options;
using Effektkaeder.Domain.Tekst;
using Spectre.Console;

namespace Effektkaeder.Cli.Output;

/// <summary>A list of things for stdout: a table for people, JSON and CSV for programs.</summary>
/// <param name="Columns">Heading of each column.</param>
/// <param name="Cells">The cells of each row, in the columns' order.</param>
internal sealed record Rows(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string?>> Cells)
{
    public static Rows Of<T>(IEnumerable<T> items, params (string Name, Func<T, object?> Cell)[] columns) =>
        new([.. columns.Select(c => c.Name)], [.. items.Select(i => (IReadOnlyList<string?>)[.. columns.Select(c => Text(c.Cell(i)))])]);

    /// <param name="json">What JSON output holds: often more than the table shows.</param>
    public void Write(ParseResult parsed, string form, object json)
    {
        switch (form)
        {
            case "json":
                Json(json);
                break;
            case "csv":
                WriteCsv();
                break;
            default:
                WriteTable(parsed);
                break;
        }
    }

    /// <summary>Stable camelCase; æøå as they are, and what is not seen by its number: the same value, harmless on a terminal.</summary>
    public static void Json(object value) => Console.Out.WriteLine(JsonText(value));

    public static string JsonText(object value) => Escaped(JsonSerializer.Serialize(value, Options));

    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    private static string Escaped(string json)
    {
        var escaped = new StringBuilder(json.Length);
        for (int i = 0, length; i < json.Length; i += length)
        {
            (var isUnseen, length) = Synligt.At(json, i);
            if (!isUnseen || json[i] == '\n')
            {
                escaped.Append(json, i, length);
                continue;
            }

            foreach (var unit in json.AsSpan(i, length))
            {
                escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:X4}");
            }
        }

        return escaped.ToString();
    }

    internal static string? Text(object? value) =>
        value switch
        {
            null => null,
            bool b => b ? "ja" : "nej",
            IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString(),
        };

    /// <summary>A file gets the text as it is, a terminal what may be shown.</summary>
    public void WriteCsv(bool withHead = true)
    {
        var text = CsvText.Of(Listed(), danish: false, shown: !Console.IsOutputRedirected);
        Console.Out.Write(withHead ? text : text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
    }

    private void WriteTable(ParseResult parsed) =>
        Console.Out.Write(TableText.Of([Listed()], Console.IsOutputRedirected ? null : Terminal.Width(parsed)));

    private Listing Listed() => new("", [.. Columns], [.. Columns.Select(_ => (string?)null)], Cells);
}

/// <summary>The terminal as it is: colours and width only where there is one.</summary>
internal static class Terminal
{
    public static IAnsiConsole Out(ParseResult parsed) => Create(parsed, Console.Out, Console.IsOutputRedirected);

    public static IAnsiConsole Error(ParseResult parsed) => Create(parsed, VisibleWriter.Raw(Console.Error), Console.IsErrorRedirected);

    public static int Width(ParseResult parsed) => Out(parsed).Profile.Width;

    /// <summary>Whether a progress bar would be seen and wanted.</summary>
    public static bool ShowsProgress(ParseResult parsed) =>
        !Console.IsErrorRedirected && !parsed.GetValue(SharedOptions.Quiet) && Environment.GetEnvironmentVariable("CI") is null or "";

    private static IAnsiConsole Create(ParseResult parsed, TextWriter writer, bool redirected)
    {
        var plain =
            redirected || parsed.GetValue(SharedOptions.NoColor) || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(writer),
                Ansi = redirected ? AnsiSupport.No : AnsiSupport.Detect,
                ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
                Interactive = redirected ? InteractionSupport.No : InteractionSupport.Detect,
            }
        );
        // A file has no width: nothing is wrapped.
        if (redirected)
        {
            console.Profile.Width = 100_000;
        }

        return console;
    }
}
