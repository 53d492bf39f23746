using Effektkaeder.Domain;
using Effektkaeder.Import;

namespace Effektkaeder.Application.Following;

/// <summary>A measurement as somebody gives it: of an indicator, a value, a day, and what it was measured with.</summary>
/// <param name="Indikator">Key, id or title.</param>
/// <param name="Dato">A date in Danish words, or ISO.</param>
/// <param name="Redskab">The instrument's name; null where none is told.</param>
/// <param name="Bedre">"mere" or "mindre", or another word for one of them; null where it is not told.</param>
/// <param name="Sted">Where it stands, where it was read from a file.</param>
public sealed record Maalingslinje(
    string Indikator,
    string Vaerdi,
    string Dato,
    string? Redskab,
    string? Kilde,
    string? Bedre = null,
    Herkomst? Sted = null
)
{
    public static Maalingslinje Of(MeasurementRow row) =>
        new(row.Indikator, row.Vaerdi, row.Dato, row.Redskab, row.Kilde, row.Bedre, row.Sted);
}
