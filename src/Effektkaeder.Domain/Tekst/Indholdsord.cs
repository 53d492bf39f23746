using System.Collections.Frozen;

namespace Effektkaeder.Domain.Tekst;

/// <summary>The stems of a text that carry its meaning: at least four letters, and none of the words that every text has.</summary>
public static class Indholdsord
{
    private const int ShortestWord = 4;

    private static readonly FrozenSet<string> Common = """
        afholdes alle allerede anden andet andre bidrag blandt blev blive bliver bruge bruges centrets dels denne deres derfor derudover
        dette disse effekt egen egne eller enkelte ethvert eventuelt flere foran forbindelse fordi foreligger forhold fortsat frem
        gennem gerne have heraf herefter herunder hver hvert hvilke hvilken hvis hvor hvordan imellem indenfor ingen ikke indsats
        inden jeres kunne langt lave laves lavet mange mellem mere mest mindre mindst målet måde måles nogle omkring også over
        samlet samt selv siden sker skal skulle således sådan samme til under uden udenfor være været ville vores videre
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).SelectMany(Soegeord.Split).ToFrozenSet(StringComparer.Ordinal);

    public static IReadOnlySet<string> Of(string text) =>
        Soegeord
            .Split(text)
            .Where(w => w.Length >= ShortestWord && !char.IsAsciiDigit(w[0]) && !Common.Contains(w))
            .ToHashSet(StringComparer.Ordinal);
}
