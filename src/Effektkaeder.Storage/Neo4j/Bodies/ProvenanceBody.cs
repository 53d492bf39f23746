using Effektkaeder.Domain;

namespace Effektkaeder.Storage.Neo4j.Bodies;

/// <summary>Where words stand. Most are the very text that they are the source of, and most documents are the one before.</summary>
internal static class ProvenanceBody
{
    private const int HasField = 1,
        HasRepair = 2,
        HasPlace = 4;

    public static void Write(BodyWriter w, Herkomst herkomst)
    {
        w.Number(
            (herkomst.Felt is null ? 0 : HasField) | (herkomst.Reparation is null ? 0 : HasRepair) | (herkomst.Sted is null ? 0 : HasPlace)
        );
        w.Text(herkomst.Dokument);
        w.Number(herkomst.Linje);
        w.Text(herkomst.Ordret);
        foreach (var text in new[] { herkomst.Felt, herkomst.Reparation, herkomst.Sted }.OfType<string>())
        {
            w.Text(text);
        }
    }

    public static Herkomst Read(BodyReader r)
    {
        var (flags, dokument, linje, ordret) = (r.Number(), r.Text(), r.Number(), r.Text());
        return new(
            dokument,
            linje,
            ordret,
            (flags & HasField) != 0 ? r.Text() : null,
            (flags & HasRepair) != 0 ? r.Text() : null,
            (flags & HasPlace) != 0 ? r.Text() : null
        );
    }
}
