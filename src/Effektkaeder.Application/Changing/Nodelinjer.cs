using Effektkaeder.Analysis.Genkendelser;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Changing;

/// <summary>The nodes of a change set as lines.</summary>
internal sealed class Nodelinjer(IReadOnlyList<Genkendt> known)
{
    private readonly Dictionary<string, Genkendt> _byNew = known.ToDictionary(g => g.Efter.Key, StringComparer.Ordinal);
    private readonly HashSet<string> _old = known.Select(g => g.Foer.Key).ToHashSet(StringComparer.Ordinal);
    private int _followed;
    private int _placeOnly;

    internal ChangeList Of(IReadOnlyList<ElementChange> changes)
    {
        var nodes = changes.Where(c => c.IsNode && !(_old.Contains(c.Key) && IsNoMore(c))).ToList();
        var words = Words(nodes);
        var lines = nodes
            .OrderBy(c => Shown(c).Kind.LevelOrder())
            .ThenBy(c => Shown(c).Kind)
            .ThenBy(c => c.Key, StringComparer.Ordinal)
            .Select(c => Line(c, words))
            .OfType<ChangeLine>()
            .ToList();
        return new(lines, _followed, _placeOnly);
    }

    private static Node Shown(ElementChange change) => (change.NodeAfter ?? change.NodeBefore)!;

    private static bool IsNoMore(ElementChange change) => change.NodeAfter is null or { Henvist: true };

    private ChangeLine? Line(ElementChange change, IReadOnlyList<string> told)
    {
        var node = Shown(change);
        var line = new ChangeLine(
            ChangeLists.Art(change.NodeBefore is null, change.NodeAfter is null),
            node.Kind.Info().Code,
            node.Key,
            node.Titel
        );
        if (_byNew.TryGetValue(change.Key, out var renamed))
        {
            line = line with
            {
                Art = "omdøbt",
                TidligereKey = renamed.Foer.Key,
                TidligereTitel = renamed.Foer.Titel,
                Lighed = renamed.Lighed,
                Grund = renamed.Grund,
            };
            return Differs(renamed.Foer, renamed.Efter, told, line) ?? Counted(ref _followed);
        }

        return change is { NodeBefore: { } before, NodeAfter: { } after }
            ? Differs(before, after, told, line) ?? Counted(ref _placeOnly)
            : line;
    }

    /// <summary>The line with what differs and its words; null where nothing does that is not told elsewhere.</summary>
    private static ChangeLine? Differs(Node before, Node after, IReadOnlyList<string> told, ChangeLine line) =>
        Said.Difference(before, after) is not { } difference ? null
        : difference.What.StartsWith("felt ", StringComparison.Ordinal) && IsTold(before, after, told) ? null
        : line with { Hvad = difference.What, Foer = difference.Before, Efter = difference.After };

    /// <summary>Whether all that changed in a node are form fields, and in those the words of nodes that are told of.</summary>
    private static bool IsTold(Node before, Node after, IReadOnlyList<string> told)
    {
        return Said.IsSameButFields(before, after)
            && Said.ChangedFields(before, after)
                .All(f => Lines(f.Before).Except(Lines(f.After)).Concat(Lines(f.After).Except(Lines(f.Before))).All(IsToldLine));

        bool IsToldLine(string line) =>
            told.Any(t => t.Contains(line, StringComparison.Ordinal) || line.Contains(t, StringComparison.Ordinal));
    }

    /// <summary>The words of every node that is new, gone, or says something else than before.</summary>
    private List<string> Words(IReadOnlyList<ElementChange> nodes)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var change in nodes)
        {
            var before = _byNew.TryGetValue(change.Key, out var renamed) ? renamed.Foer : change.NodeBefore;
            if (before?.Indhold.Tekst != change.NodeAfter?.Indhold.Tekst)
            {
                words.UnionWith(
                    new[] { before, change.NodeAfter }.OfType<Node>().Select(n => Identitet.Plain(n.Indhold.Tekst)).Where(t => t.Length > 2)
                );
            }
        }

        return [.. words];
    }

    private static IEnumerable<string> Lines(string field) =>
        field.Split('\n').Select(l => Identitet.Plain(l.TrimStart(' ', '-'))).Where(l => l.Length > 0);

    private static ChangeLine? Counted(ref int count)
    {
        count++;
        return null;
    }
}
