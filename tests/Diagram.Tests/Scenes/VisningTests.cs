using Effektkaeder.Analysis;
using Effektkaeder.Diagram.Scenes;
using Effektkaeder.Diagram.Svg;
using Effektkaeder.Diagram.Tests.Svg;
using Effektkaeder.Domain;
using Xunit;

namespace Effektkaeder.Diagram.Tests.Scenes;

/// <summary>What a reader folds, opens, focuses and filters, laid over what a scene decides.</summary>
public sealed class VisningTests
{
    private static readonly Testgraf Graf = Testgraf.ToCentre();

    [Fact]
    public void Nothing_chosen_leaves_the_scene_as_it_is()
    {
        var request = new SceneRequest(Scene.Overblik, null, null, 1);
        Assert.Equal(Diagrams.Draw(Graf.Udsnit, request).Svg, Diagrams.Draw(Graf.Udsnit, request with { Visning = new() }).Svg);
    }

    [Fact]
    public void A_folded_box_hides_what_only_it_leads_to_and_counts_it()
    {
        var whole = Compose(Visning.Tom);
        var effort = whole.Boxes.First(b => b.Kind == "indsats" && Children(whole, b).Count > 0);
        var folded = Compose(new() { Foldet = Set(effort.Id) });
        var box = Assert.Single(folded.Boxes, b => b.Id == effort.Id);
        Assert.True(box.IsFolded);
        Assert.StartsWith("+", box.Note, StringComparison.Ordinal);
        var hidden = whole.Boxes.Select(b => b.Id).Except(folded.Boxes.Select(b => b.Id)).ToHashSet();
        Assert.NotEmpty(hidden);
        // What another box leads to as well is still there.
        Assert.All(hidden, id => Assert.All(Parents(whole, id), p => Assert.True(p == effort.Id || hidden.Contains(p))));
        Assert.Equal(whole.Caption.Folded + hidden.Count(id => !id.StartsWith("bundt", StringComparison.Ordinal)), folded.Caption.Folded);
    }

    [Fact]
    public void A_folded_lane_is_one_box_that_counts_what_stood_in_it_and_the_other_lanes_stay()
    {
        var whole = Compose(Visning.Tom);
        var folded = Compose(new() { Foldet = Set(Testgraf.CenterA) });
        var box = Assert.Single(folded.Boxes, b => b.Lane == Testgraf.CenterA && b.Kind != "kobling");
        Assert.Equal((Testgraf.CenterA, true), (box.Key, box.IsFolded));
        Assert.Contains("1 indsats", box.Text, StringComparison.Ordinal);
        Assert.Equal(
            whole.Boxes.Where(b => b.Lane != Testgraf.CenterA && !b.IsJunction).Select(b => b.Id),
            folded.Boxes.Where(b => b.Lane != Testgraf.CenterA && !b.IsJunction).Select(b => b.Id)
        );
        Assert.True(folded.Caption.Folded > whole.Caption.Folded);
        // What centres share leads to all of them: folded, it hides none.
        Assert.Contains(Compose(new() { Foldet = Set("faelles") }).Boxes, b => b.Kind == "bidrag");
    }

    [Fact]
    public void A_folded_level_is_one_box_a_lane_that_counts_it_and_every_line_still_leads_through()
    {
        var by = Storby.Med(60).Udsnit;
        var request = new SceneRequest(Scene.Overblik, null, null, 1);
        var whole = Diagrams.Compose(by, request);
        var column = whole.Boxes.First(b => b.Kind == "bidrag").Level;
        var folded = Diagrams.Compose(by, request with { Visning = new() { Foldet = Set(Visning.Niveau(column)) } });
        var counted = folded.Boxes.Where(b => b.Level == column && b.IsFolded).ToList();
        Assert.NotEmpty(counted);
        Assert.Equal(counted.Select(b => b.Lane).Distinct(), counted.Select(b => b.Lane));
        foreach (var box in counted)
        {
            var stood = whole.Boxes.Where(b => b.Level == column && b.Lane == box.Lane && !b.IsJunction).ToList();
            Assert.Equal($"{stood.Count} bidrag", box.Text);
            // The contributions are the last that are drawn here: what they held is told where they are counted.
            Assert.Contains("effekt", box.Note, StringComparison.Ordinal);
            Assert.Equal(
                stood.SelectMany(b => Parents(whole, b.Id)).Distinct().Order(StringComparer.Ordinal),
                Parents(folded, box.Id).Order(StringComparer.Ordinal)
            );
        }

        Assert.Equal(
            whole.Boxes.Where(b => b.Level != column).Select(b => b.Id),
            folded.Boxes.Where(b => b.Level != column).Select(b => b.Id)
        );
    }

