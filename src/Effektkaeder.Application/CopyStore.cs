using System.Security.Cryptography;
using System.Text;
using Effektkaeder.Domain;
using Effektkaeder.Exchange;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application;

/// <summary>What a copy did.</summary>
/// <param name="Resumed">Of the revisions, how many were there already.</param>
/// <param name="Sha256">Of all that each revision did; the same in both stores.</param>
public sealed record CopyReport(long Revisions, long Resumed, int Nodes, int Edges, string Sha256);

/// <summary>
/// Moves a store to another, of either engine, revision by revision, so that both can be read as of each. What is there already
/// is first seen to be the same, then passed over: a copy that was cut goes on from where it came to.
/// </summary>
public sealed class CopyStore(IGraphStore from, IGraphStore to)
{
    /// <param name="progress">Told how many revisions the other store has, and of how many.</param>
    /// <exception cref="StoreException">The other store holds something else, or what arrived is not what was sent.</exception>
    public async Task<CopyReport> CopyAsync(Action<long, long> progress, CancellationToken ct)
    {
        var (last, resumed) = (await from.LatestAsync(ct), await to.LatestAsync(ct));
        if (resumed > last)
        {
            throw Other($"det har {resumed} revisioner, og der kopieres kun {last}");
        }

        for (var number = 1L; number <= resumed; number++)
        {
            if (await from.RevisionAsync(number, ct) != await to.RevisionAsync(number, ct))
            {
                throw Other($"dets revision {number} er en anden");
            }
        }

        for (var number = resumed + 1; number <= last; number++)
        {
            await MoveAsync(number, ct);
            progress(number, last);
        }
        var (sent, arrived) = (await SumAsync(from, last, ct), await SumAsync(to, last, ct));
        var health = await to.VerifyAsync((_, _) => { }, ct);
        if (sent != arrived || health.Faults.Count > 0)
        {
            throw new StoreException(
                $"Kopien i {to.Location} er ikke, hvad der blev sendt ({health.Faults.FirstOrDefault() ?? "kontrolsummen er en anden"}). "
                    + "Brug den ikke."
            );
        }

        var there = (await (await from.AtAsync(last, ct)).QueryAsync(new(null, [], new(First: 0), Count: true), ct)).Total;
        if (there != health.Nodes)
        {
            throw new StoreException(
                $"{from.Location} er ikke i orden: der er {there} knuder, og revisionerne giver {health.Nodes}, som er kopieret. "
                    + "Kør »effekt verify«."
            );
        }

        foreach (var scenario in await from.Scenarios.AllAsync(ct))
        {
            await to.Scenarios.PutAsync(scenario, ct);
        }

        return new(last, resumed, health.Nodes, health.Edges, sent);
    }

    private async Task MoveAsync(long number, CancellationToken ct)
    {
        var revision = (await from.RevisionAsync(number, ct))!;
        var changes = await from.ChangesAsync(number, ct);
        // A revision that only removed what was not there changed nothing; it becomes one that does the same.
        List<string> gone =
            changes.Count == 0 ? ["-"] : [.. changes.Where(c => c.NodeBefore is not null && c.NodeAfter is null).Select(c => c.Key)];
        await to.CommitAsync(
            new(
                number - 1,
                new(revision.At, revision.Author, revision.Action, revision.Source, revision.Summary),
                [.. changes.Select(c => c.NodeAfter).OfType<Node>()],
                [.. changes.Select(c => c.EdgeAfter).OfType<Edge>()],
                gone,
                [.. changes.Where(c => c.EdgeBefore is not null && c.EdgeAfter is null).Select(c => c.Key)]
            ),
            ct
        );
    }

    /// <summary>
    /// A hash of what each revision did, in the one form that both engines export alike. That they together give the graph as it stands is
    /// for a store to verify: no more than one of them is held here.
    /// </summary>
    private static async Task<string> SumAsync(IGraphStore store, long last, CancellationToken ct)
    {
        using var sha = SHA256.Create();
        await using var sum = new CryptoStream(Stream.Null, sha, CryptoStreamMode.Write);
        for (var number = 1L; number <= last; number++)
        {
            var changes = await store.ChangesAsync(number, ct);
            GrafJson.Write(Graf.Of(changes.Select(c => c.NodeAfter).OfType<Node>(), changes.Select(c => c.EdgeAfter).OfType<Edge>()), sum);
            await sum.WriteAsync(
                Encoding.UTF8.GetBytes(string.Join('\n', [$"{await store.RevisionAsync(number, ct)}", .. changes.Select(c => c.Key)])),
                ct
            );
        }

        await sum.FlushFinalBlockAsync(ct);
        return Convert.ToHexStringLower(sha.Hash!);
    }

    private StoreException Other(string why) =>
        new($"{to.Location} holder noget andet: {why}. Kopiér til et tomt lager, eller til en afbrudt kopi af det samme.");
}
