using Effektkaeder.Analysis;
using Effektkaeder.Diagram.Scenes;
using Effektkaeder.Diagram.Svg;
using Effektkaeder.Diagram.Tests.Svg;
using Effektkaeder.Diagram.Text;
using Effektkaeder.Domain;
using Effektkaeder.Tests;
using Xunit;

namespace Effektkaeder.Diagram.Tests.Scenes;

/// <summary>What each scene shows and leaves out.</summary>
public sealed class SceneTests
{
    private static readonly Testgraf Graf = Testgraf.ToCentre();

    public static TheoryData<string> Scener => [.. AlleScener.Navne];

    [Theory]
    [MemberData(nameof(Scener))]
    public void Each_scene_over_the_small_graph_is_as_it_was(string scene) => Snap.Match(AlleScener.Tegn(scene).Svg, scene + ".svg");

    [Fact]
    public void A_bundle_of_three_times_three_is_drawn_with_six_lines_through_one_point()
    {
        var picture = Compose(Scene.Effektkaede, NodeKind.Bidrag, "b1");
        var junction = Assert.Single(picture.Boxes, b => b.IsJunction);
        Assert.Equal(3, picture.Lines.Count(l => l.To == junction.Id));
        Assert.Equal(3, picture.Lines.Count(l => l.From == junction.Id));
        Assert.Equal(6, picture.Lines.Count(l => l.Style == "weak"));
    }

    [Fact]
    public void One_source_of_a_form_needs_no_junction()
    {
        var graf = new Testgraf()
            .Node(NodeKind.Effekt, "e", "E")
            .Node(NodeKind.Indikator, "k1", "K1")
            .Node(NodeKind.Indikator, "k2", "K2")
            .Bundt(NodeKind.Effekt, ["e"], NodeKind.Indikator, ["k1", "k2"]);
        var picture = Diagrams.Compose(graf.Udsnit, new(Scene.Effektkaede, Testgraf.Key(NodeKind.Effekt, "e"), null, 1));
        Assert.DoesNotContain(picture.Boxes, b => b.IsJunction);
        Assert.Equal(2, picture.Lines.Count);
    }

    [Fact]
    public void The_overview_counts_what_it_folds()
    {
        var drawing = AlleScener.Tegn("overblik");
        Assert.Equal(6, drawing.Folded);
        Assert.Contains("+3 effekter, 3 indikatorer", new Tegning(drawing).Box("Fælles ungevejledning").Text, StringComparison.Ordinal);
        Assert.DoesNotContain(new Tegning(drawing).Boxes, b => b.Kind is "effekt" or "indikator");
    }

