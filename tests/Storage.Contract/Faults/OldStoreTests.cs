using System.IO.Compression;
using System.Security.Cryptography;
using Effektkaeder.Application;
using Effektkaeder.Exchange;
using Effektkaeder.Storage.Ports;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Effektkaeder.Storage.Contract.Faults;

/// <summary>Tests of a store that an older program wrote, unpacked for each of them.</summary>
/// <param name="resource">The packed file.</param>
public abstract class OldStoreTests(string resource) : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("effekt-old-").FullName;

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected string Graph => Path.Combine(_folder, "graf.db");

    public async ValueTask InitializeAsync()
    {
        await using var packed = typeof(OldStoreTests).Assembly.GetManifestResourceStream(resource)!;
        await using var file = File.Create(Graph);
        await new GZipStream(packed, CompressionMode.Decompress).CopyToAsync(file, Ct);
    }

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>Lower-case hex of the hash of what a graph is exported as.</summary>
    protected static async Task<string> SumAsync(IGraph graph)
    {
        using var bytes = new MemoryStream();
        GrafJson.Write(await new ReadGraph(graph).ReadAsync(Ct), bytes);
        return Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray()));
    }

    protected async Task<object?> ScalarAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Graph};Pooling=false");
        await connection.OpenAsync(Ct);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(Ct);
    }
}
