using System.Text.RegularExpressions;

namespace Effektkaeder.Diagram.Svg;

/// <summary>
/// Colours that stay apart for the colour-blind (after Okabe and Ito, 2008) and in grey, with at least 4.5:1 between text and
/// ground in light and dark. What a colour says is also said by a pattern, a dash or words.
/// </summary>
internal static partial class Theme
{
    /// <summary>The class of the root element.</summary>
    public const string Root = "ek";

    public const double FontSize = 12,
        SmallSize = 10,
        LineHeight = 15.5,
        SmallLineHeight = 13,
        TitleSize = 18;
    public const double BoxWidth = 186,
        BoxPadding = 9,
        Stripe = 5;

    private static readonly (string Kind, string Light, string LightStripe, string Dark, string DarkStripe)[] Kinds =
    [
        ("vision", "#f3e8f2", "#8c3f82", "#3a2438", "#d99bd0"),
        ("politisk-maal", "#e3eef9", "#0060a0", "#1b3147", "#6db8ee"),
        ("indsats", "#dff3ec", "#00785a", "#153a30", "#4fc9a2"),
        ("bidrag", "#fbf0d4", "#8a6100", "#3d3115", "#e3b341"),
        ("effekt", "#fbe5dc", "#b34a00", "#432517", "#f2945a"),
        ("indikator", "#e6f4fb", "#00739e", "#17343f", "#66c3e6"),
        ("other", "#eeeeee", "#5a5a5a", "#2e3033", "#b0b4ba"),
    ];

    /// <summary>The kinds that have colours of their own; every other is drawn as "other".</summary>
    public static string StyleOf(string kind) => Kinds.Any(k => k.Kind == kind) ? kind : "other";

    /// <summary>Ground and border of a kind, on white.</summary>
    public static (string Fill, string Stroke) Colours(string kind)
    {
        var row = Kinds.First(k => k.Kind == StyleOf(kind));
        return (row.Light, row.LightStripe);
    }

    /// <summary>The class of a box: of its kind, or of its step in a table of counts.</summary>
    public static string ClassOf(string style) => style is "q1" or "q2" or "q3" or "q4" ? style : "k-" + StyleOf(style);

    /// <summary>Whether a mark fills the box with a pattern, so that its text needs a calm ground.</summary>
    public static bool IsPatterned(string mark) =>
        mark is "m-dropped" or "m-lost" or "m-weakened" or "m-delayed" or "m-added" or "m-removed" or "m-edited";

    public static string Css { get; } = Write();

    /// <summary>Every rule holds below the picture's own root only: a page may hold the picture inline.</summary>
    private static string Scope(string css) =>
        Selectors().Replace(css, m => string.Join(',', m.Value.Split(',').Select(s => $".{Root} {s.Trim()}")));

