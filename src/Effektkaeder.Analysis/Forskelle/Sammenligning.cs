using Effektkaeder.Analysis.Genkendelser;
using Effektkaeder.Domain;

namespace Effektkaeder.Analysis.Forskelle;

/// <summary>
/// Holds two selections against each other: nodes are the same by key, by an organisation's taking another's place, and then by words and
/// place; of those that are the same it tells what they say otherwise and where they stand now.
/// </summary>
public sealed class Sammenligning
{
    private readonly Udsnit _foer,
        _efter;

    /// <summary>By the new key, what it was known as; and the new key of what was known by another.</summary>
    private readonly Dictionary<string, Genkendt> _was = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _now = new(StringComparer.Ordinal);

    private readonly Pace _pace;

    private Sammenligning(Udsnit foer, Udsnit efter, Pace pace, IEnumerable<(string Ny, string Gammel)> afloesninger)
    {
        (_foer, _efter, _pace) = (foer, efter, pace);
        var replaced = pace.Over(efter.Edges).Where(e => e.Type == EdgeType.Afloeser).Select(e => (e.From, e.To)).Concat(afloesninger);
        foreach (var (successor, former) in replaced)
        {
            if (foer.Find(former) is { } old && efter.Find(successor) is { } now && foer.Find(now.Key) is null)
            {
                Know(new(old, now, 1, "afløser den"));
            }
        }

        foreach (var known in Mentioned().Concat(Genkendelse.Find(foer, efter, pace)))
        {
            Know(known);
        }
    }

    /// <param name="afloesninger">
    /// Organisations that took another's place, besides those that the later side says: what is valid then may hold only one of the two.
    /// </param>
    public static Forskel Of(Udsnit foer, Udsnit efter, Pace? pace = null, IEnumerable<(string Ny, string Gammel)>? afloesninger = null)
    {
        var both = new Sammenligning(foer, efter, pace ?? new(CancellationToken.None), afloesninger ?? []);
        return new(
            [
                .. both.Nodes()
                    .OrderBy(f => f.Node.Kind.LevelOrder())
                    .ThenBy(f => f.Node.Kind)
                    .ThenBy(f => f.Node.Key, StringComparer.Ordinal),
            ],
            both.Edges(efter, foer, key => key, both._was.ContainsKey),
            both.Edges(foer, efter, key => both._now.GetValueOrDefault(key, key), both._now.ContainsKey),
            [.. both._was.Values.OrderBy(g => g.Efter.Key, StringComparer.Ordinal)]
        );
    }

    /// <summary>
    /// What one side only mentions by its short name and the other one states: where a document that states it is taken in, the mention
    /// gives way to it, and comes back when the document goes. Of several of one name it is the one that an import would choose.
    /// </summary>
    private IEnumerable<Genkendt> Mentioned()
    {
        var gone = Unshared(_foer, _efter).ToLookup(Navnefaelle.Of);
        foreach (var namesakes in Unshared(_efter, _foer).GroupBy(Navnefaelle.Of).Where(g => gone.Contains(g.Key)))
        {
            foreach (var henvist in new[] { true, false })
            {
                var old = gone[namesakes.Key].Where(n => n.Henvist == henvist).MinBy(n => n.Key, StringComparer.Ordinal);
                var now = namesakes.Where(n => n.Henvist != henvist).MinBy(n => n.Key, StringComparer.Ordinal);
                if (old is not null && now is not null)
                {
                    yield return new(old, now, 1, henvist ? "samme navn, før kun nævnt" : "samme navn, nu kun nævnt");
                }
            }
        }
    }

    private IEnumerable<Node> Unshared(Udsnit side, Udsnit other) =>
        _pace.Over(side.Nodes).Where(n => Navnefaelle.Has(n) && other.Find(n.Key) is null);

    private void Know(Genkendt known)
    {
        if (!_was.ContainsKey(known.Efter.Key) && _now.TryAdd(known.Foer.Key, known.Efter.Key))
        {
            _was[known.Efter.Key] = known;
        }
    }

