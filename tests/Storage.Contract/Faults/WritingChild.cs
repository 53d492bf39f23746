using System.Globalization;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;
using Effektkaeder.Storage.Sqlite;

namespace Effektkaeder.Storage.Contract.Faults;

/// <summary>A process that commits one batch after another and says each revision's number when the store has acknowledged it.</summary>
internal static class WritingChild
{
    public const string Verb = "write-until-killed";

    /// <summary>In place of how many batches: three land at a time, for as long as it lives.</summary>
    public const string Together = "together";

    private const int Group = 3;

    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            await using var store = await SqliteStore.OpenAsync(args[0], CancellationToken.None);
            Console.WriteLine("open");
            while (args is [_, Together])
            {
                await TogetherAsync(store);
            }

            for (var left = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : int.MaxValue; left > 0; left--)
            {
                var revision = await store.CommitAsync(Batch(await store.LatestAsync(CancellationToken.None)), CancellationToken.None);
                Console.WriteLine(revision!.Number.ToString(CultureInfo.InvariantCulture));
            }
            return 0;
        }
        catch (StoreException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }

    private static async Task TogetherAsync(SqliteStore store)
    {
        var landed = new List<Revision?>();
        await using var group = (await store.GroupAsync(CancellationToken.None))!;
        while (landed.Count < Group)
        {
            var graph = await group.ToChangeAsync(CancellationToken.None);
            landed.Add(await group.CommitAsync(Batch(graph.Revision), CancellationToken.None));
        }

        await group.LandAsync();
        landed.ForEach(r => Console.WriteLine(r!.Number.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>What the revision after this base holds: a size that differs, and one node that every revision changes.</summary>
    public static ChangeSet Batch(long baseRevision)
    {
        var revision = baseRevision + 1;
        var nodes = Enumerable
            .Range(0, 50 + (int)(revision * 37 % 300))
            .Select(i => Given.Node(NodeKind.Emne, $"{revision}-{i}", Given.Says($"Emne {i} af {revision}")))
            .Append(Given.Node(NodeKind.Emne, "taeller", Given.Says($"{revision}")))
            .ToList();
        return Given.Changes(
            baseRevision,
            nodes,
            [.. nodes.Skip(1).Select(n => Given.Edge(EdgeType.KoblerTil, nodes[0], n, KoblingArt.Emne))],
            [],
            []
        );
    }
}