    [Fact]
    public void A_municipality_is_its_own_centres()
    {
        var graf = Testgraf.ToCentre().Node(NodeKind.Kommune, "by", "By Kommune", center: null);
        var picture = Diagrams.Compose(graf.Udsnit, new(Scene.Effektkaede, Testgraf.Key(NodeKind.Kommune, "by"), null, 1));
        Assert.Equal("Overblik over målene: By Kommune", picture.Caption.Title);
        Assert.Equal(Compose(Visning.Tom).Boxes.Select(b => b.Id), picture.Boxes.Select(b => b.Id));
        var alone = new Testgraf().Node(NodeKind.Kommune, "by", "By Kommune", center: null).Udsnit;
        Assert.Single(Diagrams.Compose(alone, new(Scene.Effektkaede, Testgraf.Key(NodeKind.Kommune, "by"), null, 1)).Boxes);
    }

    [Fact]
    public void Focus_keeps_the_chain_and_nothing_else()
    {
        var whole = Compose(Visning.Tom);
        var effort = whole.Boxes.First(b => b.Kind == "indsats");
        var shown = Compose(new() { Fokus = effort.Key });
        var node = Graf.Udsnit.Find(effort.Key!)!;
        var kin = Slaegt.Above(Graf.Udsnit, [node]).Concat(Slaegt.Below(Graf.Udsnit, [node])).Append(node).Select(n => n.Key).ToHashSet();
        Assert.All(shown.Boxes.Where(b => b.Key is not null && b.Kind != "politik"), b => Assert.Contains(b.Key!, kin));
        Assert.Contains(shown.Boxes, b => b.Key == effort.Key);
        Assert.True(shown.Boxes.Count < whole.Boxes.Count);
        Assert.All(shown.Lanes, l => Assert.Contains(shown.Boxes, b => b.Lane == l.Id));
    }

    [Fact]
    public void An_opened_box_shows_the_children_the_scene_had_left_out()
    {
        var whole = Compose(Visning.Tom);
        var bidrag = whole.Boxes.First(b => b.Kind == "bidrag" && Graf.Udsnit.Children(b.Key!).Any(c => c.Kind == NodeKind.Effekt));
        var shown = Compose(new() { Aabnet = Set(bidrag.Key!) });
        Assert.All(Graf.Udsnit.Children(bidrag.Key!), c => Assert.Contains(shown.Boxes, b => b.Key == c.Key));
        Assert.Null(shown.Boxes.Single(b => b.Key == bidrag.Key).Note);
        Assert.Equal(whole.Lines.Select(l => l.Id), shown.Lines.Select(l => l.Id).Intersect(whole.Lines.Select(l => l.Id)));
    }

