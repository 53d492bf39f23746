using System.Globalization;
using Xunit;

namespace Effektkaeder.Diagram.Tests.Svg;

/// <summary>
/// How colours look: contrast after WCAG 2.2 ("relative luminance"), what eyes see that lack one kind of cone (Machado, Oliveira and
/// Fernandes, "A physiologically-based model for simulation of color vision deficiency", 2009, severity 1), and how far two colours
/// lie apart (Sharma, Wu and Dalal, "The CIEDE2000 color-difference formula", 2005).
/// </summary>
internal static class Eyes
{
    public static readonly IReadOnlyDictionary<string, double[]> All = new Dictionary<string, double[]>(StringComparer.Ordinal)
    {
        ["all cones"] = [1, 0, 0, 0, 1, 0, 0, 0, 1],
        ["protanopia"] = [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
        ["deuteranopia"] = [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881],
        ["tritanopia"] = [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900],
    };

    public static double Contrast(string a, string b)
    {
        var (x, y) = (Luminance(Linear(a)), Luminance(Linear(b)));
        return (Math.Max(x, y) + .05) / (Math.Min(x, y) + .05);
    }

    /// <summary>Lightness in CIE L*a*b*, 0-100: what is left in grey.</summary>
    public static double Lightness(string colour) => Lab(Linear(colour)).L;

    /// <summary>The distance of two colours to these eyes; below 2 it is hardly seen, above 10 at a glance.</summary>
    public static double Distance(string a, string b, string eyes) => Ciede2000(Lab(Seen(a, eyes)), Lab(Seen(b, eyes)));

    private static double[] Linear(string hex)
    {
        Assert.Matches("^#[0-9a-f]{6}$", hex);
        return
        [
            .. Enumerable
                .Range(0, 3)
                .Select(i => int.Parse(hex.AsSpan(1 + 2 * i, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
                .Select(c => c <= .04045 ? c / 12.92 : Math.Pow((c + .055) / 1.055, 2.4)),
        ];
    }

    private static double[] Seen(string colour, string eyes)
    {
        var (rgb, m) = (Linear(colour), All[eyes]);
        return [.. Enumerable.Range(0, 3).Select(i => Math.Clamp(Enumerable.Range(0, 3).Sum(j => m[3 * i + j] * rgb[j]), 0, 1))];
    }

    private static double Luminance(double[] rgb) => .2126 * rgb[0] + .7152 * rgb[1] + .0722 * rgb[2];

    private static (double L, double A, double B) Lab(double[] rgb)
    {
        var x = F((.4124564 * rgb[0] + .3575761 * rgb[1] + .1804375 * rgb[2]) / .95047);
        var y = F(.2126729 * rgb[0] + .7151522 * rgb[1] + .0721750 * rgb[2]);
        var z = F((.0193339 * rgb[0] + .1191920 * rgb[1] + .9503041 * rgb[2]) / 1.08883);
        return (116 * y - 16, 500 * (x - y), 200 * (y - z));

        static double F(double t) => t > 216.0 / 24389 ? Math.Cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }

    public static double Ciede2000((double L, double A, double B) one, (double L, double A, double B) two)
    {
        var chroma = (Math.Sqrt(one.A * one.A + one.B * one.B) + Math.Sqrt(two.A * two.A + two.B * two.B)) / 2;
        var g = .5 * (1 - Math.Sqrt(Math.Pow(chroma, 7) / (Math.Pow(chroma, 7) + Math.Pow(25, 7))));
        var (a1, a2) = ((1 + g) * one.A, (1 + g) * two.A);
        var (c1, c2) = (Math.Sqrt(a1 * a1 + one.B * one.B), Math.Sqrt(a2 * a2 + two.B * two.B));
        var (h1, h2) = (Hue(a1, one.B), Hue(a2, two.B));
        var grey = c1 * c2 == 0;
        var turn =
            grey ? 0
            : h2 - h1 > 180 ? h2 - h1 - 360
            : h2 - h1 < -180 ? h2 - h1 + 360
            : h2 - h1;
        var (dl, dc, dh) = (two.L - one.L, c2 - c1, 2 * Math.Sqrt(c1 * c2) * Math.Sin(Radians(turn / 2)));
        var (l, c) = ((one.L + two.L) / 2, (c1 + c2) / 2);
        var h =
            grey ? h1 + h2
            : Math.Abs(h1 - h2) <= 180 ? (h1 + h2) / 2
            : h1 + h2 < 360 ? (h1 + h2 + 360) / 2
            : (h1 + h2 - 360) / 2;
        var t = 1 - .17 * Cos(h - 30) + .24 * Cos(2 * h) + .32 * Cos(3 * h + 6) - .2 * Cos(4 * h - 63);
        var (sl, sc, sh) = (1 + .015 * (l - 50) * (l - 50) / Math.Sqrt(20 + (l - 50) * (l - 50)), 1 + .045 * c, 1 + .015 * c * t);
        var rc = 2 * Math.Sqrt(Math.Pow(c, 7) / (Math.Pow(c, 7) + Math.Pow(25, 7)));
        var rt = -Math.Sin(Radians(60 * Math.Exp(-Math.Pow((h - 275) / 25, 2)))) * rc;
        return Math.Sqrt(Sq(dl / sl) + Sq(dc / sc) + Sq(dh / sh) + rt * dc / sc * dh / sh);

        static double Hue(double a, double b) => a == 0 && b == 0 ? 0 : (Math.Atan2(b, a) * 180 / Math.PI + 360) % 360;

        static double Radians(double degrees) => degrees * Math.PI / 180;

        static double Cos(double degrees) => Math.Cos(Radians(degrees));

        static double Sq(double x) => x * x;
    }
}
