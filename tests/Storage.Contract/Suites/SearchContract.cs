using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;
using Xunit;

namespace Effektkaeder.Storage.Contract.Suites;

/// <summary>Search finds and ranks the same everywhere.</summary>
public abstract class SearchContract(IEngine engine) : StoreContract(engine)
{
    private static readonly Node Exact = Given.Node(NodeKind.Bidrag, "eksakt", Given.Says("Børn", "Kort tekst")),
        Prefix = Given.Node(NodeKind.Indsats, "begyndelse", Given.Says("Børn og unge", "Tekst")),
        InTitle = Given.Node(NodeKind.Vision, "i-titel", Given.Says("Trivsel for børnene", "Tekst")),
        InText = Given.Node(NodeKind.Effekt, "i-tekst", Given.Says("Skolen", "Her trives børnene med indsatserne.")),
        Named = Given.Node(
            NodeKind.Redskab,
            "navn",
            new Indhold("DEL", "Redskab") { Aliaser = ["Dokumentation af Børns Livskvalitet"] },
            kommune: "land"
        );

    private async Task<Slice<SearchHit>> SearchAsync(
        string text,
        int first = 10,
        int skip = 0,
        string? kommune = null,
        params NodeKind[] kinds
    ) => await (await Store.NewestAsync(Ct)).SearchAsync(new(text, kinds, kommune, first, skip), Ct);

    private Task FillAsync() => PutAsync([Exact, Prefix, InTitle, InText, Named]);

    [Theory]
    [InlineData("børn")]
    [InlineData("BOERN")]
    [InlineData(" børnene ")]
    public async Task Danish_letters_and_endings_do_not_matter(string text)
    {
        await FillAsync();
        Assert.Equal(5, (await SearchAsync(text)).Total);
    }

    [Fact]
    public async Task Hits_rank_by_exact_title_beginning_words_in_title_and_text_then_level_and_key()
    {
        await FillAsync();
        var hits = (await SearchAsync("børn")).Items;
        Assert.Equal([(0, Exact), (1, Prefix), (2, InTitle), (3, InText), (3, Named)], hits.Select(h => (h.Rank, h.Node)));
    }

    [Fact]
    public async Task A_query_without_Danish_letters_finds_and_ranks_as_the_one_with_them()
    {
        await PutAsync([
            Given.Node(NodeKind.Bidrag, "a", Given.Says("Mindre fravær i skolen", "Tekst")),
            Given.Node(NodeKind.Indsats, "b", Given.Says("Fraværet", "Tekst")),
            Given.Node(NodeKind.Effekt, "c", Given.Says("Skolen", "Fraværets årsager og temaerne")),
            Given.Node(NodeKind.Effekt, "d", Given.Says("Fravalg", "Et tema")),
            Given.Node(NodeKind.Effekt, "e", Given.Says("Mindre fravaer", "Skrevet uden æ")),
        ]);
        foreach (
            var (danish, plain, found) in new[]
            {
                ("fravær", "fravaer", 4),
                ("fraværet", "fravaeret", 4),
                ("fravær skolen", "FRAVAER skolen", 2),
                ("årsag", "aarsag", 1),
                ("fraværets temaer", "fravaerets temaer", 1),
                ("temaer", "temaer", 2),
            }
        )
        {
            var hits = (await SearchAsync(danish)).Items;
            Assert.Equal(found, hits.Count);
            Assert.Equal(hits.Select(h => (h.Rank, h.Node.Key)), (await SearchAsync(plain)).Items.Select(h => (h.Rank, h.Node.Key)));
        }
    }

    [Fact]
    public async Task Every_word_must_be_found_and_the_last_may_be_a_beginning()
    {
        await FillAsync();
        Assert.Equal([InText], (await SearchAsync("skoler børn")).Items.Select(h => h.Node));
        Assert.Equal([InText], (await SearchAsync("børn sko")).Items.Select(h => h.Node));
        Assert.Empty((await SearchAsync("sko børn")).Items);
        Assert.Empty((await SearchAsync("børn elefant")).Items);
    }

