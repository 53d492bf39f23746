using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>Commits change sets, and remembers from one to the next what each would else look up in the file.</summary>
internal sealed class SqliteWriter(SqliteDatabase database)
{
    /// <summary>More keys than this are forgotten, and found again in the file.</summary>
    private const int MostKeys = 1_000_000;

    private readonly Lock _gate = new();
    private Remembered? _remembered;

    /// <summary>What those who write know of the file, each for a while alone: what does not land was never known.</summary>
    /// <param name="Keys">Numbers of keys that are in it.</param>
    internal sealed record Remembered(Dictionary<string, long> Keys, Terms Terms);

    public async Task<Revision?> CommitAsync(ChangeSet changes, CancellationToken ct)
    {
        if (changes.Count == 0)
        {
            return null;
        }

        ChangeSetRules.Check(changes);
        return await Task.Run(() => Commit(changes, ct), ct);
    }

    /// <summary>Begins a transaction, which holds back who else would.</summary>
    public WriteTransaction Begin(CancellationToken ct) => new(database, Take(), GiveBack, ct);

    private Revision Commit(ChangeSet changes, CancellationToken ct)
    {
        using var commits = Begin(ct);
        var revision = commits.Commit(changes, ct);
        commits.Land();
        return revision;
    }

    private Remembered Take()
    {
        lock (_gate)
        {
            var remembered = _remembered;
            _remembered = null;
            return remembered ?? new(new(StringComparer.Ordinal), new());
        }
    }

    private void GiveBack(Remembered landed)
    {
        lock (_gate)
        {
            _remembered = landed.Keys.Count > MostKeys ? landed with { Keys = new(StringComparer.Ordinal) } : landed;
        }
    }
}
