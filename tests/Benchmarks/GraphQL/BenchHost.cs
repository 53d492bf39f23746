using Effektkaeder.Storage.Sqlite;
using Effektkaeder.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Effektkaeder.Benchmarks.GraphQL;

/// <summary>One of our own servers in a process of its own: the product as <c>effekt serve</c> runs it, or a bare endpoint.</summary>
internal static class BenchHost
{
    public static async Task<int> RunAsync(string kind, int port, string folder)
    {
        await using var app = kind == "bare" ? Bare(port, folder) : await ProductAsync(port, folder);
        await app.RunAsync();
        return 0;
    }

    /// <summary>The whole product: guard, HTTP rules, engine, API, and a store in a file.</summary>
    private static async Task<WebApplication> ProductAsync(int port, string folder) =>
        WebHost.Build(
            new WebOptions(
                await SqliteStore.OpenAsync(Path.Combine(folder, "bench.db"), default, inMemory: true),
                TimeProvider.System,
                port,
                "bench"
            )
        );

    /// <summary>
    /// Reads the request and writes the bytes that the product would answer: what no server on Kestrel can be faster than.
    /// </summary>
    private static WebApplication Bare(int port, string folder)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, port));
        var app = builder.Build();
        var answers = Questions.All.ToDictionary(q => q.Name, q => File.ReadAllBytes(Path.Combine(folder, q.Name + ".json")));
        app.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            var answer = answers[context.Request.Headers["X-Question"].ToString()];
            context.Response.ContentType = "application/json; charset=utf-8";
            context.Response.ContentLength = answer.Length;
            await context.Response.Body.WriteAsync(answer);
        });
        return app;
    }
}
