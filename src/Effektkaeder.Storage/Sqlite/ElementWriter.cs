using Effektkaeder.Analysis;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Sqlite.Bodies;
using Microsoft.Data.Sqlite;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>Opens and closes versions of elements, in one transaction.</summary>
internal sealed class ElementWriter : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Reading _reading;
    private readonly ElementRows _rows;
    private readonly WriteStatements _statements;
    private readonly RowSums _sums = new();
    private readonly TermNumbers _terms;

    private readonly KeyNumbers _keys;

    /// <param name="reading">With the terms of who writes, and of nobody else.</param>
    /// <param name="known">Numbers of keys that are known to be in the file.</param>
    public ElementWriter(Reading reading, Dictionary<string, long> known)
    {
        (_connection, _reading, _rows) = (reading.Connection, reading, new(reading));
        (_statements, _terms, _keys) = (new(_connection), reading.Terms.Edit(_connection), new(_connection, known));
    }

    /// <summary>Its body, on any thread; null where it has texts that have no number yet, which are given one when it is put.</summary>
    public byte[]? Body(Node node) => Known(termOf => NodeBody.Write(node, termOf));

    /// <inheritdoc cref="Body(Node)"/>
    public byte[]? Body(Edge edge) => Known(termOf => EdgeBody.Write(edge, termOf));

    public void Put(NodeRow row, long from, long? until = null)
    {
        var (node, indhold) = (row.Node, row.Node.Indhold);
        var (key, body) = (_keys.Of(node.Key), row.Body ?? NodeBody.Write(node, _terms.Of));
        var (kommune, center, owner, art) = (
            _terms.Of(node.Kommune),
            _terms.OfOptional(node.Vist.Center),
            _terms.OfOptional(Udsnit.OwnCenter(node)),
            _terms.OfOptional(indhold.Art)
        );
        var sum = _sums.Node(key, (int)node.Kind, row.Flags, kommune, center, owner, art, row.FirstDay, indhold.Titel, row.Tekst, body);
        var id = _statements.Node.Insert(
            key,
            (int)node.Kind,
            row.Flags,
            kommune,
            center,
            owner,
            art,
            row.FirstDay,
            indhold.Titel,
            row.Tekst,
            body,
            sum,
            from,
            StoredFact.Of(row.Fact, sum)
        );
        foreach (var (first, last) in row.Days)
        {
            _statements.Time.Run(id, first, last);
        }

        if (until is not null)
        {
            _statements.CloseNode(id, [], until.Value);
            return;
        }

        _statements.Words.Run(id, row.Titelord, row.Andetord);
        foreach (var udsagn in node.Udsagn)
        {
            _statements.Statement.Run(_terms.Of(udsagn.Aftale), 0, id);
        }
    }

    /// <param name="body">As <see cref="Body(Edge)"/> gave it.</param>
    public void Put(Edge edge, long from, long? until = null, byte[]? body = null)
    {
        var (start, end) = (_keys.Of(edge.From), _keys.Of(edge.To));
        body ??= EdgeBody.Write(edge, _terms.Of);
        var (type, art, afgoerelse) = ((int)edge.Type, (int?)edge.Art, (int?)edge.Afgoerelse);
        var sum = _sums.Edge(type, start, end, art, afgoerelse, body);
        var fact = StoredFact.Of(ElementFacts.Of(edge.Grund), sum);
        var id = _statements.Edge.Insert(type, start, end, art, afgoerelse, body, sum, from, fact);
        if (until is not null)
        {
            _statements.CloseEdge(id, [], until.Value);
            return;
        }

        foreach (var udsagn in edge.Udsagn)
        {
            _statements.Statement.Run(_terms.Of(udsagn.Aftale), 1, id);
        }
    }

    public void CloseNode(string key, long revision)
    {
        if (_keys.Find(key) is { } number && _statements.CurrentNode(number) is { } id)
        {
            _statements.CloseNode(id, _rows.Node((int)id).Udsagn.Select(u => _terms.Of(u.Aftale)).Distinct(), revision);
        }
    }

    public void CloseEdge(EdgeName name, long revision)
    {
        if (
            !_keys.IsNew(name.From)
            && !_keys.IsNew(name.To)
            && _keys.Find(name.From) is { } from
            && _keys.Find(name.To) is { } to
            && _statements.CurrentEdge(from, to, (int)name.Type, (int?)name.Art, name.Type == EdgeType.KoblerTil) is { } id
        )
        {
            _statements.CloseEdge(id, _rows.Edge((int)id).Udsagn.Select(u => _terms.Of(u.Aftale)).Distinct(), revision);
        }
    }

    /// <summary>Writes a revision's checksums down, when all of it is in its place.</summary>
    public void Sum(long revision)
    {
        Set(revision, "sum", RevisionSum.Of(_reading, revision, _sums));
        Set(revision, "seal", RevisionSeal.Of(_reading, revision));
        _keys.Settle();
    }

    private byte[]? Known(Func<Func<string, int>, byte[]> write)
    {
        var areKnown = true;
        var body = write(text =>
        {
            var number = _reading.Terms.Find(text);
            areKnown &= number is not null;
            return number ?? 0;
        });
        return areKnown ? body : null;
    }

    private void Set(long revision, string column, long value)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = $"UPDATE revision SET {column} = @p1 WHERE number = @p0";
        command.Parameters.AddWithValue("@p0", revision);
        command.Parameters.AddWithValue("@p1", value);
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        _statements.Dispose();
        _rows.Dispose();
        _terms.Dispose();
        _keys.Dispose();
    }
}

/// <summary>An edge's key in its parts.</summary>
internal readonly record struct EdgeName(EdgeType Type, KoblingArt? Art, string From, string To)
{
    public static EdgeName Of(Edge edge) => new(edge.Type, edge.Art, edge.From, edge.To);

    /// <returns>Null where the text is no edge's key.</returns>
    public static EdgeName? Parse(string key)
    {
        if (key.Split(' ') is not [var head, var from, var to])
        {
            return null;
        }

        var (code, art) = head.Split(':', 2) is [var before, var after] ? (before, after) : (head, null);
        return EdgeTypes.Find(code) is not { } info ? null
            : art is null ? new(info.Type, null, from, to)
            : Enum.TryParse<KoblingArt>(art, ignoreCase: true, out var parsed) ? new(info.Type, parsed, from, to)
            : null;
    }
}
