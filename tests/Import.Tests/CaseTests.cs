using System.Runtime.CompilerServices;
using System.Text;
using Xunit;

namespace Effektkaeder.Import.Tests;

/// <summary>
/// The mapping's rules as documents that run: each file under Cases is one rule, with rows of a form (tabs written
/// "⇥") and what they become. <c>SNAP_UPDATE=1</c> writes the result anew, to be read before it is kept.
/// </summary>
public class CaseTests
{
    private const string Dokument = "## Dokument: ";
    private const string Bliver = "## Bliver: ";

    public static TheoryData<string> Alle =>
        [.. Directory.GetFiles(Folder(), "*.md").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Alle))]
    public void A_form_becomes_what_its_case_says(string navn)
    {
        var path = Path.Combine(Folder(), navn + ".md");
        var text = File.ReadAllText(path);
        var art = Line(text, Dokument);
        var vis = Line(text, Bliver).Split(", ");
        var rows = Fence(text, text.IndexOf(Dokument, StringComparison.Ordinal)).Body.Replace('⇥', '\t');
        var document = art switch
        {
            "udviklingsaftale" => Testdokument.Udviklingsaftale(rows),
            "maalaftale" => Testdokument.Maalaftale(rows),
            "helt" => rows,
            _ => throw new InvalidOperationException($"{navn}: »{art}« is no form"),
        };
        var actual = Grafvisning.Af(DocumentImporter.Import("sag.txt", Encoding.UTF8.GetBytes(document), new ImportOptions()), vis);
        var (expected, start, end) = Fence(text, text.IndexOf(Bliver, StringComparison.Ordinal));
        if (Environment.GetEnvironmentVariable("SNAP_UPDATE") == "1")
        {
            File.WriteAllText(path, text[..start] + actual + text[end..]);
            return;
        }

        Assert.Equal(expected, actual);
    }

    [Fact]
    public void There_are_cases() => Assert.True(Alle.Count >= 25, $"only {Alle.Count} cases in {Folder()}");

    private static string Line(string text, string heading)
    {
        var start = text.IndexOf(heading, StringComparison.Ordinal) + heading.Length;
        return text[start..text.IndexOf('\n', start)].Trim();
    }

    private static (string Body, int Start, int End) Fence(string text, int from)
    {
        var start = text.IndexOf("~~~\n", from, StringComparison.Ordinal) + 4;
        var end = text.IndexOf("~~~", start, StringComparison.Ordinal);
        return (text[start..end], start, end);
    }

    private static string Folder([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "Cases");
}
