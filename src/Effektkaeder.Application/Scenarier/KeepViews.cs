using System.Security.Cryptography;
using System.Text;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Scenarier;

/// <summary>What a page showed, under a name: its address is too long to send, or worth finding again.</summary>
/// <param name="Name">The last part of its own address.</param>
/// <param name="Address">A page's path, with all that it shows.</param>
public sealed record View(string Name, string Address, string Author, DateTimeOffset At);

/// <summary>
/// The views that are saved beside a graph. The same address without a name gives the same name, so that nothing is kept twice.
/// </summary>
public sealed class KeepViews(IScenarios kept, TimeProvider time)
{
    private const int LongestName = 60,
        LongestAddress = 64 * 1024,
        MostViews = 500;

    /// <summary>By name.</summary>
    public async Task<IReadOnlyList<View>> AllAsync(CancellationToken ct) =>
        [.. (await kept.AllAsync(ct)).Where(s => s.IsView).Select(s => new View(s.Name[1..], s.Changes[0], s.Author, s.At))];

    public async Task<View?> FindAsync(string name, CancellationToken ct) => (await AllAsync(ct)).FirstOrDefault(v => v.Name == name);

    /// <param name="name">As people write it; empty for one made of the address.</param>
    /// <exception cref="FormatException">The name or the address cannot be, or there are too many; the message is for the user.</exception>
    public async Task<View> SaveAsync(string name, string address, string author, CancellationToken ct)
    {
        if (
            address.Length > LongestAddress
            || !address.StartsWith('/')
            || address.StartsWith("//", StringComparison.Ordinal)
            || address.Any(c => c is <= ' ' or > '~' or '\\')
        )
        {
            throw new FormatException($"En visning er en af sidernes egne adresser, på højst {LongestAddress / 1024} kB.");
        }

        var plain = name.Trim();
        if (plain.Length > LongestName || plain.Any(char.IsControl))
        {
            throw new FormatException($"En visning har et navn på højst {LongestName} tegn.");
        }

        var slug = plain.Length == 0 ? Made(address) : Slug.Of(plain);
        var all = await AllAsync(ct);
        if (all.Count >= MostViews && all.All(v => v.Name != slug))
        {
            throw new FormatException($"Der er gemt {MostViews} visninger, og flere er der ikke plads til: slet en, der ikke bruges.");
        }

        var view = new View(slug, address, author, time.GetUtcNow());
        await kept.PutAsync(new("/" + slug, [address], author, view.At), ct);
        return view;
    }

    /// <returns>False where there is none of that name.</returns>
    public Task<bool> RemoveAsync(string name, CancellationToken ct) => kept.RemoveAsync("/" + name, ct);

    private static string Made(string address) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address)))[..10];
}
