using Effektkaeder.Storage.Contract.Faults;
using Xunit.Runner.InProc.SystemConsole;

// The tests, or the child process that a crash test kills.
return args is [WritingChild.Verb, .. var rest] ? await WritingChild.RunAsync(rest) : await ConsoleRunner.Run(args);