    [GeneratedRegex(@"(?<=^|[}\n])[^{}@\n]+(?=\{)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Selectors();

    /// <summary>Patterns that marks fill boxes with, and the fading ends of bars.</summary>
    public const string Patterns = """
        <defs>
        <pattern id="cross" width="8" height="8" patternUnits="userSpaceOnUse"><path class="ink" d="M0 0L8 8M8 0L0 8" stroke-width=".9" stroke-opacity=".35"/></pattern>
        <pattern id="dense" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="ink" d="M0 0V6" stroke-width="1.6" stroke-opacity=".3"/></pattern>
        <pattern id="sparse" width="14" height="14" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="ink" d="M0 0V14" stroke-width="1.6" stroke-opacity=".28"/></pattern>
        <pattern id="dots" width="9" height="9" patternUnits="userSpaceOnUse"><circle class="inkdot" cx="2" cy="2" r="1.1" fill-opacity=".35"/></pattern>
        <pattern id="plus" width="12" height="12" patternUnits="userSpaceOnUse"><path class="ink" d="M6 3V9M3 6H9" stroke-width="1.2" stroke-opacity=".35"/></pattern>
        <linearGradient id="rise"><stop offset="0" stop-color="#fff" stop-opacity=".08"/><stop offset="1" stop-color="#fff"/></linearGradient>
        <linearGradient id="fall"><stop offset="0" stop-color="#fff"/><stop offset="1" stop-color="#fff" stop-opacity=".08"/></linearGradient>
        <mask id="fade-in" maskContentUnits="objectBoundingBox"><rect width="1" height="1" fill="url(#rise)"/></mask>
        <mask id="fade-out" maskContentUnits="objectBoundingBox"><rect width="1" height="1" fill="url(#fall)"/></mask>
        </defs>

        """;

    private static string Write()
    {
        var light = string.Concat(
            Kinds.Select(k => $".k-{k.Kind} .b{{fill:{k.Light};stroke:{k.LightStripe}}}.k-{k.Kind} .s{{fill:{k.LightStripe}}}")
        );
        var dark = string.Concat(
            Kinds.Select(k => $".k-{k.Kind} .b{{fill:{k.Dark};stroke:{k.DarkStripe}}}.k-{k.Kind} .s{{fill:{k.DarkStripe}}}")
        );
        return Scope(
            $$"""
            text{font-family:"DejaVu Sans",Verdana,Geneva,sans-serif;font-size:{{FontSize.Invariant()}}px;fill:#1b1b1b}
            .ground{fill:#fff}.lane{fill:#f6f7f8;stroke:#d5d9dd}.lane.odd{fill:#eef1f3}
            .h{font-weight:bold}.title{font-size:{{TitleSize.Invariant()}}px;font-weight:bold}.small{font-size:{{SmallSize.Invariant()}}px;fill:#4a4a4a}
            .b{stroke-width:1}.ghost .b{stroke-dasharray:5 3}.dot{fill:#6b7785}
            .line{fill:none;stroke:#7b8794;stroke-width:1.3}.line.weak{stroke:#7b8794;stroke-dasharray:2 3}
            .line.coupling{stroke:#a8005c;stroke-width:1.7;stroke-dasharray:7 3}.line.inferred{stroke:#a8005c;stroke-width:1.2;stroke-dasharray:2 3}
            .line.aside{stroke:#6b7785;stroke-dasharray:1 3}.line.path{stroke:#1b1b1b;stroke-width:2.4;stroke-dasharray:none}.line.coupling.path{stroke-dasharray:9 4}.end{fill:#a8005c}
            .word{font-size:{{SmallSize.Invariant()}}px;fill:#8f004e;stroke:#fff;stroke-width:5;stroke-linejoin:round;paint-order:stroke}
            {{light}}
            .m-changed .b,.m-dropped .b{stroke-width:3}.m-lost .b,.m-weakened .b,.m-delayed .b{stroke-width:2}
            .c-mid .b{fill-opacity:.5}.c-low .b{fill-opacity:.1;stroke-dasharray:8 3}
            .number{font-size:17px;font-weight:bold}.ch{font-size:{{(SmallSize + 1).Invariant()}}px;font-weight:bold}
            .q1 .b{fill:#fdeaf3;stroke:#a8005c}.q2 .b{fill:#f9d3e5;stroke:#a8005c}.q3 .b{fill:#f3b6d3;stroke:#a8005c}.q4 .b{fill:#eb95bf;stroke:#a8005c}
            .q1 .small,.q2 .small,.q3 .small,.q4 .small{fill:#1b1b1b}.oneside .b{stroke-dasharray:5 3;stroke-width:1.6}
            .grid{stroke:#d5d9dd;fill:none}.grid.year{stroke:#9aa4ae}.line.unknown{stroke:#6b7785;stroke-width:3;stroke-dasharray:1 5}.calm{fill:#f6f7f8;fill-opacity:.85}
            .hatch{fill:none}.m-dropped .hatch{fill:url(#cross)}.m-lost .hatch{fill:url(#dense)}.m-weakened .hatch{fill:url(#sparse)}.m-delayed .hatch{fill:url(#dots)}
            .m-added .b,.m-removed .b,.m-edited .b{stroke-width:2}.m-removed .b{stroke-dasharray:2 3}.m-added .hatch{fill:url(#plus)}.m-removed .hatch{fill:url(#cross)}.m-edited .hatch{fill:url(#sparse)}
            .line.new{stroke:#00694e;stroke-width:2.4;stroke-dasharray:none}.line.gone{stroke:#a33c00;stroke-width:1.4;stroke-dasharray:2 5}
            .halo{fill:#fff;fill-opacity:.82}.ink{stroke:#1b1b1b;fill:none}.inkdot{fill:#1b1b1b}
            .node:focus{outline:none}.node:focus .b,.node:hover .b{stroke-width:3}
            @media (prefers-color-scheme:dark){
            text{fill:#f0f0f0}.ground{fill:#16181b}.lane{fill:#1e2125;stroke:#3a3f45}.lane.odd{fill:#24282d}.small{fill:#c4c8cc}.dot{fill:#9aa4ae}
            .line{stroke:#8d99a5}.line.weak{stroke:#7d8894}.line.coupling,.line.inferred{stroke:#ff7dbd}.line.aside{stroke:#9aa4ae}.line.path{stroke:#fff}.end{fill:#ff7dbd}.word{fill:#ff9ccd;stroke:#16181b}.line.new{stroke:#4fc9a2}.line.gone{stroke:#f2945a}
            {{dark}}
            .q1 .b{fill:#3a1529;stroke:#ff7dbd}.q2 .b{fill:#571c3c;stroke:#ff7dbd}.q3 .b{fill:#742450;stroke:#ff7dbd}.q4 .b{fill:#8f2d63;stroke:#ff7dbd}
            .q1 .small,.q2 .small,.q3 .small,.q4 .small{fill:#f0f0f0}.grid{stroke:#3a3f45}.grid.year{stroke:#6d7883}.line.unknown{stroke:#9aa4ae}.calm{fill:#1e2125}
            .halo{fill:#16181b}.ink{stroke:#f0f0f0}.inkdot{fill:#f0f0f0}
            }
            """
        );
    }
}
