using Effektkaeder.Analysis;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>A node's row as far as it is kept in memory.</summary>
/// <param name="Number">Of its key.</param>
/// <param name="Fact">What a check may look for in it; null where that is not known.</param>
/// <param name="Opening">See <see cref="Fold.Opening"/>: of its title.</param>
internal sealed record NodeColumns(
    string Key,
    int Number,
    int Version,
    byte Kind,
    byte Flags,
    string Kommune,
    string? Center,
    string? Owner,
    string? Art,
    int FirstDay,
    byte? Fact,
    ulong Opening
);

/// <summary>
/// What is known of the nodes of all revisions in memory, a row each. A row is never changed once it stands, so that a revision is
/// which rows it has, and moving to the next costs what is new in it.
/// </summary>
internal sealed class NodeRows(ElementSource source, StoredElements<Node> elements, Facts kontrolmaerker)
{
    /// <summary>Few titles of many are read by themselves.</summary>
    private const int Few = 32;

    private readonly Lock _gate = new(),
        _filling = new();
    private volatile string?[] _sortKeys = [];
    private volatile bool _isFilled;
    private int _asked;

    private readonly Func<int, byte> _marks = row => (byte)elements[row].Kontrolmaerker();

    public StoredElements<Node> Elements => elements;

    public int Count => elements.Count;

    public string[] Keys { get; private set; } = [];

    /// <summary>Of the keys.</summary>
    public int[] Numbers { get; private set; } = [];

    public string[] Kommuner { get; private set; } = [];

    public string?[] Owners { get; private set; } = [];

    public string?[] Centre { get; private set; } = [];

    public string?[] Arter { get; private set; } = [];

    public byte[] Flags { get; private set; } = [];

    public int[] FirstDays { get; private set; } = [];

    public ulong[] Openings { get; private set; } = [];

    public Kontrolmaerker KontrolmaerkerOf(int row) => (Kontrolmaerker)kontrolmaerker.Of(elements.VersionOf(row), Count, _marks, row);

    /// <summary>One at a time adds.</summary>
    /// <returns>The row of the first; the others follow.</returns>
    public int Add(IReadOnlyList<NodeColumns> come)
    {
        var first = Count;
        (Keys, Numbers) = (Room.For(Keys, first, come.Count), Room.For(Numbers, first, come.Count));
        (Kommuner, Owners) = (Room.For(Kommuner, first, come.Count), Room.For(Owners, first, come.Count));
        (Centre, Arter) = (Room.For(Centre, first, come.Count), Room.For(Arter, first, come.Count));
        (Flags, FirstDays) = (Room.For(Flags, first, come.Count), Room.For(FirstDays, first, come.Count));
        Openings = Room.For(Openings, first, come.Count);
        lock (_gate)
        {
            _sortKeys = Room.For(_sortKeys, first, come.Count);
        }

        for (var i = 0; i < come.Count; i++)
        {
            var row = first + i;
            (Keys[row], Numbers[row], FirstDays[row]) = (come[i].Key, come[i].Number, come[i].FirstDay);
            (Kommuner[row], Owners[row]) = (come[i].Kommune, come[i].Owner);
            (Centre[row], Arter[row], Flags[row]) = (come[i].Center, come[i].Art, come[i].Flags);
            Openings[row] = come[i].Opening;
        }

        kontrolmaerker.Know(come.Select(n => (n.Version, n.Fact)));
        return elements.Add([.. come.Select(n => n.Version)]);
    }

    /// <summary>These rows alone, the first first.</summary>
    public NodeRows Only(int[] rows) =>
        new(source, elements.Only(rows), kontrolmaerker)
        {
            Keys = Array.ConvertAll(rows, row => Keys[row]),
            Numbers = Array.ConvertAll(rows, row => Numbers[row]),
            Kommuner = Array.ConvertAll(rows, row => Kommuner[row]),
            Owners = Array.ConvertAll(rows, row => Owners[row]),
            Centre = Array.ConvertAll(rows, row => Centre[row]),
            Arter = Array.ConvertAll(rows, row => Arter[row]),
            Flags = Array.ConvertAll(rows, row => Flags[row]),
            FirstDays = Array.ConvertAll(rows, row => FirstDays[row]),
            Openings = Array.ConvertAll(rows, row => Openings[row]),
            _sortKeys = Array.ConvertAll(rows, row => _sortKeys[row]),
            _isFilled = _isFilled,
        };

    /// <summary>The Danish sort key of a title. Who asks for many gets all read in one go.</summary>
    public string SortKey(int row)
    {
        var known = _sortKeys;
        if (known[row] is { } key)
        {
            return key;
        }

        if (!_isFilled && Interlocked.Increment(ref _asked) >= Count / Few)
        {
            Fill();
            known = _sortKeys;
        }

        return known[row] ??= source.SortKeyOf(elements.VersionOf(row));
    }

    private void Fill()
    {
        lock (_filling)
        {
            if (_isFilled)
            {
                return;
            }

            var rows = GraphRows.Places(Count, elements.VersionOf);
            var found = source.SortKeys();
            // Others may be added meanwhile, and are not waited for.
            lock (_gate)
            {
                foreach (var (version, key) in found)
                {
                    if (version < rows.Length && rows[version] is >= 0 and var row)
                    {
                        _sortKeys[row] = key;
                    }
                }
            }
            _isFilled = true;
        }
    }
}
