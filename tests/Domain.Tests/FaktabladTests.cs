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
}
