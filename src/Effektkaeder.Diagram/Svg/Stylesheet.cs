using System.Text.RegularExpressions;

namespace Effektkaeder.Diagram.Svg;

/// <summary>
/// The style sheet of a picture: shapes and dashes once, colours once for light and once for dark. Written out, as librsvg knows no
/// variables; every rule holds below the picture's own root only, as a page may hold the picture inline.
/// </summary>
internal static partial class Stylesheet
{
    private const string Shapes = """
        .h,.ch,.title,.number{font-weight:bold}
        .b{stroke-width:1}.ghost .b{stroke-dasharray:5 3}.focus .b{stroke-width:3}
        .line{fill:none;stroke-width:1.3}.weak{stroke-dasharray:2 3}.aside{stroke-dasharray:1 3}
        .coupling{stroke-width:1.7;stroke-dasharray:7 3}.inferred{stroke-width:1.2;stroke-dasharray:2 3}.between{stroke-width:2}
        .path{stroke-width:3;stroke-dasharray:none}.coupling.path{stroke-dasharray:9 4}
        .new{stroke-width:2.4;stroke-dasharray:none}.gone{stroke-width:1.4;stroke-dasharray:2 5}
        .coupling.new{stroke-dasharray:7 3}.coupling.gone{stroke-dasharray:7 3 1 3}
        .word{stroke-width:5;stroke-linejoin:round;paint-order:stroke}
        .m-changed .b,.m-dropped .b,.m-lost .b{stroke-width:2}
        .c-mid .b{stroke-width:2;stroke-dasharray:8 3}.c-low .b{stroke-width:2;stroke-dasharray:2 3}
        .m-added .b,.m-edited .b{stroke-width:2}.m-removed .b{stroke-width:2;stroke-dasharray:2 3}
        .m-moved .b{stroke-width:2;stroke-dasharray:9 3}.sign{fill:none;stroke-width:1.8;stroke-linecap:round}
        .oneside .b{stroke-dasharray:5 3;stroke-width:1.6}.grid,.today,.clash{fill:none}
        .unknown{stroke-width:3;stroke-dasharray:1 5}.today{stroke-width:2}.open{fill-opacity:.45}.calm{fill-opacity:.85}
        .clash{stroke-width:2;stroke-dasharray:4 2}.plain.b{stroke-opacity:0;fill-opacity:0}
        .node:focus{outline:none}.node:focus .b,.node:hover .b{stroke-width:3}
        """;

    public static string Css { get; } =
        Scope($"{Letters()}\n{Shapes}\n{Colours(false)}\n@media (prefers-color-scheme:dark){{\n{Colours(true)}\n}}\n");

    private static string Letters()
    {
        string Size(string selector, double size) => $"{selector}{{font-size:{size.Invariant()}px}}";
        return "text{font-family:\"DejaVu Sans\",Verdana,Geneva,sans-serif}"
            + Size("text", Theme.FontSize)
            + Size(".title", Theme.TitleSize)
            + Size(".number", Theme.NumberSize)
            + Size(".small,.ch,.word", Theme.SmallSize);
    }

    private static string Colours(bool dark)
    {
        string Fill(string selector, Token token) => $"{selector}{{fill:{token.In(dark)}}}";
        string Stroke(string selector, Token token) => $"{selector}{{stroke:{token.In(dark)}}}";
        string Ground(string of, Surface s) => Fill($"{of} .b", s.Fill) + Stroke($"{of} .b", s.Edge);
        IEnumerable<string> rules =
        [
            Fill("text", Tokens.Ink) + Fill(".small", Tokens.Quiet) + Fill(".ground", Tokens.Ground),
            Fill(".lane,.calm", Tokens.Lane) + Stroke(".lane", Tokens.LaneEdge) + Fill(".odd", Tokens.LaneOdd),
            Stroke(".line", Tokens.Hierarchy) + Stroke(".weak", Tokens.Weak) + Stroke(".aside,.unknown", Tokens.Aside),
            Fill(".dot", Tokens.Aside) + Stroke(".coupling,.inferred", Tokens.Coupling) + Fill(".end", Tokens.Coupling),
            Fill(".word,.tied", Tokens.CouplingWord) + Stroke(".word", Tokens.Ground) + Stroke(".path", Tokens.Way),
            Stroke(".new", Tokens.Changes[0].Edge) + Stroke(".gone", Tokens.Changes[1].Edge),
            .. Tokens
                .Kinds.Append(Tokens.Other)
                .Append(Tokens.Tie)
                .Select(k => Ground($".k-{k.Name}", k) + Fill($".k-{k.Name} .s", k.Edge)),
            .. Tokens.Times.Select(t => Ground($".t-{t.Name}", t) + Fill($".t-{t.Name} .s", t.Edge) + Stroke($".t-{t.Name} .s", t.Edge)),
            .. Tokens.Counts.Select(q => Ground($".{q.Name}", q) + Fill($".{q.Name} text", q.Ink)),
            .. Tokens.Consequences.Select(c => Ground($".{c.Name}", c) + Fill($".{c.Name} text", c.Ink) + Stroke($".{c.Name} .s", c.Ink)),
            .. Tokens.Changes.Select(c =>
                Stroke($".{c.Name} .b", c.Edge) + Fill($".{c.Name} .badge", c.Fill) + Stroke($".{c.Name} .sign", c.Ink)
            ),
            Stroke(".grid", Tokens.Quarter) + Stroke(".year", Tokens.Year) + Stroke(".today", Tokens.Today),
            Fill(".todayword", Tokens.Today) + Stroke(".clash", Tokens.Conflict) + Fill(".clashword", Tokens.Conflict),
        ];
        return string.Join('\n', rules);
    }

    private static string Scope(string css) =>
        Selectors().Replace(css, m => string.Join(',', m.Value.Split(',').Select(s => $".{Theme.Root} {s.Trim()}")));

    [GeneratedRegex(@"(?<=^|[}\n])[^{}@\n]+(?=\{)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Selectors();
}
