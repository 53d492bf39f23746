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

/// <summary>A revision was named that is not there.</summary>
public sealed class UnknownRevisionException(long number, long newest)
    : StoreException($"Der er ingen revision {number}; den nyeste er {newest}.")
{
    /// <exception cref="UnknownRevisionException">The number is not one of 0 to the newest.</exception>
    public static void ThrowUnless(long number, long newest)
    {
        if (number < 0 || number > newest)
        {
            throw new UnknownRevisionException(number, newest);
        }
    }
}
