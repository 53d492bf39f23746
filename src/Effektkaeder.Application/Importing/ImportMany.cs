using Effektkaeder.Application.Changing;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Importing;

/// <summary>
/// Many documents, each on its own: what goes wrong with one is its outcome, and never ends the rest. A few are stored at a time, where
/// the engine can make their revisions durable in one, while the next few are read. They are stored in the order they were named,
/// follow-up forms last, so that the same folder gives the same revisions.
/// </summary>
public sealed class ImportMany(IGraphStore store, TimeProvider time, IReadOnlyList<SourcePath> paths, string? kommune)
{
    /// <summary>Documents that land together, and elements, more than which nobody else should have to wait for.</summary>
    private const int Few = 8,
        MostElements = 5_000;

    /// <summary>So many documents are held in memory beside those that are stored, and no more than files of so many bytes.</summary>
    private const int Ahead = 2 * Few,
        MostBytes = 32 * 1024 * 1024;

    private readonly ImportDocuments _documents = new(store, time);
    private readonly Queue<Reading> _reading = new();

    /// <summary>Follow-up forms, which are of agreements that may come after them.</summary>
    private readonly Queue<ReadDocument> _forms = new();
    private readonly Queue<ImportReport> _landed = new();
    private int _next;
    private long _bytes;

    /// <param name="Bytes">Of the file, as it was listed.</param>
    private sealed record Reading(string File, long Bytes, Task<ReadDocument> Document);

    /// <summary>What has been stored and not been handed out.</summary>
    public IReadOnlyCollection<ImportReport> Landed => _landed;

    /// <summary>The next document's outcome, which is stored where it is not yet.</summary>
    public async Task<ImportReport> NextAsync(string author, bool dryRun, CancellationToken ct)
    {
        while (_landed.Count == 0)
        {
            var few = await FewAsync(ct);
            if (few.Count < 2 || dryRun || !await TogetherAsync(few, author, ct))
            {
                foreach (var read in few)
                {
                    _landed.Enqueue(await AloneAsync(read, author, dryRun, ct));
                }
            }
        }

        return _landed.Dequeue();
    }

    /// <summary>The documents that are stored next, while those after them are read; when there are no more, a form.</summary>
    private async Task<List<ReadDocument>> FewAsync(CancellationToken ct)
    {
        var (few, elements) = (new List<ReadDocument>(), 0);
        while (few.Count < Few && elements < MostElements && Following(ct) is { } next)
        {
            var read = await DocumentAsync(next);
            if (read.Skemaer.Count > 0)
            {
                _forms.Enqueue(read);
                continue;
            }

            few.Add(read);
            elements += read.Grafer.Sum(g => g.Nodes.Count + g.Edges.Count);
        }

        if (few.Count == 0 && _forms.TryDequeue(out var form))
        {
            few.Add(form);
        }

        return few;
    }

    /// <summary>The document that comes next, while those after it are read; null after the last.</summary>
    private Reading? Following(CancellationToken ct)
    {
        while (_next < paths.Count && _reading.Count <= Ahead && (_bytes < MostBytes || _reading.Count == 0))
        {
            var path = paths[_next++];
            var bytes = SourceFolder.Bytes(path);
            _bytes += bytes;
            _reading.Enqueue(new(path.Relative, bytes, Task.Run(() => ImportDocuments.Read(SourceFolder.Read(path), kommune), ct)));
        }

        if (!_reading.TryDequeue(out var next))
        {
            return null;
        }

        _bytes -= next.Bytes;
        return next;
    }

    private static async Task<ReadDocument> DocumentAsync(Reading reading)
    {
        try
        {
            return await reading.Document;
        }
        catch (Exception e) when (IsItsOwn(e))
        {
            return new(new(reading.File, null), [], [Refusals.Failed(reading.File, Words(e))]);
        }
    }

    /// <returns>False where they have to be stored each by itself: the engine does nothing else, or one of them went wrong.</returns>
    private async Task<bool> TogetherAsync(IReadOnlyList<ReadDocument> few, string author, CancellationToken ct)
    {
        try
        {
            await using var group = await store.GroupAsync(ct);
            if (group is null)
            {
                return false;
            }

            var (documents, reports) = (new ImportDocuments(group, time), new List<ImportReport>());
            foreach (var read in few)
            {
                reports.Add(await documents.StoreAsync(read, author, dryRun: false, ct));
            }

            await group.LandAsync();
            reports.ForEach(_landed.Enqueue);
            return true;
        }
        catch (Exception e) when (IsItsOwn(e))
        {
            // None of them landed. Which it was, and why, is told when each is stored again by itself, and the others land then.
            return false;
        }
    }

    private async Task<ImportReport> AloneAsync(ReadDocument read, string author, bool dryRun, CancellationToken ct)
    {
        try
        {
            return await _documents.StoreAsync(read, author, dryRun, ct);
        }
        catch (Exception e) when (IsItsOwn(e))
        {
            var file = read.File.RelativePath;
            return new(file, ImportOutcome.Refused, null, null, null, ChangeList.None, [Refusals.Failed(file, Words(e))]);
        }
    }

    /// <summary>A document that nobody thought of is no reason to leave out the ones after it.</summary>
    private static bool IsItsOwn(Exception e) => e is not (OperationCanceledException or OutOfMemoryException);

    private static string Words(Exception e) => e is StoreException ? e.Message : $"Uventet fejl: {e.Message}";
}
