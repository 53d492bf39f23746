using Effektkaeder.Storage.Contract.Faults;
using Xunit.Runner.InProc.SystemConsole;

// The tests, or a child process that a crash test kills.
return args switch
{
    [WritingChild.Verb, .. var rest] => await WritingChild.RunAsync(rest),
    [UpgradingChild.Verb, var path] => await UpgradingChild.RunAsync(path),
    _ => await ConsoleRunner.Run(args),
};
