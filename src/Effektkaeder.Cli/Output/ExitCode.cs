namespace Effektkaeder.Cli.Output;

/// <summary>What a command's ending tells the shell.</summary>
internal static class ExitCode
{
    public const int Good = 0;

    public const int Failed = 1;

    public const int WrongUse = 2;

    /// <summary>Ctrl-C, as shells say it: 128 and the signal's number.</summary>
    public const int Interrupted = 130;
}
