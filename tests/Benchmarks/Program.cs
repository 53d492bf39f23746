using System.Globalization;
using Effektkaeder.Benchmarks;
using Effektkaeder.Benchmarks.Answers;
using Effektkaeder.Benchmarks.GraphQL;
using Effektkaeder.Benchmarks.Import;
using Effektkaeder.Benchmarks.Keeping;
using Effektkaeder.Benchmarks.Layout;
using Effektkaeder.Benchmarks.Storage;
using Effektkaeder.Benchmarks.Synthesis;

// dotnet run -c Release --project tests/Benchmarks -- layout [--sizes 30,100] [--graphs 3] [--only ours,dot]
// dotnet run -c Release --project tests/Benchmarks -- layout-cpu [--sizes 30,100] [--graphs 3] [--only "uneven lanes"]
// dotnet run -c Release --project tests/Benchmarks -- layout-fold [300]
// dotnet run -c Release --project tests/Benchmarks -- storage [--nodes 10000,100000] [--neo4j neo4j+http://localhost:7474/neo4j]
// dotnet run -c Release --project tests/Benchmarks -- graphql-engine [SECONDS [QUESTION]]
// dotnet run -c Release --project tests/Benchmarks -- graphql [ROUNDS [SECONDS [QUESTION]]] after npm ci in tests/Benchmarks/GraphQL/peers
// dotnet run -c Release --project tests/Benchmarks -- import-score [--keep] [--folder DIR]
// dotnet run -c Release --project tests/Benchmarks -- synthesis [--most 1000000] [--documents 1000]
// dotnet run -c Release --project tests/Benchmarks -- answers [--most 1000000] [--tasks 500]
// dotnet run -c Release --project tests/Benchmarks -- keeping soak|damage|bombs|beside [...]   what docs/drift.md promises, put to the test
// dotnet run -c Release --project tests/Benchmarks -- report [--short] [--neo4j ...]   all of them, as docs/performance.md holds them
return args switch
{
    ["report", .. var rest] => await Report.RunAsync(rest, Console.Out, Console.Error),
    ["layout", .. var rest] => LayoutBenchmark.Run(rest, Console.Out, Console.Error),
    ["layout-cpu", .. var rest] => CpuBenchmark.Run(rest, Console.Out),
    ["layout-fold", .. var rest] => FoldBenchmark.Run(rest, Console.Out),
    ["storage", .. var rest] => await StorageBenchmark.RunAsync(rest, Console.Out),
    ["import-score", .. var rest] => ImportScore.Run(rest, Console.Out),
    ["synthesis", .. var rest] => await SynthesisBenchmark.RunAsync(rest, Console.Out),
    ["synthesis-step", .. var rest] => await SynthesisBenchmark.StepAsync(rest),
    ["answers", .. var rest] => await AnswersBenchmark.RunAsync(rest, Console.Out),
    ["answers-peer", var lines] => AnswersBenchmark.Peer(lines),
    ["answers-step", var lines, var tasks] => await AnswersBenchmark.StepAsync(lines, int.Parse(tasks, CultureInfo.InvariantCulture)),
    ["graphql", .. var rest] => await GraphQLBenchmark.RunAsync(
        Path.Combine("tests", "Benchmarks", "GraphQL", "peers"),
        rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 3,
        rest.Length > 1 ? double.Parse(rest[1], CultureInfo.InvariantCulture) : 2,
        rest.Length > 2 ? rest[2] : "",
        Console.Out,
        Console.Error
    ),
    ["graphql-engine", .. var rest] => await EngineBenchmark.RunAsync(
        rest.Length > 0 ? double.Parse(rest[0], CultureInfo.InvariantCulture) : 1,
        rest.Length > 1 ? rest[1] : "",
        Console.Out
    ),
    ["keeping", "soak", .. var rest] => await Soak.RunAsync(rest, Console.Out),
    ["keeping", "damage", .. var rest] => await Damage.RunAsync(rest, Console.Out),
    ["keeping", "bombs", .. var rest] => await Bombs.RunAsync(rest, Console.Out),
    ["keeping", "beside", .. var rest] => await Beside.RunAsync(rest, Console.Out),
    ["graphql-host", var kind, var port, var folder] => await BenchHost.RunAsync(
        kind,
        int.Parse(port, CultureInfo.InvariantCulture),
        folder
    ),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Usage: report [--short] [--neo4j neo4j+http://host:port/database]");
    Console.Error.WriteLine(
        "       layout [--sizes 30,100,300,1000,3000] [--graphs 3] [--only ours,dot,elk,dagre,msagl] [--dags] [--seconds 120]"
    );
    Console.Error.WriteLine("       layout-cpu [--sizes 30,100,300,1000,3000] [--graphs 3] [--only FAMILY]");
    Console.Error.WriteLine("       layout-fold [300]");
    Console.Error.WriteLine("       storage [--nodes 10000,100000,1000000] [--neo4j neo4j+http://host:port/database]");
    Console.Error.WriteLine("       graphql [rounds [seconds [question]]]");
    Console.Error.WriteLine("       graphql-engine [seconds [question]]");
    Console.Error.WriteLine("       answers [--most 1000000] [--tasks 500]");
    Console.Error.WriteLine("       import-score [--keep] [--folder DIR]");
    Console.Error.WriteLine("       synthesis [--most 1000000] [--documents 1000]");
    Console.Error.WriteLine("       keeping damage [--flips 60] [--seed 1] [--served] [--port 5318]");
    Console.Error.WriteLine("       keeping bombs [--kommuner 28] [--port 5317]");
    Console.Error.WriteLine("       keeping beside [--kommuner 28] [--documents 160] [--port 5316]");
    Console.Error.WriteLine("       keeping soak [--minutes 60] [--rate 25] [--kommuner 28] [--port 5319] [--folder DIR]");
    return 2;
}
