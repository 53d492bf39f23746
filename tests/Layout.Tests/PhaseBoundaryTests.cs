using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Xunit;

namespace Effektkaeder.Layout.Tests;

public sealed partial class PhaseBoundaryTests
{
    [Fact]
    public void A_phase_never_imports_another()
    {
        var files = Phases()
            .SelectMany(p =>
                Directory.EnumerateFiles(p, "*.cs", SearchOption.AllDirectories).Select(f => (Phase: Path.GetFileName(p), File: f))
            )
            .ToList();
        Assert.True(files.Count > 20);
        Assert.All(files, f => Assert.All(Named(File.ReadAllText(f.File)), phase => Assert.Equal(f.Phase, phase)));
    }

    [Fact]
    public void Every_phase_says_what_it_requires_what_it_ensures_and_its_source()
    {
        foreach (var phase in Phases())
        {
            var entry = File.ReadAllText(Assert.Single(Directory.EnumerateFiles(phase, "*Phase.cs")));
            Assert.Contains("<para>Requires: ", entry, StringComparison.Ordinal);
            Assert.Contains("<para>Ensures: ", entry, StringComparison.Ordinal);
            Assert.Contains("<para>Source: ", entry, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_planted_import_is_found() =>
        Assert.Equal(
            ["P2Layers", "P4Coordinates"],
            Named("using Effektkaeder.Layout.P2Layers;\nvar x = Effektkaeder.Layout.P4Coordinates.Cell.Of(y);")
        );

    private static IEnumerable<string> Named(string text) => PhaseName().Matches(text).Select(m => m.Groups[1].Value);

    private static IReadOnlyList<string> Phases([CallerFilePath] string here = "")
    {
        var root = Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "src", "Effektkaeder.Layout");
        var phases = Directory
            .EnumerateDirectories(root, "P?*")
            .Where(d => char.IsDigit(Path.GetFileName(d)[1]))
            .Order(StringComparer.Ordinal)
            .ToList();
        Assert.Equal(5, phases.Count);
        return phases;
    }

    [GeneratedRegex(@"Effektkaeder\.Layout\.(P\d\w+)")]
    private static partial Regex PhaseName();
}