    [Fact]
    public async Task Kinds_and_municipality_narrow_it()
    {
        await FillAsync();
        Assert.Equal([Named], (await SearchAsync("børn", kommune: "land")).Items.Select(h => h.Node));
        Assert.Equal(
            [Prefix, InText],
            (await SearchAsync("børn", 10, 0, null, NodeKind.Indsats, NodeKind.Effekt)).Items.Select(h => h.Node)
        );
    }

    /// <summary>A municipality is whatever it is called, also where that is something to an index's own language.</summary>
    [Theory]
    [InlineData("ringkøbing-skjern")]
    [InlineData("By og Land")]
    [InlineData("\"nord\" AND (syd* OR +vest)\\:1~")]
    [InlineData(" ")]
    public async Task A_municipality_of_any_name_narrows_it(string kommune)
    {
        await PutAsync([
            Exact,
            Given.Node(NodeKind.Bidrag, "der", Given.Says("Børn", "Kort tekst"), kommune: kommune),
            Given.Node(NodeKind.Bidrag, "nær", Given.Says("Børn", "Kort tekst"), kommune: $"{kommune} vest"),
            Given.Node(NodeKind.Indsats, "andet", Given.Says("Skoler", "Kort tekst"), kommune: kommune),
        ]);
        Assert.Equal([$"{kommune}/bidrag/der"], (await SearchAsync("børn", kommune: kommune)).Items.Select(h => h.Node.Key));
        Assert.Empty((await SearchAsync("børn", 10, 0, kommune, NodeKind.Indsats)).Items);
    }

    [Fact]
    public async Task Pages_know_what_lies_before_and_after_and_how_many_there_are()
    {
        await FillAsync();
        var (first, second, beyond, none) = (
            await SearchAsync("børn", 2),
            await SearchAsync("børn", 3, 2),
            await SearchAsync("børn", 3, 9),
            await SearchAsync("børn", 0)
        );
        Assert.Equal((2, true, false, 5), (first.Items.Count, first.HasNext, first.HasPrevious, first.Total!.Value));
        Assert.Equal((3, false, true, 5), (second.Items.Count, second.HasNext, second.HasPrevious, second.Total!.Value));
        Assert.Equal((0, false, true, 5), (beyond.Items.Count, beyond.HasNext, beyond.HasPrevious, beyond.Total!.Value));
        Assert.Equal((0, true, 5), (none.Items.Count, none.HasNext, none.Total!.Value));
    }

    /// <summary>Alike in their first letters, so that only the whole title tells which of them it is that is asked for.</summary>
    [Fact]
    public async Task Titles_that_begin_alike_are_told_apart_on_every_page()
    {
        (NodeKind Kind, string Name, string Titel, int Rank)[] all =
        [
            (NodeKind.Effekt, "hel", "Samarbejde om børn", 0),
            (NodeKind.Effekt, "hel-igen", "SAMARBEJDE  om boern", 0),
            (NodeKind.PolitiskMaal, "maal", "Samarbejde om børns skole", 1),
            (NodeKind.Indsats, "a", "Samarbejde om børn i alt", 1),
            (NodeKind.Indsats, "b", "Samarbejde om børn og unge", 1),
            (NodeKind.Redskab, "c", "Samarbejde om børnene", 1),
            (NodeKind.Vision, "om", "Samarbejder med børn om dem", 2),
            (NodeKind.Indsats, "aa", "Samarbejdet med byen om børn", 2),
            (NodeKind.Vision, "tekst", "Samarbejde om byen", 3),
        ];
        await PutAsync([
            .. all.Select(n => Given.Node(n.Kind, n.Name, Given.Says(n.Titel, n.Rank == 3 ? "For børn" : n.Titel))),
            Given.Node(NodeKind.Vision, "andet", Given.Says("Samarbejde om byen", "Tekst")),
        ]);
        foreach (var (first, skip) in from f in Enumerable.Range(1, all.Length) from s in Enumerable.Range(0, all.Length + 1) select (f, s))
        {
            var page = await SearchAsync("samarbejde om børn", first, skip);
            Assert.Equal(all.Skip(skip).Take(first).Select(n => (n.Titel, n.Rank)), page.Items.Select(h => (h.Node.Titel, h.Rank)));
            Assert.Equal((all.Length, skip + first < all.Length), (page.Total, page.HasNext));
        }
    }

