using System.Text.Json;
using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Layout.Exchange;

/// <summary>
/// A graph in, a drawing out, both as JSON, so that the engine can be measured against any other.
/// <para>In: <c>{"nodes":[{"id","label","level","lane","width","height"}],"edges":[{"id","source","target","kind",
/// "labelWidth","labelHeight"}]}</c>;
/// level, lane and the label's size may be missing, kind is <c>hierarchy</c> (also when missing) or <c>coupling</c>.</para>
/// <para>Out: <c>{"nodes":[{"id","x","y","width","height"}],"edges":[{"id","points":[[x,y],…],"label":[x,y]}],
/// "lanes":[{"id","x","y","width","height"}],"width","height","ms"}</c>; x and y are top left, a label's its
/// middle and left out where none is free; curves are flattened; ms is
/// the time the layout took once its code is compiled: a small graph is drawn first, and neither that nor reading and
/// writing is counted.</para>
/// </summary>
public static class LayoutExchange
{
    /// <summary>Touches every phase: two lanes, three levels, a long edge, couplings across and inside a level.</summary>
    private static readonly LayoutGraph WarmUp = new(
        [new("a", 9, 9, 0, "x"), new("b", 9, 9, 1, "x"), new("c", 9, 9, 2, "x"), new("d", 9, 9, 2, "y"), new("e", 9, 9, 2, "y")],
        [
            new("ab", "a", "b"),
            new("bc", "b", "c"),
            new("ad", "a", "d"),
            new("be", "b", "e"),
            new("de", "d", "e", EdgeKind.Coupling),
            new("ce", "c", "e", EdgeKind.Coupling),
            new("ae", "a", "e", EdgeKind.Coupling),
        ]
    );

    /// <param name="input">UTF-8 JSON, read to its end.</param>
    /// <param name="output">Receives UTF-8 JSON; left open.</param>
    /// <param name="options">Direction, spacings, seed, effort.</param>
    /// <param name="time">Takes the time; the system's clock when null.</param>
    /// <param name="repeat">How many times to draw, at least 1.</param>
    /// <returns>The median time of the drawings in milliseconds, which is also the output's <c>ms</c>.</returns>
    /// <exception cref="LayoutInputException">The input is no JSON, or no graph; the message says where.</exception>
    public static double Run(Stream input, Stream output, LayoutOptions? options = null, TimeProvider? time = null, int repeat = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(repeat, 1);
        var graph = GraphReader.Read(input);
        time ??= TimeProvider.System;
        LayoutPipeline.Run(WarmUp, new LayoutOptions());
        var times = new double[repeat];
        LayoutResult? drawing = null;
        for (var i = 0; i < repeat; i++)
        {
            var start = time.GetTimestamp();
            drawing = LayoutPipeline.Run(graph, options);
            times[i] = time.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(times);
        var median = (times[(repeat - 1) / 2] + times[repeat / 2]) / 2;
        using var writer = new Utf8JsonWriter(output);
        DrawingWriter.Write(writer, drawing!, median);
        return median;
    }
}
