using System.Text;
using Effektkaeder.Domain.Tekst;

namespace Effektkaeder.Cli.Output;

/// <summary>Where data goes that is no table.</summary>
internal static class OutFile
{
    /// <summary>What a file's ending says that it is to hold, where nothing else does.</summary>
    /// <param name="endings">Without the point.</param>
    /// <param name="otherwise">For no file, and for one without an ending.</param>
    /// <exception cref="UsageException">The ending is that of something else.</exception>
    public static string EndingOf(string? file, IReadOnlyCollection<string> endings, string otherwise, string option)
    {
        var ending = Path.GetExtension(file ?? "").TrimStart('.').ToLowerInvariant();
        return ending.Length == 0 ? otherwise
            : endings.Contains(ending) ? ending
            : throw new UsageException(
                $"»{file}« ender på .{ending}, og det skrives ikke her, men {string.Join(", ", endings)}. Skriv {option}, hvis filen skal "
                    + "hedde sådan."
            );
    }

    /// <summary>Writes to a file where one is named, else to stdout.</summary>
    public static void Write(string? file, Action<Stream> write)
    {
        if (file is null)
        {
            WriteOut(write);
            return;
        }
        Replace(file, write);
    }

    public static void Write(string? file, string text)
    {
        if (file is null)
        {
            Console.Out.Write(text);
            return;
        }

        Replace(file, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>The new file takes the old one's place when it is whole: what goes wrong on the way leaves the old.</summary>
    private static void Replace(string file, Action<Stream> write)
    {
        var named = Path.GetFullPath(file);
        var target = File.Exists(named) ? File.ResolveLinkTarget(named, returnFinalTarget: true)?.FullName ?? named : named;
        if (Directory.Exists(target) || File.Exists(target) && !IsPlain(target))
        {
            // A pipe or a device is written to as it stands, and a folder refuses.
            using var stream = new FileStream(target, FileMode.Open, FileAccess.Write);
            write(stream);
            return;
        }

        var unfinished = target + ".delvis";
        try
        {
            using (var stream = File.Create(unfinished))
            {
                write(stream);
            }

            if (!OperatingSystem.IsWindows() && File.Exists(target))
            {
                File.SetUnixFileMode(unfinished, File.GetUnixFileMode(target));
            }

            File.Move(unfinished, target, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }

    private static bool IsPlain(string path) =>
        (File.GetAttributes(path) & (FileAttributes.Device | FileAttributes.Directory)) == 0
        && !path.StartsWith("/dev/", StringComparison.Ordinal)
        && !path.StartsWith("/proc/", StringComparison.Ordinal);

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
