using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Effektkaeder.Diagram.Export;
using Effektkaeder.Diagram.Scenes;
using Effektkaeder.Diagram.Svg;
using Effektkaeder.Diagram.Tests.Svg;
using Xunit;

namespace Effektkaeder.Diagram.Tests.Export;

/// <summary>Drawings on paper: letters are read, and nothing is cut.</summary>
public sealed partial class PageSizeTests
{
    private static readonly Drawing Large = Diagrams.Draw(Storby.Med(300).Udsnit, new(Scene.Center, "by/organisation/center-03", null, 1));
    private static readonly Drawing Long = Diagrams.Draw(Storby.Med(300).Udsnit, new(Scene.Overblik, null, null, 1));

    public static TheoryData<string, string> Posters() =>
        new()
        {
            { "overblik", "A4" },
            { "overblik", "A3" },
            { "center", "A4" },
            { "center", "A3" },
        };

    [Fact]
    public void A_sheet_is_found_by_name() => Assert.Same(PageSize.A3, PageSize.Find("a3"));

    [Fact]
    public void What_can_be_read_on_one_sheet_takes_one() => Assert.Single(Sheets.Svg(AlleScener.Tegn("koblinger"), PageSize.A4));

    [Theory]
    [MemberData(nameof(Posters))]
    public void No_box_is_cut_and_every_box_is_whole_on_some_sheet(string scene, string page)
    {
        var drawing = scene == "center" ? Large : Long;
        var sheets = Sheets.Svg(drawing, PageSize.Find(page)!);
        var whole = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sheet in sheets.Select(XDocument.Parse))
        {
            if (Window(sheet) is not { } window)
            {
                Assert.Single(sheets);
                return;
            }

            var hidden = Hidden().Matches(sheet.Root!.Element(Tegning.Ns + "style")!.Value).Select(m => m.Groups[1].Value).ToHashSet();
            foreach (var box in window.Boxes.Where(b => !hidden.Contains(b.Id)))
            {
                var meets = box.X < window.Right && box.Right > window.X && box.Y < window.Bottom && box.Bottom > window.Y;
                var held =
                    box.X >= window.X - 1 && box.Right <= window.Right + 1 && box.Y >= window.Y - 1 && box.Bottom <= window.Bottom + 1;
                Assert.True(!meets || held, $"{box.Text} is cut");
                whole.UnionWith(held ? [box.Id] : []);
            }
        }

