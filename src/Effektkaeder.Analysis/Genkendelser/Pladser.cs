namespace Effektkaeder.Analysis.Genkendelser;

/// <summary>Where the nodes of a kind stand, before and after: under what, and whether alone there.</summary>
internal sealed class Pladser
{
    private readonly Dictionary<Kendetegn, string> _places = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, int> _old;
    private readonly Dictionary<string, int> _fresh;

    /// <param name="now">The new key of each node above that has another key now.</param>
    internal Pladser(IReadOnlyList<Kendetegn> old, IReadOnlyList<Kendetegn> fresh, IReadOnlyDictionary<string, string> now)
    {
        foreach (var k in old)
        {
            _places[k] = Written(k, k.Over.Select(o => now.GetValueOrDefault(o, o)).Order(StringComparer.Ordinal));
        }

        foreach (var k in fresh)
        {
            _places[k] = Written(k, k.Over);
        }

        (_old, _fresh) = (Count(old), Count(fresh));
    }

    /// <summary>The place as it is called now.</summary>
    internal string Of(Kendetegn k) => _places[k];

    /// <summary>1 where each is alone of its sort at one place, ½ where others stand there too, 0 at different places.</summary>
    internal double Share(Kendetegn was, Kendetegn became)
    {
        var place = _places[was];
        return place != _places[became] ? 0
            : _old[place] == 1 && _fresh[place] == 1 ? 1
            : 0.5;
    }

    private static string Written(Kendetegn k, IEnumerable<string> over) => $"{k.Node.Indhold.Art}\n{string.Join('\n', over)}";

    private Dictionary<string, int> Count(IReadOnlyList<Kendetegn> all) =>
        all.GroupBy(Of, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
}
