namespace Effektkaeder.Domain.Tekst;

/// <summary>
/// A folded text held against the openings of others (<see cref="Fold.Opening"/>), which tell of most that they neither are it nor begin
/// with it.
/// </summary>
public sealed class OpeningTest
{
    private readonly ulong _opening,
        _letters;
    private readonly bool _isTold;

    /// <param name="folded">As <see cref="Fold.Of"/> gives it.</param>
    public OpeningTest(string folded)
    {
        var letters = Math.Min(folded.Length, Fold.InOpening);
        _opening = Fold.OpeningOfFolded(folded);
        _letters = ~(ulong.MaxValue >> (8 * letters));
        // What is longer says more than an opening holds; and letters that are not ASCII look alike there.
        _isTold = letters == folded.Length && folded.All(char.IsAscii);
    }

    /// <summary>See <see cref="Fold.Fit(string, string)"/>; null where the text itself must be looked at.</summary>
    public int? Fit(ulong opening) =>
        ((opening ^ _opening) & _letters) != 0 || (byte)opening < (byte)_opening ? 2
        : !_isTold ? null
        : CanBeWhole(opening) ? 0
        : 1;

    /// <summary>Whether the text may be this one, and not only begin with it: it is as long.</summary>
    public bool CanBeWhole(ulong opening) => (byte)opening == (byte)_opening;
}
