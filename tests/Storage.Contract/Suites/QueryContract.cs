using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;
using Xunit;

namespace Effektkaeder.Storage.Contract.Suites;

/// <summary>Every filter, operator, order and page of the query model.</summary>
public abstract class QueryContract(IEngine engine) : StoreContract(engine)
{
    private static readonly Node Boern = Given.Node(
        NodeKind.Indsats,
        "boern",
        new Indhold("Flere Børn i trivsel", "Børnene får det bedre.")
        {
            Art = "center",
            Tider = [Given.Time("marts", Given.Day(2016, 3, 1), Given.Day(2016, 3, 31))],
        },
        center: "by/organisation/boernecentret"
    );
    private static readonly Node Aeroe = Given.Node(
        NodeKind.Bidrag,
        "aeroe",
        new Indhold("Ærø", "Færgen") { Henvist = true, Tider = [Given.Time("fra maj", Given.Day(2016, 5, 1), null)] }
    );
    private static readonly Node Aarhus = Given.Node(
        NodeKind.Effekt,
        "aarhus",
        new Indhold("Aarhus", "100 % _ * [x]") { Betinget = "NB!", Tider = [Given.Time("til juni", null, Given.Day(2016, 6, 30))] },
        kommune: "land"
    );
    private static readonly Node Oest = Given.Node(NodeKind.Emne, "oest", new Indhold("Øst", "boern") { Uspecificeret = true });
    private static readonly Node Aal = Given.Node(NodeKind.Emne, "aal", new Indhold("ål", "ÅL og børn"));
    private static readonly Node Zebra = Given.Node(NodeKind.Vision, "zebra", new Indhold("zebra", "zebra"));
    private static readonly Edge Covers = Given.Edge(EdgeType.Omfatter, Boern, Aeroe),
        Makes = Given.Edge(EdgeType.Skaber, Aeroe, Aarhus),
        Couples = Given.Edge(EdgeType.KoblerTil, Boern, Oest, KoblingArt.Emne);

    private async Task<List<string>> KeysAsync(NodeFilter? filter, Page? page = null, params Order[] order) =>
        [
            .. (await (await Store.NewestAsync(Ct)).QueryAsync(new(filter, order, page ?? Page.Everything), Ct)).Items.Select(n =>
                n.Key[(n.Key.LastIndexOf('/') + 1)..]
            ),
        ];

    private Task FillAsync() => PutAsync([Boern, Aeroe, Aarhus, Oest, Aal, Zebra], [Covers, Makes, Couples]);

    private static NodeFilter.Text Text(TextField field, TextOperator op, params string?[] values) => new(field, op, values);

    [Fact]
    public async Task Without_order_nodes_come_by_key()
    {
        await FillAsync();
        Assert.Equal(["aeroe", "aal", "oest", "boern", "zebra", "aarhus"], await KeysAsync(null));
        Assert.Equal(
            ["aarhus", "zebra", "boern", "oest", "aal", "aeroe"],
            await KeysAsync(null, null, new Order(OrderField.Key, Descending: true))
        );
    }

    [Fact]
    public async Task Titles_order_as_the_danish_alphabet_does()
    {
        await FillAsync();
        Assert.Equal(["boern", "zebra", "aeroe", "oest", "aal", "aarhus"], await KeysAsync(null, null, new Order(OrderField.Titel)));
    }

    [Fact]
    public async Task Levels_kinds_and_dates_order_and_the_key_breaks_ties()
    {
        await FillAsync();
        Assert.Equal(["zebra", "boern", "aeroe", "aarhus", "aal", "oest"], await KeysAsync(null, null, new Order(OrderField.Level)));
        Assert.Equal(
            ["zebra", "boern", "aal", "oest", "aarhus", "aeroe"],
            await KeysAsync(null, null, new Order(OrderField.Kind, Descending: true))
        );
        Assert.Equal(
            ["oest", "aal", "aarhus", "aeroe", "boern", "zebra"],
            await KeysAsync(null, null, new Order(OrderField.Level, Descending: true), new Order(OrderField.Key, Descending: true))
        );
    }

    /// <summary>March; from May; until 30 June; three without a day.</summary>
    [Fact]
    public async Task One_open_at_the_start_stands_at_its_end_and_the_undated_last_both_ways()
    {
        await FillAsync();
        var order = new Order(OrderField.Date);
        var back = order with { Descending = true };
        Assert.Equal(["boern", "aeroe", "aarhus", "aal", "oest", "zebra"], await KeysAsync(null, null, order));
        Assert.Equal(["aarhus", "aeroe", "boern", "aal", "oest", "zebra"], await KeysAsync(null, null, back));
        Assert.Equal(["boern", "aal"], await KeysAsync(null, new(First: 2, After: new(Aeroe.Key)), back));
        Assert.Equal(["boern", "aal"], await KeysAsync(null, new(Last: 2, Before: new(Oest.Key)), back));
    }

