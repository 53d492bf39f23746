using System.Globalization;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Domain.Tid;

namespace Effektkaeder.Analysis.Paavirkning;

/// <summary>
/// What postponing does to dates: those of the node, of its hierarchy descendants and of all their milestones move by whole
/// what is asked; follow-ups, reports and every other date stay, and may now be in conflict.
/// </summary>
internal sealed class Udskydelse(Udsnit udsnit, IEnumerable<Aendring> aendringer, HashSet<string> dropped)
{
    private readonly Dictionary<string, Aendring> _moved = Moved(udsnit, aendringer, dropped);

    /// <summary>Every date that moves or comes into conflict, ordered by node key.</summary>
    public IReadOnlyList<Datoaendring> Datoer()
    {
        var dates = new List<Datoaendring>();
        foreach (var (key, aendring) in _moved)
        {
            var moved = udsnit.Find(key)!;
            // One that has a change of its own follows that.
            var milestones = udsnit.Targets(key, EdgeType.HarMilepael).Where(m => !_moved.ContainsKey(m.Key)).ToList();
            foreach (var node in milestones.Prepend(moved))
            {
                foreach (var before in node.Indhold.Tider.Where(t => t.HarInterval && aendring.After(node.Key, t) != t))
                {
                    dates.Add(Move(node, before, aendring));
                }
            }

            // A milestone that moves alone meets the follow-ups and deadlines of whoever has it.
            var owners = moved.Kind == NodeKind.Milepael ? udsnit.Sources(key, EdgeType.HarMilepael).ToList() : [moved];
            foreach (var owner in owners)
            {
                var passing = moved.Kind == NodeKind.Milepael ? [moved] : milestones;
                dates.AddRange(LateFollowUps(owner, passing, aendring));
                dates.AddRange(PassedDeadlines(owner, passing, aendring));
            }
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

    private Datoaendring Move(Node node, Tidsudtryk before, Aendring aendring)
    {
        var after = aendring.After(node.Key, before);
        var aftale = udsnit.Find(node.Vist.Aftale);
        var end = aftale?.Indhold[Egenskaber.PeriodeTil] is { } text
            ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture)
            : (DateOnly?)null;
        return Last(before) <= end && Last(after) > end
            ? new(node, before, after, Datoaarsag.Konflikt, aftale, $"Flyttes ud over aftalens periode, som slutter {end?.InWords()}.")
            : new(
                node,
                before,
                after,
                Datoaarsag.Flyttet,
                null,
                aendring.Til is null ? $"Flyttes {aendring.Varighed!.Ord}." : $"Flyttes til {after.Tekst}."
            );
    }

    /// <summary>A follow-up that lay at or after a milestone of the same owner, and now lies wholly before it.</summary>
    private IEnumerable<Datoaendring> LateFollowUps(Node owner, IReadOnlyList<Node> milestones, Aendring aendring) =>
        from opfoelgning in udsnit.Targets(owner.Key, EdgeType.FoelgesOp)
        where !_moved.ContainsKey(opfoelgning.Key) && !Opfoelgningsskema.IsHeld(opfoelgning)
        from stays in opfoelgning.Indhold.Tider
        where stays.HarInterval && stays.Gentagelse is null
        from milepael in milestones
        from before in milepael.Indhold.Tider
        where before.HarInterval
        let after = aendring.After(milepael.Key, before)
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
    private IEnumerable<Datoaendring> PassedDeadlines(Node owner, IReadOnlyList<Node> milestones, Aendring aendring) =>
        from above in udsnit.Parents(owner.Key)
        where !_moved.ContainsKey(above.Key)
        from frist in udsnit.Targets(above.Key, EdgeType.HarMilepael)
        where frist.Indhold.Art == "frist"
        from deadline in frist.Indhold.Tider
        where deadline.HarInterval
        from milepael in milestones
        from before in milepael.Indhold.Tider
        where before.HarInterval
        let after = aendring.After(milepael.Key, before)
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
    private static Dictionary<string, Aendring> Moved(Udsnit udsnit, IEnumerable<Aendring> aendringer, HashSet<string> dropped)
    {
        var moved = new Dictionary<string, Aendring>(StringComparer.Ordinal);
        foreach (var aendring in aendringer.Where(a => a.Art == AendringArt.Udskydes).OrderBy(a => Days(a.Varighed!)))
        {
            var below = udsnit.IndexOf(aendring.Key) is { } node ? Slaegt.Below(udsnit, [node]) : [];
            foreach (var key in below.Select(n => udsnit.KeyOf(n)).Prepend(aendring.Key))
            {
                if (!dropped.Contains(key))
                {
                    moved[key] = aendring;
                }
            }
        }

        return moved;
    }

    private static double Days(Varighed varighed) => varighed.MaanederIAlt * 30.4375 + varighed.DageIAlt;
}
