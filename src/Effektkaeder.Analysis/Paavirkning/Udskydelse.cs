using System.Globalization;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tid;

namespace Effektkaeder.Analysis.Paavirkning;

/// <summary>
/// What postponing does to dates: those of the node, of its hierarchy descendants and of all their milestones move by whole
/// what is asked; follow-ups, reports and every other date stay, and may now be in conflict.
/// </summary>
internal sealed class Udskydelse(Udsnit udsnit, IEnumerable<Aendring> aendringer, HashSet<string> dropped)
{
    private readonly Dictionary<string, Varighed> _moved = Moved(udsnit, aendringer, dropped);

    /// <summary>Every date that moves or comes into conflict, ordered by node key.</summary>
    public IReadOnlyList<Datoaendring> Datoer()
    {
        var dates = new List<Datoaendring>();
        foreach (var (key, varighed) in _moved)
        {
            var owner = udsnit.Find(key)!;
            foreach (var node in udsnit.Targets(key, EdgeType.HarMilepael).Prepend(owner))
            {
                foreach (var before in node.Indhold.Tider.Where(t => t.HarInterval))
                {
                    dates.Add(Move(node, before, varighed));
                }
            }

            dates.AddRange(LateFollowUps(owner, varighed));
            dates.AddRange(PassedDeadlines(owner, varighed));
        }
        return
        [
            .. dates
                .Distinct()
                .OrderBy(d => d.Node.Key, StringComparer.Ordinal)
                .ThenBy(d => d.Foer.Fra ?? d.Foer.Til)
                .ThenBy(d => d.Aarsag),
        ];
    }

    private Datoaendring Move(Node node, Tidsudtryk before, Varighed varighed)
    {
        var after = before.Shift(varighed);
        var aftale = udsnit.Find(node.Vist.Aftale);
        var end = aftale?.Indhold[Egenskaber.PeriodeTil] is { } text
            ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture)
            : (DateOnly?)null;
        return Last(before) <= end && Last(after) > end
            ? new(node, before, after, Datoaarsag.Konflikt, aftale, $"Flyttes ud over aftalens periode, som slutter {end:yyyy-MM-dd}.")
            : new(node, before, after, Datoaarsag.Flyttet, null, $"Flyttes {varighed.Ord}.");
    }

    /// <summary>A follow-up that lay at or after a milestone of the same owner, and now lies wholly before it.</summary>
    private IEnumerable<Datoaendring> LateFollowUps(Node owner, Varighed varighed) =>
        from opfoelgning in udsnit.Targets(owner.Key, EdgeType.FoelgesOp)
        from stays in opfoelgning.Indhold.Tider
        where stays.HarInterval && stays.Gentagelse is null
        from milepael in udsnit.Targets(owner.Key, EdgeType.HarMilepael)
        from before in milepael.Indhold.Tider
        where before.HarInterval
        let after = before.Shift(varighed)
        where Last(stays) >= First(before) && Last(stays) < First(after)
        select new Datoaendring(
            opfoelgning,
            stays,
            stays,
            Datoaarsag.Konflikt,
            milepael,
            $"Ligger nu før »{milepael.Titel}« ({after.Tekst})."
        );

    /// <summary>A deadline above, which stays, and a milestone that now passes it.</summary>
    private IEnumerable<Datoaendring> PassedDeadlines(Node owner, Varighed varighed) =>
        from above in udsnit.Parents(owner.Key)
        where !_moved.ContainsKey(above.Key)
        from frist in udsnit.Targets(above.Key, EdgeType.HarMilepael)
        where frist.Indhold.Art == "frist"
        from deadline in frist.Indhold.Tider
        where deadline.HarInterval
        from milepael in udsnit.Targets(owner.Key, EdgeType.HarMilepael)
        from before in milepael.Indhold.Tider
        where before.HarInterval
        let after = before.Shift(varighed)
        where Last(before) <= Last(deadline) && Last(after) > Last(deadline)
        select new Datoaendring(
            frist,
            deadline,
            deadline,
            Datoaarsag.Konflikt,
            milepael,
            $"Overskrides nu af »{milepael.Titel}« ({after.Tekst})."
        );

    private static DateOnly? First(Tidsudtryk time) => time.Fra ?? time.Til;

    private static DateOnly? Last(Tidsudtryk time) => time.Til ?? time.Fra;

    /// <summary>Each postponed node and its descendants, with the longest postponement that reaches it.</summary>
    private static Dictionary<string, Varighed> Moved(Udsnit udsnit, IEnumerable<Aendring> aendringer, HashSet<string> dropped)
    {
        var moved = new Dictionary<string, Varighed>(StringComparer.Ordinal);
        foreach (var aendring in aendringer.Where(a => a.Art == AendringArt.Udskydes).OrderBy(a => Days(a.Varighed!)))
        {
            var below = udsnit.IndexOf(aendring.Key) is { } node ? Slaegt.Below(udsnit, [node]) : [];
            foreach (var key in below.Select(n => udsnit.KeyOf(n)).Prepend(aendring.Key))
            {
                if (!dropped.Contains(key))
                {
                    moved[key] = aendring.Varighed!;
                }
            }
        }

        return moved;
    }

    private static double Days(Varighed varighed) => varighed.MaanederIAlt * 30.4375 + varighed.DageIAlt;
}
