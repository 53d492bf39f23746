using Effektkaeder.Domain;
using Effektkaeder.Exchange.Lists;

namespace Effektkaeder.Application.Lists;

/// <summary>Agreements, as a list.</summary>
public static class AgreementLists
{
    public static Listing Of(IEnumerable<Node> aftaler) =>
        Listing.Of<Node>(
            "aftaler",
            aftaler,
            new("aftale", "title", a => a.Titel),
            new("kommune", "kommune", a => a.Kommune),
            new("type", "type", a => a.Indhold.Art),
            new("fra", null, a => a.Indhold.Dag(Egenskaber.PeriodeFra)),
            new("til", null, a => a.Indhold.Dag(Egenskaber.PeriodeTil)),
            new("underskrevet", null, a => a.Indhold.Dag(Egenskaber.Underskrevet)),
            new("udgave", null, a => a.Indhold[Egenskaber.Udgave]),
            new("fil", null, a => a.Indhold[Egenskaber.Fil]),
            new(null, "properties", a => a.Indhold.Egenskaber.ToDictionary(e => e.Navn, e => e.Vaerdi)),
            new(Listing.Key, "key", a => a.Key)
        );
}
