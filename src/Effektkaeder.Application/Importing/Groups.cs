using System.Text.RegularExpressions;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Importing;

/// <summary>
/// "Alle virksomhederne i Center for …" is one organisation of art gruppe. Its members are the units of that sort that the graph knows
/// under the centre, whichever document came first: inferred edges, stated by the agreements that name the group.
/// </summary>
internal static partial class Groups
{
    private const string Group = "gruppe";

    public static async Task SettleAsync(Draft draft, CancellationToken ct)
    {
        var touched = draft.Nodes.Where(n => n.Kind == NodeKind.Organisation).ToList();
        var under = draft.Edges.Where(e => e.Type == EdgeType.HoererUnder).ToLookup(e => e.From, e => e.To, StringComparer.Ordinal);
        var centres = touched.SelectMany(o => under[o.Key]).Distinct(StringComparer.Ordinal).ToList();
        if (centres.Count == 0)
        {
            return;
        }

        var stored = await draft.Graph.ExpandAsync(
            new(centres, new([EdgeType.HoererUnder], Direction.In, [NodeKind.Organisation]), null, [], Page.Everything),
            ct
        );
        draft.Know(stored.SelectMany(s => s.Items).Select(n => n.Node));
        draft.Know(stored.SelectMany(s => s.Items).Select(n => n.Edge));
        foreach (var centre in centres)
        {
            var units = draft
                .Edges.Where(e => e.Type == EdgeType.HoererUnder && e.To == centre)
                .Select(e => draft.Node(e.From))
                .OfType<Node>()
                .Where(n => n.Kind == NodeKind.Organisation)
                .ToList();
            foreach (var group in units.Where(u => u.Indhold.Art == Group).ToList())
            {
                await SettleAsync(draft, group, [.. units.Where(u => IsMember(group, u))], ct);
            }
        }
    }

    private static async Task SettleAsync(Draft draft, Node group, IReadOnlyList<Node> members, CancellationToken ct)
    {
        var stored = await draft.Graph.ExpandAsync(
            new([group.Key], new([EdgeType.HarMedlem], Direction.Out, []), null, [], Page.Everything),
            ct
        );
        draft.Know(stored.SelectMany(s => s.Items).Select(n => n.Edge));
        var wanted = members.Select(m => m.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var left in draft.Edges.Where(e => e.Type == EdgeType.HarMedlem && e.From == group.Key && !wanted.Contains(e.To)).ToList())
        {
            draft.RemoveEdge(left.Key);
        }

        foreach (var member in members)
        {
            draft.Put(
                Edge.Of(
                    EdgeType.HarMedlem,
                    group.Key,
                    member.Key,
                    null,
                    group.Udsagn.Select(u => new EdgeUdsagn(
                        u.Aftale,
                        u.Underskrevet,
                        u.Center,
                        group.Key,
                        null,
                        Tillid.Udledt,
                        null,
                        [.. u.Herkomst.Take(1)]
                    ))
                )
            );
        }
    }

    /// <summary>A unit of the sort that the group's own word says: schools, teams, or any unit that is run.</summary>
    private static bool IsMember(Node group, Node unit)
    {
        if (unit.Indhold.Art is null or Group or "ekstern")
        {
            return false;
        }

        return Sort().Match(group.Titel).Groups["sort"].Value.ToLowerInvariant() switch
        {
            "virksomhed" or "institution" or "enhed" or "tilbud" => unit.Indhold.Art is "virksomhed" or "institution",
            "afdeling" => unit.Indhold.Art == "afdeling",
            "team" => unit.Indhold.Art == "team",
            "" => false,
            var sort => unit.Titel.Contains(sort, StringComparison.OrdinalIgnoreCase),
        };
    }

    [GeneratedRegex(
        @"(?<sort>virksomhed|institution|enhed|tilbud|afdeling|team|skole|bibliotek|plejecent|børnehave|dagtilbud)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Sort();
}
