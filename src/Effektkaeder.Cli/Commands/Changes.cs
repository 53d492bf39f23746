using Effektkaeder.Analysis.Paavirkning;
using Effektkaeder.Cli.Output;
using Effektkaeder.Domain.Tid;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Cli.Commands;

/// <summary>Reads <c>NODE[=bortfalder|aendres|udskydes:P6M]</c>.</summary>
internal static class Changes
{
    private static readonly string[] Arts = ["bortfalder", "aendres", "udskydes"];

    public static async Task<IReadOnlyList<Aendring>> ReadAsync(IGraphReader store, IEnumerable<string> texts, CancellationToken ct)
    {
        var changes = new List<Aendring>();
        foreach (var text in texts)
        {
            var (name, art, duration) = Split(text);
            changes.Add(new((await Common.FindAsync(store, name, [], ct)).Key, art, duration));
        }
        return changes;
    }

    private static (string Name, AendringArt Art, Varighed? Duration) Split(string text)
    {
        var at = text.LastIndexOf('=');
        if (at < 0)
        {
            return (text, AendringArt.Bortfalder, null);
        }

        var (word, _, duration) = (
            text[(at + 1)..].Split(':')[0].ToLowerInvariant().Replace("æ", "ae", StringComparison.Ordinal),
            0,
            text[(at + 1)..].Split(':').ElementAtOrDefault(1)
        );
        if (!Arts.Contains(word))
        {
            throw new UsageException($"»{word}« er ikke en ændring: bortfalder, aendres eller udskydes:P6M.{Suggestion.For(word, Arts)}");
        }

        var art = Enum.Parse<AendringArt>(word, ignoreCase: true);
        if (art != AendringArt.Udskydes)
        {
            return (text[..at], art, null);
        }

        if (!Varighed.TryParse(duration, out var varighed) || varighed.MaanederIAlt > 1200 || varighed.DageIAlt > 36500)
        {
            throw new UsageException("udskydes kræver en varighed, fx udskydes:P6M (P1Y, P2W og P30D går også).");
        }

        return (text[..at], art, varighed);
    }
}
