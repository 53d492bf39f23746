using System.Text.RegularExpressions;
using Effektkaeder.Analysis.Opfoelgninger;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;

namespace Effektkaeder.Analysis.Aarshjul;

/// <summary>What held follow-ups of an owner tell of what was due: silence tells nothing.</summary>
internal sealed partial class Melding(IReadOnlyList<Node> held)
{
    private static readonly string[] Told = [Opfoelgningsskema.Erfaring, Opfoelgningsskema.Hvad, Opfoelgningsskema.Konsekvens];

    /// <summary>The words that tell that a milestone is reached; null where none do.</summary>
    public string? Reached(Node milepael, IReadOnlyList<Node> others)
    {
        var own = Indholdsord.Of(milepael.Indhold.Tekst);
        var elsewhere = others.Select(o => Indholdsord.Of(o.Indhold.Tekst)).ToList();
        foreach (var node in held)
        {
            foreach (var sentence in Sentences(node))
            {
                var words = Indholdsord.Of(sentence);
                var shared = own.Count(words.Contains);
                var isOwn = shared > 0 && elsewhere.All(o => o.Count(words.Contains) < shared);
                if (isOwn && Done().Matches(sentence).Any(m => !Led.IsDenied(sentence, m)))
                {
                    return $"»{sentence}« ({node.Titel})";
                }
            }
        }

        return null;
    }

    /// <summary>The held follow-up that a planned one became: in its time, or after it and before the next.</summary>
    public string? Held(DateOnly from, DateOnly to, DateOnly? next)
    {
        foreach (var node in held)
        {
            foreach (var time in node.Indhold.Tider.Where(t => t.HarInterval))
            {
                var (first, last) = (time.Fra ?? time.Til!.Value, time.Til ?? time.Fra!.Value);
                if (first <= to && last >= from)
                {
                    return $"»{node.Titel}«";
                }

                if (first > to && (next is null || first < next) && first.DayNumber - to.DayNumber <= MostDaysLate)
                {
                    return $"»{node.Titel}«, {first.DayNumber - to.DayNumber} dage senere";
                }
            }
        }

        return null;
    }

    /// <summary>The held follow-up in whose time a report was given, where it says that one was.</summary>
    public string? Reported(DateOnly from, DateOnly to, DateOnly? next) =>
        new Melding([.. held.Where(n => n.Vist.Felter.Any(f => Report().IsMatch(f.Tekst)))]).Held(from, to, next);

    /// <summary>A follow-up later than this is another.</summary>
    private const int MostDaysLate = 92;

    private static IEnumerable<string> Sentences(Node node) =>
        node.Vist.Felter.Count == 0
            ? Led.Of(node.Indhold.Tekst, _ => true)
            : node
                .Vist.Felter.Where(f => Told.Contains(f.Label) && f.Status == Feltstatus.Vaerdi)
                .SelectMany(f => Led.Of(f.Tekst, _ => true));

    [GeneratedRegex(
        @"(?<!\p{L})(?:er|blev|har|nu)?\s*(?:gennemført|afsluttet|nået|færdig(?:t|e)?|på\s+plads|etableret|implementeret|afholdt"
            + @"|udsendt|udgivet|afleveret|foreligger|i\s+drift|indført|oprettet|opdateret|foretaget)(?!\p{L})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Done();

    [GeneratedRegex(@"rapporter|(?<!\p{L})status\s+(?:til|med)|orienter", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Report();
}
