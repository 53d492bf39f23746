using Effektkaeder.Benchmarks.Layout.Peers;
using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Benchmarks.Layout;

/// <summary>Who takes part: with levels and lanes only dot can be told of both; dagre knows no levels, and the table shows it.</summary>
internal static class Engines
{
    public static IEnumerable<IEngine> ForHierarchies(string[] only) =>
        Wanted(
            only,
            [
                ("ours", new OurEngine("ours", new LayoutOptions())),
                ("ours", new OurEngine("ours, never folded", new LayoutOptions { Folding = LevelFolding.Never })),
                ("dot", new DotEngine("dot", levels: true, lanes: true)),
            ]
        );

    public static IEnumerable<IEngine> ForLevels(string[] only) =>
        Wanted(
            only,
            [
                ("ours", new OurEngine("ours", new LayoutOptions())),
                ("ours", new OurEngine("ours, never folded", new LayoutOptions { Folding = LevelFolding.Never })),
                ("dot", new DotEngine("dot", levels: true, lanes: false)),
                ("elk", new NodeEngine("elk", "elk", levels: true)),
                ("dagre", new NodeEngine("dagre, levels not told", "dagre", levels: false)),
                ("msagl", new NodeEngine("msagl", "msagl", levels: true)),
            ]
        );

    public static IEnumerable<IEngine> ForDags(string[] only) =>
        Wanted(
            only,
            [
                ("ours", new OurEngine("ours", new LayoutOptions())),
                ("dot", new DotEngine("dot", levels: false, lanes: false)),
                ("elk", new NodeEngine("elk", "elk", levels: false)),
                ("dagre", new NodeEngine("dagre", "dagre", levels: false)),
                ("msagl", new NodeEngine("msagl", "msagl", levels: false)),
            ]
        );

    private static IEnumerable<IEngine> Wanted(string[] only, (string Key, IEngine Engine)[] all) =>
        all.Where(e => only.Contains(e.Key, StringComparer.Ordinal)).Select(e => e.Engine);
}
