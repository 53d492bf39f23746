using Effektkaeder.Domain.Tekst;
using Xunit;

namespace Effektkaeder.Domain.Tests;

/// <summary>Numbers as Danish agreements write them; what is written otherwise is no number, and never half of one.</summary>
public sealed class TalordTests
{
    [Theory]
    [InlineData("78 %", 78.0, 78.0)]
    [InlineData("1.250 borgere", 1250.0, 1250.0)]
    [InlineData("1.234.567,8", 1234567.8, 1234567.8)]
    [InlineData("3,5 dage", 3.5, 3.5)]
    [InlineData("mindst 80.", 80.0, 80.0)]
    [InlineData("-2", -2.0, -2.0)]
    [InlineData("fra 3 til 5", null, 3.0)]
    [InlineData("1234.567", null, null)]
    [InlineData("0.5", null, null)]
    [InlineData("1,234,567", null, null)]
    [InlineData("12.50", null, null)]
    [InlineData("ingen", null, null)]
    [InlineData(null, null, null)]
    public void A_number_has_a_comma_before_decimals_and_a_dot_between_groups_of_three(string? text, double? only, double? first) =>
        Assert.Equal((only, first), (Talord.Only(text), Talord.First(text)));
}
