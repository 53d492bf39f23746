using Effektkaeder.Application.Changing;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Editing;

/// <summary>Why a change by hand was not made.</summary>
/// <param name="Kode">UPPER_SNAKE; stable, for programs.</param>
/// <param name="Felt">The input that is at fault; null where it is no single one.</param>
public sealed record EditError(string Kode, string Besked, string? Felt = null);

/// <summary>What became of a change by hand: a revision, or errors and an untouched store.</summary>
/// <param name="Revision">Null where nothing changed.</param>
/// <param name="Node">The node as it is now; null when it is gone, or where the change was of an edge.</param>
public sealed record EditOutcome(
    Revision? Revision,
    IReadOnlyList<ChangeLine> Changes,
    Node? Node,
    Edge? Edge,
    IReadOnlyList<EditError> Errors
);

/// <summary>A change worked out on a draft, not yet stored.</summary>
/// <param name="Summary">One line for the revision.</param>
internal sealed record Plan(string Summary, string? NodeKey = null, string? EdgeKey = null, EditError? Error = null)
{
    public static Plan Refused(string kode, string besked, string? felt = null) => new("", Error: new(kode, besked, felt));
}
