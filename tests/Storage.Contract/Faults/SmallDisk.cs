using System.Diagnostics;
using Xunit;

namespace Effektkaeder.Storage.Contract.Faults;

/// <summary>
/// A disk of a few megabytes, which can be filled and given more room. Whoever may not mount one skips the test, with a line.
/// </summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    public required string Folder { get; init; }

    public static async Task<SmallDisk> MountAsync(int megabytes)
    {
        var folder = Directory.CreateTempSubdirectory("effekt-disk-").FullName;
        var isMounted =
            OperatingSystem.IsLinux() && await RunAsync("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", folder) == 0;
        if (!isMounted)
        {
            Directory.Delete(folder);
        }

        Assert.SkipUnless(isMounted, "a small disk needs the right to mount one");
        return new() { Folder = folder };
    }

    private string Filling => Path.Combine(Folder, "filling");

    public async Task GrowAsync(int megabytes) => Assert.Equal(0, await RunAsync("mount", "-o", $"remount,size={megabytes}m", Folder));

    /// <summary>Takes all room but so many bytes, until <see cref="Free"/>.</summary>
    public async Task FillAsync(long left) =>
        Assert.Equal(0, await RunAsync("fallocate", "-l", $"{new DriveInfo(Folder).AvailableFreeSpace - left}", Filling));

    public void Free() => File.Delete(Filling);

    public async ValueTask DisposeAsync()
    {
        // What was killed a moment ago may still hold it: it goes when that does.
        await RunAsync("umount", "--lazy", Folder);
        Directory.Delete(Folder);
    }

    private static async Task<int> RunAsync(string program, params string[] args)
    {
        try
        {
            using var process = Process.Start(program, args);
            await process.WaitForExitAsync();
            return process.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return -1;
        }
    }
}
