namespace Effektkaeder.Cli.Output;

/// <summary>The command was used wrongly; the message says how to use it.</summary>
internal sealed class UsageException(string message) : Exception(message);
