using Effektkaeder.Analysis.Paavirkning;
using Effektkaeder.Diagram.Scenes;
using Effektkaeder.Diagram.Svg;
using Effektkaeder.Diagram.Tests.Svg;
using Effektkaeder.Domain;
using Xunit;

namespace Effektkaeder.Diagram.Tests.Scenes;

/// <summary>Pictures of a whole municipality stay readable: what does not fit folds and is counted.</summary>
public sealed class StorbyTests
{
    private static readonly Testgraf By = Storby.Med(300);

    public static TheoryData<string> Scener => ["overblik", "center", "paavirkning", "koblinger"];

    [Theory]
    [MemberData(nameof(Scener))]
    public void No_two_boxes_overlap_and_every_label_lies_inside_its_box(string scene)
    {
        var boxes = new Tegning(Tegn(scene, By)).Boxes;
        Assert.Empty(from a in boxes from b in boxes where string.CompareOrdinal(a.Id, b.Id) < 0 && a.Overlaps(b) select (a.Text, b.Text));
        Assert.All(
            boxes,
            box =>
                Assert.All(
                    box.Lines(),
                    line =>
                        Assert.True(
                            line.Left >= box.X && line.Right <= box.Right && line.Top >= box.Y && line.Bottom <= box.Bottom,
                            line.Line
                        )
                )
        );
        if (Environment.GetEnvironmentVariable("EFFEKT_TEST_PICTURES") is { Length: > 0 } folder)
        {
            File.WriteAllText(Path.Combine(folder, $"storby-{scene}.svg"), Tegn(scene, By).Svg);
        }
    }

    [Fact]
    public void Three_thousand_nodes_fold_to_what_a_reader_can_take_in_and_the_picture_says_so()
    {
        var by = Storby.Med(3000);
        foreach (var scene in new[] { "overblik", "alt" })
        {
            var drawing = Tegn(scene, by);
            var tegning = new Tegning(drawing);
            Assert.InRange(tegning.Boxes.Count, 20, 120);
            Assert.True(drawing.Folded > 400);
            Assert.Contains(tegning.Texts, t => t.Contains($"{drawing.Folded} led er foldet sammen", StringComparison.Ordinal));
            if (Environment.GetEnvironmentVariable("EFFEKT_TEST_PICTURES") is { Length: > 0 } folder)
            {
                File.WriteAllText(Path.Combine(folder, $"mega-{scene}.svg"), drawing.Svg);
            }
        }
    }

    [Fact]
    public void An_impact_is_read_at_arms_length_and_effects_fold_last()
    {
        var drawing = new Tegning(Tegn("paavirkning", Storby.Med(600)));
        Assert.InRange(drawing.Boxes.Count, 3, 42);
        // Where an effect is folded, nothing that leads to it stands alone any more.
        var folded = drawing.Boxes.Where(b => b.Text.Contains("Foldet sammen", StringComparison.Ordinal)).Select(b => b.Kind).ToHashSet();
        Assert.True(!folded.Contains("effekt") || drawing.Boxes.Count(b => b.Kind == "bidrag" && b.Key is not null) == 0);
    }

    [Fact]
    public void A_hundred_centres_become_a_box_each()
    {
        var tegning = new Tegning(Tegn("overblik", Storby.Med(3000)));
        Assert.Equal(100, tegning.Boxes.Count);
        Assert.All(tegning.Boxes, b => Assert.Contains("12 indikatorer", b.Title, StringComparison.Ordinal));
    }