    /// <summary>What a title is sorted by leaves out what it is folded with, and a title may begin so and not be found.</summary>
    [Theory]
    [InlineData("it-plan", "0 It-plan", "0 IT-PLAN", "1 It-plan for alle", "1 It-planerne", "2 En it-plan", "2 It plan", "2 It – plan")]
    [InlineData("cafe", "0 Cafe", "0 Café", "1 Café og byen", "1 Cafeteria")]
    [InlineData("a", "1 Alt", "1 Ældre", "1 Ål", "1 Aalborg", "1 À la carte", "2 Til a og b")]
    [InlineData("ra", "1 Rar", "1 Ræv", "1 Rådhus", "1 Raavare", "3 Den rare")]
    [InlineData("traeo", "1 Træoplæg", "1 Traeoer", "1 Træø")]
    [InlineData("kommunern", "! Kommunerne", "3 Alle: kommunernas")]
    public async Task Titles_that_are_sorted_alike_are_told_apart_on_every_page(string text, params string[] all)
    {
        var nodes = all.Select(
            (told, i) =>
                Given.Node(NodeKind.Indsats, $"nr-{i:00}", told[0] == '3' ? Given.Says("Alle", told[2..]) : Given.Says(told[2..].Trim()))
        );
        await PutAsync([.. nodes, Given.Node(NodeKind.Vision, "andet", Given.Says("Ingen"))]);
        string[] found = [.. all.Where(told => told[0] != '!').Select(told => told[0] == '3' ? "3 Alle" : told)];
        foreach (var (first, skip) in from f in Enumerable.Range(1, found.Length) from s in Enumerable.Range(0, found.Length) select (f, s))
        {
            var page = await SearchAsync(text, first, skip);
            Assert.Equal(found.Skip(skip).Take(first), page.Items.Select(h => $"{h.Rank} {h.Node.Titel}"));
            Assert.Equal(found.Length, page.Total);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ?! ")]
    [InlineData("\"* AND (")]
    public async Task What_holds_no_word_of_the_graph_finds_nothing(string text)
    {
        await FillAsync();
        Assert.Empty((await SearchAsync(text)).Items);
    }

    [Fact]
    public async Task Search_at_an_older_revision_finds_what_stood_then()
    {
        await FillAsync();
        await PutAsync(
            [Node.Of(Exact.Key, Exact.Kind, Exact.Kommune, [Given.Statement(Given.Aftale, Given.Says("Ældre"))])],
            removeNodes: [Prefix.Key]
        );
        var then = await Store.AtAsync(1, Ct);
        Assert.Equal(
            [(Exact, 0), (Prefix, 1), (InTitle, 2), (InText, 3), (Named, 3)],
            (await then.SearchAsync(new("børn", [], null, 10), Ct)).Items.Select(h => (h.Node, h.Rank))
        );
        var page = await then.SearchAsync(new("børn", [], null, 2, 1), Ct);
        Assert.Equal([Prefix, InTitle], page.Items.Select(h => h.Node));
        Assert.Equal((true, true, 5), (page.HasNext, page.HasPrevious, page.Total!.Value));
        Assert.Empty((await then.SearchAsync(new("ældre", [], null, 10), Ct)).Items);
        Assert.Equal([Prefix], (await then.SearchAsync(new("børn", [Prefix.Kind], "by", 10), Ct)).Items.Take(1).Select(h => h.Node));
    }

    [Fact]
    public async Task Search_follows_the_newest_revision()
    {
        await FillAsync();
        await PutAsync(
            [Node.Of(Exact.Key, Exact.Kind, Exact.Kommune, [Given.Statement(Given.Aftale, Given.Says("Ældre"))])],
            removeNodes: [Prefix.Key]
        );
        Assert.Equal([InTitle, InText, Named], (await SearchAsync("børn")).Items.Select(h => h.Node));
        Assert.Equal([Exact.Key], (await SearchAsync("ældre")).Items.Select(h => h.Node.Key));
    }
}
