using System.Text;
using Effektkaeder.Domain;

namespace Effektkaeder.Diagram.Export;

/// <summary>What text drawings hold: everything but which agreement states what, which ties each agreement to all it says.</summary>
internal static class Drawn
{
    public static IEnumerable<Edge> Edges(Graf graf) => graf.Edges.Where(e => e.Type != EdgeType.Angiver && e.Tillid > 0);

    /// <summary>
    /// A title as one line: white space is one space, and what no text file should hold (control characters, halves of pairs) is left out.
    /// </summary>
    public static string OneLine(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                clean.Append(' ');
            }
            else if (!Rune.IsControl(rune) && rune != Rune.ReplacementChar && (rune.Value & 0xfffe) != 0xfffe)
            {
                clean.Append(rune.ToString());
            }
        }

        return string.Join(' ', clean.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Short ids in key order: n0, n1, …</summary>
    public static Dictionary<string, string> Ids(Graf graf) =>
        graf
            .Nodes.Select((n, i) => (n.Key, Id: "n" + i.ToString(System.Globalization.CultureInfo.InvariantCulture)))
            .ToDictionary(p => p.Key, p => p.Id, StringComparer.Ordinal);
}
