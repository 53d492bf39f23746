namespace Effektkaeder.Import.Mapping;

/// <summary>The content words of a text, cut to stems, so that two texts can be seen to speak of the same thing.</summary>
internal static class Ordstammer
{
    private static readonly string[] Endelser =
    [
        "ernes",
        "erens",
        "heden",
        "erne",
        "ende",
        "elser",
        "else",
        "ede",
        "ene",
        "ere",
        "ers",
        "ets",
        "ens",
        "er",
        "en",
        "et",
        "es",
        "e",
        "s",
    ];

    private static readonly HashSet<string> Fyld = new(StringComparer.Ordinal)
    {
        "alle",
        "andre",
        "antal",
        "antallet",
        "blive",
        "bliver",
        "borger",
        "borgere",
        "borgeren",
        "borgerne",
        "borgernes",
        "borgerens",
        "center",
        "denne",
        "deres",
        "dette",
        "disse",
        "eller",
        "efter",
        "enkelte",
        "flere",
        "foreligger",
        "forhold",
        "første",
        "gennem",
        "have",
        "heraf",
        "herunder",
        "hvilke",
        "hvilken",
        "hvor",
        "igennem",
        "ikke",
        "kommune",
        "kommunes",
        "kommunens",
        "kunne",
        "mellem",
        "mere",
        "mindre",
        "muligt",
        "samlet",
        "samt",
        "sikre",
        "skal",
        "skabe",
        "således",
        "tilbud",
        "under",
        "vedrørende",
        "være",
        "været",
        "ved",
        "vil",
        "ville",
        "følgende",
        "parametre",
        "indsats",
        "effekt",
    };

    /// <summary>Stems of four letters and more.</summary>
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

            if (ord.Length >= 4 && ord.ToString() is var helt && !Fyld.Contains(helt) && Stamme(helt) is { Length: >= 4 } stamme)
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

    private static string Stamme(string ord)
    {
        foreach (var endelse in Endelser)
        {
            if (ord.Length - endelse.Length >= 4 && ord.EndsWith(endelse, StringComparison.Ordinal))
            {
                return ord[..^endelse.Length];
            }
        }

        return ord;
    }
}