    [Fact]
    public void A_refused_coupling_is_never_drawn()
    {
        var graf = Testgraf
            .ToCentre()
            .Kobling(
                Testgraf.Key(NodeKind.Bidrag, "b1"),
                Testgraf.Key(NodeKind.Indsats, "i2"),
                KoblingArt.Omtale,
                .8,
                KoblingStatus.Afvist
            );
        Assert.DoesNotContain(
            Diagrams.Compose(graf.Udsnit, new(Scene.Overblik, null, null, 1)).Lines,
            l => l.Id.Contains("omtale", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_centres_hierarchy_holds_what_it_states_and_not_what_it_names()
    {
        var picture = Compose(Scene.Center, NodeKind.Organisation, "center-a");
        var tie = Assert.Single(picture.Lists, l => l.Title == "Koblinger: Tidlig indsats");
        Assert.Equal("Sunde overgange", Assert.Single(tie.Items).Text);
        Assert.Equal("Kobler til Sunde overgange", Assert.Single(picture.Boxes, b => b.Text == "Tidlig indsats").Tie);
        Assert.DoesNotContain(picture.Lines, l => l.IsCoupling);
        Assert.DoesNotContain(picture.Boxes, b => b.Text is "Sundhed tæt på" or "Én kontaktperson" && b.Lane == Testgraf.CenterA);
        Assert.DoesNotContain(picture.Boxes, b => b.Text == "Sundhedspolitikken"); // stands above what it only names
        Assert.Contains("10 led", picture.Caption.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void A_contributions_chain_holds_what_its_form_says_around_it()
    {
        var picture = Compose(Scene.Effektkaede, NodeKind.Bidrag, "b1");
        Assert.Equal(
            [
                ("Problem", null, "Unge falder mellem to stole."),
                ("Milepæle", "Milepæl: 1. kvartal 2026", "Vejledere er ansat"),
                ("Opfølgning", "Opfølgning: fra juni 2026", "Status til udvalget"),
                ("Koblinger", "Emne · bidrag, tillid 0,5", "Én kontaktperson"),
            ],
            picture.Lists.SelectMany(l => l.Items.Select(i => (l.Title, i.Caption, i.Text)))
        );
        Assert.DoesNotContain(picture.Boxes, b => b.Kind is "milepael" or "opfoelgning" || b.Text == "Én kontaktperson");
    }

    /// <summary>A column of them makes all before it empty, and an appendix of one sheet two.</summary>
    [Theory]
    [InlineData(6, false)]
    [InlineData(7, true)]
    public void Many_indicators_are_a_list_under_the_chain_and_counted_at_their_effect(int indicators, bool listed)
    {
        var effekt = Testgraf.Key(NodeKind.Effekt, "virkning");
        var graf = new Testgraf().Node(NodeKind.Bidrag, "b", "Et bidrag").Node(NodeKind.Effekt, "virkning", "En virkning");
        graf.Kant(EdgeType.Skaber, Testgraf.Key(NodeKind.Bidrag, "b"), effekt);
        foreach (var i in Enumerable.Range(1, indicators))
        {
            graf.Node(NodeKind.Indikator, $"i{i}", $"Mål {i}").Kant(EdgeType.MaalesPaa, effekt, Testgraf.Key(NodeKind.Indikator, $"i{i}"));
        }

        var picture = Diagrams.Compose(graf.Udsnit, new(Scene.Effektkaede, Testgraf.Key(NodeKind.Bidrag, "b"), null, 1));
        Assert.Equal(listed ? 0 : indicators, picture.Boxes.Count(b => b.Kind == "indikator"));
        Assert.Equal(listed ? $"+{indicators} indikatorer" : null, picture.Boxes.Single(b => b.Key == effekt).Note);
        Assert.Equal(listed ? indicators : 0, picture.Lists.Where(l => l.Title == "Måles på: En virkning").Sum(l => l.Items.Count));
        // A listed one is there to be read: nothing is folded away.
        Assert.Equal(0, picture.Caption.Folded);
        Assert.Contains($"{indicators} indikatorer", picture.Caption.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void An_agreement_is_what_it_states_and_what_stands_above_that()
    {
        var graf = Testgraf
            .ToCentre()
            .Node(NodeKind.Effekt, "naevnt", "Kun nævnt", som: i => i with { Henvist = true })
            .Kant(EdgeType.Angiver, Testgraf.Aftale, Testgraf.Key(NodeKind.Bidrag, "b1"))
            .Kant(EdgeType.Angiver, Testgraf.Aftale, Testgraf.Key(NodeKind.Effekt, "e1"))
            .Kant(EdgeType.Angiver, Testgraf.Aftale, Testgraf.Key(NodeKind.Effekt, "naevnt"));
        var picture = Diagrams.Compose(graf.Udsnit, new(Scene.Effektkaede, Testgraf.Aftale, null, 1));
        Assert.Equal("Målhierarki: Udviklingsaftale 2025, Center A", picture.Caption.Title);
        Assert.Contains("2 led", picture.Caption.Description, StringComparison.Ordinal);
        Assert.Contains(picture.Boxes, b => b.Text == "Tidlig indsats"); // above what it states
        Assert.DoesNotContain(picture.Boxes, b => b.Kind == "aftale" || b.Text == "Kun nævnt" || b.Kind == "indikator");
    }

    [Fact]
    public void What_stands_outside_the_hierarchy_is_seen_with_the_chain_it_belongs_to()
    {
        var picture = Compose(Scene.Effektkaede, NodeKind.Milepael, "m");
        var (milestone, owner) = (Testgraf.Key(NodeKind.Milepael, "m"), Testgraf.Key(NodeKind.Bidrag, "b1"));
        var box = Assert.Single(picture.Boxes, b => b.Key == milestone);
        Assert.Equal(SceneBuilder.ColumnOf(NodeKind.Bidrag.Level()!.Value + 1), box.Level);
        Assert.Contains(picture.Lines, l => l.From == owner && l.To == milestone && l.Style == "aside belongs");
        Assert.Contains(picture.Boxes, b => b.Text == "Tidlig indsats"); // above its owner
        Assert.Contains(picture.Boxes, b => b.Kind == "effekt"); // below its owner
        Assert.Contains("det, der hører til milepæl", picture.Caption.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_and_its_own_unspecified_goal_are_one_box()
    {
        var graf = new Testgraf()
            .Node(NodeKind.Politik, "p", "Udvalgsstrategien", som: i => i with { Henvist = true })
            .Node(NodeKind.PolitiskMaal, "g", "Udvalgsstrategien", som: i => i with { Uspecificeret = true })
            .Node(NodeKind.Indsats, "i", "Livsmestring")
            .Kant(EdgeType.Indeholder, Testgraf.Key(NodeKind.Politik, "p"), Testgraf.Key(NodeKind.PolitiskMaal, "g"))
            .Kant(EdgeType.ForfoelgesMed, Testgraf.Key(NodeKind.PolitiskMaal, "g"), Testgraf.Key(NodeKind.Indsats, "i"));
        var picture = Diagrams.Compose(graf.Udsnit, new(Scene.Effektkaede, Testgraf.Key(NodeKind.Indsats, "i"), null, 1));
        var box = Assert.Single(picture.Boxes, b => b.Text == "Udvalgsstrategien");
        Assert.Equal(("politik", SceneBuilder.ColumnOf(1)), (box.Kind, box.Level));
        var line = Assert.Single(picture.Lines);
        Assert.Equal((box.Id, Testgraf.Key(NodeKind.Indsats, "i")), (line.From, line.To));
    }

    [Fact]
    public void Every_step_of_every_way_is_drawn_bold_from_the_change_to_the_end()
    {
        var svar = Analysis.Paavirkning.Paavirkningsanalyse.Judge(
            Graf.Udsnit,
            [new(Testgraf.Key(NodeKind.Vision, "v"), Analysis.Paavirkning.AendringArt.Bortfalder)],
            new()
        );
        var picture = Diagrams.Compose(Graf.Udsnit, new(Scene.Paavirkning, null, svar, 1));
        var drawn = picture.Lines.Where(l => l.Style.Contains("path", StringComparison.Ordinal)).Select(l => (l.From, l.To)).ToHashSet();
        Assert.All(
            svar.Beroerte.SelectMany(b => b.Stier[0].Nodes.Zip(b.Stier[0].Nodes.Skip(1))),
            step => Assert.Contains((step.First.Key, step.Second.Key), drawn)
        );
        Assert.All(picture.Boxes, b => Assert.NotNull(b.Caption));
    }

    [Fact]
    public void The_couplings_between_two_centres_are_one_line_with_their_number_and_kinds()
    {
        var picture = Diagrams.Compose(Graf.Udsnit, new(Scene.Overblik, null, null, 1));
        var line = Assert.Single(picture.Lines, l => l.IsCoupling);
        Assert.Equal("2 (1 eksplicit, 1 emne)", line.Word);
        var opened = Diagrams.Compose(Graf.Udsnit, new(Scene.Overblik, null, null, 1) { Koblinger = true });
        Assert.Equal(2, opened.Lines.Count(l => l.IsCoupling));
    }

    [Fact]
    public void An_overview_has_the_policies_and_one_column_for_each_level()
    {
        var picture = Diagrams.Compose(Graf.Udsnit, new(Scene.Overblik, null, null, 1));
        Assert.Contains(picture.Boxes, b => b.Text == "Sundhedspolitikken");
        Assert.True(picture.OneColumnALevel);
    }

    [Fact]
    public void The_picture_of_goals_names_them_across_and_down()
    {
        var grid = Maalbillede.Of(Graf.Udsnit, 1);
        Assert.Equal(["", "Center A", "Center B"], grid.Columns.Select(c => c.Title));
        string[] Cell(int row, int column) => [.. grid.Rows[row].Cells[column].Select(i => i.Text)];
        Assert.Equal(["Et godt liv for alle"], Cell(0, 1));
        Assert.Equal(["Flere i job"], Cell(1, 1));
        Assert.Equal(["Sundhedspolitikken", "Sundhed tæt på"], Cell(1, 2));
        Assert.Equal(["Tidlig indsats"], Cell(2, 1));
        Assert.Equal("fælles", grid.Rows[0].Cells[1][0].Note);
    }

    [Fact]
    public void A_policys_sheet_tells_what_it_carries_who_answers_when_and_how_it_is_measured()
    {
        var graf = Testgraf.ToCentre().Node(NodeKind.Rolle, "r", "Centerchefen");
        graf.Kant(EdgeType.AnsvarligFor, Testgraf.Key(NodeKind.Rolle, "r"), Testgraf.Key(NodeKind.Bidrag, "b1"));
        var grid = Politikark.Of(graf.Udsnit, graf.Udsnit.Find(Testgraf.Key(NodeKind.PolitiskMaal, "g1"))!, 1);
        var row = Assert.Single(grid.Rows);
        Assert.Equal(
            ["Flere i job", "Tidlig indsats", "Fælles ungevejledning på tværs af skole og jobcenter", "Centerchefen", "Vejledere er ansat"],
            row.Cells.Take(5).Select(c => c.Single().Text)
        );
        Assert.Equal(3, row.Cells[5].Count);
        Assert.Equal(3, row.Cells[6].Count);
    }

    [Fact]
    public void A_thing_with_a_new_name_and_a_new_key_is_one_change_and_one_that_only_moved_is_moved()
    {
        Testgraf Aar(string aar, string titel, string parent) =>
            new Testgraf()
                .Node(NodeKind.Indsats, "i1", "Tidlig indsats")
                .Node(NodeKind.Indsats, "i2", "Sunde overgange")
                .Node(NodeKind.Bidrag, $"{aar}-a", titel)
                .Node(NodeKind.Bidrag, $"{aar}-b", "Kontaktperson i hele forløbet")
                .Kant(EdgeType.Omfatter, Testgraf.Key(NodeKind.Indsats, "i1"), Testgraf.Key(NodeKind.Bidrag, $"{aar}-a"))
                .Kant(EdgeType.Omfatter, Testgraf.Key(NodeKind.Indsats, parent), Testgraf.Key(NodeKind.Bidrag, $"{aar}-b"));
        var (foer, efter) = (
            Aar("2025", "Åben rådgivning for unge i ungehuset", "i1"),
            Aar("2026", "Åben rådgivning for unge familier i ungehuset", "i2")
        );
        var picture = Diagrams.Compose(efter.Udsnit, new(Scene.Forskel, null, null, 2) { Foer = (foer.Udsnit, 1) });
        Assert.Equal(
            [
                ("Kontaktperson i hele forløbet", "m-moved", "flyttet"),
                ("Åben rådgivning for unge familier i ungehuset", "m-edited", "ændret: før »Åben rådgivning for unge i ungehuset«"),
            ],
            picture.Boxes.Where(b => b.Mark is not null).Select(b => (b.Text, b.Mark, b.Note)).OrderBy(b => b.Text, StringComparer.Ordinal)
        );
    }

    [Fact]
    public void A_conflict_and_today_are_marked_on_the_time_line()
    {
        static Func<Domain.Indhold, Domain.Indhold> Tid(int maaned) =>
            i =>
                i with
                {
                    Art = i.Art ?? "opfoelgning",
                    Tider = [new("dag", new(2026, maaned, 1), new(2026, maaned, 1), Domain.Tid.Praecision.Dag)],
                };
        var graf = new Testgraf()
            .Node(NodeKind.Bidrag, "b", "Værktøj")
            .Node(NodeKind.Milepael, "m", "Måleværktøjet er taget i brug", som: i => Tid(9)(i with { Art = "milepael" }))
            .Node(NodeKind.Opfoelgning, "o", "Opfølgning på måleværktøjet", som: Tid(3))
            .Kant(EdgeType.HarMilepael, Testgraf.Key(NodeKind.Bidrag, "b"), Testgraf.Key(NodeKind.Milepael, "m"))
            .Kant(EdgeType.FoelgesOp, Testgraf.Key(NodeKind.Bidrag, "b"), Testgraf.Key(NodeKind.Opfoelgning, "o"));
        var tegning = new Tegning(Diagrams.Draw(graf.Udsnit, new(Scene.Tidslinje, null, null, 1) { IDag = new(2026, 5, 5) }));
        Assert.Contains(
            "Ligger før »Måleværktøjet er taget i brug«",
            tegning.Box("Opfølgning på måleværktøjet").Title,
            StringComparison.Ordinal
        );
        Assert.Contains(tegning.Texts, t => t == "I dag, 5. maj 2026");
    }

    [Fact]
    public void An_impact_marks_each_consequence_by_pattern_and_words()
    {
        var tegning = new Tegning(AlleScener.Tegn("bortfald"));
        var lost = tegning.Box("Tidlig indsats");
        Assert.Contains("m-lost", lost.Classes);
        Assert.Contains("mister grundlag", lost.Text, StringComparison.Ordinal);
        Assert.Contains("m-dropped", tegning.Box("Flere i job").Classes);
    }

    [Fact]
    public void A_postponement_shows_both_dates() =>
        Assert.Contains(
            "1. kvartal 2026 → ",
            new Tegning(AlleScener.Tegn("udskydelse")).Box("Vejledere er ansat").Text,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_difference_says_what_is_new_gone_and_changed()
    {
        var tegning = new Tegning(AlleScener.Tegn("forskel"));
        Assert.Contains("m-added", tegning.Box("Unge bliver i uddannelse").Classes);
        Assert.EndsWith("ny", tegning.Box("Unge bliver i uddannelse").Text, StringComparison.Ordinal);
        Assert.Contains("m-removed", tegning.Box("Et bidrag, der er holdt op").Classes);
        Assert.EndsWith("ændret: før »Flere unge i job«", tegning.Box("Flere i job").Text, StringComparison.Ordinal);
        Assert.DoesNotContain(tegning.Boxes, b => b.Text == "Én kontaktperson"); // unchanged, and above nothing that changed
    }

    [Fact]
    public void A_whole_new_centre_is_counted_where_it_cannot_be_read_and_what_was_changed_is_still_told()
    {
        Testgraf Med(int effekter, string titel)
        {
            var graf = new Testgraf().Node(NodeKind.Indsats, "i", titel).Node(NodeKind.Bidrag, "b", "Et bidrag");
            graf.Kant(EdgeType.Omfatter, Testgraf.Key(NodeKind.Indsats, "i"), Testgraf.Key(NodeKind.Bidrag, "b"));
            for (var n = 0; n < effekter; n++)
            {
                graf.Node(NodeKind.Effekt, $"e{n}", $"Effekt {n}").Node(NodeKind.Milepael, $"m{n}", $"Milepæl {n}");
                graf.Kant(EdgeType.Skaber, Testgraf.Key(NodeKind.Bidrag, "b"), Testgraf.Key(NodeKind.Effekt, $"e{n}"));
                graf.Kant(EdgeType.HarMilepael, Testgraf.Key(NodeKind.Bidrag, "b"), Testgraf.Key(NodeKind.Milepael, $"m{n}"));
            }

            return graf;
        }

        IEnumerable<(string, string?)> Told(int effekter)
        {
            var request = new SceneRequest(Scene.Forskel, null, null, 2) { Foer = (Med(0, "Før").Udsnit, 1) };
            var picture = Diagrams.Compose(Med(effekter, "Efter").Udsnit, request);
            return picture.Boxes.Select(b => (b.Text, b.Note)).OrderBy(b => b.Text, StringComparer.Ordinal);
        }

        Assert.Equal([("30 effekter", "nye"), ("30 milepæle", "nye"), ("Efter", "ændret: før »Før«"), ("Et bidrag", null)], Told(30));
        // The dates first: few effects are still named.
        Assert.Contains(("20 milepæle", "nye"), Told(20));
        Assert.Contains(("Effekt 19", "ny"), Told(20));
    }

    [Fact]
    public void What_centres_share_stands_in_each_of_them_where_its_lines_would_be_a_fence()
    {
        Testgraf Med(int indsatser)
        {
            var graf = Testgraf.ToCentre();
            foreach (var center in new[] { Testgraf.CenterA, Testgraf.CenterB })
            {
                graf.Node(NodeKind.PolitiskMaal, "delt", "Et fælles mål", center, center);
                for (var n = 0; n < indsatser; n++)
                {
                    graf.Node(NodeKind.Indsats, $"{center}-{n}", $"Indsats {n}", center);
                    graf.Kant(
                        EdgeType.ForfoelgesMed,
                        Testgraf.Key(NodeKind.PolitiskMaal, "delt"),
                        Testgraf.Key(NodeKind.Indsats, $"{center}-{n}")
                    );
                }
            }

            return graf;
        }

        List<(string Lane, string? Note)> Delt(int indsatser) =>
            [
                .. Diagrams
                    .Compose(Med(indsatser).Udsnit, new(Scene.Overblik, null, null, 1))
                    .Boxes.Where(b => b.Text == "Et fælles mål")
                    .Select(b => (b.Lane, b.Note))
                    .OrderBy(b => b.Lane, StringComparer.Ordinal),
            ];
        Assert.Single(Delt(3));
        Assert.Equal([(Testgraf.CenterA, null), (Testgraf.CenterB, null), ("faelles", "hos 2 centre")], Delt(8));
        var picture = Diagrams.Compose(Med(8).Udsnit, new(Scene.Overblik, null, null, 1));
        var lane = picture.Boxes.ToDictionary(b => b.Id, b => b.Lane, StringComparer.Ordinal);
        Assert.DoesNotContain(picture.Lines, l => lane[l.From] == "faelles" && lane[l.To] != "faelles");
    }

    [Fact]
    public void A_lane_is_as_high_as_its_name()
    {
        var graf = new Testgraf()
            .Node(NodeKind.Organisation, "center-a", "Center for alt det, som ingen af de andre centre har med at gøre i kommunen")
            .Node(NodeKind.Indsats, "i", "Kort");
        var tegning = new Tegning(Diagrams.Draw(graf.Udsnit, new(Scene.Overblik, null, null, 1)));
        Assert.DoesNotContain(tegning.Texts, t => t.EndsWith('…'));
        Assert.Contains(tegning.Texts, t => t.Contains("kommunen", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_equal_revisions_are_said_to_be_equal() =>
        Assert.Contains(
            "revision 1 og 2",
            Assert
                .Throws<SceneException>(() =>
                    Diagrams.Draw(Graf.Udsnit, new(Scene.Forskel, null, null, 2) { Foer = (Testgraf.ToCentre().Udsnit, 1) })
                )
                .Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_new_line_number_is_no_difference()
    {
        Testgraf Med(int line) =>
            new Testgraf().Node(
                NodeKind.Bidrag,
                "b",
                "B",
                felter: [new("Problem", null, "Ordene", Feltstatus.Vaerdi, new("a.md", line, "Ordene"), [])]
            );
        Assert.Throws<SceneException>(() => Diagrams.Draw(Med(8).Udsnit, new(Scene.Forskel, null, null, 2) { Foer = (Med(9).Udsnit, 1) }));
    }

    [Fact]
    public void The_matrix_counts_couplings_from_the_centre_that_states_them()
    {
        var matrix = Koblingsmatrix.Of(Graf.Udsnit, 1);
        Assert.Equal(["Center A", "Center B"], matrix.Headings);
        var cell = Assert.Single(matrix.Cells);
        Assert.Equal(
            (0, 1, 2, "1 eksplicit, 1 emne", "oneside"),
            (cell.Row, cell.Column, cell.Count, string.Join(", ", cell.Parts), cell.Mark)
        );
    }

    [Fact]
    public void A_coupling_that_both_sides_state_is_one_and_said_to_be_counted_in_both_rows()
    {
        var graf = Testgraf.ToCentre();
        var (from, to) = (Testgraf.Key(NodeKind.Bidrag, "b1"), Testgraf.Key(NodeKind.Bidrag, "b2"));
        graf.Begge(from, to);
        var matrix = Koblingsmatrix.Of(graf.Udsnit, 1);
        Assert.Contains("; 1 angives af begge sider og er talt i begges rækker.", matrix.Caption.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void A_shared_instrument_is_told_beside_its_users_couplings_and_never_added()
    {
        var graf = Testgraf.ToCentre().Node(NodeKind.Redskab, "del", "DEL");
        foreach (var id in new[] { "b1", "b2" })
        {
            graf.Kobling(Testgraf.Key(NodeKind.Bidrag, id), "by/redskab/del", KoblingArt.Redskab, .8);
        }

        var cells = Koblingsmatrix.Of(graf.Udsnit, 1).Cells;
        Assert.Equal([(0, 1, 2)], cells.Select(c => (c.Row, c.Column, c.Count)));
        Assert.EndsWith("; begge bruger DEL", cells[0].Full, StringComparison.Ordinal);
    }

    [Fact]
    public void The_matrix_ends_in_the_sums_of_its_rows_and_columns()
    {
        var sums = new Tegning(AlleScener.Tegn("koblinger"))
            .Document.Descendants(Tegning.Ns + "title")
            .Select(t => t.Value)
            .Where(t => t.StartsWith("I alt", StringComparison.Ordinal) && t.Contains(':'))
            .ToList();
        Assert.Equal(["I alt, Center A: 2", "I alt, Center B: 0", "I alt, Center A: 0", "I alt, Center B: 2", "I alt: 2"], sums);
    }

    [Fact]
    public void What_a_drawing_amounts_to_stands_under_its_heading() =>
        Assert.All(
            AlleScener.Navne,
            scene =>
            {
                var drawing = new Tegning(AlleScener.Tegn(scene));
                var said = drawing
                    .Document.Descendants(Tegning.Ns + "text")
                    .Where(t => (string?)t.Attribute("aria-hidden") == "true")
                    .Select(t => t.Value);
                Assert.Equal(drawing.Document.Root!.Element(Tegning.Ns + "desc")!.Value, string.Join(' ', said));
            }
        );

    [Fact]
    public void An_impact_on_what_is_only_named_says_so_and_what_to_do()
    {
        var graf = new Testgraf().Node(NodeKind.Vision, "v", "Sammen om hverdagen", som: i => i with { Henvist = true });
        var svar = Analysis.Paavirkning.Paavirkningsanalyse.Judge(
            graf.Udsnit,
            [new(Testgraf.Key(NodeKind.Vision, "v"), Analysis.Paavirkning.AendringArt.Bortfalder)],
            new()
        );
        Assert.Contains(
            "Indlæs den aftale, det står i",
            Diagrams.Draw(graf.Udsnit, new(Scene.Paavirkning, null, svar, 1)).Svg.Split("</desc>")[0],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_words_of_the_last_bars_end_before_what_has_no_known_time()
    {
        var tider = Domain.Tid.Tidsudtryk.UdenInterval("x dato", Domain.Tid.TidsTilstand.Pladsholder, "mangler");
        var graf = new Testgraf()
            .Node(
                NodeKind.Milepael,
                "a",
                "Kendt",
                som: i =>
                    i with
                    {
                        Tider =
                        [
                            new(
                                "ultimo 2026 eller lige efter",
                                new DateOnly(2026, 12, 1),
                                new DateOnly(2026, 12, 31),
                                Domain.Tid.Praecision.Dag
                            ),
                        ],
                    }
            )
            .Node(NodeKind.Milepael, "b", "Ukendt", som: i => i with { Tider = [tider] });
        var texts = new Tegning(Diagrams.Draw(graf.Udsnit, new(Scene.Tidslinje, null, null, 1)))
            .Document.Descendants(Tegning.Ns + "text")
            .ToList();
        var (words, heading) = (
            texts.Single(t => t.Value == "ultimo 2026 eller lige efter"),
            texts.Single(t => t.Value == "Uden kendt tid")
        );
        Assert.True(Tegning.Number(words, "x") + TextMeasure.Width(words.Value, Theme.SmallSize) < Tegning.Number(heading, "x"));
    }

    [Fact]
    public void A_time_that_is_not_known_stands_after_the_axis_with_its_words()
    {
        var graf = new Testgraf().Node(
            NodeKind.Milepael,
            "m",
            "Klar",
            som: i => i with { Tider = [Domain.Tid.Tidsudtryk.UdenInterval("x dato", Domain.Tid.TidsTilstand.Pladsholder, "mangler")] }
        );
        Assert.Contains(
            "x dato (ikke fastlagt)",
            new Tegning(Diagrams.Draw(graf.Udsnit, new(Scene.Tidslinje, null, null, 1))).Box("Klar").Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_open_end_breaks_up() =>
        Assert.Contains("s open", AlleScener.Tegn("tidslinje").Svg.Split("Status til udvalget")[^1], StringComparison.Ordinal);

    /// <summary>A choice that a picture did not follow would be an answer to another question.</summary>
    [Fact]
    public void What_is_chosen_narrows_a_timeline_and_the_matrix_as_it_narrows_boxes()
    {
        Drawing Chosen(Scene scene, params string[] keys) =>
            Diagrams.Draw(Graf.Udsnit, new(scene, null, null, 3) { Visning = new() { Passer = keys.ToHashSet() } });
        var milestone = Graf.Udsnit.Nodes.First(n => n.Kind == NodeKind.Milepael);
        Assert.Equal(milestone.Key, Assert.Single(new Tegning(Chosen(Scene.Tidslinje, milestone.Key)).Boxes).Key);
        Assert.Contains("valgt", Assert.Throws<SceneException>(() => Chosen(Scene.Tidslinje, "intet")).Message, StringComparison.Ordinal);

        var couplings = Centerkoblinger.Of(Graf.Udsnit).SelectMany(t => t.Kanter).ToList();
        var one = couplings[0];
        var left = couplings.Count(e => e.From == one.From || e.To == one.From);
        Assert.True(left < couplings.Count);
        Assert.Contains(
            $"{left} kobling",
            string.Join(' ', new Tegning(Chosen(Scene.Koblinger, one.From)).Texts),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_timeline_of_one_centre_leaves_the_others_out() =>
        Assert.Throws<SceneException>(() => Diagrams.Draw(Graf.Udsnit, new(Scene.Tidslinje, Testgraf.CenterB, null, 1)));

    [Fact]
    public void A_timeline_too_long_folds_the_latest_and_counts_them()
    {
        var graf = new Testgraf();
        for (var i = 0; i < 200; i++)
        {
            graf.Node(
                NodeKind.Milepael,
                $"m{i:000}",
                $"Milepæl {i}",
                som: n =>
                    n with
                    {
                        Tider =
                        [
                            new("dag", new DateOnly(2025, 1, 1).AddDays(i), new DateOnly(2025, 1, 1).AddDays(i), Domain.Tid.Praecision.Dag),
                        ],
                    }
            );
        }

        var drawing = Diagrams.Draw(graf.Udsnit, new(Scene.Tidslinje, null, null, 1));
        Assert.Equal(104, drawing.Folded);
        Assert.Contains("+104 milepæle og opfølgninger", new Tegning(drawing).Boxes[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_source_line_names_the_agreements_and_the_revision() =>
        Assert.Contains(
            new Tegning(AlleScener.Tegn("center")).Texts,
            t => t == "Kilde: by/aftale/b; Udviklingsaftale 2025, Center A. Revision 3."
        );

    [Fact]
    public void An_empty_graph_says_what_to_do() =>
        Assert.Contains(
            "Indlæs en aftale",
            Assert.Throws<SceneException>(() => Diagrams.Draw(new Testgraf().Udsnit, new(Scene.Overblik, null, null, 0))).Message,
            StringComparison.Ordinal
        );

    private static Picture Compose(Scene scene, NodeKind kind, string id) =>
        Diagrams.Compose(Graf.Udsnit, new(scene, Testgraf.Key(kind, id), null, 1));
}
