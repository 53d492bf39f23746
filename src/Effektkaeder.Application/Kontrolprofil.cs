using System.Text.Json;
using Effektkaeder.Analysis.Kontrol;

namespace Effektkaeder.Application;

/// <summary>
/// Which checks hold for whom, as data: rules in order, the last that fits a finding decides. Written as
/// <c>{"regler": [{"koder": ["INGEN_BASELINE"], "typer": ["maalaftale"], "kommuner": ["slagelse"], "alvor": "fra"}]}</c>.
/// </summary>
public sealed class Kontrolprofil
{
    private const string Off = "fra";

    private readonly IReadOnlyList<Regel> _rules;

    private Kontrolprofil(IReadOnlyList<Regel> rules) => _rules = rules;

    private sealed record Regel(string[] Koder, string[] Typer, string[] Kommuner, string Alvor);

    /// <exception cref="FormatException">It is no profile; the message names the rule and what is wrong with it.</exception>
    public static Kontrolprofil Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var rules = document.RootElement.GetProperty("regler").EnumerateArray().Select(Rule).ToList();
            return new(rules);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"Profilen er ikke en liste »regler« med koder, typer, kommuner og alvor: {e.Message}");
        }
    }

    /// <summary>The findings as they hold: left out where they are off, else as grave as the profile says.</summary>
    /// <param name="typeOf">The type of an agreement by its key.</param>
    public IReadOnlyList<Fund> Apply(IEnumerable<Fund> fund, Func<string, string?> typeOf) =>
        [.. fund.Select(f => Judged(f, typeOf)).OfType<Fund>().OrderBy(f => f.Alvor)];

    private Fund? Judged(Fund fund, Func<string, string?> typeOf)
    {
        var rule = _rules.LastOrDefault(r =>
            (r.Koder.Length == 0 || r.Koder.Contains(fund.Kode, StringComparer.OrdinalIgnoreCase))
            && (r.Kommuner.Length == 0 || r.Kommuner.Contains(fund.Node.Kommune, StringComparer.OrdinalIgnoreCase))
            && (r.Typer.Length == 0 || fund.Node.Udsagn.Any(u => r.Typer.Contains(typeOf(u.Aftale), StringComparer.OrdinalIgnoreCase)))
        );
        return rule is null ? fund
            : rule.Alvor == Off ? null
            : fund with { Alvor = Enum.Parse<Alvor>(rule.Alvor, ignoreCase: true) };
    }

    private static Regel Rule(JsonElement element, int place)
    {
        var rule = new Regel(
            Texts(element, "koder"),
            Texts(element, "typer"),
            Texts(element, "kommuner"),
            element.GetProperty("alvor").GetString()!
        );
        if (rule.Koder.FirstOrDefault(k => Kontroller.Alle.All(c => !c.Kode.Equals(k, StringComparison.OrdinalIgnoreCase))) is { } unknown)
        {
            throw new FormatException($"Profilens regel {place + 1} nævner »{unknown}«, som ingen kontrol hedder.");
        }

        return rule.Alvor == Off || Enum.TryParse<Alvor>(rule.Alvor, ignoreCase: true, out _)
            ? rule
            : throw new FormatException(
                $"Profilens regel {place + 1} har alvoren »{rule.Alvor}«: skriv fra, fejl, advarsel eller bemaerkning."
            );
    }

    private static string[] Texts(JsonElement element, string name) =>
        element.TryGetProperty(name, out var list) ? [.. list.EnumerateArray().Select(t => t.GetString()!)] : [];
}
