using System.Runtime.CompilerServices;
using Xunit;

namespace Effektkaeder.Tests;

/// <summary>Compares text with a golden file beside the test; <c>SNAP_UPDATE=1</c> writes the file anew.</summary>
internal static class Snap
{
    public static void Match(string actual, string fileName, [CallerFilePath] string testFile = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(testFile)!, "Golden", fileName);
        if (Environment.GetEnvironmentVariable("SNAP_UPDATE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
            return;
        }

        Assert.True(File.Exists(path), $"No golden file {fileName}; run once with SNAP_UPDATE=1 and read what it wrote.");
        Assert.Equal(File.ReadAllText(path), actual);
    }
}