    [Fact]
    public async Task Equality_compares_verbatim_and_every_other_operator_the_folded_form()
    {
        await FillAsync();
        Assert.Equal(["zebra"], await KeysAsync(Text(TextField.Titel, TextOperator.Eq, "zebra")));
        Assert.Empty(await KeysAsync(Text(TextField.Titel, TextOperator.Eq, "Zebra")));
        Assert.Equal(["aal", "aarhus"], await KeysAsync(Text(TextField.Titel, TextOperator.In, "Aarhus", "ål", "ÆRØ")));
        Assert.Empty(await KeysAsync(Text(TextField.Titel, TextOperator.In)));
        Assert.Equal(["boern"], await KeysAsync(Text(TextField.Titel, TextOperator.Contains, "BOERN")));
        Assert.Equal(["aal", "oest", "boern"], await KeysAsync(Text(TextField.Tekst, TextOperator.Contains, "børn")));
        Assert.Equal(["aal", "aarhus"], await KeysAsync(Text(TextField.Titel, TextOperator.StartsWith, "Å")));
        Assert.Equal(["aeroe"], await KeysAsync(Text(TextField.Titel, TextOperator.EndsWith, "RØ")));
        Assert.Equal(["aeroe", "aal"], await KeysAsync(Text(TextField.Titel, TextOperator.Reads, "ÅL", "ærø", "Aarh")));
        Assert.Empty(await KeysAsync(Text(TextField.Titel, TextOperator.Reads)));
        Assert.Equal(6, (await KeysAsync(Text(TextField.Titel, TextOperator.Contains, ""))).Count);
    }

    [Theory]
    [InlineData("% _ *")]
    [InlineData("[x]")]
    public async Task Signs_that_other_languages_read_as_wildcards_are_only_themselves(string sign)
    {
        await FillAsync();
        Assert.Equal(["aarhus"], await KeysAsync(Text(TextField.Tekst, TextOperator.Contains, sign)));
    }

    [Theory]
    [InlineData("' OR 1=1 --")]
    [InlineData("\"}) DETACH DELETE n //")]
    [InlineData("$p0 @p0 \\u0027")]
    public async Task A_value_is_never_read_as_part_of_the_question(string value)
    {
        await FillAsync();
        Assert.Empty(await KeysAsync(Text(TextField.Titel, TextOperator.Contains, value)));
        Assert.Empty(await KeysAsync(Text(TextField.Key, TextOperator.Eq, value)));
        Assert.Empty((await (await Store.NewestAsync(Ct)).SearchAsync(new(value, [], value, 10), Ct)).Items);
        Assert.Equal(6, (await KeysAsync(null)).Count);
    }

    [Fact]
    public async Task Every_text_field_can_be_asked_for_and_null_is_a_value()
    {
        await FillAsync();
        Assert.Equal(["boern"], await KeysAsync(Text(TextField.Key, TextOperator.EndsWith, "/boern")));
        Assert.Equal(["boern"], await KeysAsync(Text(TextField.Art, TextOperator.Eq, "center")));
        Assert.Equal(5, (await KeysAsync(Text(TextField.Art, TextOperator.Eq, [null]))).Count);
        Assert.Equal(6, (await KeysAsync(Text(TextField.Art, TextOperator.In, null, "center"))).Count);
        Assert.Equal(5, (await KeysAsync(new NodeFilter.Not(Text(TextField.Art, TextOperator.Contains, "cent")))).Count);
        Assert.Equal(["aarhus"], await KeysAsync(Text(TextField.Kommune, TextOperator.Eq, "land")));
        Assert.Equal(["aarhus"], await KeysAsync(Text(TextField.Kommune, TextOperator.StartsWith, "La")));
        Assert.Equal(["boern"], await KeysAsync(Text(TextField.Center, TextOperator.Contains, "centret")));
    }

    [Fact]
    public async Task Kinds_and_flags_filter()
    {
        await FillAsync();
        Assert.Equal(["aal", "oest", "zebra"], await KeysAsync(new NodeFilter.KindIn([NodeKind.Emne, NodeKind.Vision])));
        Assert.Empty(await KeysAsync(new NodeFilter.KindIn([])));
        Assert.Equal(["aeroe"], await KeysAsync(new NodeFilter.Flag(FlagField.Henvist, true)));
        Assert.Equal(["aarhus"], await KeysAsync(new NodeFilter.Flag(FlagField.Betinget, true)));
        Assert.Equal(["oest"], await KeysAsync(new NodeFilter.Flag(FlagField.Uspecificeret, true)));
        Assert.Equal(5, (await KeysAsync(new NodeFilter.Flag(FlagField.Uspecificeret, false))).Count);
    }

    [Fact]
    public async Task And_or_and_not_combine()
    {
        await FillAsync();
        var (emner, oest) = (new NodeFilter.KindIn([NodeKind.Emne]), Text(TextField.Titel, TextOperator.Eq, "Øst"));
        Assert.Equal(["oest"], await KeysAsync(new NodeFilter.All([emner, oest])));
        Assert.Equal(["aal"], await KeysAsync(new NodeFilter.All([emner, new NodeFilter.Not(oest)])));
        Assert.Equal(["oest", "boern"], await KeysAsync(new NodeFilter.Any([oest, Text(TextField.Art, TextOperator.Eq, "center")])));
        Assert.Equal(6, (await KeysAsync(new NodeFilter.All([]))).Count);
        Assert.Empty(await KeysAsync(new NodeFilter.Any([])));
    }

