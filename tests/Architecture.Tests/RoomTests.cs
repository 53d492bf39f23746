using System.Xml.Linq;
using Xunit;

namespace Effektkaeder.Architecture.Tests;

public sealed class RoomTests
{
    [Fact]
    public void Every_room_stands_in_the_table_and_every_row_has_its_room() =>
        Assert.Equal(Rooms.Allowed.Keys.Order(), Projects().Select(p => p.Room).Order());

    [Fact]
    public void No_project_references_a_room_that_the_table_does_not_allow() =>
        Assert.Empty(Projects().SelectMany(p => Violations(p.Room, References(p.Project))));

    [Fact]
    public void A_planted_reference_upwards_is_found()
    {
        var planted = XDocument.Parse(
            """<Project><ItemGroup><ProjectReference Include="../Effektkaeder.Web/Effektkaeder.Web.csproj" /></ItemGroup></Project>"""
        );
        Assert.Equal(["Domain → Web"], Violations("Domain", References(planted)));
    }

    [Fact]
    public void The_table_itself_has_no_circle()
    {
        var done = new HashSet<string>();
        while (done.Count < Rooms.Allowed.Count)
        {
            var next = Rooms.Allowed.Where(r => !done.Contains(r.Key) && r.Value.All(done.Contains)).Select(r => r.Key).ToList();
            Assert.NotEmpty(next);
            done.UnionWith(next);
        }
    }

    [Fact]
    public void Every_test_project_belongs_to_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(Rooms.Root, "Effektkaeder.sln"));
        Assert.All(
            Directory.GetFiles(Path.Combine(Rooms.Root, "tests"), "*.csproj", SearchOption.AllDirectories),
            project => Assert.Contains(Path.GetFileName(project), solution, StringComparison.Ordinal)
        );
    }

    private static IEnumerable<(string Room, XDocument Project)> Projects() =>
        Directory
            .GetFiles(Path.Combine(Rooms.Root, "src"), "Effektkaeder.*.csproj", SearchOption.AllDirectories)
            .Select(file => (Path.GetFileNameWithoutExtension(file)["Effektkaeder.".Length..], XDocument.Load(file)));

    private static IEnumerable<string> References(XDocument project) =>
        project
            .Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(((string)r.Attribute("Include")!).Replace('\\', '/'))["Effektkaeder.".Length..]);

    private static IEnumerable<string> Violations(string room, IEnumerable<string> references) =>
        references.Where(r => !Rooms.Allowed[room].Contains(r)).Select(r => $"{room} → {r}");
}
