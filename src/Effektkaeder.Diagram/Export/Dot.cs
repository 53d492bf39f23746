using System.Text;
using Effektkaeder.Domain;

namespace Effektkaeder.Diagram.Export;

/// <summary>The graph in the DOT language (https://graphviz.org/doc/info/lang.html), one cluster a level.</summary>
public static class Dot
{
    public static string Write(Graf graf)
    {
        var ids = Drawn.Ids(graf);
        var dot = new StringBuilder(
            "digraph effektkaeder {\n  rankdir=LR;\n  node [shape=box, style=rounded, fontname=\"DejaVu Sans\", fontsize=10];\n  "
                + "edge [fontname=\"DejaVu Sans\", fontsize=8];\n"
        );
        foreach (var level in graf.Nodes.GroupBy(n => n.Level).OrderBy(g => g.Key ?? NodeKinds.OutsideLevels))
        {
            if (level.Key is { } number)
            {
                dot.Append($"  subgraph cluster_{number} {{\n    label={Quote(NodeKinds.Levels[number].Flertal)};\n");
            }

            foreach (var node in level)
            {
                dot.Append(
                    $"    {ids[node.Key]} [label={Quote(node.Titel)}, "
                        + $"tooltip={Quote(node.Key)}{(node.Henvist ? ", style=\"rounded,dashed\"" : "")}];\n"
                );
            }

            if (level.Key is not null)
            {
                dot.Append("  }\n");
            }
        }
        foreach (var edge in Drawn.Edges(graf))
        {
            dot.Append($"  {ids[edge.From]} -> {ids[edge.To]} [tooltip={Quote(edge.Type.Info().Navn)}{Style(edge)}];\n");
        }

        return dot.Append("}\n").ToString();
    }

    private static string Style(Edge edge) =>
        edge.Type == EdgeType.KoblerTil ? ", style=dashed, color=\"#a8005c\", dir=none, constraint=false"
        : edge.Type.IsHierarchy()
            ? edge.Grund == Grund.Skabelon ? ", style=dotted"
                : ""
        : ", color=\"#9aa4ae\", constraint=false";

    /// <summary>A quoted string: a quote and a backslash are escaped.</summary>
    private static string Quote(string text) =>
        "\"" + Drawn.OneLine(text).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
}
