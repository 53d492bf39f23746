using Effektkaeder.Domain;
using Effektkaeder.Domain.Tid;

namespace Effektkaeder.Analysis.Opfoelgninger;

/// <summary>What a line of an adjustment proposes.</summary>
public enum Forslagsart
{
    /// <summary>A date of a milestone or of a planned follow-up becomes another.</summary>
    Flyttes,

    /// <summary>An effort or contribution with all its dates comes so much later.</summary>
    Udskydes,

    /// <summary>It is given up.</summary>
    Bortfalder,

    /// <summary>It is to say something else.</summary>
    Aendres,

    /// <summary>Something else takes its place.</summary>
    Erstattes,

    /// <summary>Something that was not there.</summary>
    Ny,

    /// <summary>Only words: no change is read from them.</summary>
    KunOrd,
}

/// <summary>
/// One line of a proposed change set. It is ready where nothing is missing; else <see cref="Spoergsmaal"/> says what a person must
/// decide, and <see cref="Kandidater"/> among what.
/// </summary>
/// <param name="Nr">1-based, by the words alone: the same words give the same numbers.</param>
/// <param name="Ord">The words that it rests on.</param>
public sealed record Forslagslinje(int Nr, Forslagsart Art, string Ord)
{
    /// <summary>What is changed; of what is new, what it is to hang on. Null where the words do not say.</summary>
    public Node? Node { get; init; }

    /// <summary>Of a date that moves: as it is.</summary>
    public Tidsudtryk? Foer { get; init; }

    /// <summary>Of a date that moves: as it is to be. Of something new: its date.</summary>
    public Tidsudtryk? Efter { get; init; }

    /// <summary>How much later.</summary>
    public Varighed? Varighed { get; init; }

    /// <summary>What it is to say.</summary>
    public string? Tekst { get; init; }

    /// <summary>Of something new: what it is.</summary>
    public NodeKind? Slags { get; init; }

    /// <summary>What the words may mean, where they may mean several things or name none.</summary>
    public IReadOnlyList<Node> Kandidater { get; init; } = [];

    /// <summary>What is missing, as a question in Danish; null where nothing is.</summary>
    public string? Spoergsmaal { get; init; }

    /// <summary>What is odd about it; null where nothing is.</summary>
    public string? Bemaerkning { get; init; }

    /// <summary>Whether it can be carried out as it stands.</summary>
    public bool IsReady => Art != Forslagsart.KunOrd && Spoergsmaal is null && Node is not null;

    /// <summary>What it proposes, in Danish.</summary>
    public string Beskrivelse =>
        Art switch
        {
            Forslagsart.Flyttes => $"{Navn} flyttes{(Foer is null ? "" : $" fra {Foer.Tekst}")} til {Efter?.Tekst ?? "?"}",
            Forslagsart.Udskydes => $"{Navn} udskydes {Varighed?.Ord ?? "?"}",
            Forslagsart.Bortfalder => $"{Navn} bortfalder",
            Forslagsart.Aendres => $"{Navn} ændres{(Tekst is null ? "" : $" til »{Tekst}«")}",
            Forslagsart.Erstattes => $"{Navn} erstattes af »{Tekst ?? "?"}«",
            Forslagsart.Ny => $"Ny {Slags?.Info().Navn ?? "?"}: »{Tekst ?? "?"}«{(Efter is null ? "" : $", {Efter.Tekst}")}",
            _ => "Kun ord",
        };

    private string Navn => Node is null ? "?" : $"»{Node.Titel}«";
}
