using System.Globalization;
using Effektkaeder.Benchmarks.Layout.Measures;

namespace Effektkaeder.Benchmarks.Layout;

/// <summary>The Markdown table, row by row.</summary>
internal static class ScoreTable
{
    public const string Header =
        "| graph | engine | crossings | edges through nodes | overlaps | edges on edges | quarter turns | mean edge | area (M) | "
        + "height/width | level viol. | lane viol. | ms |\n"
        + "|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|";

    public static string Row(string graph, string engine, Score s) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"| {graph} | {engine} | {s.Crossings:0} | {s.ThroughNodes:0} | {s.Overlaps:0} | {s.LyingPairs:0} | {s.QuarterTurns:0} "
                + $"| {s.MeanLength:0} | {s.Area:0.00} | {s.Aspect:0.0} | {s.LevelViolations:0} | {s.LaneViolations:0} | "
                + $"{s.Milliseconds:0.0} |"
        );

    public static string Note(string graph, string engine, string note) => $"| {graph} | {engine} | {note} | | | | | | | | | | |";
}
