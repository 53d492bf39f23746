using System.Globalization;
using System.Text;
using Effektkaeder.Domain;

namespace Effektkaeder.Diagram.Export;

/// <summary>The graph as a Mermaid flowchart (https://mermaid.js.org/syntax/flowchart.html), one subgraph a level.</summary>
public static class Mermaid
{
    /// <summary>What Mermaid draws by default (<c>maxEdges</c>); with more it shows an error and no picture.</summary>
    private const int MostEdges = 500;

    public static string Write(Graf graf)
    {
        var ids = Drawn.Ids(graf);
        var text = new StringBuilder("flowchart LR\n");
        if (Drawn.Edges(graf).Count() is > MostEdges and var count)
        {
            text.Insert(0, $"%% {count} kanter: Mermaid tegner højst {MostEdges}. Brug dot, drawio eller svg, eller hæv maxEdges.\n");
        }

        foreach (var level in graf.Nodes.GroupBy(n => n.Level).OrderBy(g => g.Key ?? NodeKinds.OutsideLevels))
        {
            if (level.Key is { } number)
            {
                text.Append($"  subgraph niveau{number}[\"{Escape(NodeKinds.Levels[number].Flertal)}\"]\n");
            }

            foreach (var node in level)
            {
                text.Append($"    {ids[node.Key]}[\"{Escape(node.Titel)}\"]\n");
            }

            if (level.Key is not null)
            {
                text.Append("  end\n");
            }
        }
        foreach (var edge in Drawn.Edges(graf))
        {
            text.Append($"  {ids[edge.From]} {Arrow(edge)} {ids[edge.To]}\n");
        }

        return text.ToString();
    }

    /// <summary>What to tell whoever asked, where the graph is more than Mermaid draws; null where it is not.</summary>
    public static string? Warning(Graf graf) =>
        Drawn.Edges(graf).Count() is > MostEdges and var count
            ? $"Grafen har {count} kanter, og Mermaid tegner højst {MostEdges}. Brug dot, drawio eller svg."
            : null;

    private static string Arrow(Edge edge) =>
        edge.Type == EdgeType.KoblerTil ? "-.-"
        : edge.Type.IsHierarchy() && edge.Grund != Grund.Skabelon ? "-->"
        : "-.->";

    /// <summary>Mermaid reads entities by number; everything but letters, digits, spaces and plain punctuation is written as one.</summary>
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var rune in Drawn.OneLine(text).EnumerateRunes())
        {
            escaped.Append(
                Rune.IsLetterOrDigit(rune) || " .,:()-–/…".Contains(rune.ToString(), StringComparison.Ordinal)
                    ? rune.ToString()
                    : string.Create(CultureInfo.InvariantCulture, $"#{rune.Value};")
            );
        }

        return escaped.ToString();
    }
}
