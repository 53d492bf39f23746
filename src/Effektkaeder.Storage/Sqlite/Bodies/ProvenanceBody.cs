using Effektkaeder.Domain;

namespace Effektkaeder.Storage.Sqlite.Bodies;

/// <summary>Where words stand. Mostly they are the very text that they are the source of, and then that is all that is said.</summary>
internal static class ProvenanceBody
{
    private const int SameText = 1,
        HasField = 2,
        HasRepair = 4,
        HasPlace = 8;

    /// <param name="text">What the words became.</param>
    public static void Write(BodyWriter w, Herkomst herkomst, string? text)
    {
        var same = herkomst.Ordret == text;
        w.Byte(
            (same ? SameText : 0)
                | (herkomst.Felt is null ? 0 : HasField)
                | (herkomst.Reparation is null ? 0 : HasRepair)
                | (herkomst.Sted is null ? 0 : HasPlace)
        );
        w.Term(herkomst.Dokument);
        w.Number((uint)herkomst.Linje);
        if (!same)
        {
            w.Text(herkomst.Ordret);
        }

        if (herkomst.Felt is not null)
        {
            w.Term(herkomst.Felt);
        }

        if (herkomst.Reparation is not null)
        {
            w.Term(herkomst.Reparation);
        }

        if (herkomst.Sted is not null)
        {
            w.Text(herkomst.Sted);
        }
    }

    public static Herkomst Read(BodyReader r, string? text)
    {
        var flags = r.Byte();
        var (dokument, linje) = (r.Term() ?? throw BodyReader.Damaged(), (int)r.Number());
        var ordret = (flags & SameText) != 0 ? text ?? throw BodyReader.Damaged() : r.Text();
        return new(
            dokument,
            linje,
            ordret,
            (flags & HasField) != 0 ? r.Term() : null,
            (flags & HasRepair) != 0 ? r.Term() : null,
            (flags & HasPlace) != 0 ? r.Text() : null
        );
    }
}
