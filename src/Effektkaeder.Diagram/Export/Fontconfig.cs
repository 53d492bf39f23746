using System.Runtime.InteropServices;

namespace Effektkaeder.Diagram.Export;

/// <summary>What is used of fontconfig, by which librsvg finds its letters.</summary>
/// <remarks>Source: https://fontconfig.pages.freedesktop.org/fontconfig/.</remarks>
internal static partial class Fontconfig
{
    private const string Library = "libfontconfig.so.1";

    /// <summary>FcSetSystem.</summary>
    private const int OfTheSystem = 0;

    /// <summary>Whether there is any font: without one librsvg leaves every word out of a picture, and says nothing.</summary>
    public static bool HasFonts { get; } = NativeLibrary.TryLoad(Library, out _) && Count() > 0;

    /// <summary>A FcFontSet begins with how many there are.</summary>
    private static int Count() => Fonts(0, OfTheSystem) is not 0 and var set ? Marshal.ReadInt32(set) : 0;

    [LibraryImport(Library, EntryPoint = "FcConfigGetFonts")]
    private static partial nint Fonts(nint config, int set);
}
