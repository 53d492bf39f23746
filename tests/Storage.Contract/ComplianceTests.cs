using Xunit;

namespace Effektkaeder.Storage.Contract;

/// <summary>An engine passes the contract only when it inherits every suite.</summary>
public sealed class ComplianceTests
{
    private static readonly string[] Engines = ["Sqlite", "Neo4j", "Memory"];

    private static Type[] Suites { get; } =
    [.. typeof(StoreContract).Assembly.GetTypes().Where(t => t.IsAbstract && t.IsSubclassOf(typeof(StoreContract)))];

    private static IEnumerable<Type> Skipped(string engine, IEnumerable<Type> types) =>
        Suites.Where(suite =>
            !types.Any(t =>
                t is { IsAbstract: false, IsPublic: true }
                && t.BaseType == suite
                && t.Namespace!.EndsWith("." + engine, StringComparison.Ordinal)
            )
        );

    [Fact]
    public void Every_engine_inherits_every_suite() =>
        Assert.All(Engines, engine => Assert.Empty(Skipped(engine, typeof(StoreContract).Assembly.GetTypes())));

    [Fact]
    public void A_suite_that_an_engine_skips_is_found() =>
        Assert.All(
            Suites,
            suite => Assert.Equal([suite], Skipped("Sqlite", typeof(StoreContract).Assembly.GetTypes().Where(t => t.BaseType != suite)))
        );
}
