using Effektkaeder.Application.Changing;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Importing;

/// <summary>
/// Many documents, each on its own: what goes wrong with one is its outcome, and never ends the rest. While one is stored the next few
/// are read; they are stored in the order they were named, follow-up forms last, so that the same folder gives the same revisions.
/// </summary>
public sealed class ImportMany(ImportDocuments documents, IReadOnlyList<SourcePath> paths, string? kommune)
{
    /// <summary>So many are held in memory beside the one that is stored.</summary>
    private static readonly int Ahead = Math.Clamp(Environment.ProcessorCount, 1, 4);

    private readonly Queue<(string File, Task<ReadDocument> Read)> _reading = new();

    /// <summary>Follow-up forms, which are of agreements that may come after them.</summary>
    private readonly Queue<ReadDocument> _forms = new();
    private int _next;

    /// <summary>Stores the next document.</summary>
    public async Task<ImportReport> NextAsync(string author, bool dryRun, CancellationToken ct)
    {
        var file = "";
        try
        {
            while (Following(ct) is var (name, read))
            {
                file = name;
                var document = await read;
                if (document.Skemaer.Count == 0)
                {
                    return await documents.StoreAsync(document, author, dryRun, ct);
                }

                _forms.Enqueue(document);
            }

            file = _forms.Peek().File.RelativePath;
            return await documents.StoreAsync(_forms.Dequeue(), author, dryRun, ct);
        }
        catch (StoreException e)
        {
            return Failed(file, e.Message);
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
        {
            // A document that nobody thought of is no reason to leave out the ones after it.
            return Failed(file, $"Uventet fejl: {e.Message}");
        }
    }

    /// <summary>The document that is stored next, while those after it are read; null after the last.</summary>
    private (string File, Task<ReadDocument> Read)? Following(CancellationToken ct)
    {
        while (_next < paths.Count && _reading.Count <= Ahead)
        {
            var path = paths[_next++];
            _reading.Enqueue((path.Relative, Task.Run(() => ImportDocuments.Read(SourceFolder.Read(path), kommune), ct)));
        }

        return _reading.TryDequeue(out var next) ? next : null;
    }

    private static ImportReport Failed(string file, string why) =>
        new(file, ImportOutcome.Refused, null, null, null, ChangeList.None, [Refusals.Failed(file, why)]);
}
