using Effektkaeder.Analysis.Opfoelgninger;
using Effektkaeder.Analysis.Paavirkning;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tid;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Following;

/// <summary>
/// What an analyst says of one line: accepted as it stands, accepted with a change, or refused. Words as people write them.
/// </summary>
public sealed record Linjevalg(int Nr, bool Accepter)
{
    /// <summary>Key or title of what the line is about.</summary>
    public string? Om { get; init; }

    /// <summary>A date in Danish words, or a duration as P6M.</summary>
    public string? Til { get; init; }

    /// <summary>Which date moves, where there are several.</summary>
    public string? Fra { get; init; }

    public string? Tekst { get; init; }

    public Forslagsart? Art { get; init; }

    public NodeKind? Slags { get; init; }

    /// <summary>Why it is refused, or changed.</summary>
    public string? Begrundelse { get; init; }

    /// <exception cref="FormatException">Something in it cannot be read; the message is for the user.</exception>
    internal async Task<Linjeretning> ReadAsync(IGraph graph, CancellationToken ct)
    {
        Node? node = null;
        if (Om is { Length: > 0 } om)
        {
            var match = await new FindNode(graph).FindAsync(om, [], ct);
            node = match.Node ?? throw new FormatException($"»{om}« passer til {(match.Guessed ? "ingen" : "flere")} i grafen.");
        }

        var isLength = Til is ['P' or 'p', >= '0' and <= '9', ..];
        return new(
            Art,
            node,
            Fra is { Length: > 0 } fra ? Time(fra) : null,
            Til is { Length: > 0 } til && !isLength ? Time(til) : null,
            isLength ? Aendringsform.Duration(Til!.ToUpperInvariant()) : null,
            string.IsNullOrWhiteSpace(Tekst) ? null : Tekst.Trim(),
            Slags
        );
    }

    private static Tidsudtryk Time(string text) =>
        TidsudtrykReader.Read(text, TidsKontekst.Tom) is { HarInterval: true } time
            ? time
            : throw new FormatException($"»{text}« kan ikke læses som en dato. Skriv fx 1. januar 2018, 2. kvartal 2018 eller P6M.");
}
