using Effektkaeder.Application;
using Effektkaeder.Cli.Naming;
using Effektkaeder.Cli.Output;
using Effektkaeder.Diagram.Export;
using Effektkaeder.Diagram.Scenes;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Cli.Commands;

/// <summary>
/// <c>effekt draw bilag AFTALE</c>: the effect chain of each contribution of an agreement, as it asks for them to be attached.
/// </summary>
internal static class DrawAppendix
{
    public const string Name = "bilag";

    public static async Task RunAsync(IGraph graph, string[] named, string? form, string? page, string? file, CancellationToken ct)
    {
        if (named.Length != 1)
        {
            throw new UsageException("»effekt draw bilag« tager én aftale. Se dem med »effekt list agreements«.");
        }

        if (form is not ("pdf" or "docx"))
        {
            throw new UsageException("Et bilag er pdf eller docx. Skriv --format pdf, eller giv filen endelsen .pdf eller .docx.");
        }

        var aftale = await NamedNode.FindAsync(graph, named[0], [NodeKind.Aftale], ct);
        var kaeder = await new DrawDiagram(graph).AppendixAsync(aftale.Key, ct);
        try
        {
            var bytes =
                form == "docx"
                    ? Bilag.Docx(kaeder, $"Effektkæder for hvert bidrag: {aftale.Titel}")
                    : Bilag.Pdf(kaeder, PageSize.Find(page ?? "A3")!);
            OutFile.Write(file, stream => stream.Write(bytes));
        }
        catch (RasterException e)
        {
            throw new SceneException(e.Message);
        }
    }
}
