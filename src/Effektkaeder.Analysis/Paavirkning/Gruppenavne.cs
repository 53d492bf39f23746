using Effektkaeder.Domain;

namespace Effektkaeder.Analysis.Paavirkning;

/// <summary>
/// What groups are called beside each other. Two that have one name say whose they are: "Centerchef, Center for Byg og Plan",
/// "Center for Byg og Plan, Nynæs Kommune".
/// </summary>
internal static class Gruppenavne
{
    /// <param name="keys">Of nodes; what is no node's key, and the empty key, is left out.</param>
    public static IReadOnlyDictionary<string, string> Of(Udsnit udsnit, IEnumerable<string> keys)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var nodes = keys.Distinct(StringComparer.Ordinal).Select(udsnit.Find).OfType<Node>();
        foreach (var alike in nodes.GroupBy(Vejord.Navn, StringComparer.Ordinal).Select(g => g.ToList()))
        {
            // As few words as tell them all apart.
            Func<Node, string>[] ways = alike.Count == 1 ? [Vejord.Navn] : [OfKommune, OfCenter, OfBoth];
            var way = Array.Find(ways, w => alike.Select(w).Distinct(StringComparer.Ordinal).Count() == alike.Count) ?? ways[^1];
            alike.ForEach(node => names[node.Key] = way(node));
        }

        return names;

        string OfKommune(Node node) => $"{Vejord.Navn(node)}, {Title(node.Kommune)}";
        // An organisation's centre is only whose agreement named it first.
        string OfCenter(Node node) =>
            node.Kind != NodeKind.Organisation && node.Vist.Center is { } center
                ? $"{Vejord.Navn(node)}, {Title(center)}"
                : Vejord.Navn(node);
        string OfBoth(Node node) => $"{OfCenter(node)}, {Title(node.Kommune)}";
        string Title(string key) => udsnit.Find(key)?.Titel ?? key;
    }
}
