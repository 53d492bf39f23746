using System.Collections;
using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Effektkaeder.Web.Telling;

/// <summary>
/// Traces, measures and log lines to a collector over OTLP, by OpenTelemetry's own variables: on where one of them names the collector,
/// and else nothing of it is there at all.
/// </summary>
/// <remarks>Source: https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/.</remarks>
internal static class Telemetry
{
    public const string Name = "Effektkaeder";

    private const string Prefix = "OTEL_",
        Service = "effekt";

    /// <summary>What the server does, as spans; costs nothing where nobody listens.</summary>
    public static ActivitySource Spans { get; } = new(Name);

    private static readonly string[] Places =
    [
        "OTEL_EXPORTER_OTLP_ENDPOINT",
        "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
        "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT",
        "OTEL_EXPORTER_OTLP_LOGS_ENDPOINT",
    ];

    public static void AddTo(WebApplicationBuilder builder)
    {
        if (!Places.Any(p => Value(p) is not null) || Is("OTEL_SDK_DISABLED", "true"))
        {
            return;
        }

        // The host reads no environment; the exporter reads its settings from the host's configuration.
        builder.Configuration.AddInMemoryCollection(Variables());
        builder
            .Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.Clear().AddService(Service).AddTelemetrySdk().AddEnvironmentVariableDetector())
            .WithTracing(tracing => AddSpans(tracing))
            .WithMetrics(metrics => AddMeasures(metrics))
            .UseOtlpExporter();
        if (IsOff("LOGS"))
        {
            builder.Logging.AddFilter<OpenTelemetryLoggerProvider>("*", LogLevel.None);
        }
    }

    private static void AddSpans(TracerProviderBuilder tracing)
    {
        if (!IsOff("TRACES"))
        {
            tracing.AddSource(Name);
        }
    }

    private static void AddMeasures(MeterProviderBuilder metrics)
    {
        if (!IsOff("METRICS"))
        {
            metrics.AddMeter(Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime");
        }
    }

    /// <summary><c>OTEL_TRACES_EXPORTER=none</c>, and so on.</summary>
    private static bool IsOff(string signal) => Is($"OTEL_{signal}_EXPORTER", "none");

    private static bool Is(string variable, string value) => string.Equals(Value(variable), value, StringComparison.OrdinalIgnoreCase);

    private static string? Value(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;

    private static IEnumerable<KeyValuePair<string, string?>> Variables() =>
        Environment
            .GetEnvironmentVariables()
            .Cast<DictionaryEntry>()
            .Select(v => KeyValuePair.Create((string)v.Key, (string?)v.Value))
            .Where(v => v.Key.StartsWith(Prefix, StringComparison.Ordinal));
}
