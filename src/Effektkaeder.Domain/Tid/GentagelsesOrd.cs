using System.Globalization;
using System.Text.RegularExpressions;

namespace Effektkaeder.Domain.Tid;

/// <summary>The step that a recurrence's words name; null for "løbende", which names none.</summary>
internal static class GentagelsesOrd
{
    internal static Varighed? Skridt(Match m)
    {
        var ord = m.Value;
        if (m.Groups["gtal"].Success)
        {
            var antal = int.Parse(m.Groups["gtal"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
            return Enhed(m.Groups["genhed"].Value).Times(antal);
        }

        bool Har(string del) => ord.Contains(del, StringComparison.OrdinalIgnoreCase);
        if (Har("løbende"))
        {
            return null;
        }

        var gange =
            ord.StartsWith("to", StringComparison.OrdinalIgnoreCase) ? 2
            : ord.StartsWith("fire", StringComparison.OrdinalIgnoreCase) ? 4
            : 1;
        return Har("halv") ? Varighed.FraMaaneder(6)
            : Har("kvart") ? Varighed.FraMaaneder(3)
            : Har("andet år") ? new Varighed(2, 0, 0, 0)
            : Har("anden") ? Enhed(ord).Times(2)
            : Har("om måneden") && gange > 1 ? null
            : Har("gang") && !Har("måned") ? Varighed.FraMaaneder(12 / gange)
            : Enhed(ord);
    }

    private static Varighed Enhed(string ord) =>
        ord.Contains("uge", StringComparison.OrdinalIgnoreCase) ? new Varighed(0, 0, 1, 0)
        : ord.Contains("måned", StringComparison.OrdinalIgnoreCase) ? Varighed.FraMaaneder(1)
        : new Varighed(1, 0, 0, 0);
}
