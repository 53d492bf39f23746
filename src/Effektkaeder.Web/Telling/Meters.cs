using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Web.Telling;

/// <summary>
/// What has happened since the server started, in the text format that Prometheus reads, and as the measures that OpenTelemetry sends.
/// </summary>
/// <remarks>Source: https://prometheus.io/docs/instrumenting/exposition_formats/.</remarks>
internal sealed class Meters
{
    /// <summary>Upper bounds in seconds.</summary>
    private static readonly double[] Bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

    private readonly ConcurrentDictionary<(string Route, int Status), Durations> _requests = new();
    private readonly ConcurrentDictionary<string, long> _refused = new(StringComparer.Ordinal),
        _commits = new(StringComparer.Ordinal);
    private long _streams;

    // What OpenTelemetry sends besides what the server under us measures of each request.
    private readonly Meter _meter = new(Telemetry.Name);

    public Meters()
    {
        _meter.CreateObservableCounter("effekt.refused", () => Measured(_refused, "reason"), description: "Requests refused.");
        _meter.CreateObservableCounter("effekt.commits", () => Measured(_commits, "action"), description: "Revisions made.");
        _meter.CreateObservableUpDownCounter("effekt.open_streams", () => Interlocked.Read(ref _streams), description: "Open streams.");
    }

    public void Answered(string route, int status, TimeSpan took) => _requests.GetOrAdd((route, status), _ => new()).Add(took);

    /// <param name="reason">A short word: <c>limit</c>, <c>timeout</c>, <c>foreign</c>.</param>
    public void Refused(string reason) => _refused.AddOrUpdate(reason, 1, (_, n) => n + 1);

    /// <param name="action">As the revision says it: <c>import</c>, <c>undo</c>.</param>
    public void Committed(string action) => _commits.AddOrUpdate(action, 1, (_, n) => n + 1);

    public void StreamOpened() => Interlocked.Increment(ref _streams);

    public void StreamClosed() => Interlocked.Decrement(ref _streams);

    public async Task<string> WriteAsync(IGraphStore store, CancellationToken ct)
    {
        var text = new StringBuilder();
        var requests = _requests.OrderBy(r => r.Key.Route, StringComparer.Ordinal).ThenBy(r => r.Key.Status).ToList();
        Head(text, "effekt_requests_total", "counter", "Requests answered, by route and status.");
        foreach (var ((route, status), durations) in requests)
        {
            Line(text, "effekt_requests_total", $"route=\"{route}\",status=\"{status}\"", durations.Count);
        }

        Head(text, "effekt_request_duration_seconds", "histogram", "How long requests took, by route.");
        foreach (var route in requests.GroupBy(r => r.Key.Route, r => r.Value))
        {
            Durations.Write(text, "effekt_request_duration_seconds", route.Key, [.. route]);
        }

        Head(text, "effekt_refused_total", "counter", "Requests refused: too costly, too slow, or from another site's page.");
        Each(text, "effekt_refused_total", "reason", _refused);
        Head(text, "effekt_commits_total", "counter", "Revisions made through this server, by what was done; imports among them.");
        Each(text, "effekt_commits_total", "action", _commits);
        Head(text, "effekt_open_streams", "gauge", "Streams of events that are open.");
        Line(text, "effekt_open_streams", "", Interlocked.Read(ref _streams));
        await TellOfStoreAsync(text, store, ct);
        Head(text, "process_resident_memory_bytes", "gauge", "Memory that the process holds.");
        Line(text, "process_resident_memory_bytes", "", Environment.WorkingSet);
        Head(text, "effekt_managed_memory_bytes", "gauge", "Memory that objects take.");
        Line(text, "effekt_managed_memory_bytes", "", GC.GetTotalMemory(forceFullCollection: false));
        return text.ToString();
    }

    /// <summary>A store that cannot be relied on is one of the things that are measured.</summary>
    private static async Task TellOfStoreAsync(StringBuilder text, IGraphStore store, CancellationToken ct)
    {
        var (isReady, revision) = (false, null as long?);
        try
        {
            (isReady, revision) = (await store.TroubleAsync(ct) is null, await store.LatestAsync(ct));
        }
        catch (StoreException)
        {
            // It says so itself, at /healthz/ready.
        }

        Head(text, "effekt_store_ready", "gauge", "1 where the store can be relied on, as /healthz/ready tells it.");
        Line(text, "effekt_store_ready", "", isReady ? 1 : 0);
        if (revision is { } newest)
        {
            Head(text, "effekt_revision", "gauge", "The newest revision of the store.");
            Line(text, "effekt_revision", "", newest);
        }
    }

    private static IEnumerable<Measurement<long>> Measured(ConcurrentDictionary<string, long> counts, string label) =>
        counts.Select(c => new Measurement<long>(c.Value, new KeyValuePair<string, object?>(label, c.Key)));

    private static void Each(StringBuilder text, string name, string label, ConcurrentDictionary<string, long> counts)
    {
        foreach (var (value, count) in counts.OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            Line(text, name, $"{label}=\"{value}\"", count);
        }
    }

    private static void Head(StringBuilder text, string name, string type, string help) =>
        text.Append("# HELP ").Append(name).Append(' ').Append(help).Append("\n# TYPE ").Append(name).Append(' ').Append(type).Append('\n');

    private static void Line(StringBuilder text, string name, string labels, double value)
    {
        text.Append(name);
        if (labels.Length > 0)
        {
            text.Append('{').Append(labels).Append('}');
        }

        text.Append(' ').Append(value.ToString("R", CultureInfo.InvariantCulture)).Append('\n');
    }

    /// <summary>How many took up to each bound, and all together. Who adds waits for nobody.</summary>
    private sealed class Durations
    {
        private readonly long[] _within = new long[Bounds.Length + 1];
        private long _ticks;

        public long Count => _within.Sum();

        public void Add(TimeSpan took)
        {
            var at = Array.BinarySearch(Bounds, took.TotalSeconds);
            Interlocked.Increment(ref _within[at < 0 ? ~at : at]);
            Interlocked.Add(ref _ticks, took.Ticks);
        }

        public static void Write(StringBuilder text, string name, string route, IReadOnlyList<Durations> parts)
        {
            var total = 0L;
            for (var i = 0; i <= Bounds.Length; i++)
            {
                total += parts.Sum(p => Interlocked.Read(ref p._within[i]));
                var bound = i < Bounds.Length ? Bounds[i].ToString("R", CultureInfo.InvariantCulture) : "+Inf";
                Line(text, name + "_bucket", $"route=\"{route}\",le=\"{bound}\"", total);
            }

            Line(text, name + "_sum", $"route=\"{route}\"", new TimeSpan(parts.Sum(p => Interlocked.Read(ref p._ticks))).TotalSeconds);
            Line(text, name + "_count", $"route=\"{route}\"", total);
        }
    }
}
