using Effektkaeder.Analysis.Genkendelser;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Changing;

/// <summary>The edges of a change set as lines; an edge whose end has a new name is the same edge.</summary>
internal sealed class Kantlinjer(IReadOnlyList<Genkendt> known)
{
    private readonly Dictionary<string, string> _now = known.ToDictionary(g => g.Foer.Key, g => g.Efter.Key, StringComparer.Ordinal);

    internal ChangeList Of(IReadOnlyList<ElementChange> changes)
    {
        var edges = changes.Where(c => !c.IsNode).OrderBy(c => c.Key, StringComparer.Ordinal).ToList();
        var became = edges.Where(c => c.EdgeBefore is null).ToDictionary(c => c.Key, c => c.EdgeAfter!, StringComparer.Ordinal);
        var was = new Dictionary<string, Edge>(StringComparer.Ordinal);
        foreach (var gone in edges.Where(c => c.EdgeAfter is null).Select(c => c.EdgeBefore!))
        {
            if (became.ContainsKey(NowOf(gone)))
            {
                was.TryAdd(NowOf(gone), gone);
            }
        }

        var (lines, followed, placeOnly) = (new List<ChangeLine>(), 0, 0);
        foreach (var change in edges)
        {
            if (
                change.EdgeAfter is null
                && was.TryGetValue(NowOf(change.EdgeBefore!), out var moved)
                && ReferenceEquals(moved, change.EdgeBefore)
            )
            {
                continue;
            }

            var isFollowing = change.EdgeBefore is null && was.ContainsKey(change.Key);
            var before = isFollowing ? was[change.Key] : change.EdgeBefore;
            if (before is not null && change.EdgeAfter is { } after && Said.IsSame(before, after, Now))
            {
                (followed, placeOnly) = isFollowing ? (followed + 1, placeOnly) : (followed, placeOnly + 1);
                continue;
            }

            lines.Add(Line(change, before));
        }

        return new(lines, followed, placeOnly);
    }

    private static ChangeLine Line(ElementChange change, Edge? before)
    {
        var edge = (change.EdgeAfter ?? change.EdgeBefore)!;
        return new(ChangeLists.Art(before is null, change.EdgeAfter is null), edge.Type.Info().Code, edge.Key, $"{edge.From} → {edge.To}");
    }

    private string Now(string key) => _now.GetValueOrDefault(key, key);

    private string NowOf(Edge edge) => Edge.KeyOf(edge.Type, Now(edge.From), Now(edge.To), edge.Art);
}
