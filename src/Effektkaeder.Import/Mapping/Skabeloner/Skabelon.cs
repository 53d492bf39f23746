using System.Text.Json.Serialization;
using Effektkaeder.Domain;

namespace Effektkaeder.Import.Mapping.Skabeloner;

/// <summary>A template profile: the fields of one form and what each of them gives. Data, never code.</summary>
public sealed record Skabelon
{
    public required string Kode { get; init; }

    public required string Navn { get; init; }

    /// <summary>The agreement's type as people write it: "målaftale".</summary>
    public required string Aftaletype { get; init; }

    /// <summary>What the columns of a row are: "gruppe", "label", "indhold".</summary>
    public required IReadOnlyList<string> Kolonner { get; init; }

    /// <summary>The kind that owns a point's fields, unless the field says otherwise.</summary>
    public required NodeKind Ejer { get; init; }

    /// <summary>First cells of rows that only head the table.</summary>
    public required IReadOnlyList<string> Overskriftsraekker { get; init; }

    public required IReadOnlyList<Felt> Felter { get; init; }

    /// <summary>The labelled lines of the cover.</summary>
    public required IReadOnlyList<Felt> Forside { get; init; }

    /// <summary>Forms inside the form.</summary>
    public required IReadOnlyList<Skema> Skemaer { get; init; }

    [JsonIgnore]
    internal int LabelKolonne => Kolonner.Index().Where(k => k.Item == "label").Select(k => k.Index).DefaultIfEmpty(-1).First();

    /// <summary>The field that a label names, of its group where labels repeat; null when none does.</summary>
    internal static Felt? Find(IReadOnlyList<Felt> felter, string? gruppe, string label)
    {
        var plain = Identitet.Plain(label);
        Felt? found = null;
        foreach (var felt in felter)
        {
            if (
                felt.IsCalled(plain)
                && (
                    found is null
                    || (gruppe is not null && felt.Gruppe is not null && Identitet.Plain(felt.Gruppe) == Identitet.Plain(gruppe))
                )
            )
            {
                found = felt;
            }
        }

        return found;
    }
}

/// <summary>One field of a form.</summary>
/// <param name="Label">Its name; what a synonym is kept as.</param>
/// <param name="Rolle">What the field gives: the name of a mapping rule, or "kun-felt" when it gives no node.</param>
/// <param name="Art">The kind within the kind that it gives, where the rule has several.</param>
/// <param name="Ejer">The kind that owns the field's value, when it is another than the form's.</param>
/// <param name="Egen">True for a label that few other forms have.</param>
/// <param name="Ledetekster">What the blank form prints in it, each a whole sentence; "…" stands for a few words.</param>
public sealed record Felt(
    string Label,
    IReadOnlyList<string> Synonymer,
    string Rolle,
    string? Gruppe = null,
    string? Art = null,
    NodeKind? Ejer = null,
    bool Kraevet = false,
    bool Egen = false,
    IReadOnlyList<string>? Ledetekster = null
)
{
    private HashSet<string>? _names;

    /// <summary>A label that stands in no vocabulary, but in a document: its words are kept, and make no node.</summary>
    internal bool IsOfDocument => Rolle == "kun-felt" && Synonymer.Count == 0;

    internal bool IsCalled(string plain) => (_names ??= [Identitet.Plain(Label), .. Synonymer.Select(Identitet.Plain)]).Contains(plain);
}

/// <summary>A form of its own under a heading of its own, such as the one that a follow-up is written in.</summary>
/// <param name="Overskrift">The headings it stands under.</param>
/// <param name="Begyndelser">How prompts begin: a form all of whose cells begin so is not filled in.</param>
public sealed record Skema(IReadOnlyList<string> Overskrift, string Rolle, IReadOnlyList<string> Begyndelser, IReadOnlyList<Felt> Felter);
