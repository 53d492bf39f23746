using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Domain.Tid;

namespace Effektkaeder.Analysis.Paavirkning;

/// <summary>A postponement to a day, as the length that all it moves is moved by.</summary>
internal static class Udskydelsesdag
{
    /// <summary>Any other change is as it was.</summary>
    /// <exception cref="UdskydelseException">There is no date to move, or it lies later already; the message is Danish.</exception>
    public static Aendring Measured(Udsnit udsnit, Aendring aendring)
    {
        if (aendring.Dag is not { } day || udsnit.Find(aendring.Key) is not { } node)
        {
            return aendring;
        }

        var milestones = udsnit.Targets(node.Key, EdgeType.HarMilepael);
        var below = Slaegt.Below(udsnit, [udsnit.IndexOf(node.Key)!.Value]).Select(n => udsnit.Nodes[n]);
        var from =
            Last([node])
            ?? Last(milestones)
            ?? Last(below.SelectMany(n => udsnit.Targets(n.Key, EdgeType.HarMilepael).Prepend(n)))
            ?? throw new UdskydelseException(
                $"»{node.Titel}« har ingen dato, så den kan ikke udskydes til {day.InWords()}. Giv en varighed, fx udskydes:P6M."
            );
        return aendring with
        {
            Varighed =
                Varighed.Between(from, day)
                ?? throw new UdskydelseException($"»{node.Titel}« ligger {from.InWords()} og kan kun udskydes til en senere dag."),
        };
    }

    private static DateOnly? Last(IEnumerable<Node> nodes) => nodes.Max(n => n.Indhold.SidsteDag);
}

/// <summary>What is to be postponed to a day cannot be. The message is Danish.</summary>
public sealed class UdskydelseException(string message) : FormatException(message);
