using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage;

/// <summary>What both engines refuse before a line is written.</summary>
internal static class ChangeSetRules
{
    public static void Check(ChangeSet changes)
    {
        if (changes.Count > ChangeSet.MaxElements)
        {
            throw new StoreException(
                $"En ændring kan højst røre {ChangeSet.MaxElements} elementer på én gang; denne rører {changes.Count}. Del den op."
            );
        }

        RefuseTwins(changes.PutNodes.Select(n => n.Key).Concat(changes.RemoveNodes));
        RefuseTwins(changes.PutEdges.Select(e => e.Key).Concat(changes.RemoveEdges));
    }

    /// <summary>An edge would stand without both its ends.</summary>
    public static StoreException Loose(string edgeKey) =>
        new($"Kanten »{edgeKey}« ville mangle en ende, så ændringen er ikke gemt. Fjern kanten med sin knude, eller gem knuden med.");

    private static void RefuseTwins(IEnumerable<string> keys)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var key in keys)
        {
            if (!seen.Add(key))
            {
                throw new StoreException($"»{key}« står to gange i samme ændring, så den er ikke gemt.");
            }
        }
    }
}
