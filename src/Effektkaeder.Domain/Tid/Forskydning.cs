namespace Effektkaeder.Domain.Tid;

/// <summary>
/// Postponing by whole units of a date's own precision. A duration that is no whole number of units is
/// rounded up, for what is due by the end of a unit then falls in a later one.
/// </summary>
internal static class Forskydning
{
    private const double DageIMaaned = 30.4375;

    internal static Tidsudtryk Of(Tidsudtryk udtryk, Varighed varighed)
    {
        if (udtryk.Tilstand != TidsTilstand.Vaerdi || varighed.ErNul || (!udtryk.HarInterval && udtryk.Anker is null))
        {
            return udtryk;
        }

        // "inden X" ends on the day before X; X itself is what moves.
        var foerX = udtryk.Graense == Graense.Inden ? 1 : 0;
        DateOnly? fra = udtryk.Fra is { } f ? Move(f, udtryk.Praecision, varighed) : null;
        DateOnly? til = udtryk.Til is { } t ? Move(t.AddDays(foerX), udtryk.Praecision, varighed).AddDays(-foerX) : null;
        var gentagelse = udtryk.Gentagelse is { Anker: { } anker } g
            ? g with
            {
                Anker = Move(anker, udtryk.Praecision, varighed),
            }
            : udtryk.Gentagelse;
        var flyttet = udtryk with { Fra = fra, Til = til, Gentagelse = gentagelse };
        return flyttet with { Tekst = TidsTekst.Of(flyttet) };
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

    private static DateOnly Move(DateOnly dag, Praecision praecision, Varighed varighed) =>
        praecision switch
        {
            Praecision.Uge => Uger(dag, varighed),
            Praecision.DelAfMaaned => DeleAfMaaned(dag, varighed),
            Praecision.Maaned or Praecision.DelAfAar => HeleMaaneder(dag, varighed, 1),
            Praecision.Kvartal or Praecision.Aarstid => HeleMaaneder(dag, varighed, 3),
            Praecision.Halvaar => HeleMaaneder(dag, varighed, 6),
            Praecision.Aar or Praecision.Skoleaar => HeleMaaneder(dag, varighed, 12),
            _ => Dag(dag, varighed),
        };

    private static DateOnly HeleMaaneder(DateOnly dag, Varighed varighed, int enhed)
    {
        var maaneder = varighed.MaanederIAlt;
        if (varighed.DageIAlt > 0)
        {
            maaneder += Math.Max(1, (int)Math.Round(varighed.DageIAlt / DageIMaaned, MidpointRounding.AwayFromZero));
        }

        var enheder = (maaneder + enhed - 1) / enhed;
        return Dag(dag, Varighed.FraMaaneder(enheder * enhed));
    }

    private static DateOnly Uger(DateOnly dag, Varighed varighed)
    {
        var dage = Dag(dag, varighed).DayNumber - dag.DayNumber;
        return dag.AddDays((dage + 6) / 7 * 7);
    }

    private static DateOnly DeleAfMaaned(DateOnly dag, Varighed varighed)
    {
        // Three parts a month; the 10th, 20th and last day end a part, the 1st, 11th and 21st begin one.
        var begynder = dag.Day is 1 or 11 or 21;
        var del = Math.Min(2, (dag.Day - 1) / 10);
        var nummer = (((dag.Year * 12) + dag.Month - 1) * 3) + del + (varighed.MaanederIAlt * 3) + ((varighed.DageIAlt + 9) / 10);
        var maaned = nummer / 3;
        var (aar, m) = (maaned / 12, (maaned % 12) + 1);
        del = nummer % 3;
        return begynder ? new DateOnly(aar, m, (del * 10) + 1)
            : del == 2 ? Kalender.SidsteDag(aar, m)
            : new DateOnly(aar, m, (del + 1) * 10);
    }
}
