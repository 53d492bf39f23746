using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Effektkaeder.Diagram.Export;

/// <summary>What is used of cairo 1.16 or newer (https://www.cairographics.org/manual/).</summary>
internal static partial class Cairo
{
    public const string Library = "libcairo.so.2";

    /// <summary>CAIRO_PDF_METADATA_CREATE_DATE.</summary>
    public const int CreationDate = 5;

    /// <param name="format">0 is ARGB32.</param>
    [LibraryImport(Library, EntryPoint = "cairo_image_surface_create")]
    public static partial nint ImageSurfaceCreate(int format, int width, int height);

    [LibraryImport(Library, EntryPoint = "cairo_create")]
    public static partial nint Create(nint surface);

    [LibraryImport(Library, EntryPoint = "cairo_destroy")]
    public static partial void Destroy(nint context);

    [LibraryImport(Library, EntryPoint = "cairo_surface_destroy")]
    public static partial void SurfaceDestroy(nint surface);

    [LibraryImport(Library, EntryPoint = "cairo_surface_finish")]
    public static partial void SurfaceFinish(nint surface);

    [LibraryImport(Library, EntryPoint = "cairo_surface_status")]
    public static partial int SurfaceStatus(nint surface);

    [LibraryImport(Library, EntryPoint = "cairo_pdf_surface_set_metadata", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void PdfMetadata(nint surface, int entry, string value);

    [LibraryImport(Library, EntryPoint = "cairo_pdf_surface_set_size")]
    public static partial void PdfSize(nint surface, double width, double height);

    [LibraryImport(Library, EntryPoint = "cairo_show_page")]
    public static partial void ShowPage(nint context);

    public static unsafe int WritePng(nint surface, nint output) => WriteToPng(surface, &Take, output);

    public static unsafe nint PdfSurface(nint output, double width, double height) => PdfForStream(&Take, output, width, height);

    [LibraryImport(Library, EntryPoint = "cairo_surface_write_to_png_stream")]
    private static unsafe partial int WriteToPng(nint surface, delegate* unmanaged[Cdecl]<nint, byte*, uint, int> write, nint closure);

    [LibraryImport(Library, EntryPoint = "cairo_pdf_surface_create_for_stream")]
    private static unsafe partial nint PdfForStream(
        delegate* unmanaged[Cdecl]<nint, byte*, uint, int> write,
        nint closure,
        double width,
        double height
    );

    /// <summary>cairo_write_func_t; the closure is a handle to a stream in memory, which takes whatever comes.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static unsafe int Take(nint closure, byte* data, uint length)
    {
        ((MemoryStream)GCHandle.FromIntPtr(closure).Target!).Write(new ReadOnlySpan<byte>(data, (int)length));
        return 0;
    }
}
