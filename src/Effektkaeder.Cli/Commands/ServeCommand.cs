using System.CommandLine;
using System.Net.Sockets;
using Effektkaeder.Application;
using Effektkaeder.Application.Importing;
using Effektkaeder.Cli.Naming;
using Effektkaeder.Cli.Output;
using Effektkaeder.Import.Diagnostics;
using Effektkaeder.Storage.Ports;
using Effektkaeder.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Hosting;

namespace Effektkaeder.Cli.Commands;

internal static class ServeCommand
{
    private const int DefaultPort = 5080,
        PortsTried = 50;

    private static readonly TimeSpan CheckAfter = TimeSpan.FromSeconds(10);

    public static Command Build()
    {
        var folder = new Argument<string?>("MAPPE")
        {
            Description = "En mappe med aftaler, som indlæses først; den får sit eget lager.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var port = new Option<int>("--port", "-p")
        {
            Description = "Porten; er den optaget, tages den næste ledige.",
            HelpName = "TAL",
            DefaultValueFactory = _ => DefaultPort,
        };
        var verbose = new Option<bool>("--verbose") { Description = "Skriv hver forespørgsel i loggen." };
        var shown = new ServeOptions();
        var command = new Command("serve", "Viser grafen i en browser, med GraphQL på samme adresse. Ctrl-C stopper.")
        {
            folder,
            port,
            verbose,
        };
        shown.AddTo(command);
        HelpAction.Examples(
            command,
            "effekt serve seed",
            "effekt serve --store aftaler.db --port 8080",
            "effekt serve --allowed-hosts effekt.kommunen.dk --proxy 127.0.0.1 --log json"
        );
        command.SetAction(
            async (parsed, ct) =>
            {
                if (parsed.GetValue(port) is < 0 or > 65535)
                {
                    throw new UsageException("--port er 0 til 65535.");
                }

                var asked = shown.Read(parsed);
                var location = NamedStore.Named(parsed) ?? (parsed.GetValue(folder) is { } own ? Stores.ForFolder(own) : Stores.Default());
                await using var store = await Stores.OpenAsync(
                    location,
                    ct,
                    inMemory: true,
                    NamedStore.Upgrading(parsed),
                    NamedStore.Waiting(parsed)
                );
                try
                {
                    if (parsed.GetValue(folder) is { } path)
                    {
                        await LoadAsync(parsed, store, path, ct);
                    }

                    Messages.Say(parsed, $"Lager: {location} (revision {await store.LatestAsync(ct)}).");
                    await using var app = await StartAsync(
                        parsed,
                        asked(new(store, TimeProvider.System, parsed.GetValue(port), Environment.UserName, parsed.GetValue(verbose))),
                        ct
                    );
                    Console.Out.WriteLine(app.Urls.First() + "/");
                    Messages.Say(
                        parsed,
                        "Siderne ligger på adressen, GraphQL på /graphql og kogebogens spørgsmål på /spoerg. Ctrl-C stopper."
                    );
                    _ = CheckAsync(parsed, store, app.Lifetime.ApplicationStopping);
                    await app.WaitForShutdownAsync(ct);
                }
                catch (OperationCanceledException)
                {
                    // Ctrl-C is how a server is stopped: a good ending.
                }
                return ExitCode.Good;
            }
        );
        return command;
    }

    /// <summary>
    /// Holds the store against its checksums while it serves: what is found is told, and <c>/healthz/ready</c> tells it from then on.
    /// Whoever asks first is not kept waiting for it.
    /// </summary>
    private static async Task CheckAsync(ParseResult parsed, IGraphStore store, CancellationToken ct)
    {
        try
        {
            await Task.Delay(CheckAfter, ct);
            foreach (var fault in await Task.Run(() => store.FaultsAsync(ct), ct))
            {
                Messages.Say(parsed, $"Lageret er ikke i orden: {fault}");
            }
        }
        catch (Exception e) when (e is OperationCanceledException or StoreException or ObjectDisposedException)
        {
            // It stops, or the store cannot be asked, which readiness tells.
        }
    }

    private static async Task LoadAsync(ParseResult parsed, IGraphStore store, string path, CancellationToken ct)
    {
        if (!Directory.Exists(path) && !File.Exists(path))
        {
            throw new UsageException($"Der er ingen mappe »{path}«.");
        }

        var (files, reports) = (SourceFolder.List(path), new List<ImportReport>());
        var importer = new ImportMany(store, TimeProvider.System, files, null);
        await Progress.OverAsync(
            parsed,
            "Indlæser",
            files,
            f => f.Relative,
            async _ => reports.Add(await importer.NextAsync(Environment.UserName, dryRun: false, ct)),
            ct
        );
        foreach (var error in reports.SelectMany(r => r.Diagnostics).Where(d => d.Severity == Severity.Fejl))
        {
            Console.Error.WriteLine(error);
        }

        Messages.Say(
            parsed,
            $"{reports.Count(r => r.Outcome == ImportOutcome.Imported)} indlæst, "
                + $"{reports.Count(r => r.Outcome == ImportOutcome.Unchanged)} uændret, "
                + $"{reports.Count(r => r.Outcome == ImportOutcome.Refused)} afvist fra {path}."
        );
    }

    private static async Task<WebApplication> StartAsync(ParseResult parsed, WebOptions options, CancellationToken ct)
    {
        var port = options.Port;
        for (var tried = port; ; tried++)
        {
            var app = WebHost.Build(options with { Port = tried });
            try
            {
                await app.StartAsync(ct);
                if (tried != port)
                {
                    Messages.Say(parsed, $"Port {port} er optaget; bruger {tried}.");
                }

                return app;
            }
            catch (IOException e)
                when (e.InnerException is AddressInUseException or SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse }
                    && port != 0
                    && options.Listen is null
                    && tried < Math.Min(port + PortsTried, 65535)
                )
            {
                await app.DisposeAsync();
            }
        }
    }
}
