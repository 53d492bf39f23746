using System.Globalization;

namespace Effektkaeder.GraphQL.Http;

/// <summary>Content negotiation as GraphQL over HTTP asks for it (its sections 4.2 and 6).</summary>
internal static class MediaTypes
{
    public const string GraphQLResponse = "application/graphql-response+json";
    public const string Json = "application/json";
    public const string EventStream = "text/event-stream";

    /// <summary>
    /// The media type to answer with: of those the client takes the one it rates highest, of equals the one it names
    /// first. Without a wish, and for wildcards, it is application/json, as older clients expect. Null when nothing fits.
    /// </summary>
    public static string? Choose(string? accept)
    {
        if (string.IsNullOrWhiteSpace(accept))
        {
            return Json;
        }

        string? best = null;
        var bestQuality = 0.0;
        foreach (var part in accept.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, parameters) = Parse(part);
            var type = name switch
            {
                "*/*" or "application/*" => Json,
                "text/*" => EventStream,
                GraphQLResponse or Json or EventStream => name,
                _ => null,
            };
            var quality = Quality(parameters);
            if (type is not null && IsUtf8(parameters) && quality > bestQuality)
            {
                (best, bestQuality) = (type, quality);
            }
        }

        return best;
    }

    /// <summary>Whether a request's body is JSON in UTF-8.</summary>
    public static bool IsJson(string? contentType)
    {
        if (contentType is null)
        {
            return false;
        }

        var (name, parameters) = Parse(contentType);
        return name == Json && IsUtf8(parameters);
    }

    public static string WithCharset(string type) => type + "; charset=utf-8";

    private static (string Name, Dictionary<string, string> Parameters) Parse(string text)
    {
        var parts = text.Split(';', StringSplitOptions.TrimEntries);
        var parameters = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in parts.Skip(1))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
            {
                parameters[part[..equals].Trim()] = part[(equals + 1)..].Trim().Trim('"');
            }
        }

        return (parts[0].ToLowerInvariant(), parameters);
    }

    private static bool IsUtf8(Dictionary<string, string> parameters) =>
        !parameters.TryGetValue("charset", out var charset)
        || charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
        || charset.Equals("utf8", StringComparison.OrdinalIgnoreCase);

    private static double Quality(Dictionary<string, string> parameters) =>
        parameters.TryGetValue("q", out var text)
        && double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var quality)
            ? quality
            : 1;
}
