using System.Text.Json.Serialization;

namespace Effektkaeder.Import.Mapping.Skabeloner;

/// <summary>
/// Labels that nobody can list: what a form says of a label ("Ønskede effekter", "Hovedaktiviteter"), and what it asks instead of
/// naming one ("Hvem gør det?", "Sådan kan det ses"). Data, like the words themselves.
/// </summary>
/// <param name="Tillaegsord">What may stand before a label and leaves it the same.</param>
/// <param name="Forled">What a label may be compounded with and stay the same.</param>
/// <param name="Smaaord">Words that say nothing of a subject: a question that holds any other is about something, and no label.</param>
/// <param name="Vendinger">In the order that they are tried in.</param>
/// <param name="Saetninger">Sentences that say what a label would.</param>
public sealed record Etiketvendinger(
    IReadOnlyList<string> Tillaegsord,
    IReadOnlyList<string> Forled,
    IReadOnlyList<string> Smaaord,
    IReadOnlyList<Etiketvending> Vendinger,
    IReadOnlyList<Etiketsaetning> Saetninger
)
{
    private const int MostWords = 9;

    private HashSet<string>? _before;
    private HashSet<string>? _small;
    private Dictionary<string, Etiketvending[]>? _byFirst;

    [JsonIgnore]
    private HashSet<string> Before => _before ??= [.. Tillaegsord];

    [JsonIgnore]
    private HashSet<string> Small => _small ??= [.. Smaaord];

    [JsonIgnore]
    private Dictionary<string, Etiketvending[]> ByFirst =>
        _byFirst ??= Vendinger
            .SelectMany(v => v.Foerst)
            .Distinct()
            .ToDictionary(f => f, f => Vendinger.Where(v => v.Foerst.Contains(f)).ToArray());

    /// <summary>The label that a bare text is without what is said of it; null where it says more.</summary>
    internal string? Head(string bare)
    {
        var words = bare.Split(' ', MostWords + 1);
        if (words.Length is > 1 and <= 4)
        {
            return words[..^1].All(w => w == "og" || Before.Contains(w)) ? words[^1] : null;
        }

        return
            words.Length == 1
            && Forled.FirstOrDefault(f => bare.Length > f.Length + 2 && bare.StartsWith(f, StringComparison.Ordinal)) is { } part
            ? bare[part.Length..]
            : null;
    }

    /// <summary>What a question, or words in place of one, ask for; null where they ask for nothing of a form's.</summary>
    internal Etiketvending? Asked(string bare)
    {
        var space = bare.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0 || !ByFirst.TryGetValue(bare[..space], out var meant))
        {
            return null;
        }

        var words = bare.Split([' ', ','], MostWords + 1, StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= MostWords
            ? meant.FirstOrDefault(v =>
                v.Ord.Any(o => words.AsSpan(1).Contains(o)) && words.Skip(1).All(w => Small.Contains(w) || v.Ord.Contains(w))
            )
            : null;
    }
}

/// <summary>"Målet er, at …", "… har ansvaret": a sentence that is a label and its words.</summary>
/// <param name="Hel">True where the whole sentence is its words.</param>
public sealed record Etiketsaetning(
    IReadOnlyList<string> Begynder,
    string Rolle,
    string? Art = null,
    IReadOnlyList<string>? Slutter = null,
    bool Hel = false
);

/// <param name="Foerst">Any of the words that it begins with.</param>
/// <param name="Ord">One of these stands in it.</param>
public sealed record Etiketvending(IReadOnlyList<string> Foerst, IReadOnlyList<string> Ord, string Rolle, string? Art = null);
