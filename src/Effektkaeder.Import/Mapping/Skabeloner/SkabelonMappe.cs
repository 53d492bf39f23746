using System.Globalization;
using System.Text.Json;
using Effektkaeder.Domain;

namespace Effektkaeder.Import.Mapping.Skabeloner;

/// <summary>A folder of own profiles: each file is one, held against what the mapping knows before any document is read with it.</summary>
public static class SkabelonMappe
{
    /// <summary>Every role that the mapping of a field knows.</summary>
    private static readonly HashSet<string> Roller = new(StringComparer.Ordinal)
    {
        "politisk-maal",
        "indsats",
        "beskrivelse",
        "bidrag",
        "effekt",
        "indikator",
        "dokumentation",
        "maalgruppe",
        "milepael",
        "opfoelgning",
        "risiko",
        "baseline",
        "koblinger",
        "forpligtelser",
        "ansvarlig",
        "koordinator",
        "afsaet",
        "status",
        "vaegt",
        "kun-felt",
    };

    /// <summary>The profiles of a folder, and each fault as "fil:linje: felt: besked"; a file with a fault gives no profile.</summary>
    public static (IReadOnlyList<Skabelon> Skabeloner, IReadOnlyList<string> Fejl) Read(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var (profiles, faults) = (new List<Skabelon>(), new List<string>());
        foreach (var file in Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            var text = File.ReadAllText(file);
            var name = Path.GetFileName(file);
            try
            {
                var profile = JsonSerializer.Deserialize<Skabelon>(text, SkabelonKatalog.Options);
                var found = profile is null ? [$"{name}:1: filen er tom."] : Faults(name, text, profile).ToList();
                faults.AddRange(found);
                if (profile is not null && found.Count == 0)
                {
                    profiles.Add(profile);
                }
            }
            catch (JsonException e)
            {
                var line = (e.LineNumber ?? 0) + 1;
                faults.Add(
                    $"{name}:{line.ToString(CultureInfo.InvariantCulture)}: {e.Path ?? "$"}: kan ikke læses som en skabelon: {e.Message}"
                );
            }
        }

        return (profiles, faults);
    }

    private static IEnumerable<string> Faults(string name, string text, Skabelon profile)
    {
        if (!profile.Kolonner.Contains("label", StringComparer.Ordinal))
        {
            yield return $"{name}:{Line(text, "\"kolonner\"")}: kolonner: en af dem skal være »label«.";
        }

        if (profile.Felter.Count == 0)
        {
            yield return $"{name}:{Line(text, "\"felter\"")}: felter: der er ingen.";
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var felt in profile.Felter)
        {
            var line = Line(text, $"\"{felt.Label}\"");
            if (!Roller.Contains(felt.Rolle))
            {
                yield return $"{name}:{line}: {felt.Label}: rollen »{felt.Rolle}« findes ikke. Rollerne er "
                    + $"{string.Join(", ", Roller.Order(StringComparer.Ordinal))}.";
            }

            foreach (var label in felt.Synonymer.Append(felt.Label).Where(l => !names.Add($"{felt.Gruppe} {Identitet.Plain(l)}")))
            {
                yield return $"{name}:{line}: {felt.Label}: navnet »{label}« står to gange.";
            }
        }
    }

    private static string Line(string text, string words)
    {
        var at = text.IndexOf(words, StringComparison.Ordinal);
        return (1 + text[..Math.Max(at, 0)].Count(c => c == '\n')).ToString(CultureInfo.InvariantCulture);
    }
}
