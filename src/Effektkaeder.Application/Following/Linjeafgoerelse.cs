using System.Globalization;
using System.Text.RegularExpressions;
using Effektkaeder.Domain;

namespace Effektkaeder.Application.Following;

/// <summary>
/// What an analyst has said of one line of a proposal. It stands on the follow-up, written by hand, so that a re-import keeps it.
/// </summary>
/// <param name="Note">What was changed in the line, or why it was refused; null where nothing was said.</param>
public sealed partial record Linjeafgoerelse(int Nr, bool Accepteret, DateOnly Dag, string Hvem, string? Note)
{
    private const string Prefix = "linje";

    /// <summary>Those of a held follow-up, by number.</summary>
    public static IReadOnlyList<Linjeafgoerelse> Of(Node opfoelgning) =>
        [
            .. opfoelgning
                .Udsagn.Where(u => NodeKeys.IsManuelt(u.Aftale))
                .SelectMany(u => u.Indhold.Egenskaber)
                .Select(Read)
                .OfType<Linjeafgoerelse>()
                .OrderBy(a => a.Nr),
        ];

    internal Egenskab Written() =>
        new(
            $"{Prefix}{Nr}",
            $"{(Accepteret ? "accepteret" : "afvist")} {Dag.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} af {Hvem}"
                + (Note is null ? "" : $": {Note}")
        );

    private static Linjeafgoerelse? Read(Egenskab egenskab) =>
        egenskab.Navn.StartsWith(Prefix, StringComparison.Ordinal)
        && int.TryParse(egenskab.Navn[Prefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var nr)
        && Form().Match(egenskab.Vaerdi) is { Success: true } m
            ? new(
                nr,
                m.Groups["hvad"].Value == "accepteret",
                DateOnly.ParseExact(m.Groups["dag"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture),
                m.Groups["hvem"].Value,
                m.Groups["note"].Success ? m.Groups["note"].Value : null
            )
            : null;

    [GeneratedRegex(
        @"\A(?<hvad>accepteret|afvist) (?<dag>[0-9]{4}-[0-9]{2}-[0-9]{2}) af (?<hvem>[^:]*)(?:: (?<note>.*))?\z",
        RegexOptions.Singleline | RegexOptions.CultureInvariant
    )]
    private static partial Regex Form();
}
