using System.Security.Cryptography;
using System.Text;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Loading;

/// <summary>
/// A generic graph that has been judged line by line, ready to be read again as nodes and edges. What is kept of each line is
/// its identity alone (16 bytes of a hash), so that a graph of any size passes through little memory.
/// </summary>
internal sealed class GraphFile
{
    private readonly Func<TextReader> _open;
    private readonly string _name;
    private readonly List<(string Key, string Navn, string Aftale)> _kommuner = [];
    private readonly Dictionary<string, int> _kommuneByName = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Kommune, string Navn), string> _centres = [];
    private readonly Dictionary<UInt128, Place> _nodes = [];
    private readonly HashSet<UInt128> _keys = [],
        _edges = [];

    private GraphFile(Func<TextReader> open, string name) => (_open, _name) = (open, name);

    /// <summary>Lower-case hex over all lines.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>All that will be stored: the file's own elements, and the municipalities, centres and agreements it names.</summary>
    public int Count => _nodes.Count + _edges.Count + 2 * _kommuner.Count + _centres.Count;

    public int NodeLines => _nodes.Count;

    public int EdgeLines => _edges.Count;

    /// <summary>What the file's statements are made under: one agreement a municipality.</summary>
    public IEnumerable<string> Aftaler => _kommuner.Select(k => k.Aftale);

    /// <param name="open">Opens the lines anew; called several times.</param>
    /// <exception cref="StoreException">A line is wrong; the message names it.</exception>
    public static GraphFile Judge(Func<TextReader> open, string name, CancellationToken ct)
    {
        var file = new GraphFile(open, name);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in file.Lines(text => hash.AppendData(Encoding.UTF8.GetBytes(text + '\n')), ct))
        {
            if (line is NodeLine node)
            {
                Placed(node, file.Add);
            }
        }

        foreach (var line in file.Lines(null, ct))
        {
            if (line is EdgeLine edge)
            {
                Placed(edge, e => file._edges.Add(Id(file.EdgeOf(e).Key)));
            }
        }

        file.Sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
        return file;
    }

    public bool HasNode(string key) => _keys.Contains(Id(key));

    public bool HasEdge(string key) => _edges.Contains(Id(key));

    /// <summary>Each municipality's agreement; with the file's hash once all of it is stored.</summary>
    public IEnumerable<Node> AftaleNodes(bool whole) =>
        _kommuner.Select(k =>
            Of(
                k.Aftale,
                NodeKind.Aftale,
                k.Key,
                k.Aftale,
                null,
                new Indhold($"Graf: {_name}", $"Graf: {_name}")
                {
                    Art = "graf",
                    Egenskaber = whole ? [new(Egenskaber.Fil, _name), new(Egenskaber.Sha256, Sha256)] : [new(Egenskaber.Fil, _name)],
                },
                null
            )
        );

    public IEnumerable<Node> Nodes(CancellationToken ct) =>
        _kommuner
            .Select(k => Of(k.Key, NodeKind.Kommune, k.Key, k.Aftale, null, new Indhold(k.Navn, k.Navn), null))
            .Concat(
                _centres.Select(c =>
                    Of(
                        c.Value,
                        NodeKind.Organisation,
                        _kommuner[c.Key.Kommune].Key,
                        _kommuner[c.Key.Kommune].Aftale,
                        c.Value,
                        new Indhold(Titel.Cut(c.Key.Navn), c.Key.Navn) { Art = "center" },
                        null
                    )
                )
            )
            .Concat(Lines(null, ct).OfType<NodeLine>().Select(NodeOf));

    /// <summary>Each edge once, however often the lines state it.</summary>
    public IEnumerable<Edge> Edges(CancellationToken ct)
    {
        var seen = new HashSet<UInt128>(_edges.Count);
        return Lines(null, ct).OfType<EdgeLine>().Select(EdgeOf).Where(e => seen.Add(Id(e.Key)));
    }

    private void Add(NodeLine line)
    {
        if (!_kommuneByName.TryGetValue(line.Kommune, out var kommune))
        {
            var key = NodeKeys.Kommune(line.Kommune);
            kommune = _kommuner.FindIndex(k => k.Key == key);
            if (kommune < 0)
            {
                kommune = _kommuner.Count;
                _kommuner.Add(
                    (
                        key,
                        line.Kommune.EndsWith("Kommune", StringComparison.Ordinal) ? line.Kommune : line.Kommune + " Kommune",
                        $"{key}/aftale/graf-{Slug.Of(_name)}"
                    )
                );
                _keys.Add(Id(key));
                _keys.Add(Id(_kommuner[kommune].Aftale));
            }
            _kommuneByName.Add(line.Kommune, kommune);
        }
        if (line.Centre is { } navn && !_centres.ContainsKey((kommune, navn)))
        {
            var centre = NodeKeys.Shared(_kommuner[kommune].Key, NodeKind.Organisation, navn);
            if (_keys.Add(Id(centre)))
            {
                _centres.Add((kommune, navn), centre);
            }
        }
        var twin = 1;
        while (!_keys.Add(Id(KeyOf(line.Id, line.Kind, kommune, twin))))
        {
            twin++;
        }

        if (!_nodes.TryAdd(Id(line.Id), new(kommune, line.Kind, twin)))
        {
            throw new FormatException($"id »{line.Id}« står der allerede");
        }
    }

    private Node NodeOf(NodeLine line)
    {
        var (place, kommune) = (_nodes[Id(line.Id)], _kommuner[_nodes[Id(line.Id)].Kommune]);
        return Of(
            KeyOf(line.Id, place.Kind, place.Kommune, place.Twin),
            place.Kind,
            kommune.Key,
            kommune.Aftale,
            line.Centre is null ? null : NodeKeys.Shared(kommune.Key, NodeKind.Organisation, line.Centre),
            new Indhold(Titel.Cut(line.Title), line.Title)
            {
                Tider = line.Deadline is { } deadline ? [deadline] : [],
                Egenskaber = line.Year is { } year ? [new("aar", year), new(Egenskaber.Id, line.Id)] : [new(Egenskaber.Id, line.Id)],
            },
            new(_name, line.Number, line.Title)
        );
    }

    private Edge EdgeOf(EdgeLine line)
    {
        var (upper, lower) = (PlaceOf(line.From), PlaceOf(line.To));
        var (from, to) = (KeyOf(line.From, upper.Kind, upper.Kommune, upper.Twin), KeyOf(line.To, lower.Kind, lower.Kommune, lower.Twin));
        var type = line.IsCoupling ? EdgeType.KoblerTil : EdgeTypes.Down(upper.Kind);
        if (type is not { } known || from == to || !EdgeTypes.Allows(known, upper.Kind, lower.Kind))
        {
            throw new FormatException(
                $"en {(line.IsCoupling ? "kobling" : "kant i hierarkiet")} kan ikke gå fra {upper.Kind.Info().Navn} til "
                    + $"{lower.Kind.Info().Navn}{(from == to ? " selv" : "")}"
            );
        }

        return Edge.Of(
            known,
            from,
            to,
            line.IsCoupling ? KoblingArt.Eksplicit : null,
            [
                new(
                    _kommuner[upper.Kommune].Aftale,
                    null,
                    null,
                    from,
                    line.IsCoupling ? null : Grund.Tekst,
                    line.IsCoupling ? Tillid.Erklaeret : Tillid.Tekst,
                    null,
                    [new(_name, line.Number, line.To)]
                ),
            ]
        );
    }

    private Place PlaceOf(string id) =>
        _nodes.TryGetValue(Id(id), out var place) ? place : throw new FormatException($"kanten peger på »{id}«, som ingen linje har");

    private string KeyOf(string id, NodeKind kind, int kommune, int twin) =>
        $"{_kommuner[kommune].Key}/{kind.Info().Slug}/{Slug.Of(id)}{(twin > 1 ? $"-{twin}" : "")}";

    private static Node Of(string key, NodeKind kind, string kommune, string aftale, string? centre, Indhold indhold, Herkomst? herkomst) =>
        Node.Of(key, kind, kommune, [new(aftale, null, centre, indhold, [], herkomst is null ? [] : [herkomst])]);

    private IEnumerable<GraphLine> Lines(Action<string>? each, CancellationToken ct)
    {
        using var reader = _open();
        for (var number = 1; reader.ReadLine() is { } text; number++)
        {
            ct.ThrowIfCancellationRequested();
            each?.Invoke(text);
            if (!string.IsNullOrWhiteSpace(text))
            {
                yield return Placed(number, () => GraphLine.Read(number, text));
            }
        }
    }

    private static void Placed<T>(T line, Action<T> judge)
        where T : GraphLine =>
        Placed(
            line.Number,
            () =>
            {
                judge(line);
                return true;
            }
        );

    private static T Placed<T>(int number, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (FormatException e)
        {
            throw new StoreException($"Linje {number}: {e.Message}. Intet er gemt.", inner: e);
        }
    }

    private static UInt128 Id(string text)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }

    private readonly record struct Place(int Kommune, NodeKind Kind, int Twin);
}
