using Effektkaeder.Analysis.Paavirkning;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Scenarier;

/// <summary>The scenarios of a store: named, listed, changed and taken away.</summary>
public sealed class KeepScenarios(IScenarios scenarios, TimeProvider time)
{
    private const int LongestName = 80,
        MostChanges = 100;

    public async Task<IReadOnlyList<Scenario>> AllAsync(CancellationToken ct) => [.. (await scenarios.AllAsync(ct)).Where(s => !s.IsView)];

    /// <summary>The scenario of a name, whatever its case; null where there is none.</summary>
    public async Task<Scenario?> FindAsync(string name, CancellationToken ct)
    {
        var all = await AllAsync(ct);
        return all.FirstOrDefault(s => s.Name == name.Trim())
            ?? all.FirstOrDefault(s => s.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Puts changes under a name, in the place of what stood there.</summary>
    /// <exception cref="FormatException">The name or the changes cannot be; the message is for the user.</exception>
    public async Task<Scenario> SaveAsync(string name, IReadOnlyList<Aendring> aendringer, string author, CancellationToken ct)
    {
        if (name.Trim() is not { Length: > 0 and <= LongestName } plain || plain.Any(char.IsControl) || plain[0] == '/')
        {
            throw new FormatException($"Et scenarie har et navn på 1 til {LongestName} tegn, som ikke begynder med /.");
        }

        if (aendringer.Count is 0 or > MostChanges)
        {
            throw new FormatException($"Et scenarie har 1 til {MostChanges} ændringer; her er {aendringer.Count}.");
        }

        Aendringsform.RefuseTwice(aendringer);
        var known = await FindAsync(plain, ct);
        var scenario = new Scenario(
            known?.Name ?? plain,
            [.. aendringer.Distinct().Select(a => $"{a.Key}={Aendringsform.Write(a)}")],
            author,
            time.GetUtcNow()
        );
        await scenarios.PutAsync(scenario, ct);
        return scenario;
    }

    /// <returns>False where there is none of that name.</returns>
    public async Task<bool> RemoveAsync(string name, CancellationToken ct) =>
        await FindAsync(name, ct) is { } known && await scenarios.RemoveAsync(known.Name, ct);
}
