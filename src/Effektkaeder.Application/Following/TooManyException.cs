using System.Globalization;
using Effektkaeder.Analysis;
using Effektkaeder.Analysis.Aarshjul;

namespace Effektkaeder.Application.Following;

/// <summary>More than can be told of at once. The message is Danish and says how to ask for less.</summary>
public sealed class TooManyException(int count)
    : FormatException(
        string.Create(
            CultureInfo.GetCultureInfo("da-DK"),
            $"{count:N0} indsatser, bidrag og effekter er for mange på én gang (højst {Most:N0}): vælg en kommune, en enhed eller et mål."
        )
    )
{
    /// <summary>A municipality has a few thousand; a country has a hundred times as many.</summary>
    public const int Most = 20_000;

    /// <summary>Kinds lie in a column: how many there are is known before any of them is read.</summary>
    /// <returns>The numbers of the efforts, contributions and effects.</returns>
    /// <exception cref="TooManyException">They are more than anybody reads, and each would be read whole.</exception>
    public static IReadOnlyList<int> Efforts(Udsnit udsnit, IReadOnlySet<string>? kommuner = null)
    {
        var efforts = Aarskalender.Owners(udsnit).Where(n => kommuner?.Contains(udsnit.KommuneOf(n)) ?? true).ToList();
        return efforts.Count <= Most ? efforts : throw new TooManyException(efforts.Count);
    }
}
