namespace Effektkaeder.Storage.Ports;

/// <summary>A store could not do what was asked. The message is Danish, names the place and the next step.</summary>
public class StoreException(string message, bool isTransient = false, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The same call may succeed later.</summary>
    public bool IsTransient { get; } = isTransient;
}

/// <summary>A change set was made on an older revision than the newest.</summary>
public sealed class StaleBaseException(long baseRevision, IReadOnlyList<Revision> since)
    : StoreException(
        $"Grafen er ændret siden revision {baseRevision}: "
            + string.Join("; ", since.Select(r => $"revision {r.Number} ({r.Author}): {r.Summary}"))
            + ". Hent den nyeste og prøv igen."
    )
{
    public long BaseRevision { get; } = baseRevision;

    public IReadOnlyList<Revision> Since { get; } = since;
}
