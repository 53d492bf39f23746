using Effektkaeder.Benchmarks.Layout;

// dotnet run -c Release --project tests/Benchmarks -- layout [--sizes 30,100] [--graphs 3] [--only ours,dot]
return args is ["layout", .. var rest]
    ? LayoutBenchmark.Run(rest, Console.Out, Console.Error)
    : Usage();

static int Usage()
{
    Console.Error.WriteLine("Usage: layout [--sizes 30,100,300,1000,3000] [--graphs 3] [--only ours,dot,elk,dagre,msagl] [--dags] [--seconds 60]");
    return 2;
}
