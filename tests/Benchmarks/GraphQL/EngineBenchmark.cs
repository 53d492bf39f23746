using System.Diagnostics;
using System.Globalization;
using System.Text;
using Effektkaeder.Api;
using Effektkaeder.Api.Requests;
using Effektkaeder.GraphQL.Http;
using Effektkaeder.Storage.Sqlite;

namespace Effektkaeder.Benchmarks.GraphQL;

/// <summary>The same questions without a network: what a request costs from its body to the bytes of its answer, on one thread.</summary>
internal static class EngineBenchmark
{
    public static async Task<int> RunAsync(double seconds, string only, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("effekt-bench-").FullName;
        try
        {
            await using var store = await SqliteStore.OpenAsync(Path.Combine(folder, "bench.db"), default, inMemory: true);
            await BenchGraph.FillAsync(store);
            await store.WarmAsync(default);
            var http = new GraphQLHttp(EffektkaederApi.Engine());
            var services = new ApiContext(store, TimeProvider.System, "bench");
            foreach (var question in Questions.All.Where(q => q.Name.Contains(only, StringComparison.Ordinal)))
            {
                await LoopAsync(http, services, question, seconds);
                var (count, took, bytes) = await LoopAsync(http, services, question, seconds);
                output.WriteLine(
                    string.Create(CultureInfo.InvariantCulture, $"{question.Name,-32} {took / count,8:F1} µs {bytes / count,9} B")
                );
            }
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(int Count, double Microseconds, long Bytes)> LoopAsync(
        GraphQLHttp http,
        ApiContext services,
        Question question,
        double seconds
    )
    {
        var (count, clock, allocated) = (0, Stopwatch.StartNew(), GC.GetTotalAllocatedBytes());
        for (; clock.Elapsed.TotalSeconds < seconds; count++)
        {
            var request = new GraphQLHttpRequest(
                "POST",
                "application/json",
                "application/json",
                [],
                question.Bodies[count % question.Bodies.Count]
            );
            using var response = await http.HandleAsync(request, services);
            if (!response.Body.Span.StartsWith("{\"data\":"u8))
            {
                throw new InvalidOperationException($"{question.Name}: {Encoding.UTF8.GetString(response.Body.Span)}");
            }
        }
        return (count, clock.Elapsed.TotalMicroseconds, GC.GetTotalAllocatedBytes() - allocated);
    }
}
