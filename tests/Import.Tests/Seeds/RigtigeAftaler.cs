using System.Runtime.CompilerServices;
using Effektkaeder.Domain;
using Xunit;

namespace Effektkaeder.Import.Tests.Seeds;

/// <summary>The two real agreements, where they are at hand: EFFEKT_TEST_SEEDS, or ../shared/seeds beside the repository.</summary>
internal static class RigtigeAftaler
{
    internal const string A = "slagelse-udviklingsaftale-2016.txt";
    internal const string B = "guldborgsund-maalaftale-2016-18.txt";

    internal static byte[] Bytes(string fil)
    {
        var path = Path.Combine(Folder(), fil);
        Assert.SkipUnless(File.Exists(path), $"The real agreement {fil} is not in {Folder()}; set EFFEKT_TEST_SEEDS.");
        return File.ReadAllBytes(path);
    }

    internal static Aftalegraf Graf(string fil) => DocumentImporter.Import(fil, Bytes(fil), new ImportOptions()).Graf!;

    internal static IReadOnlyList<AngivetNode> Af(this Aftalegraf graf, NodeKind kind) => [.. graf.Nodes.Where(n => n.Kind == kind)];

    /// <summary>How many nodes of a kind each point or table has, in the order of the document.</summary>
    internal static string PrPunkt(this Aftalegraf graf, NodeKind kind) =>
        string.Join(
            ' ',
            graf.Af(kind).GroupBy(n => n.Key.Split('/')[2]).OrderBy(g => g.Min(n => n.Udsagn.Herkomst[0].Linje)).Select(g => g.Count())
        );

    internal static IReadOnlyList<AngivetEdge> Koblinger(this Aftalegraf graf, string fra) =>
        [.. graf.Edges.Where(k => k.Type == EdgeType.KoblerTil && k.From.EndsWith(fra, StringComparison.Ordinal))];

    private static string Folder([CallerFilePath] string file = "") =>
        Environment.GetEnvironmentVariable("EFFEKT_TEST_SEEDS") is { Length: > 0 } given
            ? given
            : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../../../shared/seeds"));
}
