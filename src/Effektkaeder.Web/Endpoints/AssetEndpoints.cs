using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Effektkaeder.Web.Endpoints;

/// <summary>
/// The files of the browser part, from inside the assembly, packed once. What a page names carries its hash in the address, and what
/// those name in turn has it in its name: a browser keeps both for a year, and a new build has other addresses.
/// </summary>
internal static partial class AssetEndpoints
{
    private const string Prefix = "assets/";

    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>
    {
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".ttf"] = "font/ttf",
        [".svg"] = "image/svg+xml",
        [".map"] = "application/json",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private const string Kept = "public, max-age=31536000, immutable";

    private static readonly FrozenDictionary<string, Asset> Files = Read();

    /// <summary>False where the browser part was not built, for want of Node.</summary>
    public static bool HasExplorer => Files.ContainsKey("explorer.js");

    /// <summary>The address of a file, which is another when the file is.</summary>
    public static string Address(string name) =>
        Files.TryGetValue(name, out var file) ? $"/{Prefix}{name}?v={file.Hash}" : $"/{Prefix}{name}";

    public static void MapAssets(this IEndpointRouteBuilder routes) =>
        routes.MapGet(
            "/assets/{**name}",
            (string name, HttpContext context) =>
            {
                if (!Files.TryGetValue(name, out var file))
                {
                    return Results.NotFound();
                }

                var etag = $"\"{file.Hash}\"";
                if (context.Request.Headers.IfNoneMatch == etag)
                {
                    return Results.StatusCode(304);
                }

                var headers = context.Response.Headers;
                headers.ETag = etag;
                headers.Vary = "Accept-Encoding";
                headers.CacheControl = context.Request.Query["v"] == file.Hash || HashedName().IsMatch(name) ? Kept : "no-cache";
                var packs = context.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal);
                if (packs)
                {
                    headers.ContentEncoding = "br";
                }

                return Results.Bytes(
                    packs ? file.Packed.Value : file.Bytes,
                    Types.GetValueOrDefault(Path.GetExtension(name), "application/octet-stream")
                );
            }
        );

    private static FrozenDictionary<string, Asset> Read()
    {
        var assembly = typeof(AssetEndpoints).Assembly;
        return assembly
            .GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
            .ToDictionary(
                n => n[Prefix.Length..].Replace('\\', '/'),
                n =>
                {
                    using var memory = new MemoryStream();
                    assembly.GetManifestResourceStream(n)!.CopyTo(memory);
                    var bytes = memory.ToArray();
                    return new Asset(bytes, Convert.ToHexStringLower(SHA256.HashData(bytes))[..16], new(() => Pack(bytes)));
                }
            )
            .ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static byte[] Pack(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal))
        {
            brotli.Write(bytes);
        }

        return packed.ToArray();
    }

    [GeneratedRegex(@"-[A-Za-z0-9_-]{8}\.\w+$", RegexOptions.CultureInvariant)]
    private static partial Regex HashedName();

    /// <param name="Packed">The bytes in Brotli, packed when first asked for.</param>
    private sealed record Asset(byte[] Bytes, string Hash, Lazy<byte[]> Packed);
}
