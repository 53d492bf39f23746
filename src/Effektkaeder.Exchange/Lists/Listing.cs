using System.Collections;
using System.Globalization;

namespace Effektkaeder.Exchange.Lists;

/// <summary>One column of an answer.</summary>
/// <param name="Head">What people read above it; null for what only programs get.</param>
/// <param name="Name">What programs know it by, in English; null for what only people get.</param>
public sealed record Column<T>(string? Head, string? Name, Func<T, object?> Value);

/// <summary>
/// A list of things, told once: of it follow the table for people, JSON and CSV for programs, and the sheet of a workbook. Values keep
/// their type: text, numbers, days, yes and no, or lists of such.
/// </summary>
/// <param name="Name">What it lists: a sheet's name, in Danish.</param>
/// <param name="Values">Each row's values, in the columns' order.</param>
public sealed record Listing(
    string Name,
    IReadOnlyList<string?> Heads,
    IReadOnlyList<string?> Names,
    IReadOnlyList<IReadOnlyList<object?>> Values
)
{
    /// <summary>The heading of a column of keys: they are never cut or broken.</summary>
    public const string Key = "nøgle";

    private static readonly CultureInfo Danish = CultureInfo.GetCultureInfo("da-DK");

    public static Listing Of<T>(string name, IEnumerable<T> items, params Column<T>[] columns) =>
        new(
            name,
            [.. columns.Select(c => c.Head)],
            [.. columns.Select(c => c.Name)],
            [.. items.Select(i => (IReadOnlyList<object?>)[.. columns.Select(c => c.Value(i))])]
        );

    /// <summary>What people read: the columns that have a heading.</summary>
    public IEnumerable<string> Shown => Heads.OfType<string>();

    public IEnumerable<IEnumerable<object?>> ShownValues => Values.Select(row => row.Where((_, i) => Heads[i] is not null));

    /// <summary>What programs get: an object a row.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, object?>> Objects =>
        [
            .. Values.Select(row =>
            {
                var named = new Dictionary<string, object?>(StringComparer.Ordinal);
                for (var i = 0; i < row.Count; i++)
                {
                    if (Names[i] is { } name)
                    {
                        named[name] = row[i];
                    }
                }

                return named;
            }),
        ];

    /// <summary>A value as text: a list's parts with commas between.</summary>
    /// <param name="danish">Numbers with a decimal comma, as Danish spreadsheets read.</param>
    public static string Text(object? value, bool danish = false) =>
        value switch
        {
            null => "",
            string text => text,
            bool yes => yes ? "ja" : "nej",
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTimeOffset instant => instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, danish ? Danish : CultureInfo.InvariantCulture),
            IEnumerable list => string.Join(", ", list.Cast<object?>().Select(part => Text(part, danish))),
            _ => value.ToString()!,
        };
}
