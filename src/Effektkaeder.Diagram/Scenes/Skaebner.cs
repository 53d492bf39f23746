using Effektkaeder.Analysis.Paavirkning;
using Effektkaeder.Domain;

namespace Effektkaeder.Diagram.Scenes;

/// <summary>What a change does to one node.</summary>
/// <param name="Mark">The consequence, as a class.</param>
/// <param name="Ord">The consequence in words.</param>
internal sealed record Skaebne(Node Node, string Mark, string Ord, double Tillid)
{
    /// <summary>Lost support, 0-1, of what is weakened.</summary>
    public double Tab { get; init; }
}

/// <summary>One step of a way from the change on; a step over a coupling is drawn broken.</summary>
internal sealed record Skridt(string Fra, string Til, bool Kobling, string Fuld);

/// <summary>An impact as a graph of its own: what each node meets, and every step of the ways from the change to it.</summary>
internal sealed class Skaebner
{
    private readonly Dictionary<string, Skaebne> _fates = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string), Skridt> _steps = [];

    public Skaebner(SceneBuilder scene, Paavirkningssvar svar)
    {
        foreach (var node in svar.Bortfaldne)
        {
            Add(new(node, "m-dropped", "bortfalder", 1));
        }

        foreach (var (node, aendring) in svar.Aendrede)
        {
            Add(new(node, "m-changed", aendring.Ord, 1));
        }

        foreach (var b in svar.Beroerte)
        {
            Add(new(b.Node, Konsekvensord.Mark(b.Konsekvens), Konsekvensord.Navn(b.Konsekvens), b.Tillid) { Tab = b.Tab });
        }

        foreach (var dato in svar.Datoer.Where(d => d.Node.Kind.IsDate()))
        {
            Add(new(dato.Node, "m-delayed", Konsekvensord.Dato(dato), 1));
        }

        AddWays(svar);
        AddSupport(scene);
        AddDates(scene, svar);
    }

    public IReadOnlyCollection<Skaebne> All => _fates.Values;

    public IReadOnlyCollection<Skridt> Steps => _steps.Values;

    private void Add(Skaebne fate) => _fates.TryAdd(fate.Node.Key, fate);

    private void Add(string from, string to, bool coupling, string full)
    {
        if (!_steps.TryGetValue((from, to), out var known) || known.Kobling && !coupling)
        {
            _steps[(from, to)] = new(from, to, coupling, full);
        }
    }

    /// <summary>The shortest way to each; what it passes and does not itself meet anything is shown as touched.</summary>
    private void AddWays(Paavirkningssvar svar)
    {
        foreach (var b in svar.Beroerte)
        {
            var way = b.Stier[0];
            for (var i = 0; i < way.Edges.Count; i++)
            {
                var (from, to, edge) = (way.Nodes[i], way.Nodes[i + 1], way.Edges[i]);
                Add(new(from, "m-touched", "på vejen", b.Tillid));
                Add(from.Key, to.Key, edge.Type == EdgeType.KoblerTil, $"{from.Titel} → {to.Titel} ({edge.Type.Info().Navn})");
            }
        }
    }

    /// <summary>Ground is lost along every edge from what falls or loses ground, not along the shortest alone.</summary>
    private void AddSupport(SceneBuilder scene)
    {
        foreach (var fate in _fates.Values.Where(f => f.Mark is "m-dropped" or "m-lost" or "m-weakened").ToList())
        {
            foreach (var child in scene.Udsnit.Children(fate.Node.Key))
            {
                if (_fates.TryGetValue(child.Key, out var below) && below.Mark is "m-dropped" or "m-lost" or "m-weakened")
                {
                    Add(fate.Node.Key, child.Key, false, $"{fate.Node.Titel} bærer {child.Titel}");
                }
            }
        }
    }

    private void AddDates(SceneBuilder scene, Paavirkningssvar svar)
    {
        foreach (var dato in svar.Datoer.Where(d => d.Node.Kind.IsDate()))
        {
            if (scene.Udsnit.OwnersOf(dato.Node).FirstOrDefault(n => _fates.ContainsKey(n.Key)) is { } owner)
            {
                Add(owner.Key, dato.Node.Key, false, dato.Forklaring);
            }
        }
    }
}
