using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Neo4j.Http;

/// <summary>
/// Where a server is, as the user writes it: <c>neo4j+https://host:port/database</c>, which names the Query API, or the Bolt address
/// that a driver is given (<c>neo4j://</c>, <c>neo4j+s://</c>, <c>bolt://</c>, <c>bolt+s://</c>), for which the places are tried
/// where the Query API of that server usually is.
/// </summary>
/// <param name="Servers">http or https, and nothing after the port; the likeliest first.</param>
/// <param name="IsGuess">Whether it is Bolt's, so that the servers are only where the Query API may be.</param>
/// <param name="IsBeside">Whether the database may hold something else too.</param>
public sealed record Neo4jAddress(IReadOnlyList<Uri> Servers, string Database, bool IsGuess, bool IsBeside)
{
    private const string Own = "neo4j+",
        Beside = "?ved-siden-af=ja",
        Usual = "neo4j";

    public const int Bolt = 7687;

    private const int Http = 7474,
        Https = 7473;

    private static readonly string[] Plain = ["neo4j", "bolt"],
        Secure = ["neo4j+s", "bolt+s"],
        SelfSigned = ["neo4j+ssc", "bolt+ssc"];

    public static bool IsOne(string location) =>
        location.StartsWith(Own, StringComparison.OrdinalIgnoreCase)
        || Plain.Concat(Secure).Concat(SelfSigned).Any(s => location.StartsWith(s + "://", StringComparison.OrdinalIgnoreCase));

    /// <exception cref="StoreException">It is no address, or one that is not used; the message says which would be.</exception>
    public static Neo4jAddress Parse(string location)
    {
        var scheme = location[..Math.Max(0, location.IndexOf("://", StringComparison.Ordinal))].ToLowerInvariant();
        var isBolt = Plain.Contains(scheme) || Secure.Contains(scheme);
        if (SelfSigned.Contains(scheme))
        {
            throw new StoreException(
                $"{scheme}:// tror på ethvert certifikat, og det gør effekt ikke. Nævn serverens eget certifikat med SSL_CERT_FILE, "
                    + $"og skriv {scheme[..^2]}:// i stedet."
            );
        }

        // Uri knows no port of schemes that are not its own.
        var readable = isBolt ? $"http{location[scheme.Length..]}" : location[Math.Min(Own.Length, location.Length)..];
        if (
            !Uri.TryCreate(readable, UriKind.Absolute, out var uri)
            || uri.Scheme is not ("http" or "https")
            || uri.Segments.Length > 2
            || uri.Query is not ("" or Beside)
        )
        {
            throw new StoreException($"»{location}« er ikke en adresse på Neo4j. Skriv neo4j+https://vært:port/database.");
        }

        if (uri.UserInfo.Length > 0)
        {
            throw new StoreException(
                "Bruger og adgangskode hører ikke hjemme i adressen. Sæt EFFEKT__NEO4J__USER og EFFEKT__NEO4J__PASSWORD_FILE i stedet."
            );
        }

        var database = uri.AbsolutePath.Trim('/');
        return new(
            isBolt
                ? Likely(uri.Host, NamesPort(location) ? uri.Port : Bolt, Secure.Contains(scheme))
                : [new(uri.GetLeftPart(UriPartial.Authority))],
            database.Length == 0 ? Usual : Uri.UnescapeDataString(database),
            isBolt,
            uri.Query == Beside
        );
    }

    /// <summary>A port that is not Bolt's own may be the Query API's, as it is where a proxy stands in front of both.</summary>
    private static List<Uri> Likely(string host, int port, bool isSecure) =>
        [
            .. (port == Bolt ? Array.Empty<int>() : [port])
                .Concat(
                    !isSecure ? [Http]
                    : IsAura(host) ? [443]
                    : [Https, 443]
                )
                .Distinct()
                .Select(p => new Uri($"{(isSecure ? "https" : "http")}://{host}:{p}")),
        ];

    /// <summary>Where a server that nobody set up otherwise has its Query API.</summary>
    public static string UsualServer(string host, bool isSecure) => isSecure ? $"https://{host}:{Https}" : $"http://{host}:{Http}";

    /// <summary>Aura answers at the usual port of https.</summary>
    private static bool IsAura(string host) => host.EndsWith(".databases.neo4j.io", StringComparison.OrdinalIgnoreCase);

    private static bool NamesPort(string location)
    {
        var authority = location[(location.IndexOf("://", StringComparison.Ordinal) + 3)..].Split('/', '?')[0];
        return authority.LastIndexOf(':') > authority.LastIndexOf(']');
    }
}
