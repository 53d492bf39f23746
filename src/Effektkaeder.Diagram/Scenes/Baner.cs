using Effektkaeder.Analysis;
using Effektkaeder.Diagram.Svg;
using Effektkaeder.Domain;

namespace Effektkaeder.Diagram.Scenes;

/// <summary>
/// Lanes: a node stands in the lane of its centre; what several centres state, or none, in the first lane, "Fælles".
/// </summary>
internal sealed class Baner(Udsnit udsnit)
{
    public const string Faelles = "faelles";

    /// <summary>The last lane: what a form says around the node that a scene is about.</summary>
    public const string Omkring = "omkring";

    public string Of(Node node) => udsnit.CenterOf(node) ?? Faelles;

    /// <summary>The lanes that boxes use, the common one first, the others by title.</summary>
    public IReadOnlyList<Lane> Used(IEnumerable<Box> boxes) => Titled(boxes.Select(b => b.Lane));

    /// <summary>Lanes with their titles, the common one first, the others by municipality and title.</summary>
    public IReadOnlyList<Lane> Titled(IEnumerable<string> lanes)
    {
        var used = lanes.ToHashSet(StringComparer.Ordinal);
        var several = used.Select(Kommune).Where(k => k.Length > 0).Distinct().Count() > 1;
        return
        [
            .. used.Where(l => l == Faelles).Select(_ => new Lane(Faelles, "Fælles")),
            .. used.Where(l => l is not (Faelles or Omkring))
                .Select(l => new Lane(l, Title(l, several)))
                .OrderBy(l => Kommune(l.Id), StringComparer.Ordinal)
                .ThenBy(l => Domain.Tekst.SortKey.Of(l.Title), StringComparer.Ordinal),
            .. used.Where(l => l == Omkring).Select(_ => new Lane(Omkring, "Omkring")),
        ];
    }

    private string Title(string lane, bool several)
    {
        var title = udsnit.Find(lane)?.Titel ?? lane;
        return several && udsnit.Find(Kommune(lane)) is { } kommune ? $"{title}, {kommune.Titel}" : title;
    }

    private static string Kommune(string lane) => lane.Contains('/') ? lane[..lane.IndexOf('/')] : "";
}
