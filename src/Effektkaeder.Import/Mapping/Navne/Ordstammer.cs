using Effektkaeder.Domain.Tekst;

namespace Effektkaeder.Import.Mapping.Navne;

/// <summary>The content words of a text, cut to stems, so that two texts can be seen to speak of the same thing.</summary>
internal static class Ordstammer
{
    /// <summary>Words that say nothing of what a text is about.</summary>
    private static readonly HashSet<string> Fyld = new(
        """
        alle andre antal antallet blive bliver borger borgere borgeren borgerne borgernes borgerens center
        denne deres dette disse eller efter enkelte flere foreligger forhold første gennem have heraf
        herunder hvilke hvilken hvor igennem ikke kommune kommunes kommunens kunne mellem mere mindre muligt
        samlet samt sikre skal skabe således tilbud under vedrørende være været ved vil ville følgende
        parametre indsats effekt
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
        StringComparer.Ordinal
    );

    /// <summary>The stems of words of four letters and more.</summary>
    internal static HashSet<string> Of(string tekst)
    {
        var stammer = new HashSet<string>(StringComparer.Ordinal);
        var ord = new System.Text.StringBuilder();
        foreach (var c in tekst + " ")
        {
            if (char.IsLetterOrDigit(c))
            {
                ord.Append(char.ToLowerInvariant(c));
                continue;
            }

            if (ord.Length >= 4 && ord.ToString() is var helt && !Fyld.Contains(helt) && Soegeord.Stem(helt) is { Length: >= 3 } stamme)
            {
                stammer.Add(stamme);
            }

            ord.Clear();
        }

        return stammer;
    }

    /// <summary>The stems that two sets share: equal, or one the beginning of a longer compound.</summary>
    internal static HashSet<string> Common(HashSet<string> a, HashSet<string> b)
    {
        var faelles = new HashSet<string>(a.Where(b.Contains), StringComparer.Ordinal);
        foreach (var kort in a.Where(s => s.Length >= 6 && b.Any(l => l.StartsWith(s, StringComparison.Ordinal))))
        {
            faelles.Add(kort);
        }

        foreach (var kort in b.Where(s => s.Length >= 6 && a.Any(l => l.StartsWith(s, StringComparison.Ordinal))))
        {
            faelles.Add(kort);
        }

        return faelles;
    }
}
