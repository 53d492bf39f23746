using System.CommandLine;
using System.Net;
using Effektkaeder.Cli.Assistants;
using Effektkaeder.Cli.Naming;
using Effektkaeder.Cli.Output;
using Effektkaeder.Storage.Ports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Protocol;

namespace Effektkaeder.Cli.Commands;

/// <summary>The graph as tools and resources of an assistant, over the Model Context Protocol.</summary>
internal static class McpCommand
{
    private const string Told =
        "Danske kommuners aftaler som én graf: vision → politisk mål → indsats → bidrag → effekt → indikator. Svar ud fra værktøjernes "
        + "svar, og nævn nøgler og ordrette citater med dokument og linje, så svaret kan efterprøves. Find knuder med search først.";

    public static Command Build()
    {
        var http = new Option<bool>("--http") { Description = "Over HTTP på denne maskine, /mcp, i stedet for stdin og stdout." };
        var port = new Option<int>("--port")
        {
            Description = "Porten ved --http; 0 vælger en ledig.",
            HelpName = "TAL",
            DefaultValueFactory = _ => 5280,
        };
        var write = new Option<bool>("--write") { Description = "Tillad også værktøjer, der gemmer scenarier og afgør koblinger." };
        var command = new Command("mcp", "Lader en assistent spørge grafen: søg, vis, påvirkning, veje, forskel, kontrol, tegn.")
        {
            http,
            port,
            write,
        };
        HelpAction.Examples(command, "effekt mcp --store graf.db", "effekt mcp --http --port 5280", "effekt mcp --write");
        command.SetAction(
            async (parsed, ct) =>
            {
                await using var store = await NamedStore.OpenAsync(parsed, ct);
                await (
                    parsed.GetValue(http)
                        ? OverHttpAsync(parsed, store, parsed.GetValue(port), parsed.GetValue(write), ct)
                        : OverStdioAsync(store, parsed.GetValue(write), ct)
                );
                return ExitCode.Good;
            }
        );
        return command;
    }

    private static async Task OverStdioAsync(IGraphStore store, bool mayWrite, CancellationToken ct)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        // Only the protocol speaks on stdout.
        builder.Logging.AddConsole(o => o.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning);
        Serve(builder.Services, store, mayWrite).WithStdioServerTransport();
        using var host = builder.Build();
        await host.RunAsync(ct);
    }

    private static async Task OverHttpAsync(ParseResult parsed, IGraphStore store, int port, bool mayWrite, CancellationToken ct)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, port));
        builder.Services.AddRoutingCore();
        // A page elsewhere that a browser was led to by another name for this machine is not answered.
        builder.Services.AddHostFiltering(o => o.AllowedHosts = ["localhost", "127.0.0.1"]);
        Serve(builder.Services, store, mayWrite).WithHttpTransport(o => o.Stateless = true);
        await using var app = builder.Build();
        app.UseHostFiltering();
        app.UseRouting();
        app.Use(RefuseOthersAsync);
        app.MapMcp("/mcp");
        await app.StartAsync(ct);
        Messages.Say(
            parsed,
            $"Assistenter spørger på {app.Urls.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal)}/mcp. Ctrl-C stopper."
        );
        await app.WaitForShutdownAsync(ct);
    }

    /// <summary>A browser says which page asks: only one of this machine may.</summary>
    private static Task RefuseOthersAsync(Microsoft.AspNetCore.Http.HttpContext context, Microsoft.AspNetCore.Http.RequestDelegate next)
    {
        if (
            context.Request.Headers.Origin is [{ Length: > 0 } origin, ..]
            && !(Uri.TryCreate(origin, UriKind.Absolute, out var page) && page.IsLoopback)
        )
        {
            context.Response.StatusCode = 403;
            return Task.CompletedTask;
        }

        return next(context);
    }

    private static IMcpServerBuilder Serve(IServiceCollection services, IGraphStore store, bool mayWrite)
    {
        services.AddSingleton(store);
        var server = services
            .AddMcpServer(o =>
            {
                o.ServerInfo = new Implementation { Name = "effekt", Version = typeof(McpCommand).Assembly.GetName().Version!.ToString(3) };
                o.ServerInstructions = Told;
            })
            .WithTools<ReadingTools>()
            .WithRequestFilters(filters =>
                filters.AddCallToolFilter(next =>
                    (request, ct) => Assistants.Told.WrongArguments(request) is { } told ? ValueTask.FromResult(told) : next(request, ct)
                )
            )
            .WithListResourcesHandler((_, ct) => AgreementResources.ListAsync(store, ct))
            .WithReadResourceHandler((request, ct) => AgreementResources.ReadAsync(store, request.Params!.Uri, ct));
        return mayWrite ? server.WithTools<WritingTools>() : server;
    }
}
