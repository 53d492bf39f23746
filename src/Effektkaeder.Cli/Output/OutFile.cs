using System.Text;
using Effektkaeder.Domain.Tekst;

namespace Effektkaeder.Cli.Output;

/// <summary>Where data goes that is no table.</summary>
internal static class OutFile
{
    /// <summary>Writes to a file where one is named, else to stdout.</summary>
    public static void Write(string? file, Action<Stream> write)
    {
        if (file is null)
        {
            WriteOut(write);
            return;
        }
        using var stream = File.Create(file);
        write(stream);
    }

    /// <summary>A pipe gets the bytes as they are, a terminal what may be shown.</summary>
    private static void WriteOut(Action<Stream> write)
    {
        if (Console.IsOutputRedirected)
        {
            using var stdout = Console.OpenStandardOutput();
            write(stdout);
            return;
        }

        using var memory = new MemoryStream();
        write(memory);
        Console.Out.WriteLine(Synligt.Lines(Encoding.UTF8.GetString(memory.GetBuffer(), 0, (int)memory.Length)));
    }
}
