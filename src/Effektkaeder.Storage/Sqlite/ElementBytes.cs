using Effektkaeder.Domain;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>
/// About what elements take in memory: their texts, and somewhat for each object. A node that an office has written a form about weighs
/// as much as ten that have only a title.
/// </summary>
internal static class ElementBytes
{
    public const long MostOfNodes = 96 * 1024 * 1024,
        MostOfEdges = 48 * 1024 * 1024;

    private const int Element = 200,
        Statement = 300,
        Part = 100;

    public static int Of(Node node) =>
        Element
        + node.Udsagn.Sum(u =>
            Statement
            + (sizeof(char) * (u.Indhold.Titel.Length + u.Indhold.Tekst.Length))
            + u.Felter.Sum(f => Part + (sizeof(char) * f.Tekst.Length))
            + u.Herkomst.Sum(h => Part + (sizeof(char) * h.Ordret.Length))
            + (Part * (u.Indhold.Tider.Count + u.Indhold.Egenskaber.Count))
        );

    public static int Of(Edge edge) =>
        Element + edge.Udsagn.Sum(u => Statement + u.Evidens.Sum(h => Part + (sizeof(char) * h.Ordret.Length)));
}
