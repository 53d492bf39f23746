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
        Assert.All(boxes, box => Assert.All(box.Lines(), line => Assert.True(line.Left >= box.X && line.Right <= box.Right && line.Top >= box.Y && line.Bottom <= box.Bottom, line.Line)));
        if (Environment.GetEnvironmentVariable("EFFEKT_TEST_PICTURES") is { Length: > 0 } folder) File.WriteAllText(Path.Combine(folder, $"storby-{scene}.svg"), Tegn(scene, By).Svg);
    }

    private static Drawing Tegn(string scene, Testgraf graf) => Diagrams.Draw(graf.Udsnit, scene switch
    {
        "overblik" => new(Scene.Overblik, null, null, 1),
        "center" => new(Scene.Center, "by/organisation/center-03", null, 1),
        "koblinger" => new(Scene.Koblinger, null, null, 1),
        _ => new(Scene.Paavirkning, null, Paavirkningsanalyse.Vurder(graf.Udsnit, [new(Testgraf.Key(NodeKind.PolitiskMaal, "politisk-maal-3"), AendringArt.Bortfalder)], new()), 1),
    });
}
