using System.Net;
using Effektkaeder.Web.Endpoints;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Effektkaeder.Web;

/// <summary>The web server: pages, GraphQL, diagrams and health, on loopback.</summary>
public static class WebHost
{
    /// <summary>The largest request body: a document of 10 MB in base64, and the query around it.</summary>
    private const long MaxBodyBytes = 16L * 1024 * 1024;

    public static WebApplication Build(WebOptions options)
    {
        // No settings files or environment of whatever folder it is started in: all that matters is in the options.
        var builder = WebApplication.CreateEmptyBuilder(
            new WebApplicationOptions { ApplicationName = typeof(WebHost).Assembly.GetName().Name }
        );
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Listen(kestrel, options.Port));
        builder
            .Logging.AddSimpleConsole(console => console.SingleLine = true)
            .SetMinimumLevel(options.Verbose ? LogLevel.Information : LogLevel.Warning)
            // Whoever starts the server tells why it could not start, and may try another port.
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None)
            // Asked whether anything of a request might be logged, this says yes to errors it never logs, and makes an activity for each.
            .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", options.Verbose ? LogLevel.Information : LogLevel.None);
        builder.Services.AddRoutingCore();
        builder.Services.AddRazorComponents();
        // The pages hold no secrets: nothing is to be kept in the user's home.
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();

        var app = builder.Build();
        app.Use(Guard.RefuseForeignersAsync);
        app.Use(Guard.AddHeadersAsync);
        app.UseRouting();
        app.MapPages(options);
        app.MapGraphQL(options);
        app.MapDiagrams(options);
        app.MapAssets();
        app.MapHealth(options);
        return app;
    }

    private static void Listen(KestrelServerOptions kestrel, int port)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        kestrel.Listen(IPAddress.Loopback, port);
    }
}
