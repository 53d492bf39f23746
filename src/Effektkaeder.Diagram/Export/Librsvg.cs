using System.Runtime.InteropServices;
using System.Text;
using Effektkaeder.Diagram.Svg;

namespace Effektkaeder.Diagram.Export;

/// <summary>What is used of librsvg 2.46 or newer (https://gnome.pages.gitlab.gnome.org/librsvg/Rsvg-2.0/).</summary>
internal static partial class Librsvg
{
    private const string Library = "librsvg-2.so.2",
        GObject = "libgobject-2.0.so.0";

    /// <summary>Loads a drawing, lets <paramref name="make"/> write what it makes of it, and gives the bytes.</summary>
    /// <param name="make">Handle of the drawing and of the output; gives cairo's status.</param>
    public static unsafe byte[] With(Drawing drawing, Func<nint, nint, int> make)
    {
        var written = new MemoryStream();
        var output = GCHandle.Alloc(written);
        nint handle = 0;
        try
        {
            var svg = Encoding.UTF8.GetBytes(drawing.Svg);
            handle = HandleNewFromData(svg, (nuint)svg.Length, 0);
            if (handle == 0)
            {
                throw new RasterException("librsvg kan ikke læse tegningen.");
            }

            var status = make(handle, GCHandle.ToIntPtr(output));
            return status == 0 ? written.ToArray() : throw new RasterException($"cairo kan ikke skrive tegningen (status {status}).");
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            throw new RasterException(
                "PNG og PDF kræver librsvg og cairo, som ikke findes her. Installer dem (Debian: apt-get install librsvg2-2), eller "
                    + "vælg svg eller html.",
                e
            );
        }
        finally
        {
            if (handle != 0)
            {
                Unref(handle);
            }

            output.Free();
        }
    }

    public static void Render(nint handle, nint cairo, double x, double y, double width, double height)
    {
        var viewport = new Rectangle(x, y, width, height);
        if (RenderDocument(handle, cairo, in viewport, 0) == 0)
        {
            throw new RasterException("librsvg kan ikke tegne tegningen.");
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Rectangle(double X, double Y, double Width, double Height);

    [LibraryImport(Library, EntryPoint = "rsvg_handle_new_from_data")]
    private static partial nint HandleNewFromData(byte[] data, nuint length, nint error);

    [LibraryImport(Library, EntryPoint = "rsvg_handle_render_document")]
    private static partial int RenderDocument(nint handle, nint cairo, in Rectangle viewport, nint error);

    [LibraryImport(GObject, EntryPoint = "g_object_unref")]
    private static partial void Unref(nint handle);
}