    private IEnumerable<Nodeforskel> Nodes()
    {
        foreach (var now in _pace.Over(_efter.Nodes))
        {
            var (old, lighed, grund) =
                _foer.Find(now.Key) is { } same ? (same, 1, "samme nøgle")
                : _was.TryGetValue(now.Key, out var known) ? (known.Foer, known.Lighed, known.Grund)
                : (null, 0, "");
            if (old is null)
            {
                yield return new(Forskelsart.Ny, null, now, null, null, []);
            }
            else if (Differing(old, now) is { } told)
            {
                yield return told with
                {
                    Lighed = lighed,
                    Grund = grund,
                };
            }
        }

        foreach (var old in _pace.Over(_foer.Nodes).Where(n => _efter.Find(n.Key) is null && !_now.ContainsKey(n.Key)))
        {
            yield return new(Forskelsart.Fjernet, old, null, null, null, []);
        }
    }

    /// <summary>Null where the two say the same and stand at the same place.</summary>
    private Nodeforskel? Differing(Node old, Node now)
    {
        var said = Nodeord.Differing(old, now).Select(Named).OfType<Feltforskel>().ToList();
        var moved = Moved(old, now).ToList();
        return said.Count + moved.Count == 0
            ? null
            : new(said.Count > 0 ? Forskelsart.Aendret : Forskelsart.Flyttet, old, now, null, null, [.. said, .. moved]);
    }

    /// <summary>Whose a role is goes by name; an organisation that is known again is the same. Null where nothing is left.</summary>
    private Feltforskel? Named(Feltforskel told) =>
        told.Felt != Egenskaber.Organisation ? told
        : _now.GetValueOrDefault(told.Foer, told.Foer) == told.Efter ? null
        : told with { Foer = Titel(_foer, told.Foer), Efter = Titel(_efter, told.Efter) };

    /// <summary>Another centre, or none of the parents that it had; what stood nowhere has not moved.</summary>
    private IEnumerable<Feltforskel> Moved(Node old, Node now)
    {
        if (
            now.Kind is not (NodeKind.Organisation or NodeKind.Aftale)
            // What several centres state belongs to none of them, whichever one's words are shown.
            && Udsnit.OwnCenter(old) is { } was
            && Udsnit.OwnCenter(now) is { } center
            && _now.GetValueOrDefault(was, was) != center
        )
        {
            yield return new("center", Titel(_foer, was), Titel(_efter, center));
        }

        var (before, after) = (_foer.Parents(old.Key).ToList(), _efter.Parents(now.Key).ToList());
        var still = before.Select(p => _now.GetValueOrDefault(p.Key, p.Key)).Intersect(after.Select(p => p.Key), StringComparer.Ordinal);
        if (before.Count > 0 && after.Count > 0 && !still.Any())
        {
            yield return new("over", string.Join(", ", before.Select(p => p.Titel)), string.Join(", ", after.Select(p => p.Titel)));
        }
    }

    private static string Titel(Udsnit udsnit, string key) => udsnit.Find(key)?.Titel ?? key;

    /// <summary>The edges of one side that the other has not, both of whose ends stand on both.</summary>
    /// <param name="nameOf">What an end is called on the other side.</param>
    private IReadOnlyList<Kantforskel> Edges(Udsnit of, Udsnit other, Func<string, string> nameOf, Func<string, bool> isKnown)
    {
        var there = _pace.Over(other.Edges).Select(e => (e.Type, e.Art, Name(e.From), Name(e.To))).ToHashSet();
        return
        [
            .. _pace
                .Over(of.Edges)
                .Where(e =>
                    Stands(e.From)
                    && Stands(e.To)
                    && !there.Contains((e.Type, e.Art, nameOf(e.From), nameOf(e.To)))
                    && !(e.Type == EdgeType.KoblerTil && there.Contains((e.Type, e.Art, nameOf(e.To), nameOf(e.From))))
                )
                .Select(e => new Kantforskel(e, of.Find(e.From)!, of.Find(e.To)!)),
        ];

        // On both sides ends go by their new keys.
        string Name(string key) => ReferenceEquals(other, _foer) ? _now.GetValueOrDefault(key, key) : key;

        bool Stands(string key) => other.Find(key) is not null || isKnown(key);
    }
}
