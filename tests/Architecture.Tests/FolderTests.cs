using Xunit;

namespace Effektkaeder.Architecture.Tests;

public sealed class FolderTests
{
    public static TheoryData<string> EveryRoom => [.. Rooms.Allowed.Keys];

    [Theory]
    [MemberData(nameof(EveryRoom))]
    public void The_folders_of_a_room_form_no_circle(string room) => Assert.Empty(new FolderArrows(Sources.Of(room)).OnCircles());

    [Theory]
    [MemberData(nameof(EveryRoom))]
    public void A_namespace_is_the_folder_it_stands_in(string room) =>
        Assert.All(
            Sources.Of(room).Where(f => f.Text.Contains("\nnamespace ", StringComparison.Ordinal)),
            f => Assert.Contains($"namespace {Expected(room, f.Path)};", f.Text, StringComparison.Ordinal)
        );

    [Fact]
    public void A_planted_circle_is_found()
    {
        var planted = new FolderArrows([
            ("A/One.cs", "using R.B;\nnamespace R.A;\npublic class One { Two? Two; }"),
            ("B/Two.cs", "using R.C;\nnamespace R.B;\npublic class Two { Three? Three; }"),
            ("C/Three.cs", "using R.A;\nnamespace R.C;\npublic class Three { One? One; }"),
            ("D/Four.cs", "using R.A;\nnamespace R.D;\npublic class Four { One? One; } // Five"),
            ("E/Five.cs", "namespace R.E;\npublic class Five;"),
        ]);
        Assert.Equal(["A", "B", "C"], planted.OnCircles());
    }

    [Fact]
    public void A_planted_circle_between_a_folder_and_the_one_around_it_is_found()
    {
        var planted = new FolderArrows([
            ("One.cs", "using R.A;\nnamespace R;\npublic class One { Two? Two; }"),
            ("A/Two.cs", "namespace R.A;\npublic class Two { One? One; }"),
        ]);
        Assert.Equal(["", "A"], planted.OnCircles());
    }

    private static string Expected(string room, string path) => string.Join('.', path.Split('/')[..^1].Prepend("Effektkaeder." + room));
}
