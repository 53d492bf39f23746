using Effektkaeder.Domain.Tekst;

namespace Effektkaeder.Cli.Output;

/// <summary>A column whose width is known before its rows are.</summary>
internal sealed record RowColumn<T>(string Name, int Width, Func<T, object?> Cell);

/// <summary>
/// Rows that are written as they come, so that long work which is cut has said what it did: a table of given widths, CSV, or an array
/// of JSON that is closed however the work ends.
/// </summary>
internal sealed class RowStream<T>(string form, Func<T, object> json, params RowColumn<T>[] columns) : IDisposable
{
    private bool _begun;

    /// <summary>Whether rows are seen on a terminal as they come; then nothing else is to move there.</summary>
    public static bool IsSeen => !Console.IsOutputRedirected;

    public void Write(T item)
    {
        switch (form)
        {
            case "json":
                Console.Out.Write(_begun ? ",\n" : "[\n");
                Console.Out.Write("  " + Rows.JsonText(json(item)).Replace("\n", "\n  ", StringComparison.Ordinal));
                break;
            case "csv":
                Rows.Of([item], [.. columns.Select(c => (c.Name, c.Cell))]).WriteCsv(withHead: !_begun);
                break;
            default:
                if (!_begun)
                {
                    Line(columns.Select(c => c.Name));
                }

                Line(columns.Select(c => Rows.Text(c.Cell(item))));
                break;
        }

        _begun = true;
        Console.Out.Flush();
    }

    public void Dispose()
    {
        if (form == "json")
        {
            Console.Out.Write(_begun ? "\n]\n" : "[]\n");
        }

        Console.Out.Flush();
    }

    private void Line(IEnumerable<string?> cells) =>
        Console.Out.WriteLine(string.Join("  ", cells.Zip(columns, (cell, c) => Synligt.Line(cell ?? "").PadRight(c.Width))).TrimEnd());
}
