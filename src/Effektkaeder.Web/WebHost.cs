using System.Net;
using Effektkaeder.Web.Drawings;
using Effektkaeder.Web.Endpoints;
using Effektkaeder.Web.Telling;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Effektkaeder.Web;

/// <summary>The web server: pages, GraphQL, diagrams and health, on loopback.</summary>
public static class WebHost
{
    /// <summary>The largest request body: a document of 10 MB in base64, and the query around it.</summary>
    private const long MaxBodyBytes = 16L * 1024 * 1024;

    /// <summary>Room for as many choices as an address may hold.</summary>
    private const int LongestAddress = 64 * 1024;

    private static readonly TimeSpan LongestEnding = TimeSpan.FromSeconds(10);

    public static WebApplication Build(WebOptions options)
    {
        // No settings files or environment of whatever folder it is started in: all that matters is in the options.
        var builder = WebApplication.CreateEmptyBuilder(
            new WebApplicationOptions { ApplicationName = typeof(WebHost).Assembly.GetName().Name }
        );
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Listen(kestrel, options));
        Log(builder.Logging, options);
        // Requests that are under way are answered before the server stops; those that take longer are not.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = LongestEnding);
        builder.Services.AddRoutingCore();
        builder.Services.AddRazorComponents();
        // The pages hold no secrets: nothing is to be kept in the user's home, where keys would be made at start for nobody.
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        foreach (var making in builder.Services.Where(IsKeyMaking).ToList())
        {
            builder.Services.Remove(making);
        }

        builder.Services.AddResponseCompression(packing =>
        {
            packing.EnableForHttps = true;
            packing.MimeTypes = ["text/html", "text/csv"];
        });
        var (hands, meters, rest) = (new Hands(), new Meters(), Rest.OfProcess());
        builder.Services.AddSingleton(hands).AddSingleton(new KeptDrawings(options.Store, hands)).AddHostedService(_ => rest);
        builder.Services.AddRequestTimeouts(limits => limits.DefaultPolicy = Faults.Limit(meters, options.LongestAnswer));
        Telemetry.AddTo(builder);

        var app = builder.Build();
        var logs = app.Services.GetRequiredService<ILoggerFactory>();
        options = options with { Store = new CountedStore(options.Store, meters) };
        Forward(app, options);
        app.UseRouting();
        app.Use(rest.InvokeAsync);
        app.Use(new RequestTelling(meters, logs.CreateLogger("Request")).InvokeAsync);
        app.Use(new Guard(options.Hosts, meters).RefuseForeignersAsync);
        app.Use(Guard.AddHeadersAsync);
        app.Use(new Faults(logs.CreateLogger("Fault")).TellAsync);
        app.UseRequestTimeouts();
        // The pages hold no secret and there is no sign-in: their length tells nobody anything (BREACH).
        app.UseResponseCompression();
        app.Use(hands.PageAsync);
        app.MapPages(options);
        app.MapLists(options);
        app.MapViews(options);
        app.MapFollowUps(options);
        app.MapTakingBack(options);
        app.MapYear(options);
        app.MapStatus(options);
        app.MapReports(options);
        app.MapGraphQL(options, meters);
        app.MapDiagrams(options);
        app.MapAssets();
        app.MapHealth(options, meters);
        return app;
    }

    private static void Listen(KestrelServerOptions kestrel, WebOptions options)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
        // A page's address is its whole state, which the browser says again as where the next request came from.
        kestrel.Limits.MaxRequestLineSize = LongestAddress;
        kestrel.Limits.MaxRequestHeadersTotalSize = 2 * LongestAddress;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        kestrel.Listen(options.Listen ?? new IPEndPoint(IPAddress.Loopback, options.Port));
    }

    private static bool IsKeyMaking(ServiceDescriptor service) =>
        service.ServiceType == typeof(IHostedService) && service.ImplementationType?.Assembly == typeof(IDataProtectionBuilder).Assembly;

    private static void Log(ILoggingBuilder logging, WebOptions options)
    {
        var told = options.Verbose || options.LogsJson ? LogLevel.Information : LogLevel.Warning;
        if (options.LogsJson)
        {
            logging.AddConsoleFormatter<JsonLines, ConsoleFormatterOptions>().AddConsole(console => console.FormatterName = JsonLines.Form);
        }
        else
        {
            logging.AddSimpleConsole(console => console.SingleLine = true);
        }

        // stdout is for the address; who reads the log reads stderr.
        logging.Services.Configure<ConsoleLoggerOptions>(console =>
        {
            console.LogToStandardErrorThreshold = LogLevel.Trace;
            // A log that nobody reads on holds no answer back.
            console.QueueFullMode = ConsoleLoggerQueueFullMode.DropWrite;
        });
        logging
            .SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Request", told)
            // Whoever starts the server tells why it could not start, and may try another port.
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None)
            // Asked whether anything of a request might be logged, this says yes to errors it never logs, and makes an activity for each.
            .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
    }

    /// <summary>What a proxy says of who asks is taken from those that are named, and from nobody else.</summary>
    private static void Forward(WebApplication app, WebOptions options)
    {
        if (options.Proxies.Count == 0)
        {
            return;
        }

        var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.All, ForwardLimit = options.Proxies.Count };
        forwarded.KnownIPNetworks.Clear();
        forwarded.KnownProxies.Clear();
        foreach (var proxy in options.Proxies)
        {
            forwarded.KnownProxies.Add(proxy);
        }

        app.UseForwardedHeaders(forwarded);
    }
}
