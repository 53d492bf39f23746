using System.Text;
using System.Text.Json;
using Xunit;

namespace Effektkaeder.Api.Tests.Fields;

public sealed class ImportTests(SeedGraph seed)
{
    private const string Mutation = """
        mutation($input: ImporterAftaleInput!) { importerAftale(input: $input) {
            udfald aftale { titel } revision { nummer kilde } aendringer { art type noegle titel } diagnostik { kode alvor fil linje kolonne besked raad } } }
        """;

    private static readonly byte[] Agreement = File.ReadAllBytes(Path.Combine(Repository.Root, "seed", "vestersoe-boern-og-unge", "aftale.md"));

    [Fact]
    public async Task A_new_edition_is_stored_as_one_revision_and_told_line_by_line()
    {
        var api = await seed.CopyAsync();
        await using var store = api.Store;
        var later = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Agreement).Replace("30. september 2025", "31. oktober 2025", StringComparison.Ordinal));

        var dry = (await ImportAsync(api, "ny.md", later, proeve: true)).At("importerAftale");
        Assert.Equal("INDLAEST", dry.At("udfald").GetString());
        Assert.Equal(JsonValueKind.Null, dry.At("revision").ValueKind);
        Assert.Contains(dry.At("aendringer").EnumerateArray(), l => l.At("art").GetString() == "ny" && l.At("titel").GetString() == "31. oktober 2025");
        Assert.Contains(dry.At("aendringer").EnumerateArray(), l => l.At("art").GetString() == "fjernet" && l.At("titel").GetString() == "30. september 2025");
        Assert.Equal(1, await store.LatestAsync(default));

        var real = (await ImportAsync(api, "ny.md", later)).At("importerAftale");
        Assert.Equal(("INDLAEST", 2), (real.At("udfald").GetString(), real.At("revision", "nummer").GetInt32()));
        Assert.Equal("Udviklingsaftale 2025, Center for Børn og Unge", real.At("aftale", "titel").GetString());

        var again = (await ImportAsync(api, "ny.md", later)).At("importerAftale");
        Assert.Equal(("UAENDRET", 0), (again.At("udfald").GetString(), again.At("aendringer").GetArrayLength()));
        Assert.Equal(2, await store.LatestAsync(default));
    }

    [Theory]
    [InlineData("Kære alle\n\nHusk kage på fredag.")]
    [InlineData("")]
    public async Task A_document_of_another_kind_leaves_the_revision_and_says_why(string text)
    {
        var api = await seed.CopyAsync();
        await using var store = api.Store;
        var answer = (await ImportAsync(api, "brev.md", Encoding.UTF8.GetBytes(text), kommune: "Vestersø")).At("importerAftale");
        Assert.Equal("AFVIST", answer.At("udfald").GetString());
        Assert.Contains(answer.At("diagnostik").EnumerateArray(), d => d.At("besked").GetString()!.Length > 0 && d.At("alvor").GetString() == "Fejl");
        Assert.Equal(1, await store.LatestAsync(default));
    }

    [Theory]
    [InlineData("../aftale.md")]
    [InlineData("/etc/passwd")]
    [InlineData("mappe\\aftale.md")]
    [InlineData("..")]
    [InlineData("")]
    [InlineData("a\u0000.md")]
    public async Task A_path_is_no_file_name(string name) =>
        Assert.Equal(("filnavn er et navn uden mapper, fx \"aftale.md\".", "UGYLDIGT_ARGUMENT"),
            await seed.Api.ErrorAsync(Mutation, new { input = new { filnavn = name, indholdBase64 = "" } }));

    [Fact]
    public async Task What_is_not_base64_or_is_too_large_is_refused()
    {
        Assert.Equal(("indholdBase64 er ikke gyldig base64.", "UGYLDIGT_ARGUMENT"),
            await seed.Api.ErrorAsync(Mutation, new { input = new { filnavn = "a.md", indholdBase64 = "ikke base64!" } }));
        var large = new string('A', (EffektkaederApi.MaxDocumentBytes / 3 + 1) * 4);
        Assert.Equal(("Dokumentet må højst fylde 10 MB.", "UGYLDIGT_ARGUMENT"),
            await seed.Api.ErrorAsync(Mutation, new { input = new { filnavn = "a.md", indholdBase64 = large } }));
    }

    private static Task<JsonElement> ImportAsync(Api api, string name, byte[] content, string? kommune = null, bool proeve = false) =>
        api.AskAsync(Mutation, new { input = new { filnavn = name, indholdBase64 = Convert.ToBase64String(content), kommune, proeve } });
}
