using Xunit;

namespace Effektkaeder.Api.Tests.Fields;

/// <summary>What cannot be answered is refused in Danish, with a code a program can act on.</summary>
public sealed class ArgumentErrorTests(SeedGraph seed)
{
    private const string Node = "vestersoe/indsats/tidlig-opsporing";

    [Theory]
    [InlineData("{ alleNoder(first: 501) { totalCount } }", "first er 0 til 500; der blev bedt om 501.")]
    [InlineData(
        "{ alleNoder(where: { tid: { fra: \"2017-01-01\", til: \"2016-12-31\" } }) { totalCount } }",
        "tid.fra (2017-01-01) ligger efter tid.til (2016-12-31)."
    )]
    [InlineData("{ alleNoder(last: 501) { totalCount } }", "last er 0 til 500; der blev bedt om 501.")]
    [InlineData("{ soeg(tekst: \"a\", skip: -1) { totalCount } }", "skip er 0 til 100000; der blev bedt om -1.")]
    [InlineData("{ alleNoder(first: -1) { totalCount } }", "first er 0 til 500; der blev bedt om -1.")]
    [InlineData("{ alleNoder(first: 1, last: 1) { totalCount } }", "Giv enten first eller last, ikke begge.")]
    [InlineData("{ soeg(tekst: \"a\", first: 201) { totalCount } }", "first er 0 til 200; der blev bedt om 201.")]
    [InlineData("{ paavirkning(aendringer: []) { bortfaldne { id } } }", "Nævn mindst én ændring.")]
    [InlineData(
        "{ paavirkning(aendringer: [{ node: \"" + Node + "\", art: UDSKYDES }]) { bortfaldne { id } } }",
        "UDSKYDES kræver enten en varighed, fx \"P6M\", eller en dag i til."
    )]
    [InlineData(
        "{ paavirkning(aendringer: [{ node: \"Tidlig opsporing\", art: UDSKYDES, til: \"2025-09-30\" }]) { bortfaldne { id } } }",
        "»Tidlig opsporing« ligger 30. september 2025 og kan kun udskydes til en senere dag."
    )]
    [InlineData(
        "{ paavirkning(aendringer: [{ node: \"" + Node + "\", art: UDSKYDES, varighed: \"P1M\", til: \"2030-01-01\" }]) { forklaring } }",
        "UDSKYDES kræver enten en varighed, fx \"P6M\", eller en dag i til."
    )]
    [InlineData(
        "{ paavirkning(aendringer: [{ node: \"" + Node + "\", art: BORTFALDER, varighed: \"P1M\" }]) { bortfaldne { id } } }",
        "Kun UDSKYDES har en varighed eller en dag."
    )]
    [InlineData(
        "{ paavirkning(aendringer: [{ node: \"" + Node + "\", art: AENDRES }], dybde: -1) { bortfaldne { id } } }",
        "dybde kan ikke være negativ; der blev bedt om -1."
    )]
    [InlineData(
        "{ paavirkning(aendringer: [{ node: \"" + Node + "\", art: AENDRES }], koblingshop: 11) { bortfaldne { id } } }",
        "koblingshop er 0 til 10; der blev bedt om 11."
    )]
    [InlineData(
        "{ stier(fra: \"" + Node + "\", til: \"" + Node + "\", first: 1001) { afkortet } }",
        "first er 0 til 1000; der blev bedt om 1001."
    )]
    [InlineData("{ knude(id: \"" + Node + "\") { nedad(dybde: 21) { afstand } } }", "dybde er 0 til 20; der blev bedt om 21.")]
    [InlineData(
        "{ knude(id: \"" + Node + "\") { ... on Indsats { bidrag(first: 501) { id } } } }",
        "first er 0 til 500; der blev bedt om 501."
    )]
    public async Task An_argument_out_of_bounds_is_refused(string query, string message) =>
        Assert.Equal((message, "UGYLDIGT_ARGUMENT"), await seed.Api.ErrorAsync(query));

    [Theory]
    [InlineData("{ paavirkning(aendringer: [{ node: \"findes/ikke\", art: BORTFALDER }]) { bortfaldne { id } } }")]
    [InlineData("{ stier(fra: \"findes/ikke\", til: \"" + Node + "\") { afkortet } }")]
    [InlineData("{ tegning(scene: CENTER, node: \"findes/ikke\") { svg } }")]
    [InlineData("{ kontrol(aftale: \"findes/ikke\") { kode } }")]
    public async Task An_unknown_node_is_named(string query) =>
        Assert.Equal(("Der er ingen knude »findes/ikke«.", "IKKE_FUNDET"), await seed.Api.ErrorAsync(query));

    [Theory]
    [InlineData("{ alleMilepaele(where: { tid: { fra: \"2025-13-01\" } }) { totalCount } }", "En dato skrives som 2016-08-29.")]
    [InlineData(
        "{ paavirkning(aendringer: [{ node: \"" + Node + "\", art: UDSKYDES, varighed: \"6 måneder\" }]) { bortfaldne { id } } }",
        "En varighed skrives som P6M"
    )]
    public async Task A_value_of_another_form_says_how_it_is_written(string query, string part) =>
        Assert.Contains(part, (await seed.Api.ErrorAsync(query)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("{ tegning(scene: EFFEKTKAEDE) { svg } }")]
    [InlineData("{ tegning(scene: PAAVIRKNING) { svg } }")]
    public async Task A_scene_without_what_it_needs_is_refused(string query) =>
        Assert.Equal("UGYLDIGT_ARGUMENT", (await seed.Api.ErrorAsync(query)).Code);

    [Fact]
    public async Task Filters_too_deep_inside_each_other_are_refused()
    {
        var where = string.Concat(Enumerable.Repeat("not: { ", 9)) + "titel: { eq: \"a\" }" + string.Concat(Enumerable.Repeat(" }", 9));
        Assert.Equal(
            ("Filtre kan højst ligge 8 lag inde i hinanden.", "UGYLDIGT_ARGUMENT"),
            await seed.Api.ErrorAsync($"{{ alleNoder(where: {{ {where} }}) {{ totalCount }} }}")
        );
    }

    [Fact]
    public async Task A_question_that_would_cost_too_much_is_refused_before_it_is_asked() =>
        Assert.Equal(
            "LIMIT",
            (
                await seed.Api.ErrorAsync(
                    "{ alleNoder(first: 500) { nodes { boern(first: 500) { nodes { boern(first: 500) { nodes { id } } } } } } }"
                )
            ).Code
        );
}
