using Xunit;

namespace Effektkaeder.Api.Tests.Fields;

/// <summary>Each operator of <c>where</c>, against what the seed documents say.</summary>
public sealed class FilterTests(SeedGraph seed)
{
    private const string Vestersoe = "kommune: { eq: \"vestersoe\" }";

    [Theory]
    [InlineData("titel: { eq: \"Tidlig opsporing\" }", "Tidlig opsporing")]
    [InlineData("titel: { eq: \"tidlig opsporing\" }")]
    [InlineData("titel: { in: [\"Sunde overgange\", \"Findes ikke\", \"Tidlig opsporing\"] }", "Sunde overgange", "Tidlig opsporing")]
    [InlineData("titel: { startsWith: \"STÆRKE\" }", "Stærke skolefællesskaber")]
    [InlineData("titel: { startsWith: \"staerke\" }", "Stærke skolefællesskaber")]
    [InlineData("titel: { endsWith: \"liv\" }", "Længst muligt i eget liv")]
    [InlineData("titel: { contains: \"skolefaelles\" }", "Stærke skolefællesskaber")]
    [InlineData("titel: { ncontains: \"e\" }", "Tidlig opsporing")]
    [InlineData(
        "titel: { nstartsWith: \"S\", nendsWith: \"liv\", neq: \"Tidlig opsporing\" }",
        "Plads til flere på arbejdsmarkedet",
        "Unge i job og uddannelse"
    )]
    [InlineData(
        "titel: { nin: [\"Plads til flere på arbejdsmarkedet\", \"Unge i job og uddannelse\", \"Sunde overgange\", \"Tidlig opsporing\"] }",
        "Længst muligt i eget liv",
        "Stærke skolefællesskaber"
    )]
    [InlineData("tekst: { contains: \"noget at stå op til\" }", "Unge i job og uddannelse")]
    [InlineData("art: { findes: true }")]
    [InlineData("center: { eq: \"vestersoe/organisation/center-for-boern-og-unge\" }", "Stærke skolefællesskaber", "Tidlig opsporing")]
    [InlineData("center: { startsWith: \"vestersoe/organisation/center-for-s\" }", "Længst muligt i eget liv", "Sunde overgange")]
    [InlineData("noegle: { endsWith: \"sunde-overgange\" }", "Sunde overgange")]
    [InlineData("and: [{ titel: { startsWith: \"S\" } }, { titel: { contains: \"overgange\" } }]", "Sunde overgange")]
    [InlineData(
        "or: [{ titel: { startsWith: \"Tidlig\" } }, { titel: { startsWith: \"Unge\" } }]",
        "Tidlig opsporing",
        "Unge i job og uddannelse"
    )]
    [InlineData("or: []")]
    [InlineData("not: { titel: { contains: \"s\" } }")]
    [InlineData("henvist: { eq: true }")]
    [InlineData("uspecificeret: { neq: false }")]
    [InlineData("harBetingelse: { eq: true }")]
    [InlineData("boern: { some: { titel: { startsWith: \"Skolerne opretter\" } } }", "Stærke skolefællesskaber")]
    [InlineData("boern: { all: { titel: { contains: \"opsporing\" } } }", "Tidlig opsporing")]
    [InlineData("boern: { none: { titel: { contains: \"r\" } } }", "Unge i job og uddannelse")]
    [InlineData("foraeldre: { some: { titel: { eq: \"Et aktivt ældreliv\" } } }", "Længst muligt i eget liv")]
    [InlineData("foraeldre: { all: { titel: { eq: \"Lige adgang til sundhed\" } } }", "Sunde overgange")]
    [InlineData("koblinger: { some: { slags: { eq: REDSKAB } } }", "Sunde overgange")]
    [InlineData(
        "koblinger: { none: { slags: { in: [POLITIK, ORGANISATION] } } }",
        "Plads til flere på arbejdsmarkedet",
        "Unge i job og uddannelse"
    )]
    [InlineData("naboer: { kanttyper: [ANSVARLIG_FOR], vej: IND, some: { titel: { eq: \"Skolechef\" } } }", "Stærke skolefællesskaber")]
    [InlineData("naboer: { kanttyper: [ANSVARLIG_FOR], vej: UD, some: {} }")]
    [InlineData(
        "naboer: { kanttyper: [HAR_MILEPAEL], some: { tid: { fra: \"2025-12-15\", til: \"2025-12-20\" } } }",
        "Stærke skolefællesskaber"
    )]
    public async Task An_effort_of_Vestersoe_passes_where(string where, params string[] titles)
    {
        var answer = await seed.Api.AskAsync(
            $"{{ alleIndsatser(where: {{ {Vestersoe}, {where} }}, order: [{{ titel: ASC }}]) {{ totalCount nodes {{ titel }} }} }}"
        );
        Assert.Equal(titles, answer.At("alleIndsatser").Titles());
        Assert.Equal(titles.Length, answer.At("alleIndsatser", "totalCount").GetInt32());
    }

    [Theory]
    [InlineData("slags: { eq: KOMMUNE }", 3)]
    [InlineData("slags: { in: [KOMMUNE, VISION] }", 7)]
    [InlineData("slags: { nin: [KOMMUNE] }, art: { findes: false }, titel: { endsWith: \"sælgerkommune\" }", 4)]
    [InlineData("slags: { neq: KOMMUNE }, noegle: { in: [\"slagelse\", \"slagelse/vision/sund-klog-vaekst\"] }", 1)]
    [InlineData("slags: { eq: LOVHENVISNING }, kommune: { eq: \"dk\" }", 6)]
    [InlineData("slags: { eq: VISION }, henvist: { eq: true }", 2)]
    [InlineData("niveau: { eq: 0 }, henvist: { eq: true }", 2)]
    public async Task Nodes_of_every_kind_are_counted(string where, int count) =>
        Assert.Equal(
            count,
            (await seed.Api.AskAsync($"{{ alleNoder(where: {{ {where} }}) {{ totalCount }} }}")).At("alleNoder", "totalCount").GetInt32()
        );