    /// <summary>Sixty efforts are no column to take in, and yet no centre is left out, nor what couples it to others.</summary>
    [Fact]
    public void A_level_that_is_too_much_is_counted_in_every_centre_and_what_is_opened_leaves_the_count()
    {
        var by = Storby.Med(600);
        var request = Bestilling("overblik", by);
        var whole = Diagrams.Compose(by.Udsnit, request);
        Assert.Equal(20, whole.Lanes.Count);
        Assert.All(
            whole.Lanes,
            l => Assert.Equal("3 indsatser", Assert.Single(whole.Boxes, b => b.Lane == l.Id && b.Kind == "indsats").Text)
        );
        Assert.All(whole.Lanes, l => Assert.Contains(whole.Lines, line => line.To == $"flere {l.Id} Indsats"));

        var goal = whole.Boxes.First(b => b.Kind == "politisk-maal");
        var opened = Diagrams.Compose(by.Udsnit, request with { Visning = new() { Aabnet = new HashSet<string> { goal.Key! } } });
        var efforts = opened.Boxes.Where(b => b.Lane == goal.Lane && b.Kind == "indsats").ToList();
        Assert.Equal(2, efforts.Count(b => b.Key is not null));
        Assert.Equal("1 indsats", Assert.Single(efforts, b => b.Key is null).Text);
    }

    /// <summary>A count of more than was chosen is an answer to another question, and so is a lane of what was not.</summary>
    [Theory]
    [InlineData("overblik"), InlineData("paavirkning")]
    public void What_is_counted_follows_what_is_chosen(string scene)
    {
        var by = Storby.Med(600);
        var request = Bestilling(scene, by);
        var counted = Diagrams.Compose(by.Udsnit, request).Boxes.First(b => b.Members.Count > 1);
        Picture Chosen(params string[] keys) => Diagrams.Compose(by.Udsnit, request with { Visning = new() { Passer = keys.ToHashSet() } });
        var one = Assert.Single(Chosen(counted.Members[0]).Boxes, b => b.Id == counted.Id);
        Assert.Equal([counted.Members[0]], one.Members);
        Assert.StartsWith("1 ", one.Text, StringComparison.Ordinal);
        Assert.All(Chosen(counted.Members[0]).Boxes.Where(b => b.Kind == "kobling"), b => Assert.Equal(counted.Lane, b.Lane));
        Assert.Throws<SceneException>(() => Chosen("intet"));
    }

    /// <summary>The least certain of those in one box are not there to be seen: it has the mark of the most certain.</summary>
    [Fact]
    public void The_legend_explains_what_is_seen_and_nothing_else()
    {
        var by = Storby.Med(600);
        foreach (var other in by.Udsnit.Nodes.Where(n => n.Kind == NodeKind.Indsats).Skip(3).Take(30).Index())
        {
            by.Kobling(Testgraf.Key(NodeKind.Indsats, "indsats-13"), other.Item.Key, KoblingArt.Omtale, other.Index < 15 ? .9 : .4);
        }

        var picture = Diagrams.Compose(by.Udsnit, Bestilling("paavirkning", by));
        var worn = picture.Boxes.SelectMany(b => b.Marks).ToHashSet();
        var explained = picture.Caption.Legend.Where(e => !e.IsLine && e.Mark is not null).SelectMany(e => e.Mark!.Split(' ')).ToList();
        Assert.NotEmpty(explained);
        Assert.All(explained, mark => Assert.Contains(mark, worn));
    }

    private static Drawing Tegn(string scene, Testgraf graf) => Diagrams.Draw(graf.Udsnit, Bestilling(scene, graf));

    private static SceneRequest Bestilling(string scene, Testgraf graf) =>
        scene switch
        {
            "overblik" => new(Scene.Overblik, null, null, 1),
            "center" => new(Scene.Center, "by/organisation/center-03", null, 1),
            "koblinger" => new(Scene.Koblinger, null, null, 1),
            // Sixty efforts fall at once.
            "alt" => new(
                Scene.Paavirkning,
                null,
                Paavirkningsanalyse.Judge(
                    graf.Udsnit,
                    [
                        .. graf
                            .Udsnit.Nodes.Where(n => n.Kind == NodeKind.Indsats)
                            .Take(60)
                            .Select(n => new Aendring(n.Key, AendringArt.Bortfalder)),
                    ],
                    new()
                ),
                1
            ),
            _ => new(
                Scene.Paavirkning,
                null,
                Paavirkningsanalyse.Judge(
                    graf.Udsnit,
                    [new(Testgraf.Key(NodeKind.PolitiskMaal, "politisk-maal-3"), AendringArt.Bortfalder)],
                    new()
                ),
                1
            ),
        };
}
