using System.Text.Json;
using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Layout.Exchange;

/// <summary>
/// A graph in, a drawing out, both as JSON, so that the engine can be measured against any other.
/// <para>In: <c>{"nodes":[{"id","label","level","lane","width","height"}],"edges":[{"id","source","target","kind"}]}</c>;
/// level and lane may be missing, kind is <c>hierarchy</c> (also when missing) or <c>coupling</c>.</para>
/// <para>Out: <c>{"nodes":[{"id","x","y","width","height"}],"edges":[{"id","points":[[x,y],…]}],
/// "lanes":[{"id","x","y","width","height"}],"width","height","ms"}</c>; x and y are top left, curves are flattened, ms is
/// the time the layout took, reading and writing not counted.</para>
/// </summary>
public static class LayoutExchange
{
    /// <param name="input">UTF-8 JSON, read to its end.</param>
    /// <param name="output">Receives UTF-8 JSON; left open.</param>
    /// <param name="options">Direction, spacings, seed.</param>
    /// <param name="time">Takes the time; the system's clock when null.</param>
    /// <exception cref="LayoutInputException">The input is no JSON, or no graph; the message says where.</exception>
    public static void Run(Stream input, Stream output, LayoutOptions? options = null, TimeProvider? time = null)
    {
        var graph = GraphReader.Read(input);
        time ??= TimeProvider.System;
        var start = time.GetTimestamp();
        var drawing = LayoutPipeline.Run(graph, options);
        var elapsed = time.GetElapsedTime(start);
        using var writer = new Utf8JsonWriter(output);
        DrawingWriter.Write(writer, drawing, elapsed.TotalMilliseconds);
    }
}
