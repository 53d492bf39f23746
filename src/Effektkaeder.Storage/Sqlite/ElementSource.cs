using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Microsoft.Data.Sqlite;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>
/// Rows of elements, one by one. A row never changes once it stands, so it is read outside any transaction, by one connection that is
/// kept.
/// </summary>
internal sealed class ElementSource(SqliteDatabase database) : IDisposable
{
    private readonly Lock _gate = new();
    private SqliteConnection? _connection;
    private ElementRows? _rows;

    public Node Node(int version) => Read(rows => rows.Node(version));

    public Edge Edge(int version) => Read(rows => rows.Edge(version));

    /// <summary>What checks may look for in each node.</summary>
    public Facts Kontrolmaerker() => new(() => database.Read(ElementFacts.Kontrolmaerker, null, CancellationToken.None));

    /// <summary>Each edge's ground, see <see cref="ElementFacts.GroundOf"/>.</summary>
    public Facts Grounds() => new(() => database.Read(ElementFacts.Grounds, null, CancellationToken.None));

    /// <summary>The sort key of every version's title, of those that are alike one.</summary>
    public IReadOnlyList<(int Version, string Key)> SortKeys()
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        return database.Read(
            r => r.List("SELECT id, titel FROM node_version", row => (row.GetInt32(0), Key(row.GetString(1)))),
            null,
            CancellationToken.None
        );

        string Key(string title) => known.TryGetValue(title, out var key) ? key : known[title] = SortKey.Of(title);
    }

    public string SortKeyOf(int version) => SortKey.Of(Read(rows => rows.Title(version)));

    public void Dispose()
    {
        lock (_gate)
        {
            _rows?.Dispose();
            _connection?.Dispose();
            (_rows, _connection) = (null, null);
        }
    }

    private T Read<T>(Func<ElementRows, T> read)
    {
        lock (_gate)
        {
            try
            {
                _connection ??= database.Open();
                return read(_rows ??= new(new(_connection, database.Terms, null, CancellationToken.None)));
            }
            catch (SqliteException e)
            {
                throw database.Explain(e);
            }
            catch (DamagedRowException e)
            {
                throw database.Damaged(e);
            }
        }
    }
}
