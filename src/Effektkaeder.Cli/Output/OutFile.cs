namespace Effektkaeder.Cli.Output;

/// <summary>Where data goes that is no table.</summary>
internal static class OutFile
{
    /// <summary>Writes to a file where one is named, else to stdout.</summary>
    public static void Write(string? file, Action<Stream> write)
    {
        if (file is null)
        {
            using var stdout = Console.OpenStandardOutput();
            write(stdout);
            return;
        }
        using var stream = File.Create(file);
        write(stream);
    }
}
