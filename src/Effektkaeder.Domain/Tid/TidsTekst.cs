using System.Globalization;

namespace Effektkaeder.Domain.Tid;

/// <summary>Danish words for an interval that no text holds, such as a postponed date.</summary>
internal static class TidsTekst
{
    private static readonly string[] Dele = ["primo", "medio", "ultimo"];
    private static readonly string[] Aarstider = ["vinter", "forår", "sommer", "efterår"];

    /// <summary>Null where no words name the interval: it is no whole unit, or it recurs.</summary>
    internal static string? Of(Tidsudtryk udtryk) =>
        udtryk switch
        {
            { Gentagelse: not null } => null,
            { Graense: Graense.Senest, Til: { } til } => "senest " + Dato(til),
            { Graense: Graense.Inden, Til: { } til } => "inden " + Dato(til.AddDays(1)),
            { Graense: Graense.Fra, Fra: { } fra } => "fra " + Dato(fra),
            { Fra: { } fra, Til: { } til, Praecision: Praecision.Ingen or Praecision.Periode } => Dato(fra) + " til " + Dato(til),
            { Fra: { } fra, Til: { } til } => Enhed(fra, til, udtryk.Praecision),
            _ => null,
        };

    private static string Dato(DateOnly dag) =>
        string.Create(CultureInfo.InvariantCulture, $"{dag.Day}. {Kalender.MaanedsNavn(dag.Month)} {dag.Year}");

    /// <summary>The unit's own name when the interval is exactly one unit, else null.</summary>
    private static string? Enhed(DateOnly fra, DateOnly til, Praecision praecision)
    {
        Kalenderform? form = praecision switch
        {
            Praecision.Dag => new(praecision, fra.Month, fra.Day),
            Praecision.Uge => new(
                praecision,
                ISOWeek.GetWeekOfYear(fra.ToDateTime(TimeOnly.MinValue)),
                ISOWeek.GetWeekOfYear(fra.ToDateTime(TimeOnly.MinValue))
            ),
            Praecision.DelAfMaaned => new(praecision, fra.Month, Math.Min(3, ((fra.Day - 1) / 10) + 1)),
            Praecision.Maaned or Praecision.DelAfAar => new(Praecision.Maaned, fra.Month, fra.Month),
            Praecision.Kvartal => new(praecision, (fra.Month + 2) / 3, (fra.Month + 2) / 3),
            Praecision.Aarstid when fra.Month % 3 == 0 => new(praecision, fra.Month),
            Praecision.Halvaar => new(praecision, fra.Month <= 6 ? 1 : 2),
            Praecision.Aar or Praecision.Skoleaar => new(praecision),
            _ => null,
        };
        var aar = praecision == Praecision.Uge ? ISOWeek.GetYear(fra.ToDateTime(TimeOnly.MinValue)) : fra.Year;
        if (form is null || form.In(aar) != (fra, til))
        {
            return null;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{Navn(form, fra)}{aar}");
    }

    private static string Navn(Kalenderform form, DateOnly fra) =>
        form.Praecision switch
        {
            Praecision.Dag => string.Create(CultureInfo.InvariantCulture, $"{fra.Day}. {Kalender.MaanedsNavn(fra.Month)} "),
            Praecision.Uge => string.Create(CultureInfo.InvariantCulture, $"uge {form.A}, "),
            Praecision.DelAfMaaned => $"{Dele[form.B - 1]} {Kalender.MaanedsNavn(fra.Month)} ",
            Praecision.Maaned => Kalender.MaanedsNavn(fra.Month) + " ",
            Praecision.Kvartal => string.Create(CultureInfo.InvariantCulture, $"{form.A}. kvartal "),
            Praecision.Halvaar => string.Create(CultureInfo.InvariantCulture, $"{form.A}. halvår "),
            Praecision.Aarstid => Aarstider[form.A / 3 % 4] + " ",
            Praecision.Skoleaar => "skoleåret fra august ",
            _ => "",
        };
}
