using Effektkaeder.GraphQL.Language;

namespace Effektkaeder.GraphQL.Validation.Rules;

/// <summary>Finds names that stand more than once.</summary>
internal static class Duplicates
{
    /// <summary>Tells of each repetition, with the first place and the place of the repetition.</summary>
    public static void Report(IEnumerable<NameNode> names, Action<string, NameNode, NameNode> report)
    {
        Dictionary<string, NameNode>? seen = null;
        foreach (var name in names)
        {
            seen ??= new Dictionary<string, NameNode>(StringComparer.Ordinal);
            if (!seen.TryAdd(name.Value, name))
            {
                report(name.Value, seen[name.Value], name);
            }
        }
    }

    /// <summary>Tells of each name that stands more than once, with all its places.</summary>
    public static void ReportTogether(IEnumerable<NameNode> names, Action<string, IReadOnlyList<NameNode>> report)
    {
        foreach (var group in names.GroupBy(name => name.Value, StringComparer.Ordinal))
        {
            var places = group.ToArray();
            if (places.Length > 1)
            {
                report(group.Key, places);
            }
        }
    }
}
