using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Effektkaeder.Analysis.Paavirkning;
using Effektkaeder.Application.Following;
using Effektkaeder.Application.Importing;
using Effektkaeder.Storage.Sqlite;
using Xunit;

namespace Effektkaeder.Application.Tests.Following;

/// <summary>Filled forms for the two agreements, each with what it must propose and touch, worked out by hand.</summary>
public sealed partial class FormCaseTests(FollowedUp followed) : IClassFixture<FollowedUp>
{
    public static TheoryData<string> Cases =>
        [.. Directory.GetFiles(Folder, "*.md").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(ImportTests.Seed, "..", "tests", "Application.Tests", "Following", "Skemaer");

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_form_proposes_what_its_words_say(string name)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Folder, name + ".md"), TestContext.Current.CancellationToken);
        var (form, expected) = (Part(text, "Skema"), Part(text, "Bliver"));
        var read = ImportDocuments.Read(new SourceFile(name + ".md", Encoding.UTF8.GetBytes(form)), null);
        Assert.True(read.Skemaer.Count == 1, string.Join('\n', read.Diagnostics.Select(d => d.Besked)));

        Assert.Equal(expected, await ShownAsync(read, expected));
    }

    private async Task<string> ShownAsync(ReadDocument read, string expected)
    {
        var ct = TestContext.Current.CancellationToken;
        var report = await new ImportForms(followed.Store, TimeProvider.System).StoreAsync(read, null, "test", dryRun: true, ct);
        var shown = new StringBuilder();
        if (report.Outcome == ImportOutcome.Refused)
        {
            var question = Why().Match(report.Diagnostics[^1].Besked).Groups["grund"].Value;
            shown.AppendLine(CultureInfo.InvariantCulture, $"Spørgsmål: {question}");
            foreach (var candidate in report.Kandidater.Where(k => expected.Contains(k.Titel, StringComparison.Ordinal)))
            {
                shown.AppendLine(CultureInfo.InvariantCulture, $"Kandidat: {candidate.Titel}");
            }

            return shown.ToString().TrimEnd();
        }

        var svar = await new ReadFollowUp(followed.Store, await followed.Store.NewestAsync(ct)).OfAsync(report.Opfoelgninger[0], ct);
        shown.AppendLine(CultureInfo.InvariantCulture, $"{svar.Forslag.Ejer.Kind} »{svar.Forslag.Ejer.Titel}«");
        shown.AppendLine(CultureInfo.InvariantCulture, $"Konsekvens: {svar.Forslag.Konsekvens.Dom}");
        foreach (var remark in svar.Forslag.Bemaerkninger)
        {
            shown.AppendLine(CultureInfo.InvariantCulture, $"Bemærkning: {remark}");
        }

        foreach (var line in svar.Forslag.Linjer)
        {
            var asked = line.Spoergsmaal ?? line.Bemaerkning;
            shown.Append(CultureInfo.InvariantCulture, $"{line.Nr} {line.Beskrivelse}");
            shown.Append(asked is null ? "" : $" | {asked}");
            shown.AppendLine(line.Kandidater.Count == 0 ? "" : $" | {line.Kandidater.Count} kandidater");
        }

        foreach (var date in svar.Paavirkning?.Datoer ?? [])
        {
            shown.Append(CultureInfo.InvariantCulture, $"Dato {date.Aarsag} »{date.Node.Titel}«");
            shown.AppendLine(date.Foer == date.Efter ? "" : $": {date.Foer.Tekst} → {date.Efter.Tekst}");
        }

        foreach (var (label, consequence) in new[] { ("Mister grundlag", Konsekvens.MisterGrundlag), ("Svækkes", Konsekvens.Svaekkes) })
        {
            var count = svar.Paavirkning?.Beroerte.Count(b => b.Konsekvens == consequence) ?? 0;
            if (count > 0 && expected.Contains(label, StringComparison.Ordinal))
            {
                shown.AppendLine(CultureInfo.InvariantCulture, $"{label}: {count}");
            }
        }

        return shown.ToString().TrimEnd();
    }

    private static string Part(string text, string heading) =>
        Regex.Match(text, $@"## {heading}\n~~~\n(?<del>.*?)\n~~~", RegexOptions.Singleline).Groups["del"].Value;

    [GeneratedRegex(@"ikke gemt, for (?<grund>.*?)\.(?: Hvilken|\z)", RegexOptions.Singleline)]
    private static partial Regex Why();
}

/// <summary>A store with both agreements.</summary>
public sealed class FollowedUp : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("followed-up-").FullName;

    internal SqliteStore Store { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Store = await SqliteStore.OpenAsync(Path.Combine(_folder, "graf.db"), default);
        foreach (var name in new[] { "guldborgsund-maalaftale-2016-18", "slagelse-udviklingsaftale-2016" })
        {
            var text = await File.ReadAllBytesAsync(Path.Combine(ImportTests.Seed, name, "aftale.md"));
            await new ImportDocuments(Store, TimeProvider.System).ImportAsync(new(name + ".md", text), null, "test", false, default);
        }
    }

    /// <summary>The same store in another folder, to be changed.</summary>
    internal async Task<SqliteStore> CopyAsync(string folder)
    {
        var copy = Path.Combine(folder, "graf.db");
        await BackUpStore.RunAsync(Store, copy, (_, _) => { }, default);
        return await SqliteStore.OpenAsync(copy, default);
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
