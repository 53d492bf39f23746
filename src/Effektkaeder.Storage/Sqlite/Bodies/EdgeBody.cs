using Effektkaeder.Domain;

namespace Effektkaeder.Storage.Sqlite.Bodies;

/// <summary>What documents say of an edge, beside its row's columns.</summary>
internal static class EdgeBody
{
    private const int FromOther = 1,
        HasGround = 2,
        IsTemplate = 4,
        HasCondition = 8;

    public static byte[] Write(Edge edge, Func<string, int> termOf)
    {
        var w = new BodyWriter(termOf);
        w.Many(
            edge.Udsagn,
            u =>
            {
                w.Term(u.Aftale);
                w.Day(u.Underskrevet);
                w.Term(u.Center);
                w.Byte(
                    (u.Fra == edge.From ? 0 : FromOther)
                        | (u.Grund is null ? 0 : HasGround)
                        | (u.Grund == Grund.Skabelon ? IsTemplate : 0)
                        | (u.Betinget is null ? 0 : HasCondition)
                );
                w.Double(u.Tillid);
                if (u.Betinget is not null)
                {
                    w.Text(u.Betinget);
                }

                w.Many(u.Evidens, h => ProvenanceBody.Write(w, h, null));
            }
        );
        return w.Body();
    }

    /// <summary>
    /// What the first document says of the edge: whether its words pair the two, and how certain it is. Where that is not the most
    /// there can be, the others must be asked.
    /// </summary>
    public static (bool IsByText, double Tillid) First(byte[] body)
    {
        var r = new BodyReader(body, _ => "");
        var (_, _, _, _, flags) = (r.Number(), r.Term(), r.Day(), r.Term(), r.Byte());
        return ((flags & (HasGround | IsTemplate)) == HasGround, r.Double());
    }

    /// <param name="from">Key of the end that the edge starts in; <paramref name="to"/> of the other.</param>
    public static ValueList<EdgeUdsagn> Read(byte[] body, string from, string to, Func<int, string> textOf)
    {
        var r = new BodyReader(body, textOf);
        var statements = r.Many(() =>
        {
            var (aftale, signed, center, flags, tillid) = (r.Term() ?? throw BodyReader.Damaged(), r.Day(), r.Term(), r.Byte(), r.Double());
            Grund? grund =
                (flags & HasGround) == 0 ? null
                : (flags & IsTemplate) != 0 ? Grund.Skabelon
                : Grund.Tekst;
            return new EdgeUdsagn(
                aftale,
                signed,
                center,
                (flags & FromOther) == 0 ? from : to,
                grund,
                tillid,
                (flags & HasCondition) == 0 ? null : r.Text(),
                r.Many(() => ProvenanceBody.Read(r, null))
            );
        });
        return r.IsAtEnd && statements.Count > 0 ? statements : throw BodyReader.Damaged();
    }
}
