namespace Effektkaeder.Domain.Tekst;

/// <summary>Danish text to sentences; a full stop after an abbreviation, an initial or a day's number ends none.</summary>
public static class Sentences
{
    private static readonly HashSet<string> Abbreviations = new(
        """
        mhp pga jf mv m.v vedr mdr f.eks fx bl.a evt osv ca kr pkt nr inkl ekskl hhv kl m.fl m.m dvs maks
        max min tlf stk d pr p.t pt ift iht mio vs jan feb mar apr jun jul aug sep sept okt nov dec el.lign
        o.lign s afs kap
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>The sentences in order, trimmed, with the offset of each; line ends also end one.</summary>
    public static IReadOnlyList<(string Text, int Start)> Split(string text)
    {
        var found = new List<(string, int)>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] is '.' or '!' or '?' && Ends(text, i)))
            {
                Add(i + 1);
            }
        }

        Add(text.Length);
        return found;

        void Add(int end)
        {
            var part = text[start..end];
            var trimmed = part.Trim();
            if (trimmed.Length > 0)
            {
                found.Add((trimmed, start + part.Length - part.TrimStart().Length));
            }

            start = end;
        }
    }

    private static bool Ends(string text, int stop)
    {
        var next = stop + 1;
        if (next < text.Length && !char.IsWhiteSpace(text[next]))
        {
            return false;
        }

        while (next < text.Length && char.IsWhiteSpace(text[next]))
        {
            next++;
        }

        if (next < text.Length && !(char.IsUpper(text[next]) || char.IsDigit(text[next]) || text[next] is '"' or '»' or '(' or '“'))
        {
            return false;
        }

        if (text[stop] != '.')
        {
            return true;
        }

        var from = stop;
        while (from > 0 && !char.IsWhiteSpace(text[from - 1]) && text[from - 1] is not ('(' or '"'))
        {
            from--;
        }

        var word = text[from..stop];
        if (word.Length > 0 && word.All(char.IsAsciiDigit))
        {
            return word.Length == 4;
        }

        // "mv." and "osv." close a list, and so may close a sentence as well.
        return !Abbreviations.Contains(word)
            || (word is "mdr" or "mv" or "osv" or "m.v" or "m.m" or "m.fl" && next < text.Length && char.IsUpper(text[next]));
    }
}