    [Fact]
    public async Task Times_overlap_when_they_share_a_day_and_open_ends_are_endless()
    {
        await FillAsync();
        Assert.Equal(["boern", "aarhus"], await KeysAsync(new NodeFilter.Overlaps(Given.Day(2016, 3, 31), Given.Day(2016, 4, 30))));
        Assert.Equal(["aarhus"], await KeysAsync(new NodeFilter.Overlaps(Given.Day(2016, 4, 1), Given.Day(2016, 4, 30))));
        Assert.Equal(["aeroe"], await KeysAsync(new NodeFilter.Overlaps(Given.Day(2030, 1, 1), null)));
        Assert.Equal(["aarhus"], await KeysAsync(new NodeFilter.Overlaps(null, Given.Day(1999, 1, 1))));
        Assert.Equal(["aeroe", "boern", "aarhus"], await KeysAsync(new NodeFilter.Overlaps(null, null)));
    }

    [Fact]
    public async Task A_filter_may_look_at_the_nodes_around()
    {
        await FillAsync();
        Walk down = new(Walk.Hierarchy, Direction.Out, []),
            up = new(Walk.Hierarchy, Direction.In, []),
            coupled = new([EdgeType.KoblerTil], Direction.Either, []);
        Assert.Equal(["aeroe", "boern"], await KeysAsync(new NodeFilter.Related(down, Quantifier.Some, null)));
        Assert.Equal(
            ["boern"],
            await KeysAsync(new NodeFilter.Related(down, Quantifier.Some, Text(TextField.Titel, TextOperator.Eq, "Ærø")))
        );
        Assert.Equal(["aeroe", "aarhus"], await KeysAsync(new NodeFilter.Related(up, Quantifier.Some, null)));
        Assert.Equal(["oest", "boern"], await KeysAsync(new NodeFilter.Related(coupled, Quantifier.Some, null)));
        Assert.Equal(["boern"], await KeysAsync(new NodeFilter.Related(coupled with { Direction = Direction.Out }, Quantifier.Some, null)));
        Assert.Equal(
            ["boern"],
            await KeysAsync(
                new NodeFilter.Related(
                    down,
                    Quantifier.Some,
                    new NodeFilter.Related(down, Quantifier.Some, new NodeFilter.KindIn([NodeKind.Effekt]))
                )
            )
        );
        Assert.Equal(
            ["aal", "oest", "boern", "zebra", "aarhus"],
            await KeysAsync(new NodeFilter.Related(down, Quantifier.All, new NodeFilter.KindIn([NodeKind.Bidrag])))
        );
        Assert.Equal(["aal", "zebra"], await KeysAsync(new NodeFilter.Related(new([], Direction.Either, []), Quantifier.None, null)));
        Assert.Equal(["aeroe"], await KeysAsync(new NodeFilter.Related(new([], Direction.Out, [NodeKind.Effekt]), Quantifier.Some, null)));
    }

    [Fact]
    public async Task Pages_go_forwards_and_backwards_and_add_up_to_the_whole()
    {
        await FillAsync();
        Order[] order = [new(OrderField.Titel)];
        var first = await (await Store.NewestAsync(Ct)).QueryAsync(new(null, order, new(First: 4), Count: true), Ct);
        Assert.Equal(["Flere Børn i trivsel", "zebra", "Ærø", "Øst"], first.Items.Select(n => n.Titel));
        Assert.Equal((true, false, 6), (first.HasNext, first.HasPrevious, first.Total));
        var second = await (await Store.NewestAsync(Ct)).QueryAsync(new(null, order, new(First: 4, After: new(first.Items[^1].Key))), Ct);
        Assert.Equal(["ål", "Aarhus"], second.Items.Select(n => n.Titel));
        Assert.Equal((false, true, null), (second.HasNext, second.HasPrevious, second.Total));
        var back = await (await Store.NewestAsync(Ct)).QueryAsync(new(null, order, new(Last: 3, Before: new(second.Items[0].Key))), Ct);
        Assert.Equal(["zebra", "Ærø", "Øst"], back.Items.Select(n => n.Titel));
        Assert.Equal((true, true), (back.HasNext, back.HasPrevious));
        var none = await (await Store.NewestAsync(Ct)).QueryAsync(new(null, order, new(First: 0), Count: true), Ct);
        Assert.Empty(none.Items);
        Assert.Equal((true, 6), (none.HasNext, none.Total));
    }

    [Fact]
    public async Task After_a_cursor_that_is_not_there_nothing_comes()
    {
        await FillAsync();
        Assert.Empty(await KeysAsync(null, new(First: 3, After: new("by/emne/findes-ikke"))));
        Assert.Empty(await KeysAsync(null, new(Last: 3, Before: new("by/emne/findes-ikke"))));
    }
}
