using Effektkaeder.Benchmarks.Layout.Peers;
using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Benchmarks.Layout;

/// <summary>Who takes part. Where a peer can be told of levels or lanes it is; where it cannot, the table shows it.</summary>
internal static class Engines
{
    public static IEnumerable<IEngine> ForHierarchies(string[] only) => Wanted(only,
    [
        ("ours", new OurEngine("ours", new LayoutOptions())),
        ("ours", new OurEngine("ours, never folded", new LayoutOptions { Folding = LevelFolding.Never })),
        ("dot", new DotEngine("dot, levels and lanes", levels: true, lanes: true)),
        ("dot", new DotEngine("dot, levels", levels: true, lanes: false)),
        ("elk", new NodeEngine("elk, levels", "elk", levels: true)),
        ("dagre", new NodeEngine("dagre", "dagre", levels: false)),
        ("msagl", new NodeEngine("msagl, levels", "msagl", levels: true)),
    ]);

    public static IEnumerable<IEngine> ForDags(string[] only) => Wanted(only,
    [
        ("ours", new OurEngine("ours", new LayoutOptions())),
        ("dot", new DotEngine("dot", levels: false, lanes: false)),
        ("elk", new NodeEngine("elk", "elk", levels: false)),
        ("dagre", new NodeEngine("dagre", "dagre", levels: false)),
        ("msagl", new NodeEngine("msagl", "msagl", levels: false)),
    ]);

    private static IEnumerable<IEngine> Wanted(string[] only, (string Key, IEngine Engine)[] all) =>
        all.Where(e => only.Contains(e.Key, StringComparer.Ordinal)).Select(e => e.Engine);
}
