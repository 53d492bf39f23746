using Effektkaeder.Storage.Neo4j.Cypher;
using Effektkaeder.Storage.Neo4j.Http;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Neo4j;

/// <summary>
/// Statements that see one revision each, whatever is committed meanwhile. The server alone gives no such promise: it reads what is
/// committed, so a statement may see one half of the graph before a commit and the other half after it.
/// <para>So a commit marks that it is under way before anything of it can be seen, and clears the mark when all of it can; and
/// every statement ends by looking at the mark and the revision. Where both are as they were before the statement began, nothing
/// came in between; else it is asked again. Who cannot get in between commits for long takes the store's lock, which a commit holds.</para>
/// <para>Source: sequence locks (Boehm, "Can seqlocks get along with programming language memory models?", 2012).</para>
/// </summary>
internal sealed class ConsistentReads(QueryApi api, Neo4jOptions options)
{
    /// <summary>
    /// Asked in vain so often, a statement waits its turn; and so often, where it may not, it gives up: after some ten seconds.
    /// </summary>
    private const int Patience = 12,
        Attempts = 200;

    /// <summary>A commit whose writer died leaves its mark; no commit takes so many ms.</summary>
    private const string Mark = """
        MATCH (s:_Store {id: 1}) MATCH (c:_Commit {id: 1})
        RETURN s.number AS number, CASE WHEN c.at > timestamp() - 300000 THEN c.token END AS underway
        """;

    private static readonly Statement Look = new(Mark, new Dictionary<string, object?>());

    private Seen? _last;

    private sealed record Seen(long Number, bool IsUnderway);

    public async Task<long> LatestAsync(CancellationToken ct) => (await LookAsync(ct)).Number;

    /// <summary>Asks; the text returns each of its rows as a list named row.</summary>
    public async Task<Answer> RowsAsync(CypherBuilder cypher, string text, CancellationToken ct)
    {
        var statement = cypher.Build(
            $$"""
            CALL () {
              {{text}}
            }
            WITH collect(row) AS rows
            CALL () { {{Mark}} }
            RETURN number, underway, rows
            """
        );
        for (var attempt = 0; ; attempt++)
        {
            var before = Volatile.Read(ref _last) ?? await LookAsync(ct);
            var answer = Only(await api.ReadAsync(statement, ct));
            if (Remember(answer) is { IsUnderway: false } after && after == before)
            {
                return Read(answer);
            }

            if (attempt == Patience && await InTurnAsync(statement, ct) is { } inTurn)
            {
                return inTurn;
            }

            if (attempt == Attempts)
            {
                throw new StoreException(
                    $"{options.Location} ændres lige nu så ofte, at der ikke kan læses. Prøv igen.",
                    isTransient: true
                );
            }

            if (attempt > 0)
            {
                await Task.Delay(Pause(attempt), ct);
            }
        }
    }

    /// <summary>Commits between a mark and its end. Where it is not known what came of the commit, the mark stays.</summary>
    public async Task DuringAsync(string token, Func<Task> commit, CancellationToken ct)
    {
        await api.WriteAsync(WriteCypher.Mark(token), ct);
        try
        {
            await commit();
        }
        catch (StoreException e) when (!e.IsTransient)
        {
            await EndAsync(token, ct);
            throw;
        }
        await EndAsync(token, ct);
    }

    public async Task EndAsync(string token, CancellationToken ct)
    {
        try
        {
            if ((await api.WriteAsync(WriteCypher.Unmark(token), ct)).FirstOrDefault() is { } answer)
            {
                Remember(answer);
            }
        }
        catch (StoreException)
        {
            // What was committed is so, even where this cannot be said now: who reads then waits its turn.
        }
    }

    /// <summary>
    /// With the store's lock no commit is under way, so a mark that is still there is a dead writer's. Null for who may not take it.
    /// </summary>
    private async Task<Answer?> InTurnAsync(Statement statement, CancellationToken ct)
    {
        try
        {
            return Read(Only(await api.LockedAsync("reading", statement, ct)));
        }
        catch (StoreException e) when (!e.IsTransient)
        {
            return null;
        }
    }

    private async Task<Seen> LookAsync(CancellationToken ct) => Remember(Only(await api.ReadAsync(Look, ct)));

    /// <summary>None where the nodes that say how far the store has come are gone, and several where they were copied.</summary>
    private object?[] Only(IReadOnlyList<object?[]> rows) =>
        rows is [var row]
            ? row
            : throw new StoreException(
                $"{options.Location} er ændret uden om effekt: lagerets egen _Store eller _Commit er ikke, som den skal være. "
                    + "»effekt verify --repair« lægger dem igen."
            );

    private int Pause(int attempt)
    {
        lock (options.Random)
        {
            return options.Random.Next(1, 5 * Math.Min(attempt, 20));
        }
    }

    private Seen Remember(object?[] answer)
    {
        var seen = new Seen((long)answer[0]!, answer[1] is not null);
        Volatile.Write(ref _last, seen);
        return seen;
    }

    private static Answer Read(object?[] answer) => new((long)answer[0]!, [.. ((List<object?>)answer[2]!).Cast<List<object?>>()]);
}

/// <summary>The rows of a statement, and the revision that was the newest as it was answered.</summary>
internal sealed record Answer(long Newest, IReadOnlyList<List<object?>> Rows);
