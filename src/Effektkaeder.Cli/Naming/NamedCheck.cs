using Effektkaeder.Analysis.Kontrol;
using Effektkaeder.Cli.Output;

namespace Effektkaeder.Cli.Naming;

/// <summary>The checks that a user's codes mean.</summary>
internal static class NamedCheck
{
    /// <exception cref="UsageException">One is no check's code.</exception>
    public static IReadOnlyList<string> Read(IReadOnlyList<string> codes)
    {
        var known = Kontroller.Alle.Select(r => r.Kode).ToList();
        return codes.FirstOrDefault(c => !known.Contains(c, StringComparer.OrdinalIgnoreCase)) is { } unknown
            ? throw new UsageException(
                $"Der er ingen kontrol »{unknown}«.{Suggestion.For(unknown, known)} De hedder: {string.Join(", ", known)}."
            )
            : codes;
    }
}
