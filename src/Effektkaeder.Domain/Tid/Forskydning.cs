namespace Effektkaeder.Domain.Tid;

/// <summary>
/// Postponing: both ends of an interval move by what is asked, a month's end to a month's end. Where that lands on one whole unit of the
/// date's own precision it is told by the unit's name ("2. kvartal 2026"), else by the old words and the duration
/// ("1. kvartal 2026 + 10 dage").
/// </summary>
internal static class Forskydning
{
    internal static Tidsudtryk Of(Tidsudtryk udtryk, Varighed varighed)
    {
        if (udtryk.Tilstand != TidsTilstand.Vaerdi || varighed.ErNul || (!udtryk.HarInterval && udtryk.Anker is null))
        {
            return udtryk;
        }

        var flyttet = udtryk with
        {
            Fra = udtryk.Fra is { } fra ? Dag(fra, varighed) : null,
            Til = udtryk.Til is { } til ? Dag(til, varighed) : null,
            Gentagelse = udtryk.Gentagelse is { Anker: { } anker } g ? g with { Anker = Dag(anker, varighed) } : udtryk.Gentagelse,
        };
        return flyttet with { Tekst = TidsTekst.Of(flyttet) ?? $"{udtryk.Tekst} + {varighed.Ord}" };
    }

    /// <summary>A day moved by months, then days; the last day of a month lands on the last day of a month.</summary>
    internal static DateOnly Dag(DateOnly dag, Varighed varighed)
    {
        var flyttet = dag;
        if (varighed.MaanederIAlt != 0)
        {
            flyttet = dag.AddMonths(varighed.MaanederIAlt);
            if (Kalender.IsLastDay(dag))
            {
                flyttet = Kalender.SidsteDag(flyttet.Year, flyttet.Month);
            }
        }

        return flyttet.AddDays(varighed.DageIAlt);
    }
}
