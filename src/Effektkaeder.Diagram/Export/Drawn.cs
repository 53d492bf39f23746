using Effektkaeder.Domain;

namespace Effektkaeder.Diagram.Export;

/// <summary>What text drawings hold: everything but which agreement states what, which ties each agreement to all it says.</summary>
internal static class Drawn
{
    public static IEnumerable<Edge> Edges(Graf graf) => graf.Kanter.Where(e => e.Type != EdgeType.Angiver && e.Tillid > 0);

    /// <summary>Short ids in key order: n0, n1, …</summary>
    public static Dictionary<string, string> Ids(Graf graf) =>
        graf.Noder.Select((n, i) => (n.Key, Id: "n" + i.ToString(System.Globalization.CultureInfo.InvariantCulture))).ToDictionary(p => p.Key, p => p.Id, StringComparer.Ordinal);
}
