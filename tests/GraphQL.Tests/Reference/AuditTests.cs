using System.Diagnostics;
using Xunit;

namespace Effektkaeder.GraphQL.Tests.Reference;

/// <summary>The audits of GraphQL over HTTP (npm graphql-http), run against the host as a process of its own.</summary>
public sealed class AuditTests(ITestOutputHelper output)
{
    [Fact]
    public async Task The_host_passes_every_audit_of_graphql_http()
    {
        ReferenceImplementation.Require();
        using var host = Process.Start(
            new ProcessStartInfo(
                "dotnet",
                [Path.Combine(AppContext.BaseDirectory, "GraphQL.Host.dll"), ReferenceImplementation.SchemaFile, "--port", "0"]
            )
            {
                RedirectStandardOutput = true,
            }
        )!;
        try
        {
            var address = await host.StandardOutput.ReadLineAsync();
            Assert.StartsWith("http://127.0.0.1:", address, StringComparison.Ordinal);
            var results = await ReferenceImplementation.AskAsync("audit.mjs", [address!], []);
            var passed = results.Count(result => result.GetProperty("status").GetString() == "ok");
            output.WriteLine($"{passed} of {results.Count} audits pass");
            Assert.True(results.Count > 50, "The audits did not run.");
            Assert.True(
                passed == results.Count,
                string.Join(
                    "\n",
                    results.Where(result => result.GetProperty("status").GetString() != "ok").Select(result => result.GetRawText())
                )
            );
        }
        finally
        {
            host.Kill(entireProcessTree: true);
            await host.WaitForExitAsync();
        }
    }
}
