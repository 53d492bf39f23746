using System.CommandLine;
using System.Text;
using Effektkaeder.Application;
using Effektkaeder.Cli.Output;
using Effektkaeder.Diagram.Scenes;
using Effektkaeder.Domain;

namespace Effektkaeder.Cli.Commands;

internal static class DrawCommand
{
    public static Command Build()
    {
        var scene = new Argument<string>("SCENE") { Description = "effektkaede, center, overblik eller paavirkning." };
        scene.AcceptOnlyFromAmong([.. Enum.GetNames<Scene>().Select(n => n.ToLowerInvariant())]);
        var nodes = new Argument<string[]>("KNUDE") { Description = "Knuden; ved paavirkning ændringerne, som i »effekt impact«.", Arity = ArgumentArity.ZeroOrMore };
        var file = Common.OutFile();
        var command = new Command("draw", "Tegner et diagram som SVG.") { scene, nodes, file };
        HelpAction.Examples(command, "effekt draw overblik --out overblik.svg", "effekt draw effektkaede \"Branding\" > kaede.svg", "effekt draw paavirkning \"Udsattepolitikken=bortfalder\" --out p.svg");
        command.SetAction(async (parsed, ct) =>
        {
            var which = Enum.Parse<Scene>(parsed.GetValue(scene)!, ignoreCase: true);
            var named = parsed.GetValue(nodes)!;
            if (which is Scene.Effektkaede or Scene.Center && named.Length != 1) throw new UsageException($"»effekt draw {parsed.GetValue(scene)}« tager én knude.");
            if (which == Scene.Paavirkning && named.Length == 0) throw new UsageException("»effekt draw paavirkning« tager mindst én ændring.");
            await using var store = await Common.OpenAsync(parsed, ct);
            var changes = which == Scene.Paavirkning ? await Changes.ReadAsync(store, named, ct) : [];
            IReadOnlyList<NodeKind> kinds = which == Scene.Center ? [NodeKind.Organisation] : [];
            var node = which is Scene.Effektkaede or Scene.Center ? (await Common.FindAsync(store, named[0], kinds, ct)).Key : null;
            var drawing = await new DrawDiagram(store).DrawAsync(which, node, changes, ct);
            Common.Write(parsed.GetValue(file), stream => stream.Write(Encoding.UTF8.GetBytes(drawing.Svg)));
            if (drawing.Folded > 0) Common.Say(parsed, $"{drawing.Folded} led er foldet sammen.");
            return EffektCommand.Good;
        });
        return command;
    }
}
