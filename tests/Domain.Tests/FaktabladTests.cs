using Xunit;

namespace Effektkaeder.Domain.Tests;

public sealed class FaktabladTests
{
    [Fact]
    public void Every_property_that_nodes_may_have_is_known_as_one_of_their_own() =>
        Assert.All(
            typeof(Egenskaber).GetFields().Select(f => (string)f.GetRawConstantValue()!),
            name => Assert.Contains(name, Faktablad.EgneNavne)
        );

    [Fact]
    public void Every_value_that_an_edge_may_have_is_known_as_one_of_its_own()
    {
        ValueList<Herkomst> said = new([new("a.md", 3, "ord", "Koblinger", null, "celle B4")]);
        EdgeUdsagn Says(Grund? grund) => new("by/aftale/a", null, null, "by/indsats/a", grund, 0.8, "såfremt", said);
        string[] all =
        [
            .. Faktablad
                .Of(Edge.Of(EdgeType.KoblerTil, "by/indsats/a", "by/indsats/b", KoblingArt.Omtale, [Says(null)]))
                .Concat(Faktablad.Of(Edge.Of(EdgeType.Omfatter, "by/indsats/a", "by/bidrag/b", null, [Says(Grund.Tekst)])))
                .Select(v => v.Navn)
                .Distinct(),
        ];
        Assert.Equal(all.Order(StringComparer.Ordinal), Faktablad.KantNavne.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("felt_maal", true)]
    [InlineData("fraDato", true)]
    [InlineData("tilDato12", true)]
    [InlineData("tilDatoen", false)]
    [InlineData("felter", false)]
    public void Fields_and_days_are_known_by_the_form_of_their_names(string name, bool isOne) =>
        Assert.Equal(isOne, Faktablad.ErFeltEllerDag(name));
}
