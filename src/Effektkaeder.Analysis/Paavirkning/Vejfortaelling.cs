using Effektkaeder.Domain.Tekst;

namespace Effektkaeder.Analysis.Paavirkning;

/// <summary>A path in one Danish sentence, from its first node to its last, with the words that its couplings rest on.</summary>
public static class Vejfortaelling
{
    public static string Of(Sti sti)
    {
        var start = sti.Nodes[0];
        var subject = Vejord.Bestemt(start.Kind);
        var steps = sti.Edges.Select((edge, i) => Vejord.Om(edge, sti.Nodes[i], sti.Nodes[i + 1]));
        return $"{subject.Capitalised()} »{Vejord.Navn(start)}« {string.Join(", som ", steps)}.";
    }
}
