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
        Assert.Contains(picture.Boxes, b => b.Text == "Sunde overgange"); // coupled to
        Assert.DoesNotContain(picture.Boxes, b => b.Text is "Sundhed tæt på" or "Én kontaktperson" && b.Lane == Testgraf.CenterA);
        Assert.DoesNotContain(picture.Boxes, b => b.Text == "Sundhedspolitikken"); // stands above what it only names
        Assert.Contains("10 led", picture.Caption.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void A_contributions_chain_holds_what_its_form_says_around_it()
    {
        var texts = Compose(Scene.Effektkaede, NodeKind.Bidrag, "b1")
            .Boxes.Where(b => b.Lane == Baner.Omkring)
            .Select(b => (b.Caption, b.Text));
        Assert.Equal(
            [
                ("Milepæl: 1. kvartal 2026", "Vejledere er ansat"),
                ("Opfølgning: fra juni 2026", "Status til udvalget"),
                ("Problem", "Unge falder mellem to stole"),
            ],
            texts.Order()
        );
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
        Assert.EndsWith("ændret: titel", tegning.Box("Flere i job").Text, StringComparison.Ordinal);
        Assert.DoesNotContain(tegning.Boxes, b => b.Text == "Én kontaktperson"); // unchanged, and above nothing that changed
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
        Assert.Equal(40, drawing.Folded);
        Assert.Contains("+40 milepæle og opfølgninger", new Tegning(drawing).Boxes[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_source_line_names_the_agreements_and_the_revision() =>
        Assert.Contains(
            new Tegning(AlleScener.Tegn("center")).Texts,
            t => t == "Kilde: by/aftale/b; by/aftale/c; Udviklingsaftale 2025, Center A. Revision 3."
        );

    [Fact]
    public void An_empty_graph_says_what_to_do() =>
        Assert.Contains(
            "effekt import",
            Assert.Throws<SceneException>(() => Diagrams.Draw(new Testgraf().Udsnit, new(Scene.Overblik, null, null, 0))).Message,
            StringComparison.Ordinal
        );

    private static Picture Compose(Scene scene, NodeKind kind, string id) =>
        Diagrams.Compose(Graf.Udsnit, new(scene, Testgraf.Key(kind, id), null, 1));
}
