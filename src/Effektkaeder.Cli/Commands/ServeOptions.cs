using System.CommandLine;
using System.Net;
using Effektkaeder.Cli.Output;
using Effektkaeder.Web;

namespace Effektkaeder.Cli.Commands;

/// <summary>How a server is reached from outside and tells of itself.</summary>
internal sealed class ServeOptions
{
    private readonly Option<string?> _url = new("--url")
    {
        Description = "Lyt her i stedet for kun på denne maskine: http://0.0.0.0:8080. Kræver --allowed-hosts.",
        HelpName = "ADRESSE",
    };

    private readonly Option<string[]> _hosts = new("--allowed-hosts")
    {
        Description = "Navne, serveren svarer på ud over denne maskines egne.",
        HelpName = "NAVN",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string[]> _proxies = new("--proxy")
    {
        Description = "Mellemstationer, hvis X-Forwarded-For, -Host og -Proto der stoles på.",
        HelpName = "IP",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string> _log = new("--log")
    {
        Description = "Loggens form: text eller json, én linje pr. hændelse og forespørgsel.",
        HelpName = "FORM",
        DefaultValueFactory = _ => "text",
    };

    public ServeOptions() => _log.AcceptOnlyFromAmong("text", "json");

    public void AddTo(Command command)
    {
        command.Options.Add(_url);
        command.Options.Add(_hosts);
        command.Options.Add(_proxies);
        command.Options.Add(_log);
    }

    /// <exception cref="UsageException">An address is none, or others would reach a server that answers to no name of theirs.</exception>
    public Func<WebOptions, WebOptions> Read(ParseResult parsed)
    {
        var hosts = (parsed.GetValue(_hosts) ?? []).SelectMany(h => h.Split(',', StringSplitOptions.RemoveEmptyEntries)).ToList();
        var listen = parsed.GetValue(_url) is { } url ? EndPoint(url) : null;
        if (listen is not null && hosts.Count == 0 && !IPAddress.IsLoopback(listen.Address))
        {
            throw new UsageException("--url ud over denne maskine kræver --allowed-hosts: navnene, serveren kaldes ved.");
        }

        var proxies = (parsed.GetValue(_proxies) ?? []).Select(Address).ToList();
        return options => options with { Listen = listen, Hosts = hosts, Proxies = proxies, LogsJson = parsed.GetValue(_log) == "json" };
    }

    private static IPEndPoint EndPoint(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && uri.Scheme == "http"
        && uri.PathAndQuery == "/"
        && (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) || uri.Host == "localhost")
            ? new IPEndPoint(address ?? IPAddress.Loopback, uri.Port)
            : throw new UsageException($"--url »{url}« er ikke en adresse: skriv http://IP:PORT. Kryptering hører til mellemstationen.");

    private static IPAddress Address(string proxy) =>
        IPAddress.TryParse(proxy, out var address) ? address : throw new UsageException($"--proxy »{proxy}« er ikke en IP-adresse.");
}
