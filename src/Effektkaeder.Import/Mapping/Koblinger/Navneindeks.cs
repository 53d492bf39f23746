namespace Effektkaeder.Import.Mapping.Koblinger;

/// <summary>Finds whole names in running text in one pass: each word is looked up as the first word of a name.</summary>
internal sealed class Navneindeks
{
    private readonly Dictionary<string, List<(string Navn, string Maal)>> _efterFoersteOrd = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A name and what it stands for; the first to claim a name keeps it.</summary>
    internal void Add(string navn, string maal)
    {
        var foerste = navn[..Ordslut(navn, 0)];
        if (foerste.Length == 0)
        {
            return;
        }

        if (!_efterFoersteOrd.TryGetValue(foerste, out var navne))
        {
            _efterFoersteOrd.Add(foerste, navne = []);
        }

        if (!navne.Any(n => n.Navn.Equals(navn, StringComparison.OrdinalIgnoreCase)))
        {
            navne.Add((navn, maal));
            navne.Sort(
                (a, b) => b.Navn.Length != a.Navn.Length ? b.Navn.Length.CompareTo(a.Navn.Length) : string.CompareOrdinal(a.Navn, b.Navn)
            );
        }
    }

    /// <summary>What the names in a text stand for, in text order; where two begin together the longer is meant.</summary>
    internal IEnumerable<string> Find(string tekst)
    {
        var opslag = _efterFoersteOrd.GetAlternateLookup<ReadOnlySpan<char>>();
        var fundet = new List<string>();
        for (var i = 0; i < tekst.Length;)
        {
            if (!char.IsLetterOrDigit(tekst[i]))
            {
                i++;
                continue;
            }

            var slut = Ordslut(tekst, i);
            if (opslag.TryGetValue(tekst.AsSpan(i, slut - i), out var navne) && Laengste(tekst, i, navne) is { } navn)
            {
                fundet.Add(navn.Maal);
                slut = i + navn.Navn.Length;
            }

            i = slut;
        }

        return fundet;
    }

    private static (string Navn, string Maal)? Laengste(string tekst, int sted, List<(string Navn, string Maal)> navne)
    {
        foreach (var navn in navne)
        {
            var slut = sted + navn.Navn.Length;
            if (
                string.Compare(tekst, sted, navn.Navn, 0, navn.Navn.Length, StringComparison.OrdinalIgnoreCase) == 0
                && (slut >= tekst.Length || !char.IsLetter(tekst[slut]))
            )
            {
                return navn;
            }
        }

        return null;
    }

    private static int Ordslut(string tekst, int fra)
    {
        while (fra < tekst.Length && char.IsLetterOrDigit(tekst[fra]))
        {
            fra++;
        }

        return fra;
    }
}
