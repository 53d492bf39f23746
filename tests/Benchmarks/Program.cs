using Effektkaeder.Benchmarks.Layout;
using Effektkaeder.Benchmarks.Storage;

// dotnet run -c Release --project tests/Benchmarks -- layout [--sizes 30,100] [--graphs 3] [--only ours,dot]
// dotnet run -c Release --project tests/Benchmarks -- storage [--sizes 10000,100000] [--neo4j neo4j+http://localhost:7474/neo4j]
return args switch
{
    ["layout", .. var rest] => LayoutBenchmark.Run(rest, Console.Out, Console.Error),
    ["storage", .. var rest] => await StorageBenchmark.RunAsync(rest, Console.Out),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Usage: layout [--sizes 30,100,300,1000,3000] [--graphs 3] [--only ours,dot,elk,dagre,msagl] [--dags] [--seconds 60]");
    Console.Error.WriteLine("       storage [--sizes 10000,100000,1000000] [--neo4j neo4j+http://host:port/database]");
    return 2;
}
