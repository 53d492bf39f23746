using Effektkaeder.Domain;
using Effektkaeder.Domain.Tid;

namespace Effektkaeder.Analysis.Paavirkning;

/// <summary>What a change does to a node; the first that holds.</summary>
public enum Konsekvens
{
    /// <summary>Nothing is left that justifies it: its support falls to 0.</summary>
    MisterGrundlag,

    /// <summary>It keeps part of its support.</summary>
    Svaekkes,

    /// <summary>All who answer for it are gone.</summary>
    MisterAnsvarlig,

    /// <summary>A date of it, or of a milestone of it, moves or comes into conflict.</summary>
    Forsinkes,

    /// <summary>The walk reaches it.</summary>
    Beroeres,
}

/// <summary>What reaches a node; the first that holds.</summary>
public enum Direkthed
{
    /// <summary>Some allowed path uses the hierarchy alone.</summary>
    Hierarki,

    /// <summary>Who changes answers for it, coordinates it, yields it or is bound in it.</summary>
    Ansvar,

    /// <summary>Every path uses a coupling.</summary>
    Kobling,
}

/// <summary>Why a date is named.</summary>
public enum Datoaarsag
{
    /// <summary>The postponement moves it.</summary>
    Flyttet,

    /// <summary>An order, or the agreement's period, is now broken.</summary>
    Konflikt,
}

/// <summary>One node that a change touches.</summary>
/// <param name="Afstand">Edges of a shortest path.</param>
/// <param name="Veje">The shortest paths to it.</param>
/// <param name="Tillid">The largest product of certainty over any allowed path.</param>
/// <param name="Grundlag">Support after the change, 0-1.</param>
public sealed record Beroert(Node Node, int Afstand, Veje Veje, Direkthed Direkthed, double Tillid, Konsekvens Konsekvens, double Grundlag)
{
    /// <summary>How much of its support a node loses, 0-1.</summary>
    public double Tab => 1 - Grundlag;

    /// <summary>One shortest path, or all.</summary>
    public IReadOnlyList<Sti> Stier => Veje.Stier;

    /// <summary>The edge types of the shortest path, ordered.</summary>
    public IReadOnlyList<EdgeType> Kanttyper => [.. Stier[0].Edges.Select(e => e.Type).Distinct().Order()];

    /// <summary>There are more shortest paths than are given.</summary>
    public bool StierAfkortet => Veje.Afkortet;

    /// <summary>One Danish sentence in the agreements' own words: what happens to it, and by which path.</summary>
    public string Forklaring => Fortaelling?.Of(this) ?? "";

    internal Fortaelling? Fortaelling { get; init; }
}

/// <summary>The shortest paths to a touched node. They are read back out of the walk when somebody looks at them: most are not.</summary>
public sealed class Veje
{
    private readonly Lazy<IReadOnlyList<Sti>> _stier;

    internal Veje(Func<Sti> only) => _stier = new(() => [only()]);

    internal Veje(IReadOnlyList<Sti> stier, bool afkortet) => (_stier, Afkortet) = (new(stier), afkortet);

    public IReadOnlyList<Sti> Stier => _stier.Value;

    /// <summary>There are more than are given.</summary>
    public bool Afkortet { get; }
}

/// <summary>A date that moves, or one that stays and is now in conflict; then before equals after.</summary>
/// <param name="Modpart">The node it is in conflict with; the agreement, where its period is broken.</param>
public sealed record Datoaendring(Node Node, Tidsudtryk Foer, Tidsudtryk Efter, Datoaarsag Aarsag, Node? Modpart, string Forklaring);

/// <summary>What surrounds the changed, dropped and touched nodes.</summary>
public sealed record Indeni(
    IReadOnlyList<Node> Milepaele,
    IReadOnlyList<Node> Opfoelgninger,
    IReadOnlyList<Node> Dokumentation,
    IReadOnlyList<Node> Maalinger,
    IReadOnlyList<Node> Indikatorer
);

/// <summary>The touched nodes that share a level, a centre, an agreement or a responsible.</summary>
/// <param name="Noegle">The level's kind code, or the key of the centre, agreement or responsible; empty for none.</param>
public sealed record Gruppe(string Noegle, string Navn, IReadOnlyList<Beroert> Nodes);

/// <summary>The whole answer to a question of impact.</summary>
/// <param name="Aendrede">The nodes of the change set.</param>
/// <param name="Bortfaldne">The nodes that fall, those of the change set included, ordered by level and key.</param>
/// <param name="Beroerte">The touched nodes, ordered by consequence, level, distance and key.</param>
public sealed record Paavirkningssvar(
    IReadOnlyList<(Node Node, Aendring Aendring)> Aendrede,
    IReadOnlyList<Node> Bortfaldne,
    IReadOnlyList<Beroert> Beroerte,
    IReadOnlyList<Datoaendring> Datoer
)
{
    /// <summary>What was judged; groups are made of it when somebody asks for them, which takes as long as the judgement.</summary>
    public required Udsnit Udsnit { private get; init; }

    /// <summary>The numbers of the changed, dropped and touched nodes there.</summary>
    public required IReadOnlyList<int> Alle { private get; init; }

    public Indeni Indeni => field ??= Gruppering.Inside(Udsnit, Alle);

    public IReadOnlyList<Gruppe> EfterNiveau => field ??= Gruppering.ByNiveau(Beroerte);

    public IReadOnlyList<Gruppe> EfterCenter => field ??= Gruppering.ByCenter(Udsnit, Beroerte);

    public IReadOnlyList<Gruppe> EfterAftale => field ??= Gruppering.ByAftale(Udsnit, Beroerte);

    public IReadOnlyList<Gruppe> EfterAnsvarlig => field ??= Gruppering.ByAnsvarlig(Udsnit, Beroerte);

    /// <summary>The whole answer as one Danish paragraph whose first sentence is the point.</summary>
    public string Forklaring => Sammenfatning.Of(this);

    /// <summary>The first sentence of <see cref="Forklaring"/>.</summary>
    public string Pointe => Sammenfatning.Pointe(this);
}
