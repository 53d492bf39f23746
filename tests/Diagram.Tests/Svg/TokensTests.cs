using Effektkaeder.Diagram.Svg;
using Xunit;

namespace Effektkaeder.Diagram.Tests.Svg;

/// <summary>Every colour holds in light, in dark, in grey, and to eyes that lack a kind of cone.</summary>
public sealed class TokensTests
{
    public static TheoryData<bool> Lights => [false, true];

    public static TheoryData<string, bool, string> Groups()
    {
        var data = new TheoryData<string, bool, string>();
        foreach (var group in new[] { "kinds", "consequences", "changes", "times" })
        {
            foreach (var dark in new[] { false, true })
            {
                foreach (var eyes in Eyes.All.Keys)
                {
                    data.Add(group, dark, eyes);
                }
            }
        }

        return data;
    }

    private static IEnumerable<Surface> Surfaces => [.. Tokens.Kinds, Tokens.Other, .. Tokens.Counts, .. Tokens.Consequences];

    private static readonly Token[] Grounds = [Tokens.Ground, Tokens.Lane, Tokens.LaneOdd];

    [Theory]
    [MemberData(nameof(Lights))]
    public void Letters_stand_out_from_every_ground_by_four_and_a_half(bool dark)
    {
        Assert.All(Surfaces, s => Least(4.5, s.Ink, s.Fill, dark, s.Name));
        Assert.All(
            Tokens.Kinds.Append(Tokens.Other),
            kind =>
            {
                Least(4.5, Tokens.Quiet, kind.Fill, dark, kind.Name);
                Least(4.5, Tokens.CouplingWord, kind.Fill, dark, kind.Name);
            }
        );
        foreach (var word in new[] { Tokens.Ink, Tokens.Quiet, Tokens.CouplingWord, Tokens.Today, Tokens.Conflict })
        {
            Assert.All(Grounds, under => Least(4.5, word, under, dark, word.Light));
        }
    }

    [Theory]
    [MemberData(nameof(Lights))]
    public void Borders_and_lines_stand_out_from_the_lanes_by_three(bool dark)
    {
        Token[] lines = [Tokens.Hierarchy, Tokens.Weak, Tokens.Coupling, Tokens.Way, Tokens.Aside, Tokens.Today, Tokens.Conflict];
        Surface[] boxes = [.. Surfaces, .. Tokens.Times, .. Tokens.Changes];
        foreach (var under in Grounds)
        {
            Assert.All(lines, line => Least(3, line, under, dark, line.Light));
            Assert.All(boxes, box => Least(3, box.Edge, under, dark, box.Name));
        }
    }

    [Theory]
    [MemberData(nameof(Lights))]
    public void A_sign_stands_out_from_its_badge_by_four_and_a_half(bool dark) =>
        Assert.All(Tokens.Changes, change => Least(4.5, change.Ink, change.Fill, dark, change.Name));

    [Theory]
    [MemberData(nameof(Groups))]
    public void What_means_different_things_is_seen_apart_at_a_glance(string group, bool dark, string eyes)
    {
        var colours = Colours(group);
        for (var i = 0; i < colours.Count; i++)
        {
            for (var j = i + 1; j < colours.Count; j++)
            {
                var ((name, a), (other, b)) = (colours[i], colours[j]);
                var distance = Eyes.Distance(a.In(dark), b.In(dark), eyes);
                Assert.True(distance >= 10, $"{name} and {other}: {distance:0.0}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Lights))]
    public void The_graver_a_consequence_the_further_it_lies_from_the_ground_in_grey(bool dark)
    {
        var steps = Tokens.Consequences.Select(c => Math.Abs(Eyes.Lightness(c.Fill.In(dark)) - Eyes.Lightness(Tokens.Ground.In(dark))));
        Assert.All(steps.Zip(steps.Skip(1)), pair => Assert.True(pair.First - pair.Second >= 9, $"{pair.First:0} {pair.Second:0}"));
    }

    [Fact]
    public void Political_goals_and_indicators_are_told_apart_in_grey_too()
    {
        Token Edge(string kind) => Tokens.Kinds.Single(k => k.Name == kind).Edge;
        foreach (var dark in new[] { false, true })
        {
            var (goal, indicator) = (Edge("politisk-maal").In(dark), Edge("indikator").In(dark));
            Assert.True(Math.Abs(Eyes.Lightness(goal) - Eyes.Lightness(indicator)) >= 15);
        }
    }

    [Fact]
    public void Each_token_is_in_the_style_sheet_in_both_lights()
    {
        var (light, dark) = (Stylesheet.Css.Split("@media")[0], Stylesheet.Css.Split("@media")[1]);
        Surface[] all = [.. Surfaces, .. Tokens.Changes, .. Tokens.Times];
        foreach (var token in all.SelectMany(s => new[] { s.Fill, s.Edge, s.Ink }).Concat(Grounds))
        {
            Assert.Contains(token.Light, light, StringComparison.Ordinal);
            Assert.Contains(token.Dark, dark, StringComparison.Ordinal);
        }
    }

    /// <summary>Three of the pairs published with the formula.</summary>
    [Theory]
    [InlineData(50, 2.6772, -79.7751, 50, 0, -82.7485, 2.0425)]
    [InlineData(50, 2.5, 0, 73, 25, -18, 27.1492)]
    [InlineData(90.8027, -2.0831, 1.4410, 91.1528, -1.6435, 0.0447, 1.4441)]
    public void The_distance_is_that_of_the_paper(double l1, double a1, double b1, double l2, double a2, double b2, double expected) =>
        Assert.Equal(expected, Eyes.Ciede2000((l1, a1, b1), (l2, a2, b2)), 4);

    private static IReadOnlyList<(string Name, Token Token)> Colours(string group) =>
        group switch
        {
            "kinds" => [.. Tokens.Kinds.Select(k => (k.Name, k.Edge))],
            "consequences" => [.. Tokens.Consequences.Select(c => (c.Name, c.Fill))],
            "changes" => [.. Tokens.Changes.Select(c => (c.Name, c.Edge))],
            _ => [.. Tokens.Times.Select(t => (t.Name, t.Edge))],
        };

    private static void Least(double least, Token a, Token b, bool dark, string what)
    {
        var contrast = Eyes.Contrast(a.In(dark), b.In(dark));
        Assert.True(contrast >= least, $"{what} ({a.In(dark)} on {b.In(dark)}): {contrast:0.00}");
    }
}
