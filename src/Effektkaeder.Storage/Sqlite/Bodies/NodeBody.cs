using System.Text;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tid;

namespace Effektkaeder.Storage.Sqlite.Bodies;

/// <summary>
/// What documents say of a node, beside its row's columns: the title and the text that are shown stand there, and where a statement
/// says the same again it says only that it does. So do words that are the text itself.
/// </summary>
internal static class NodeBody
{
    private const int SameTitle = 1,
        SameText = 2,
        TextIsTitle = 4,
        Henvist = 8,
        Uspecificeret = 16,
        HasMore = 32;

    public static byte[] Write(Node node, Func<string, int> termOf)
    {
        var w = new BodyWriter(termOf);
        w.Many(node.Udsagn, u => Write(w, u, node.Indhold));
        return w.Body();
    }

    /// <param name="titel">The title that is shown; <paramref name="tekst"/> the text.</param>
    public static ValueList<Udsagn> Read(byte[] body, string titel, string tekst, Func<int, string> textOf)
    {
        var r = new BodyReader(body, textOf);
        var statements = r.Many(() => ReadStatement(r, titel, tekst));
        return r.IsAtEnd && statements.Count > 0 ? statements : throw BodyReader.Damaged();
    }

    /// <summary>
    /// <see cref="Node.Egenskab"/> as UTF-8, empty for null. What stands after it is not read where one document speaks.
    /// </summary>
    /// <param name="term">The number of the property's name.</param>
    public static ReadOnlySpan<byte> Only(byte[] body, int term, string navn, Func<int, string> textOf)
    {
        var r = new BodyReader(body, textOf);
        if (r.Number() != 1)
        {
            return Encoding.UTF8.GetBytes(new Node("", default, "", Read(body, "", "", textOf)).Egenskab(navn) ?? "");
        }

        (_, _, _) = (r.Number(), r.Number(), r.Number());
        var flags = r.Byte();
        if ((flags & HasMore) == 0)
        {
            return default;
        }

        if ((flags & SameTitle) == 0)
        {
            r.Bytes();
        }

        if ((flags & (SameText | TextIsTitle)) == 0)
        {
            r.Bytes();
        }

        (_, _) = (r.Number(), Optional(r));
        for (var times = r.Number(); times > 0; times--)
        {
            ReadTime(r);
        }

        for (var properties = r.Number(); properties > 0; properties--)
        {
            var name = r.Number();
            var value = r.Bytes();
            if (name == term)
            {
                return value;
            }
        }

        return default;
    }

    private static void Write(BodyWriter w, Udsagn udsagn, Indhold shown)
    {
        var indhold = udsagn.Indhold;
        w.Term(udsagn.Aftale);
        w.Day(udsagn.Underskrevet);
        w.Term(udsagn.Center);
        var (sameTitle, sameText) = (indhold.Titel == shown.Titel, indhold.Tekst == shown.Tekst);
        var textIsTitle = !sameText && indhold.Tekst == indhold.Titel;
        var hasMore =
            indhold.Art is not null
            || indhold.Betinget is not null
            || indhold.Tider.Count + indhold.Egenskaber.Count + indhold.Aliaser.Count > 0;
        w.Byte(
            (sameTitle ? SameTitle : 0)
                | (sameText ? SameText : 0)
                | (textIsTitle ? TextIsTitle : 0)
                | (indhold.Henvist ? Henvist : 0)
                | (indhold.Uspecificeret ? Uspecificeret : 0)
                | (hasMore ? HasMore : 0)
        );
        if (!sameTitle)
        {
            w.Text(indhold.Titel);
        }

        if (!sameText && !textIsTitle)
        {
            w.Text(indhold.Tekst);
        }

        if (hasMore)
        {
            w.Term(indhold.Art);
            Optional(w, indhold.Betinget);
            w.Many(indhold.Tider, t => Write(w, t));
            w.Many(
                indhold.Egenskaber,
                e =>
                {
                    w.Term(e.Navn);
                    w.Text(e.Vaerdi);
                }
            );
            w.Many(indhold.Aliaser, w.Text);
        }

        w.Many(udsagn.Felter, f => Write(w, f));
        w.Many(udsagn.Herkomst, h => ProvenanceBody.Write(w, h, indhold.Tekst));
    }

