using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Web.Drawings;

/// <summary>
/// An entity tag for what is made of one revision of one store by this build of the program. A number alone is another store's too:
/// where another is served at the same address, or laid in the file's place, a browser would show the first one's picture.
/// </summary>
internal static class RevisionTag
{
    private static readonly Guid Build = typeof(RevisionTag).Module.ModuleVersionId;

    public static async Task<string> OfAsync(IGraphStore store, IGraph graph, CancellationToken ct)
    {
        // When and by whom a revision was made tells two stores at the same number apart.
        var revision = (await graph.RevisionsAsync(1, ct)).FirstOrDefault();
        var name = string.Create(
            CultureInfo.InvariantCulture,
            $"{Build:N}\n{store.Location}\n{graph.Revision}\n{revision?.At:O}\n{revision?.Author}\n{revision?.Summary}"
        );
        return $"\"{graph.Revision}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..16]}\"";
    }
}
