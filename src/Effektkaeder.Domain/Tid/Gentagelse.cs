namespace Effektkaeder.Domain.Tid;

/// <summary>A recurrence: "hvert halve år", "årligt", "løbende".</summary>
/// <param name="Hver">The step; null where the text says only that it goes on ("løbende").</param>
/// <param name="Anker">The first occurrence, null where the text gives none.</param>
/// <param name="Slut">The agreement's last day, null where its period is not known.</param>
public sealed record Gentagelse(Varighed? Hver, DateOnly? Anker, DateOnly? Slut)
{
    /// <summary>
    /// The days on which it falls: the anchor and every step after it up to the end. Empty without an
    /// anchor, a step or an end, for then the days are not known.
    /// </summary>
    public IEnumerable<DateOnly> Occurrences()
    {
        if (Anker is not { } anker || Hver is not { } hver || Slut is not { } slut || hver.ErNul)
        {
            yield break;
        }

        for (var n = 0; ; n++)
        {
            var dag = Forskydning.Dag(anker, hver.Times(n));
            if (dag > slut)
            {
                yield break;
            }

            yield return dag;
        }
    }
}
