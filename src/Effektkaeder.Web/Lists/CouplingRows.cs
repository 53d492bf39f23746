using Effektkaeder.Analysis;
using Effektkaeder.Application;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;
using Effektkaeder.Web.Scenes;

namespace Effektkaeder.Web.Lists;

/// <summary>The couplings that an address asks for, by key: a page shows some of them, a file has them all.</summary>
internal static class CouplingRows
{
    /// <summary>What is reviewed where no other status is asked for.</summary>
    public const string Default = "foreslaaet";

    public static string StatusOf(SceneAddress address) =>
        address["status"] is { } given && (given == "alle" || Enum.GetNames<KoblingStatus>().Any(n => Same(n, given))) ? given : Default;

    public static async Task<(Udsnit Udsnit, IEnumerable<Edge> Rows)> OfAsync(SceneAddress address, IGraph graph, CancellationToken ct)
    {
        var udsnit = await graph.SelectAsync(Selection.Whole, ct);
        var (center, status) = (address["center"], StatusOf(address));
        var kobler = address.Kobler with { Status = null };
        // Who answers for either end answers for the coupling.
        var answered = await new FilterNodes(graph).FindAsync(new(Ansvarlig: address["ansvarlig"]), ct);
        var rows = Enumerable
            .Range(0, udsnit.Edges.Count)
            .Where(e => udsnit.TypeOf(e) == EdgeType.KoblerTil)
            .Where(e => center is null || udsnit.CenterOf(udsnit.From(e)) == center || udsnit.CenterOf(udsnit.To(e)) == center)
            .Where(e =>
                answered is null || answered.Contains(udsnit.KeyOf(udsnit.From(e))) || answered.Contains(udsnit.KeyOf(udsnit.To(e)))
            )
            .Select(e => udsnit.Edges[e])
            .Where(e => kobler.Passer(e) && (status == "alle" || Same(e.Status.ToString(), status)));
        return (udsnit, rows);
    }

    /// <summary>Those between two centres, or, where the two are none, between the two themselves; refused ones are none.</summary>
    public static IReadOnlyList<Edge> Between(Udsnit udsnit, string a, string b) =>
        Centerkoblinger.Of(udsnit).FirstOrDefault(t => (t.A, t.B) == (a, b) || (t.B, t.A) == (a, b)) is { } tie
            ? tie.Kanter
            : [.. udsnit.EdgesOf(a).Where(e => e.Type == EdgeType.KoblerTil && e.Other(a) == b && e.Status != KoblingStatus.Afvist)];

    private static bool Same(string a, string b) => a.Equals(b, StringComparison.OrdinalIgnoreCase);
}