    /// <summary>
    /// The deadlines and milestones of Vestersoe: 1/5, juni, senest 1/7, 30/9, 1/11, 4. kvartal, ultimo 2025 (December), 1. halvår 2026; a
    /// deadline is open towards the past.
    /// </summary>
    [Theory]
    [InlineData("gte: \"2025-12-31\"", "fra: \"2025-12-31\"")]
    [InlineData("gt: \"2025-12-30\"", "fra: \"2025-12-31\"")]
    [InlineData("lte: \"2025-06-30\"", "til: \"2025-06-30\"")]
    [InlineData("lt: \"2025-07-01\"", "til: \"2025-06-30\"")]
    [InlineData("lt: \"0001-01-01\"", "til: \"0001-01-01\"")]
    public async Task A_time_before_or_after_a_day_is_one_that_overlaps_what_lies_there(string operators, string period)
    {
        var answer = await seed.Api.AskAsync(
            $"{{ a: alleNoder(where: {{ tid: {{ {operators} }} }}) {{ nodes {{ titel }} }} b: alleNoder(where: {{ tid: {{ {period} "
                + $"}} }}) {{ nodes {{ titel }} }} }}"
        );
        Assert.Equal(answer.At("b").Titles(), answer.At("a").Titles());
        Assert.NotEmpty(answer.At("a").Titles());
    }

    [Fact]
    public async Task Days_on_both_sides_are_two_conditions_and_a_period_is_one()
    {
        // What has a time before and a time after passes two conditions, though no time of it lies between.
        var answer = await seed.Api.AskAsync(
            "{ a: alleNoder(where: { tid: { gt: \"2025-06-30\", lt: \"2025-07-01\" } }) { totalCount } b: alleNoder(where: { tid: { "
                + "gt: \"2025-06-30\" } }) { totalCount } c: alleNoder(where: { tid: { gt: \"2025-06-30\", fra: \"2025-01-01\", til: "
                + "\"2025-01-01\" } }) { totalCount } }"
        );
        Assert.InRange(
            answer.At("a", "totalCount").GetInt32(),
            answer.At("c", "totalCount").GetInt32(),
            answer.At("b", "totalCount").GetInt32()
        );
    }

    [Theory]
    [InlineData("eq: 2", "INDSATS")]
    [InlineData("in: [0, 5]", "VISION", "INDIKATOR")]
    [InlineData("lt: 2", "VISION", "POLITISK_MAAL")]
    [InlineData("lte: 1", "VISION", "POLITISK_MAAL")]
    [InlineData("gt: 3", "EFFEKT", "INDIKATOR")]
    [InlineData("gte: 4", "EFFEKT", "INDIKATOR")]
    [InlineData("gt: 1, lt: 4", "INDSATS", "BIDRAG")]
    [InlineData("gt: 5")]
    public async Task A_level_passes_by_its_number(string operators, params string[] kinds)
    {
        var answer = await seed.Api.AskAsync(
            $"{{ alleNoder(first: 500, where: {{ niveau: {{ {operators} }} }}) {{ nodes {{ slags }} }} }}"
        );
        Assert.Equal(
            kinds.Order(StringComparer.Ordinal),
            answer.At("alleNoder", "nodes").Texts("slags").Distinct().Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task What_has_no_level_is_not_at_it()
    {
        var answer = await seed.Api.AskAsync(
            "{ alle: alleNoder { totalCount } to: alleNoder(where: { niveau: { eq: 2 } }) { totalCount } ikkeTo: alleNoder(where: { "
                + "niveau: { neq: 2 } }) { totalCount } ingen: alleNoder(where: { niveau: { nin: [0, 1, 2, 3, 4, 5] } }) { totalCount } "
                + "noget: alleNoder(where: { niveau: { gte: 0 } }) { totalCount } }"
        );
        int Count(string name) => answer.At(name, "totalCount").GetInt32();
        Assert.Equal(Count("alle"), Count("to") + Count("ikkeTo"));
        Assert.Equal(Count("alle"), Count("noget") + Count("ingen"));
        Assert.True(Count("ingen") > 0);
    }

    [Theory]
    [InlineData("2025-05-01", "2025-05-01", 6)]
    [InlineData("2025-09-30", "2025-09-30", 3)]
    [InlineData("2025-10-01", "2025-12-31", 3)]
    [InlineData("2026-06-30", "2030-01-01", 1)]
    [InlineData("2027-01-01", "2030-01-01", 0)]
    public async Task A_time_overlaps_a_period_that_shares_a_day(string from, string to, int count)
    {
        var answer = await seed.Api.AskAsync(
            $"query($fra: Dato!, $til: Dato!) {{ alleMilepaele(where: {{ {Vestersoe}, tid: {{ fra: $fra, til: $til }} }}) {{ "
                + $"totalCount nodes {{ titel }} }} }}",
            new { fra = from, til = to }
        );
        Assert.True(count == answer.At("alleMilepaele", "totalCount").GetInt32(), string.Join(" | ", answer.At("alleMilepaele").Titles()));
    }
}