    private static Udsagn ReadStatement(BodyReader r, string titel, string tekst)
    {
        var (aftale, signed, center, flags) = (r.Term() ?? throw BodyReader.Damaged(), r.Day(), r.Term(), r.Byte());
        var ownTitle = (flags & SameTitle) != 0 ? titel : r.Text();
        var ownText =
            (flags & SameText) != 0 ? tekst
            : (flags & TextIsTitle) != 0 ? ownTitle
            : r.Text();
        var indhold = new Indhold(ownTitle, ownText) { Henvist = (flags & Henvist) != 0, Uspecificeret = (flags & Uspecificeret) != 0 };
        if ((flags & HasMore) != 0)
        {
            indhold = indhold with
            {
                Art = r.Term(),
                Betinget = Optional(r),
                Tider = r.Many(() => ReadTime(r)),
                Egenskaber = r.Many(() => new Egenskab(r.Term() ?? throw BodyReader.Damaged(), r.Text())),
                Aliaser = r.Many(r.Text),
            };
        }

        return new(aftale, signed, center, indhold, r.Many(() => ReadField(r)), r.Many(() => ProvenanceBody.Read(r, ownText)));
    }

    private static void Write(BodyWriter w, Feltvaerdi felt)
    {
        w.Term(felt.Label);
        w.Term(felt.Gruppe);
        w.Text(felt.Tekst);
        w.Byte((int)felt.Status);
        ProvenanceBody.Write(w, felt.Herkomst, felt.Tekst);
        w.Many(
            felt.Dele,
            d =>
            {
                w.Text(d.Tekst);
                w.Byte((int)d.Status);
                Optional(w, d.Betinget);
            }
        );
        Optional(w, felt.Henviser);
    }

    private static Feltvaerdi ReadField(BodyReader r)
    {
        var (label, gruppe, tekst, status) = (r.Term() ?? throw BodyReader.Damaged(), r.Term(), r.Text(), (Feltstatus)r.Byte());
        return new(
            label,
            gruppe,
            tekst,
            status,
            ProvenanceBody.Read(r, tekst),
            r.Many(() => new Feltdel(r.Text(), (Feltstatus)r.Byte(), Optional(r)))
        )
        {
            Henviser = Optional(r),
        };
    }

    private static void Write(BodyWriter w, Tidsudtryk tid)
    {
        w.Text(tid.Tekst);
        w.Day(tid.Fra);
        w.Day(tid.Til);
        w.Byte((int)tid.Praecision);
        w.Byte((int)tid.Graense);
        w.Byte((int)tid.Tilstand);
        w.Term(tid.Begrundelse);
        w.Byte(tid.Gentagelse is null ? 0 : 1);
        if (tid.Gentagelse is { } gentagelse)
        {
            w.Term(gentagelse.Hver?.ToString());
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
            (Praecision)r.Byte(),
            (Graense)r.Byte(),
            null,
            (TidsTilstand)r.Byte(),
            r.Term()
        );
        return r.Byte() == 0 ? tid : tid with { Gentagelse = new(Length(r.Term()), r.Day(), r.Day()) };
    }

    private static Varighed? Length(string? text) =>
        text is null ? null
        : Varighed.TryParse(text, out var length) ? length
        : throw BodyReader.Damaged();

    private static void Optional(BodyWriter w, string? text)
    {
        w.Byte(text is null ? 0 : 1);
        if (text is not null)
        {
            w.Text(text);
        }
    }

    private static string? Optional(BodyReader r) => r.Byte() == 0 ? null : r.Text();
}
