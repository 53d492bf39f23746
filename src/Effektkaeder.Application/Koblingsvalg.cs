using Effektkaeder.Analysis;
using Effektkaeder.Domain;

namespace Effektkaeder.Application;

/// <summary>Which couplings are looked at; what is null or empty lets all pass.</summary>
/// <param name="Arter">Of these kinds.</param>
/// <param name="Status">Of which an analyst has said this.</param>
/// <param name="MindsteTillid">Of at least this certainty, 0-1.</param>
public sealed record Koblingsvalg(IReadOnlySet<KoblingArt> Arter, KoblingStatus? Status = null, double MindsteTillid = 0)
{
    public static readonly Koblingsvalg Alle = new(new HashSet<KoblingArt>());

    public bool ErTomt => Arter.Count == 0 && Status is null && MindsteTillid <= 0;

    public bool Passer(Edge kobling) =>
        (Arter.Count == 0 || (kobling.Art is { } art && Arter.Contains(art)))
        && (Status is null || kobling.Status == Status)
        && kobling.Tillid >= MindsteTillid;

    /// <summary>The same without the couplings that do not pass. Linear in it.</summary>
    public Udsnit Of(Udsnit udsnit)
    {
        ArgumentNullException.ThrowIfNull(udsnit);
        return ErTomt
            ? udsnit
            : Udsnit.Of(
                udsnit.Nodes,
                Enumerable
                    .Range(0, udsnit.Edges.Count)
                    .Where(e => udsnit.TypeOf(e) != EdgeType.KoblerTil || Passer(udsnit.Edges[e]))
                    .Select(e => udsnit.Edges[e])
            );
    }
}
