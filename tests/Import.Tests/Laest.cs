using System.Text;
using Effektkaeder.Domain;

namespace Effektkaeder.Import.Tests;

/// <summary>A small document read, and what came of it.</summary>
internal static class Laest
{
    public static ImportResult Laes(string tekst, string fil = "a.md") =>
        DocumentImporter.Import(fil, Encoding.UTF8.GetBytes(tekst), new ImportOptions());

    public static string[] Titler(Aftalegraf graf, NodeKind kind) =>
        [.. graf.Nodes.Where(n => n.Kind == kind).Select(n => n.Udsagn.Indhold.Titel).Order(StringComparer.Ordinal)];

    public static string[] Felt(Aftalegraf graf, string ejer, string label) =>
        [
            .. graf
                .Nodes.Where(n => n.Udsagn.Indhold.Titel == ejer)
                .SelectMany(n => n.Udsagn.Felter)
                .Where(f => f.Label == label)
                .Select(f => f.Tekst),
        ];
}
