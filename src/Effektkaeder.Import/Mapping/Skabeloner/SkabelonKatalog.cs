using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Mapping.Skabeloner;

/// <summary>The template profiles, built in and the users' own, and the choice among them by labels alone.</summary>
public static class SkabelonKatalog
{
    private const string Prefix = "skabeloner/";
    private const string Faelles = Prefix + "faelles.json";
    private const string Ordbog = Prefix + "etiketter.json";

    internal static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>All profiles, by code.</summary>
    public static IReadOnlyList<Skabelon> Alle { get; private set; } =
    [.. Names().Where(n => n is not (Faelles or Ordbog)).Select(Read<Skabelon>).OrderBy(s => s.Kode, StringComparer.Ordinal)];

    /// <summary>Adds the users' own profiles, once, before any document is read; one of a built-in code takes its place.</summary>
    /// <param name="words">Their own words; null where they have none.</param>
    public static void Add(IReadOnlyList<Skabelon> own, EgneOrd? words = null)
    {
        ArgumentNullException.ThrowIfNull(own);
        if (words is not null)
        {
            (Ord, Etiketter) = (words.AddTo(Ord), words.AddTo(Etiketter));
        }

        Alle = [.. Alle.Where(s => own.All(o => o.Kode != s.Kode)).Concat(own).OrderBy(s => s.Kode, StringComparer.Ordinal)];
    }

    public static Ordforraad Ord { get; private set; } = Read<Ordforraad>(Faelles);

    /// <summary>The labels that a document without a profile is read by.</summary>
    public static Etiketordbog Etiketter { get; private set; } = Read<Etiketordbog>(Ordbog);

    /// <summary>The profile whose labels the document has most of, and which of them it lacks.</summary>
    internal static Valg Choose(DocumentTree tree) =>
        Alle.Select(s => (Skabelon: s, Findes: Exists(tree, s)))
            .Select(s => new Valg(s.Skabelon, s.Skabelon.Felter.Where(f => !s.Findes.Contains(f)).ToList()))
            .OrderByDescending(v => v.Andel)
            .ThenBy(v => v.Skabelon.Kode, StringComparer.Ordinal)
            .First();

    private static HashSet<Felt> Exists(DocumentTree tree, Skabelon skabelon)
    {
        var found = new HashSet<Felt>();
        var kolonne = skabelon.LabelKolonne;
        string? gruppe = null;
        foreach (var row in tree.Blocks.OfType<TableBlock>().SelectMany(t => t.Rows))
        {
            if (row.Cells.Count <= kolonne)
            {
                continue;
            }

            gruppe = kolonne > 0 && row.Cells[0].Text.Length > 0 ? row.Cells[0].Text : gruppe;
            if (Skabelon.Find(skabelon.Felter, gruppe, row.Cells[kolonne].Text) is { } felt)
            {
                found.Add(felt);
            }
        }

        return found;
    }

    private static IEnumerable<string> Names() =>
        Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal));

    private static T Read<T>(string name)
    {
        using var stream =
            Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly holds no resource {name}.");
        return JsonSerializer.Deserialize<T>(stream, Options) ?? throw new InvalidOperationException($"The resource {name} is empty.");
    }
}

/// <param name="Mangler">The fields of the profile that no row of the document is labelled with.</param>
internal sealed record Valg(Skabelon Skabelon, IReadOnlyList<Felt> Mangler)
{
    internal int Fundet => Skabelon.Felter.Count - Mangler.Count;

    internal double Andel => Fundet / (double)Skabelon.Felter.Count;

    /// <summary>
    /// Half of a form's labels make a document of that form, if half of those that are its own stand as well: the others every form
    /// may have.
    /// </summary>
    internal bool Fits =>
        Fundet * 2 >= Skabelon.Felter.Count
        && Skabelon.Felter.Count(f => f.Egen && !Mangler.Contains(f)) * 2 >= Skabelon.Felter.Count(f => f.Egen);
}
