using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Effektkaeder.Web.Endpoints;

/// <summary>The files of the browser part, from inside the assembly.</summary>
internal static class AssetEndpoints
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

    private static readonly FrozenDictionary<string, (byte[] Bytes, string ETag)> Files = Read();

    /// <summary>False where the browser part was not built, for want of Node.</summary>
    public static bool HasExplorer => Files.ContainsKey("explorer.js");

    public static void MapAssets(this IEndpointRouteBuilder routes) =>
        routes.MapGet(
            "/assets/{**name}",
            (string name, HttpContext context) =>
            {
                if (!Files.TryGetValue(name, out var file))
                {
                    return Results.NotFound();
                }

                if (context.Request.Headers.IfNoneMatch == file.ETag)
                {
                    return Results.StatusCode(304);
                }

                context.Response.Headers.ETag = file.ETag;
                context.Response.Headers.CacheControl = "no-cache";
                return Results.Bytes(file.Bytes, Types.GetValueOrDefault(Path.GetExtension(name), "application/octet-stream"));
            }
        );

    private static FrozenDictionary<string, (byte[], string)> Read()
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
                    return (bytes, $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}\"");
                }
            )
            .ToFrozenDictionary(StringComparer.Ordinal);
    }
}
