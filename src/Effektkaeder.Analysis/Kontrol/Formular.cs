using Effektkaeder.Domain;

namespace Effektkaeder.Analysis.Kontrol;

/// <summary>Which fields the forms of agreements have: a field that a form lacks is not missing.</summary>
internal sealed class Formular(Udsnit udsnit)
{
    private readonly Dictionary<string, HashSet<string>> _labels = udsnit
        .NumbersOf()
        .Where(n => (udsnit.KontrolmaerkerOf(n) & Kontrolmaerker.HarFelter) != 0)
        .SelectMany(n => udsnit.Nodes[n].Udsagn)
        .SelectMany(u => u.Felter.Select(f => (u.Aftale, f.Label)))
        .GroupBy(p => p.Aftale, p => p.Label, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.ToHashSet(StringComparer.OrdinalIgnoreCase), StringComparer.Ordinal);

    /// <summary>These nodes; none of them where no form has the field, so that none is looked at.</summary>
    public IEnumerable<int> Asked(string label, IEnumerable<int> nodes) => _labels.Values.Any(l => l.Contains(label)) ? nodes : [];

    /// <summary>Whether the form of a node's agreement has a field of this name.</summary>
    public bool Has(Node node, string label) => _labels.TryGetValue(node.Vist.Aftale, out var own) && own.Contains(label);
}
