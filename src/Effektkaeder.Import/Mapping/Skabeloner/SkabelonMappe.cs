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

    /// <summary>Roles that only the shared vocabulary has.</summary>
    private static readonly HashSet<string> Ordroller = [.. Roller, "nummer", "center", "udvalg", "vision"];

    private static readonly HashSet<string> Afsnitsroller = [.. Ordroller, "ramme"];

    private static readonly HashSet<string> Forsideroller = new(StringComparer.Ordinal)
    {
        "kommune",
        "organisation",
        "ansvarlig-leder",
        "center",
        "aftalepart",
        "underskrevet",
        "periode",
        "kun-felt",
    };

    /// <summary>The file of a folder that holds words and no profile.</summary>
    public const string Ordfil = "ord.json";

    /// <summary>The profiles and words of a folder, and each fault as "fil:linje: felt: besked"; a faulty file gives nothing.</summary>
    public static (IReadOnlyList<Skabelon> Skabeloner, EgneOrd? Ord, IReadOnlyList<string> Fejl) Read(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var (profiles, faults) = (new List<Skabelon>(), new List<string>());
        EgneOrd? words = null;
        foreach (var file in Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            var text = File.ReadAllText(file);
            var name = Path.GetFileName(file);
            if (name == Ordfil)
            {
                words = Read<EgneOrd>(name, text, "egne ord", Faults, faults);
            }
            else if (Read<Skabelon>(name, text, "en skabelon", Faults, faults) is { } profile)
            {
                profiles.Add(profile);
            }
        }

        return (profiles, words, faults);
    }

    private static T? Read<T>(
        string name,
        string text,
        string what,
        Func<string, string, T, IEnumerable<string>> check,
        List<string> faults
    )
        where T : class
    {
        try
        {
            var read = JsonSerializer.Deserialize<T>(text, SkabelonKatalog.Options);
            var found = read is null ? [$"{name}:1: filen er tom."] : check(name, text, read).ToList();
            faults.AddRange(found);
            return found.Count == 0 ? read : null;
        }
        catch (JsonException e)
        {
            var line = (e.LineNumber ?? 0) + 1;
            faults.Add($"{name}:{line.ToString(CultureInfo.InvariantCulture)}: {e.Path ?? "$"}: kan ikke læses som {what}: {e.Message}");
            return null;
        }
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

        foreach (var fault in Faults(name, text, profile.Felter, Roller))
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> Faults(string name, string text, EgneOrd words) =>
        Faults(name, text, words.Etiketter, Ordroller)
            .Concat(Faults(name, text, words.Forside, Forsideroller))
            .Concat(
                words
                    .Afsnit.Where(a => !Afsnitsroller.Contains(a.Rolle))
                    .Select(a => UnknownRole(name, Line(text, $"\"{a.Rolle}\""), "afsnit", a.Rolle, Afsnitsroller))
            )
            .Concat(
                words
                    .Aabnere.Where(a => !a.Slags.IsChain())
                    .Select(a => $"{name}:{Line(text, $"\"{a.Slags}\"")}: aabnere: {a.Slags} kan ikke åbne et punkt.")
            )
            .Concat(
                words
                    .Organisationer.Where(o => !Arter.Organisation.Contains(o.Art))
                    .Select(o =>
                        $"{name}:{Line(text, $"\"{o.Art}\"")}: organisationer: arten »{o.Art}« findes ikke. Arterne er "
                        + $"{string.Join(", ", Arter.Organisation)}."
                    )
            );

    private static IEnumerable<string> Faults(string name, string text, IReadOnlyList<Felt> felter, HashSet<string> roles)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var felt in felter)
        {
            var line = Line(text, $"\"{felt.Label}\"");
            if (!roles.Contains(felt.Rolle))
            {
                yield return UnknownRole(name, line, felt.Label, felt.Rolle, roles);
            }

            foreach (var label in felt.Synonymer.Append(felt.Label).Where(l => !names.Add($"{felt.Gruppe} {Identitet.Plain(l)}")))
            {
                yield return $"{name}:{line}: {felt.Label}: navnet »{label}« står to gange.";
            }
        }
    }

    private static string UnknownRole(string name, string line, string field, string role, IEnumerable<string> roles) =>
        $"{name}:{line}: {field}: rollen »{role}« findes ikke. Rollerne er {string.Join(", ", roles.Order(StringComparer.Ordinal))}.";

    private static string Line(string text, string words)
    {
        var at = text.IndexOf(words, StringComparison.Ordinal);
        return (1 + text[..Math.Max(at, 0)].Count(c => c == '\n')).ToString(CultureInfo.InvariantCulture);
    }
}
