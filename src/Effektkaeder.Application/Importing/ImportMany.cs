using Effektkaeder.Application.Changing;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Importing;

/// <summary>Many documents, each on its own: what goes wrong with one is its outcome, and never ends the rest.</summary>
public sealed class ImportMany(ImportDocuments documents)
{
    public async Task<ImportReport> TryAsync(SourceFile file, string? kommune, string author, bool dryRun, CancellationToken ct)
    {
        try
        {
            return await documents.ImportAsync(file, kommune, author, dryRun, ct);
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

    private static ImportReport Failed(SourceFile file, string why) =>
        new(file.RelativePath, ImportOutcome.Refused, null, null, null, ChangeList.None, [Refusals.Failed(file.RelativePath, why)]);
}