    /// <summary>Its goal has no box of its own to be opened.</summary>
    [Fact]
    public void A_policy_that_is_one_box_with_its_goal_opens_to_what_is_below_the_goal()
    {
        var graf = new Testgraf()
            .Node(NodeKind.Politik, "p", "En politik")
            .Node(NodeKind.PolitiskMaal, "g", "Målet er ikke nævnt", som: i => i with { Uspecificeret = true })
            .Kant(EdgeType.Indeholder, Testgraf.Key(NodeKind.Politik, "p"), Testgraf.Key(NodeKind.PolitiskMaal, "g"));
        foreach (var i in Enumerable.Range(1, 60))
        {
            graf.Node(NodeKind.Indsats, $"i{i}", $"Indsats {i}")
                .Kant(EdgeType.ForfoelgesMed, Testgraf.Key(NodeKind.PolitiskMaal, "g"), Testgraf.Key(NodeKind.Indsats, $"i{i}"));
        }

        var request = new SceneRequest(Scene.Overblik, null, null, 1);
        var drawing = new Tegning(Diagrams.Draw(graf.Udsnit, request));
        Assert.Equal("60", Assert.Single(drawing.Boxes, b => b.Kind == "politik").More);
        var key = Testgraf.Key(NodeKind.Politik, "p");
        var opened = Diagrams.Compose(graf.Udsnit, request with { Visning = new() { Aabnet = Set(key) } });
        Assert.Equal(60, opened.Boxes.Count(b => b.Kind == "indsats" && b.Key is not null));
        Assert.Equal(60, opened.Lines.Count(l => l.From == key));
    }

    [Fact]
    public void A_hidden_kind_is_gone_with_its_column_heading()
    {
        var shown = Compose(new() { Skjulte = Set("bidrag") });
        Assert.DoesNotContain(shown.Boxes, b => b.Kind == "bidrag");
        Assert.DoesNotContain(shown.Levels, l => l.Title.StartsWith("Bidrag", StringComparison.Ordinal));
    }

    [Fact]
    public void What_passes_a_filter_is_shown_with_all_above_it()
    {
        var bidrag = Compose(Visning.Tom).Boxes.First(b => b.Kind == "bidrag");
        var shown = Compose(new() { Passer = Set(bidrag.Key!) });
        Assert.Equal([bidrag.Key], shown.Boxes.Where(b => b.Kind == "bidrag").Select(b => b.Key));
        Assert.Contains(shown.Boxes, b => b.Kind == "indsats");
    }

    [Fact]
    public void Boxes_keep_their_place_when_another_is_folded()
    {
        var request = new SceneRequest(Scene.Overblik, null, null, 1);
        var before = new Tegning(Diagrams.Draw(Graf.Udsnit, request)).Boxes.ToDictionary(b => b.Id, b => b.X);
        var folded = Compose(Visning.Tom).Boxes.First(b => b.Kind == "indsats");
        var drawing = Diagrams.Draw(Graf.Udsnit, request with { Visning = new() { Foldet = Set(folded.Id) } });
        var after = new Tegning(drawing);
        var same = after.Boxes.Where(b => before.ContainsKey(b.Id)).ToList();
        Assert.NotEmpty(same);
        Assert.All(same, b => Assert.InRange(Math.Abs(b.X - before[b.Id]), 0, drawing.Width * .01));
    }

    [Fact]
    public void The_order_of_the_choices_does_not_matter()
    {
        var keys = Compose(Visning.Tom).Boxes.Where(b => b.Kind == "bidrag").Select(b => b.Key!).Take(3).ToList();
        string Drawn(IEnumerable<string> opened) =>
            Diagrams.Draw(Graf.Udsnit, new(Scene.Overblik, null, null, 1) { Visning = new() { Aabnet = opened.ToHashSet() } }).Svg;
        Assert.Equal(Drawn(keys), Drawn(keys.AsEnumerable().Reverse()));
    }

    private static Picture Compose(Visning visning) =>
        Diagrams.Compose(Graf.Udsnit, new(Scene.Overblik, null, null, 1) { Visning = visning });

    private static HashSet<string> Set(string key) => new(StringComparer.Ordinal) { key };

    private static List<string> Children(Picture picture, Box box) =>
        [.. picture.Lines.Where(l => !l.IsCoupling && l.From == box.Id).Select(l => l.To)];

    private static IEnumerable<string> Parents(Picture picture, string id) =>
        picture.Lines.Where(l => !l.IsCoupling && l.To == id).Select(l => l.From);
}
