using Effektkaeder.Domain;

namespace Effektkaeder.Storage.Neo4j.Bodies;

/// <summary>What documents say of an edge, beside its ends.</summary>
internal static class EdgeBody
{
    private const int IsWords = 1,
        IsTemplate = 2,
        HasCondition = 4;

    public static string Write(Edge edge)
    {
        var w = new BodyWriter([edge.From, edge.To]);
        w.Many(
            edge.Udsagn,
            u =>
            {
                w.Number(
                    (u.Grund == Grund.Tekst ? IsWords : 0)
                        | (u.Grund == Grund.Skabelon ? IsTemplate : 0)
                        | (u.Betinget is null ? 0 : HasCondition)
                );
                w.Text(u.Aftale);
                w.Day(u.Underskrevet);
                w.Text(u.Center);
                w.Text(u.Fra);
                w.Fraction(u.Tillid);
                if (u.Betinget is not null)
                {
                    w.Text(u.Betinget);
                }

                w.Many(u.Evidens, h => ProvenanceBody.Write(w, h));
            }
        );
        return w.Body();
    }

    /// <param name="from">Key of the end that the edge starts in; <paramref name="to"/> of the other.</param>
    public static ValueList<EdgeUdsagn> Read(string body, string from, string to)
    {
        var r = new BodyReader(body, [from, to]);
        var statements = r.Many(() =>
        {
            var flags = r.Number();
            Grund? grund =
                (flags & IsWords) != 0 ? Grund.Tekst
                : (flags & IsTemplate) != 0 ? Grund.Skabelon
                : null;
            return new EdgeUdsagn(
                r.Text(),
                r.Day(),
                r.Optional(),
                r.Text(),
                grund,
                r.Fraction(),
                (flags & HasCondition) != 0 ? r.Text() : null,
                r.Many(() => ProvenanceBody.Read(r))
            );
        });
        return r.IsAtEnd && statements.Count > 0 ? statements : throw BodyReader.Damaged();
    }
}
