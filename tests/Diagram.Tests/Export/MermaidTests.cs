using Effektkaeder.Diagram.Export;
using Effektkaeder.Domain;
using Effektkaeder.Tests;
using Xunit;

namespace Effektkaeder.Diagram.Tests.Export;

public sealed class MermaidTests
{
    [Fact]
    public void The_small_graph_is_written_as_before() => Snap.Match(Mermaid.Write(Testgraf.ToCentre().Graf), "graf.mmd");

    [Fact]
    public void More_edges_than_Mermaid_draws_are_said_and_another_form_is_named()
    {
        Assert.Null(Mermaid.Warning(Testgraf.ToCentre().Graf));
        var text = Mermaid.Write(Storby.Med(600).Graf);
        Assert.StartsWith("%% ", text, StringComparison.Ordinal);
        Assert.Contains("Mermaid tegner højst 500", text.Split('\n')[0], StringComparison.Ordinal);
        Assert.StartsWith("flowchart LR", text.Split('\n')[1], StringComparison.Ordinal);
        Assert.Contains("dot", Mermaid.Warning(Storby.Med(600).Graf), StringComparison.Ordinal);
    }

    [Fact]
    public void A_hostile_title_is_written_as_entities()
    {
        var text = Mermaid.Write(new Testgraf().Node(NodeKind.Vision, "v", "a\"]; end %% `x` <b>#9829;</b>\nclick n0 \ud800").Graf);
        var line = Assert.Single(text.Split('\n'), l => l.TrimStart().StartsWith("n0", StringComparison.Ordinal));
        var label = line[(line.IndexOf('"') + 1)..line.LastIndexOf('"')];
        Assert.DoesNotContain(label, c => c is '"' or '<' or '>' or '`' or '%' or '[' or ']');
        Assert.Equal("n0[\"a#34;#93;#59; end #37;#37; #96;x#96; #60;b#62;#35;9829#59;#60;/b#62; click n0\"]", line.Trim());
    }
}
