using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Effektkaeder.Analysis.Tal;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Domain.Tid;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Loading;

/// <summary>
/// A generic graph whose every line has been judged, ready to be read again as nodes and edges. What is kept of it are the bytes of
/// its ids and keys, each once, and each edge as the numbers of its ends: about 200 bytes a node.
/// </summary>
internal sealed class GraphFile
{
    private readonly Func<Stream> _open;
    private readonly string _name;
    private readonly KindNames _kinds = new();
    private readonly List<(string Key, string Navn, string Aftale, string Skrevet)> _kommuner = [];
    private readonly Dictionary<string, int> _kommuneByName = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Kommune, string Navn), string> _centres = [];

    private readonly ByteTable _ids = new(),
        _keys = new();

    /// <summary>By number of an id, which an edge may name before its node comes.</summary>
    private readonly List<Place> _places = [];
    private readonly List<Arrow> _arrows = [];

    /// <summary>By number of a line, whether it is a node's.</summary>
    private readonly List<bool> _isNode = [false];
    private HashSet<UInt128>? _edgeKeys;

    private GraphFile(Func<Stream> open, string name) => (_open, _name) = (open, name);

    /// <summary>Lower-case hex over all lines.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>All that will be stored: the file's own elements, and the municipalities, centres and agreements it names.</summary>
    public int Count => NodeLines + EdgeLines + 2 * _kommuner.Count + _centres.Count;

    public int NodeLines => _places.Count;

    /// <summary>Each edge once, however often the lines state it.</summary>
    public int EdgeLines => _arrows.Count;

    /// <summary>What the file's statements are made under: one agreement a municipality.</summary>
    public IEnumerable<string> Aftaler => _kommuner.Select(k => k.Aftale);

    public IEnumerable<string> Kommuner => _kommuner.Select(k => k.Key);

    /// <param name="open">Opens the lines anew; called twice.</param>
    /// <exception cref="StoreException">A line is wrong; the message names it.</exception>
    public static GraphFile Judge(Func<Stream> open, string name, CancellationToken ct)
    {
        var file = new GraphFile(open, name);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var stream = open();
        using var lines = new LineReader(stream);
        var at = 0;
        try
        {
            while (lines.Next(out var line))
            {
                ct.ThrowIfCancellationRequested();
                at = lines.Number;
                hash.AppendData(line);
                hash.AppendData("\n"u8);
                file._isNode.Add(file.Take(line, at));
            }

            foreach (var arrow in file._arrows)
            {
                at = arrow.Line;
                file.Judge(arrow);
            }
        }
        catch (FormatException e)
        {
            throw new StoreException($"Linje {at}: {e.Message}. Intet er gemt.", inner: e);
        }

        file.KeepEachEdgeOnce();
        file.Sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
        return file;
    }

    public bool HasNode(string key) => _keys.Find(Encoding.UTF8.GetBytes(key)) >= 0;

    public bool HasEdge(string key) => (_edgeKeys ??= [.. Edges().Select(e => Identity(e.Key))]).Contains(Identity(key));

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
                    Art = Arter.Graf,
                    Egenskaber = whole ? [new(Egenskaber.Fil, _name), new(Egenskaber.Sha256, Sha256)] : [new(Egenskaber.Fil, _name)],
                },
                null
            )
        );

    public IEnumerable<Node> Nodes(CancellationToken ct) =>
        _kommuner
            .Select(k =>
                Of(k.Key, NodeKind.Kommune, k.Key, k.Aftale, null, new Indhold(k.Navn, k.Navn) { Egenskaber = [Skrevet(k.Skrevet)] }, null)
            )
            .Concat(
                _centres.Select(c =>
                    Of(
                        c.Value,
                        NodeKind.Organisation,
                        _kommuner[c.Key.Kommune].Key,
                        _kommuner[c.Key.Kommune].Aftale,
                        c.Value,
                        new Indhold(Titel.Cut(c.Key.Navn), c.Key.Navn) { Art = "center", Egenskaber = [Skrevet(c.Key.Navn)] },
                        null
                    )
                )
            )
            .Concat(OwnNodes(ct));

    public IEnumerable<Edge> Edges() => _arrows.Select(EdgeOf);

    /// <returns>Whether the line is a node's.</returns>
    private bool Take(ReadOnlySpan<byte> text, int number)
    {
        if (text.Trim(" \t"u8).IsEmpty)
        {
            return false;
        }

        var line = GraphLine.Of(text);
        if (line.IsEdge)
        {
            var coupling = line.IsCoupling;
            _arrows.Add(
                new(Numbered(GraphLine.Required(line.From, "from")), Numbered(GraphLine.Required(line.To, "to")), number, coupling)
            );
            return false;
        }

        var id = GraphLine.Required(line.Id, "id");
        var kind = _kinds.Of(line);
        var kommune = KommuneOf(Text(GraphLine.Required(line.Kommune, "kommune")));
        GraphLine.Required(line.Title, "title");
        _ = DeadlineOf(line.Deadline);
        if (!line.Centre.IsEmpty)
        {
            AddCentre(kommune, Text(line.Centre));
        }

        var at = Numbered(id);
        if (_places[at].IsStated)
        {
            throw new FormatException($"id »{Text(id)}« står der allerede");
        }

        _places[at] = new(kommune, kind, KeyOf(Text(id), kind, kommune));
        return true;
    }

    private int Numbered(ReadOnlySpan<byte> id)
    {
        var number = _ids.Add(id);
        if (number == _places.Count)
        {
            _places.Add(Place.Unstated);
        }

        return number;
    }

    private int KommuneOf(string name)
    {
        if (_kommuneByName.TryGetValue(name, out var known))
        {
            return known;
        }

        var key = NodeKeys.Kommune(name);
        var kommune = _kommuner.FindIndex(k => k.Key == key);
        if (kommune < 0)
        {
            kommune = _kommuner.Count;
            var navn = name.EndsWith("Kommune", StringComparison.Ordinal) ? name : name + " Kommune";
            _kommuner.Add((key, navn, $"{key}/aftale/graf-{Slug.Of(_name)}", name));
            AddKey(key, out _);
            AddKey(_kommuner[kommune].Aftale, out _);
        }

        _kommuneByName.Add(name, kommune);
        return kommune;
    }

    private void AddCentre(int kommune, string name)
    {
        if (!_centres.ContainsKey((kommune, name)))
        {
            var centre = NodeKeys.Shared(_kommuner[kommune].Key, NodeKind.Organisation, name);
            if (AddKey(centre, out _))
            {
                _centres.Add((kommune, name), centre);
            }
        }
    }

    /// <summary>The number of a key that nothing else has: ids that are written alike in keys are told apart by a number.</summary>
    private int KeyOf(string id, NodeKind kind, int kommune)
    {
        var key = $"{_kommuner[kommune].Key}/{kind.Info().Slug}/{Slug.Of(id)}";
        for (var twin = 1; ; twin++)
        {
            if (AddKey(twin > 1 ? $"{key}-{twin}" : key, out var number))
            {
                return number;
            }
        }
    }

    /// <returns>Whether it is new.</returns>
    private bool AddKey(string key, out int number)
    {
        var before = _keys.Count;
        number = _keys.Add(Encoding.UTF8.GetBytes(key));
        return number == before;
    }

    private void Judge(Arrow arrow)
    {
        var (upper, lower) = (StatedBy(arrow.From), StatedBy(arrow.To));
        if (TypeOf(arrow) is not { } type || arrow.From == arrow.To || !EdgeTypes.Allows(type, upper.Kind, lower.Kind))
        {
            throw new FormatException(
                $"en {(arrow.IsCoupling ? "kobling" : "kant i hierarkiet")} kan ikke gå fra {upper.Kind.Info().Navn} til "
                    + $"{lower.Kind.Info().Navn}{(arrow.From == arrow.To ? " selv" : "")}"
            );
        }
    }

    private Place StatedBy(int id) =>
        _places[id] is { IsStated: true } place
            ? place
            : throw new FormatException($"kanten peger på »{Text(_ids[id])}«, som ingen linje har");

    private EdgeType? TypeOf(Arrow arrow) => arrow.IsCoupling ? EdgeType.KoblerTil : EdgeTypes.Down(_places[arrow.From].Kind);

    /// <summary>The first statement of each stays; a coupling is the same either way.</summary>
    private void KeepEachEdgeOnce()
    {
        var seen = new HashSet<(int, int, bool)>(_arrows.Count);
        _arrows.RemoveAll(a => !seen.Add(a.IsCoupling ? (Math.Min(a.From, a.To), Math.Max(a.From, a.To), true) : (a.From, a.To, false)));
    }

    private IEnumerable<Node> OwnNodes(CancellationToken ct)
    {
        using var stream = _open();
        using var lines = new LineReader(stream);
        while (NextNode(lines) is { } node)
        {
            ct.ThrowIfCancellationRequested();
            yield return node;
        }
    }

    private Node? NextNode(LineReader lines)
    {
        while (lines.Next(out var line))
        {
            if (lines.Number >= _isNode.Count)
            {
                throw Changed();
            }

            if (_isNode[lines.Number])
            {
                return NodeOf(GraphLine.Of(line), lines.Number);
            }
        }

        return null;
    }

    private Node NodeOf(in GraphLine line, int number)
    {
        if (_ids.Find(line.Id) is var id && (id < 0 || !_places[id].IsStated))
        {
            throw Changed();
        }

        var (place, kommune, title) = (_places[id], _kommuner[_places[id].Kommune], Text(line.Title));
        var own = new Egenskab(Egenskaber.Id, Text(line.Id));
        return Of(
            Text(_keys[place.Key]),
            place.Kind,
            kommune.Key,
            kommune.Aftale,
            line.Centre.IsEmpty ? null : CentreOf(place.Kommune, Text(line.Centre)),
            new Indhold(Titel.Cut(title), title)
            {
                Tider = DeadlineOf(line.Deadline) is { } deadline ? [deadline] : [],
                Egenskaber = line.Year.IsEmpty ? [own] : [new("aar", Text(line.Year)), own],
            },
            new(_name, number, title)
        );
    }

    /// <summary>Two names may be written alike in a key, and then the first is its own.</summary>
    private string CentreOf(int kommune, string name) =>
        _centres.TryGetValue((kommune, name), out var known) ? known : NodeKeys.Shared(_kommuner[kommune].Key, NodeKind.Organisation, name);

    private Edge EdgeOf(Arrow arrow)
    {
        var from = Text(_keys[_places[arrow.From].Key]);
        return Edge.Of(
            TypeOf(arrow)!.Value,
            from,
            Text(_keys[_places[arrow.To].Key]),
            arrow.IsCoupling ? KoblingArt.Eksplicit : null,
            [
                new(
                    _kommuner[_places[arrow.From].Kommune].Aftale,
                    null,
                    null,
                    from,
                    arrow.IsCoupling ? null : Grund.Tekst,
                    arrow.IsCoupling ? Tillid.Erklaeret : Tillid.Tekst,
                    null,
                    [new(_name, arrow.Line, Text(_ids[arrow.To]))]
                ),
            ]
        );
    }

    private StoreException Changed() => new($"»{_name}« er blevet ændret, mens den blev læst. Kør kommandoen igen.");

    private static Tidsudtryk? DeadlineOf(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
        {
            return null;
        }

        var text = Text(utf8);
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new(text, day, day, Praecision.Dag)
            : throw new FormatException($"deadline »{text}« er ikke en dato som 2026-12-31");
    }

    private static Node Of(string key, NodeKind kind, string kommune, string aftale, string? centre, Indhold indhold, Herkomst? herkomst) =>
        Node.Of(key, kind, kommune, [new(aftale, null, centre, indhold, [], herkomst is null ? [] : [herkomst])]);

    private static Egenskab Skrevet(string navn) => new(Egenskaber.Skrevet, navn);

    private static string Text(ReadOnlySpan<byte> utf8) => Encoding.UTF8.GetString(utf8);

    /// <summary>16 bytes of a hash: what a file of another day stated is held against it, a key at a time.</summary>
    private static UInt128 Identity(string text)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }

    /// <param name="Key">The number of its key.</param>
    private readonly record struct Place(int Kommune, NodeKind Kind, int Key)
    {
        public static readonly Place Unstated = new(-1, default, -1);

        public bool IsStated => Key >= 0;
    }

    /// <summary>An edge: the numbers of its ends' ids.</summary>
    private readonly record struct Arrow(int From, int To, int Line, bool IsCoupling);
}
