using Effektkaeder.Application;
using Effektkaeder.Application.Comparing;
using Effektkaeder.Cli.Output;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Cli.Naming;

/// <summary>The side of a comparison that a user's word means.</summary>
internal static class NamedSide
{
    /// <exception cref="UsageException">A name means nothing, or several things.</exception>
    public static async Task<Side> FindAsync(IGraph graph, string text, CancellationToken ct)
    {
        var (name, side) = Split(text);
        if (name is null)
        {
            return side;
        }

        if ((await new FindKommune(graph).FindAsync(name, ct)).Key is { } kommune)
        {
            return side with { Kommune = kommune };
        }

        var node = await NamedNode.FindAsync(graph, name, [NodeKind.Aftale, NodeKind.Organisation], ct);
        return node.Kind == NodeKind.Aftale ? side with { Aftale = node.Key } : side with { Center = node.Key };
    }

    private static (string? Navn, Side Side) Split(string text)
    {
        try
        {
            return NamedSides.Split(text);
        }
        catch (FormatException e)
        {
            throw new UsageException(e.Message);
        }
    }
}
