using System.CommandLine;
using Effektkaeder.Cli.Options;

namespace Effektkaeder.Cli.Output;

/// <summary>What is said to the user beside the data.</summary>
internal static class Messages
{
    public static void Say(ParseResult parsed, string message)
    {
        if (!parsed.GetValue(SharedOptions.Quiet))
        {
            Console.Error.WriteLine(message);
        }
    }
}
