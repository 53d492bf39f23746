using Effektkaeder.Domain;
using Effektkaeder.Domain.Tid;

namespace Effektkaeder.Storage.Neo4j.Bodies;

/// <summary>
/// What documents say of a node, beside its properties: the title, the text, the centre and the agreements stand there, and a statement
/// that says the same again says only that it does. So do words that are the text itself.
/// </summary>
internal static class NodeBody
{
    private const int Henvist = 1,
        Uspecificeret = 2,
        HasMore = 4;

    public static string Write(Node node)
    {
        var w = new BodyWriter(
            Known(node.Titel, node.Indhold.Tekst, node.Vist.Center, node.Udsagn.Select(u => u.Aftale).Distinct(StringComparer.Ordinal))
        );
        w.Many(node.Udsagn, u => Write(w, u));
        return w.Body();
    }

    /// <param name="titel">The title that is shown; <paramref name="tekst"/> the text, <paramref name="center"/> the centre.</param>
    /// <param name="aftaler">The agreements that state the node, each once, in their order.</param>
    public static ValueList<Udsagn> Read(string body, string titel, string tekst, string? center, IEnumerable<string> aftaler)
    {
        var r = new BodyReader(body, Known(titel, tekst, center, aftaler));
        var statements = r.Many(() => ReadStatement(r));
        return r.IsAtEnd && statements.Count > 0 ? statements : throw BodyReader.Damaged();
    }

    private static IEnumerable<string?> Known(string titel, string tekst, string? center, IEnumerable<string> aftaler) =>
        [titel, tekst, center, .. aftaler];

    private static void Write(BodyWriter w, Udsagn udsagn)
    {
        var indhold = udsagn.Indhold;
        var hasMore =
            indhold.Art is not null
            || indhold.Betinget is not null
            || indhold.Tider.Count + indhold.Egenskaber.Count + indhold.Aliaser.Count > 0;
        w.Number((indhold.Henvist ? Henvist : 0) | (indhold.Uspecificeret ? Uspecificeret : 0) | (hasMore ? HasMore : 0));
        w.Text(udsagn.Aftale);
        w.Day(udsagn.Underskrevet);
        w.Text(udsagn.Center);
        w.Text(indhold.Titel);
        w.Text(indhold.Tekst);
        if (hasMore)
        {
            w.Text(indhold.Art);
            w.Text(indhold.Betinget);
            w.Many(indhold.Tider, t => Write(w, t));
            w.Many(
                indhold.Egenskaber,
                e =>
                {
                    w.Text(e.Navn);
                    w.Text(e.Vaerdi);
                }
            );
            w.Many(indhold.Aliaser, w.Text);
        }

        w.Many(udsagn.Felter, f => Write(w, f));
        w.Many(udsagn.Herkomst, h => ProvenanceBody.Write(w, h));
    }

    private static Udsagn ReadStatement(BodyReader r)
    {
        var (flags, aftale, signed, center) = (r.Number(), r.Text(), r.Day(), r.Optional());
        var indhold = new Indhold(r.Text(), r.Text())
        {
            Henvist = (flags & Henvist) != 0,
            Uspecificeret = (flags & Uspecificeret) != 0,
        };
        if ((flags & HasMore) != 0)
        {
            indhold = indhold with
            {
                Art = r.Optional(),
                Betinget = r.Optional(),
                Tider = r.Many(() => ReadTime(r)),
                Egenskaber = r.Many(() => new Egenskab(r.Text(), r.Text())),
                Aliaser = r.Many(r.Text),
            };
        }

        return new(aftale, signed, center, indhold, r.Many(() => ReadField(r)), r.Many(() => ProvenanceBody.Read(r)));
    }

    private static void Write(BodyWriter w, Feltvaerdi felt)
    {
        w.Text(felt.Label);
        w.Text(felt.Gruppe);
        w.Text(felt.Tekst);
        w.Number((int)felt.Status);
        ProvenanceBody.Write(w, felt.Herkomst);
        w.Many(
            felt.Dele,
            d =>
            {
                w.Text(d.Tekst);
                w.Number((int)d.Status);
                w.Text(d.Betinget);
            }
        );
        w.Text(felt.Henviser);
    }

    private static Feltvaerdi ReadField(BodyReader r) =>
        new(
            r.Text(),
            r.Optional(),
            r.Text(),
            (Feltstatus)r.Number(),
            ProvenanceBody.Read(r),
            r.Many(() => new Feltdel(r.Text(), (Feltstatus)r.Number(), r.Optional()))
        )
        {
            Henviser = r.Optional(),
        };

    private static void Write(BodyWriter w, Tidsudtryk tid)
    {
        w.Text(tid.Tekst);
        w.Day(tid.Fra);
        w.Day(tid.Til);
        w.Number((int)tid.Praecision);
        w.Number((int)tid.Graense);
        w.Number((int)tid.Tilstand);
        w.Text(tid.Begrundelse);
        w.Number(tid.Gentagelse is null ? 0 : 1);
        if (tid.Gentagelse is { } gentagelse)
        {
            w.Text(gentagelse.Hver?.ToString());
            w.Day(gentagelse.Anker);
            w.Day(gentagelse.Slut);
        }
    }

    private static Tidsudtryk ReadTime(BodyReader r)
    {
        var tid = new Tidsudtryk(
            r.Text(),
            r.Day(),
            r.Day(),
            (Praecision)r.Number(),
            (Graense)r.Number(),
            null,
            (TidsTilstand)r.Number(),
            r.Optional()
        );
        return r.Number() == 0 ? tid : tid with { Gentagelse = new(Length(r.Optional()), r.Day(), r.Day()) };
    }

    private static Varighed? Length(string? text) =>
        text is null ? null
        : Varighed.TryParse(text, out var length) ? length
        : throw BodyReader.Damaged();
}
