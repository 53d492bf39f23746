using System.Globalization;
using Effektkaeder.Analysis.Genkendelser;
using Effektkaeder.Domain;

namespace Effektkaeder.Application.Changing;

/// <summary>One line of a change list.</summary>
/// <param name="Art"><c>ny</c>, <c>ændret</c>, <c>omdøbt</c> or <c>fjernet</c>.</param>
/// <param name="Key">As it is now; of what is gone, as it was.</param>
public sealed record ChangeLine(string Art, string Type, string Key, string Titel)
{
    /// <summary>The kind or type as people read it: "milepæl", "er ansvarlig for".</summary>
    public string Slags => NodeKinds.Find(Type)?.Navn ?? EdgeTypes.Find(Type)?.Navn ?? Type;

    /// <summary>What differs in a changed element: "tekst", "titel", "tid", "felt Deadline" …; null where new or gone.</summary>
    public string? Hvad { get; init; }

    /// <summary>The words of what differs, before and after; null where it is no words that do.</summary>
    public string? Foer { get; init; }

    public string? Efter { get; init; }

    /// <summary>Of what has a new name: the key that it had.</summary>
    public string? TidligereKey { get; init; }

    /// <summary>Of what has a new name: 0-1, how alike the two are.</summary>
    public double? Lighed { get; init; }

    /// <summary>Of what has a new name: what it is known by.</summary>
    public string? Grund { get; init; }

    /// <summary>"»A« → »B« (0,87)": the old and the new name, and how alike they are; null where there is no new name.</summary>
    public string? Renaming => TidligereKey is null ? null : $"»{TidligereTitel}« → »{Titel}« ({Share})";

    private string? Share => Lighed?.ToString("0.00", CultureInfo.GetCultureInfo("da-DK"));

    /// <summary>Of what has a new name: the title that it had.</summary>
    public string? TidligereTitel { get; init; }

    /// <summary>Only the words that differ; null where no words do.</summary>
    public Ordskift? Ord => Foer is null || Efter is null ? null : Ordskift.Of(Foer, Efter);
}

/// <summary>What a change set does, as people would say it.</summary>
/// <param name="Lines">One a thing that is new, gone, changed, or has a new name.</param>
/// <param name="Followed">Elements that say what they said, and have a new key because something above them has a new name.</param>
/// <param name="PlaceOnly">Elements of which only their place in the document, its hash or its edition differ.</param>
public sealed record ChangeList(IReadOnlyList<ChangeLine> Lines, int Followed = 0, int PlaceOnly = 0)
{
    public static readonly ChangeList None = new([]);

    public static ChangeList operator +(ChangeList a, ChangeList b) =>
        new([.. a.Lines, .. b.Lines], a.Followed + b.Followed, a.PlaceOnly + b.PlaceOnly);
}
