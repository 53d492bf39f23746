using System.Runtime.InteropServices;
using System.Text;

namespace Effektkaeder.Diagram.Export;

/// <summary>What is used of librsvg 2.46 or newer (https://gnome.pages.gitlab.gnome.org/librsvg/Rsvg-2.0/).</summary>
internal static partial class Librsvg
{
    private const string Library = "librsvg-2.so.2",
        GObject = "libgobject-2.0.so.0";

    /// <summary>Whether this system has the libraries.</summary>
    public static bool IsHere { get; } =
        NativeLibrary.TryLoad(Library, out _) && NativeLibrary.TryLoad(GObject, out _) && NativeLibrary.TryLoad(Cairo.Library, out _);

    /// <summary>Lets <paramref name="make"/> write, and gives the bytes.</summary>
    /// <param name="make">Handle of the output; gives cairo's status.</param>
    public static byte[] Write(Func<nint, int> make)
    {
        var written = new MemoryStream();
        var output = GCHandle.Alloc(written);
        try
        {
            var status = make(GCHandle.ToIntPtr(output));
            return status == 0 ? written.ToArray() : throw new RasterException($"cairo kan ikke skrive tegningen (status {status}).");
        }
        finally
        {
            output.Free();
        }
    }

    public static void Draw(string document, nint cairo, double width, double height)
    {
        var svg = Encoding.UTF8.GetBytes(document);
        // A poster holds its drawing several times over, and may be larger than what is let in from strangers.
        var handle = HandleNewWithFlags(Unlimited);
        try
        {
            if (HandleWrite(handle, svg, (nuint)svg.Length, 0) == 0 || HandleClose(handle, 0) == 0)
            {
                throw new RasterException("librsvg kan ikke læse tegningen.");
            }

            var viewport = new Rectangle(0, 0, width, height);
            if (RenderDocument(handle, cairo, in viewport, 0) == 0)
            {
                throw new RasterException("librsvg kan ikke tegne tegningen.");
            }
        }
        finally
        {
            Unref(handle);
        }
    }

    /// <summary>RSVG_HANDLE_FLAG_UNLIMITED.</summary>
    private const int Unlimited = 1;

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Rectangle(double X, double Y, double Width, double Height);

    [LibraryImport(Library, EntryPoint = "rsvg_handle_new_with_flags")]
    private static partial nint HandleNewWithFlags(int flags);

    [LibraryImport(Library, EntryPoint = "rsvg_handle_write")]
    private static partial int HandleWrite(nint handle, byte[] data, nuint length, nint error);

    [LibraryImport(Library, EntryPoint = "rsvg_handle_close")]
    private static partial int HandleClose(nint handle, nint error);

    [LibraryImport(Library, EntryPoint = "rsvg_handle_render_document")]
    private static partial int RenderDocument(nint handle, nint cairo, in Rectangle viewport, nint error);

    [LibraryImport(GObject, EntryPoint = "g_object_unref")]
    private static partial void Unref(nint handle);
}
