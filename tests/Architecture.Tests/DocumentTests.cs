using System.Text.RegularExpressions;
using Xunit;

namespace Effektkaeder.Architecture.Tests;

/// <summary>What the documents say of the code.</summary>
public sealed partial class DocumentTests
{
    [Theory]
    [InlineData("docs/huset.md")]
    [InlineData("CONTRIBUTING.md")]
    [InlineData("docs/performance.md")]
    public void Every_path_that_is_named_is_there(string document)
    {
        var paths = Named().Matches(File.ReadAllText(Path.Combine(Rooms.Root, document))).Select(m => m.Groups[1].Value).ToList();
        Assert.NotEmpty(paths);
        Assert.All(paths, path => Assert.True(Path.Exists(Path.Combine(Rooms.Root, path)), $"{document}: {path}"));
    }

    [GeneratedRegex(@"`((?:src|tests|schema|docs)/[\w./-]+)`")]
    private static partial Regex Named();
}