        Assert.Equal(new Tegning(drawing).Boxes.Select(b => b.Id).Order(), whole.Order());
    }

    [Theory]
    [MemberData(nameof(Posters))]
    public void Letters_are_large_enough_and_headings_stand_on_every_sheet(string scene, string page)
    {
        var (drawing, size) = (scene == "center" ? Large : Long, PageSize.Find(page)!);
        var headings = new Tegning(drawing)
            .Document.Descendants(Tegning.Ns + "g")
            .First(g => Tegning.Classes(g).Contains("levels"))
            .Elements(Tegning.Ns + "text")
            .Select(t => t.Value)
            .ToList();
        foreach (var sheet in Sheets.Svg(drawing, size).Select(XDocument.Parse))
        {
            var scale = double.Parse(Scale().Match(sheet.ToString()).Groups[1].Value, CultureInfo.InvariantCulture);
            Assert.True(scale * Theme.SmallSize >= size.LeastText - .01, $"{scale * Theme.SmallSize:0.0} points");
            Assert.True(scale <= 1);
            Assert.Contains(sheet.Descendants(Tegning.Ns + "text"), t => t.Value == drawing.Title || t.Value.EndsWith('…'));
            Assert.Contains(sheet.Descendants(Tegning.Ns + "text"), t => headings.Contains(t.Value));
        }
    }

    [Fact]
    public void A_long_time_line_has_its_rows_whole_and_its_years_on_every_sheet()
    {
        var graf = new Testgraf();
        for (var i = 0; i < 90; i++)
        {
            var dag = new DateOnly(2026, 1, 1).AddDays(4 * i);
            graf.Node(
                Domain.NodeKind.Milepael,
                $"m{i:00}",
                $"Milepæl {i}",
                som: n => n with { Tider = [new("dag", dag, dag, Domain.Tid.Praecision.Dag)] }
            );
        }

        var sheets = Sheets.Svg(Diagrams.Draw(graf.Udsnit, new(Scene.Tidslinje, null, null, 1)), PageSize.A3);
        Assert.InRange(sheets.Count, 2, 8);
        Assert.All(sheets, s => Assert.Contains(XDocument.Parse(s).Descendants(Tegning.Ns + "text"), t => t.Value == "2026"));
    }

    [Theory]
    [InlineData(Scene.Maalbillede, null, 60)]
    [InlineData(Scene.Maalbillede, null, 300)]
    [InlineData(Scene.Maalbillede, null, 600)]
    [InlineData(Scene.Politik, "politisk-maal-3", 300)]
    public void A_table_of_goals_is_one_sheet_of_A3_whatever_the_size(Scene scene, string? node, int size)
    {
        var key = node is null ? null : Testgraf.Key(Domain.NodeKind.PolitiskMaal, node);
        Assert.Single(Sheets.Svg(Diagrams.Draw(Storby.Med(size).Udsnit, new(scene, key, null, 1)), PageSize.A3));
    }

    [Fact]
    public void A3_takes_fewer_sheets_than_A4() => Assert.True(Sheets.Svg(Large, PageSize.A3).Count < Sheets.Svg(Large, PageSize.A4).Count);

    [Fact]
    public void A_cut_goes_between_and_where_it_cannot_the_next_piece_begins_before()
    {
        Assert.Equal([(0, 92), (92, 150)], Cuts.Of(0, 150, 100, [(10, 60), (40, 90), (98, 140)]).Select(p => ((int)p.From, (int)p.To)));
        // Everything is in the way: what is cut at 100 is whole on the next.
        var pieces = Cuts.Of(0, 180, 100, [(10, 70), (30, 110), (65, 150)]);
        Assert.All(
            new[] { (10, 70), (30, 110), (65, 150) },
            whole => Assert.Contains(pieces, p => p.From <= whole.Item1 && p.To >= whole.Item2)
        );
    }

    [Fact]
    public void Pieces_are_about_alike() =>
        Assert.Equal([50, 50, 50], Cuts.Of(0, 150, 60, [(0, 20), (24, 48), (52, 98), (102, 140)]).Select(p => Math.Round(p.To - p.From)));

    [Fact]
    public void What_is_longer_than_a_sheet_is_cut_or_there_would_be_no_end() =>
        Assert.InRange(Cuts.Of(0, 1000, 100, [(0, 1000)]).Count, 10, 20);

    private sealed record Part(double X, double Y, double Right, double Bottom, IReadOnlyList<DrawnBox> Boxes);

    /// <summary>The largest window of a sheet: the part of the drawing that it shows.</summary>
    private static Part? Window(XDocument sheet)
    {
        var windows = sheet.Root!.Descendants(Tegning.Ns + "svg").Where(s => (string?)s.Attribute("overflow") == "hidden").ToList();
        if (windows.Count == 0)
        {
            return null;
        }

        var window = windows[^1];
        var view = ((string)window.Attribute("viewBox")!).Split(' ').Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        var boxes = window.Descendants(Tegning.Ns + "g").Where(g => Tegning.Classes(g).Contains("node")).Select(g => new DrawnBox(g));
        return new(view[0], view[1], view[0] + view[2], view[1] + view[3], [.. boxes]);
    }

    [GeneratedRegex(@"#([\w-]+)\{display:none\}")]
    private static partial Regex Hidden();

    [GeneratedRegex(@"scale\(([\d.]+)\)")]
    private static partial Regex Scale();
}
