using System.Text;
using System.Text.Json;
using Effektkaeder.Storage.Ports;
using Xunit;

namespace Effektkaeder.Api.Tests.Fields;

public sealed class ImportTests(SeedGraph seed)
{
    private const string Mutation = """
        mutation($input: ImporterAftaleInput!) { importerAftale(input: $input) {
            udfald aftale { titel } revision { nummer kilde }
            aendringer { art type slags noegle titel hvad foer efter tidligereNoegle lighed grund }
            diagnostik { kode alvor fil linje kolonne sted besked raad }
            linjer { linje tilLinje sted slags tekst blev erUlaest } } }
        """;

    private static readonly byte[] Agreement = File.ReadAllBytes(
        Path.Combine(Repository.Root, "seed", "vestersoe-boern-og-unge", "aftale.md")
    );

    [Fact]
    public async Task A_new_edition_is_stored_as_one_revision_and_told_line_by_line()
    {
        var api = await seed.CopyAsync();
        await using var store = api.Store;
        var later = Encoding.UTF8.GetBytes(
            Encoding.UTF8.GetString(Agreement).Replace("30. september 2025", "31. oktober 2025", StringComparison.Ordinal)
        );

        var dry = (await ImportAsync(api, "ny.md", later, proeve: true)).At("importerAftale");
        Assert.Equal("INDLAEST", dry.At("udfald").GetString());
        Assert.Equal(JsonValueKind.Null, dry.At("revision").ValueKind);
        Assert.Contains(
            dry.At("aendringer").EnumerateArray(),
            l =>
                l.At("art").GetString() == "OMDOEBT"
                && l.At("slags").GetString() == "milepæl"
                && l.At("foer").GetString() == "30. september 2025"
                && l.At("efter").GetString() == "31. oktober 2025"
        );
        Assert.Contains(
            dry.At("linjer").EnumerateArray(),
            l =>
                l.At("tekst").GetString()!.Contains("31. oktober 2025", StringComparison.Ordinal)
                && l.At("sted").GetString() == $"linje {l.At("linje").GetInt32()}"
                && l.At("blev").EnumerateArray().Any(b => b.GetString() == "milepæl »31. oktober 2025«")
        );
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
        Assert.Contains(
            answer.At("diagnostik").EnumerateArray(),
            d => d.At("besked").GetString()!.Length > 0 && d.At("alvor").GetString() == "FEJL"
        );
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
        Assert.Equal(("filnavn", "filnavn er et navn uden mapper, fx \"aftale.md\"."), await FaultAsync(name, ""));

    [Fact]
    public async Task What_is_not_base64_or_is_too_large_is_refused()
    {
        Assert.Equal(("indholdBase64", "indholdBase64 er ikke gyldig base64."), await FaultAsync("a.md", "ikke base64!"));
        Assert.Equal(
            ("indholdBase64", "Dokumentet må højst fylde 10 MB; det fylder 11,0 MB."),
            await FaultAsync("a.md", new string('A', 11 * 1024 * 1024 / 3 * 4))
        );
    }

    /// <summary>The one user error of a document that was not read.</summary>
    private async Task<(string Felt, string Besked)> FaultAsync(string filnavn, string indholdBase64)
    {
        var answer = (
            await seed.Api.AskAsync(
                "mutation M($input: ImporterAftaleInput!) { importerAftale(input: $input) { udfald aftale { id } revision { nummer "
                    + "} aendringer { art } diagnostik { kode } fejl { kode felt besked } } }",
                new { input = new { filnavn, indholdBase64 } }
            )
        ).At("importerAftale");
        Assert.Equal(
            ("AFVIST", JsonValueKind.Null, 0, 0),
            (
                answer.At("udfald").GetString(),
                answer.At("revision").ValueKind,
                answer.At("aendringer").GetArrayLength(),
                answer.At("diagnostik").GetArrayLength()
            )
        );
        var error = Assert.Single(answer.At("fejl").EnumerateArray());
        Assert.Equal("UGYLDIGT_ARGUMENT", error.At("kode").GetString());
        return (error.At("felt").GetString()!, error.At("besked").GetString()!);
    }

    private static Task<JsonElement> ImportAsync(Api api, string name, byte[] content, string? kommune = null, bool proeve = false) =>
        api.AskAsync(
            Mutation,
            new
            {
                input = new
                {
                    filnavn = name,
                    indholdBase64 = Convert.ToBase64String(content),
                    kommune,
                    proeve,
                },
            }
        );
}
