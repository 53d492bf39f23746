using Effektkaeder.Analysis.Paavirkning;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application;

/// <summary>What changes touch: the store selects, the analysis judges.</summary>
public sealed class AskImpact(IGraph graph)
{
    public async Task<Paavirkningssvar> AskAsync(IReadOnlyList<Aendring> aendringer, Paavirkningsvalg valg, CancellationToken ct)
    {
        var selection = new Selection([.. aendringer.Select(a => a.Key)], valg.Koblingshop)
        {
            Way = valg.Retning switch
            {
                Retning.Ned => Way.Down,
                Retning.Op => Way.Up,
                _ => Way.Both,
            },
            Types = valg.Kanttyper ?? [],
        };
        return Paavirkningsanalyse.Judge(await graph.SelectAsync(selection, ct), aendringer, valg, ct);
    }
}
