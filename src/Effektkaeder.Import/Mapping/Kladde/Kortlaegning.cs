using Effektkaeder.Domain;
using Effektkaeder.Import.Diagnostics;
using Effektkaeder.Import.Mapping.Felter;
using Effektkaeder.Import.Mapping.Former;
using Effektkaeder.Import.Mapping.Graf;
using Effektkaeder.Import.Mapping.Navne;
using Effektkaeder.Import.Mapping.Skabeloner;

namespace Effektkaeder.Import.Mapping.Kladde;

/// <summary>What the mapping of every point works with.</summary>
internal sealed class Kortlaegning
{
    internal Kortlaegning(Form form, Aftalehoved hoved, List<Diagnostic> diagnostics)
    {
        Form = form;
        Hoved = hoved;
        Diagnostics = diagnostics;
        Bygger = new GrafBuilder(hoved);
        Aktoerer = new Aktoerer(Bygger);
        Feltlaeser = new FeltReader(form.Tree, hoved.Tid, diagnostics);
    }

    internal Form Form { get; }

    internal Aftalehoved Hoved { get; }

    internal List<Diagnostic> Diagnostics { get; }

    internal GrafBuilder Bygger { get; }

    internal Aktoerer Aktoerer { get; }

    internal FeltReader Feltlaeser { get; }

    /// <summary>Policies so far only named in the genitive.</summary>
    internal HashSet<string> Genitiver { get; } = new(StringComparer.Ordinal);

    /// <summary>States what follows as another unit's, until disposed.</summary>
    internal IDisposable In(string? enhed, KortlagtPunkt p, Punkt punkt)
    {
        var before = Bygger.Center;
        if (enhed is not null)
        {
            var linje = punkt.Overskrift?.Line ?? punkt.Linje;
            Bygger.Center = p.Enhed = Aktoerer.Organisation(enhed, new Herkomst(Fil, linje, enhed));
        }

        return new Scope(() => Bygger.Center = before);
    }

    internal string Fil => Form.Tree.Source.Path;

    internal string Kommune => Hoved.Kommune;

    private sealed class Scope(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}

/// <summary>A point once it is mapped: the keys of its chain, level by level, and whom its couplings start at.</summary>
internal sealed class KortlagtPunkt(Punkt punkt, string slug)
{
    internal Punkt Punkt => punkt;

    /// <summary>The point's part of a key.</summary>
    internal string Slug => slug;

    /// <summary>Null where neither the point nor what governs it has one.</summary>
    internal string? Indsats { get; set; }

    /// <summary>The others, where a field lists more than one.</summary>
    internal List<string> FlereIndsatser { get; } = [];

    /// <summary>
    /// The bidrag of a table, the indsats of a point, the goal that a heading opens: owns its fields, and its couplings start here.
    /// </summary>
    internal required string Ejer { get; set; }

    /// <summary>
    /// What people answer for: the effort, but in a row of a table what the row itself is, and of a goal or action with a heading of
    /// its own that.
    /// </summary>
    internal string Baerer => punkt.IsRow || punkt.Slags is NodeKind.Bidrag or NodeKind.Effekt ? Ejer : Indsats ?? Ejer;

    /// <summary>The kind that its heading opens, or that a row of goals alone is of; null where neither says.</summary>
    internal NodeKind? Slags =>
        punkt.Slags
        ?? (
            punkt.IsRow && punkt.Felter.Where(f => f.Felt.IsLed()).ToList() is [{ Felt.Rolle: "politisk-maal" }]
                ? NodeKind.PolitiskMaal
                : null
        );

    /// <summary>Its number or letter, as written; null where it has none.</summary>
    internal string? Nummer => punkt.Overskrift?.Number ?? punkt.With("nummer")?.Indhold.Text.Trim('.', ' ');

    /// <summary>What the points that this one names by their numbers have further down, and it adds to.</summary>
    internal HashSet<string> Afledte { get; } = new(StringComparer.Ordinal);

    /// <summary>All that a row's deadline, status and people belong to: its contributions, where it lists several.</summary>
    internal IReadOnlyList<string> AlleEjere => punkt.IsRow && Bidrag.Count > 1 && Ejer == Bidrag[0] ? Bidrag : [Ejer];

    internal IReadOnlyList<string> AlleBaerere =>
        Baerer == Indsats ? [Baerer, .. FlereIndsatser]
        : Baerer == Ejer ? AlleEjere
        : [Baerer];

    /// <summary>The unit that gives its contributions, where it is not the agreement's own.</summary>
    internal string? Enhed { get; set; }

    /// <summary>The point that governs it.</summary>
    internal KortlagtPunkt? Over { get; init; }

    internal List<string> Maal { get; } = [];

    internal List<string> Bidrag { get; } = [];

    internal List<(string Key, string Tekst)> Effekter { get; } = [];

    internal List<(string Key, string Tekst)> Indikatorer { get; } = [];

    /// <summary>Nodes whose words may name the baseline.</summary>
    internal List<(string Key, Nodetekst Tekst, string Label)> MayNameBaseline { get; } = [];

    internal string? Baseline { get; set; }
}
