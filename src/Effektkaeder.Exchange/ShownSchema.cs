using Effektkaeder.Domain;

namespace Effektkaeder.Exchange;

/// <summary>
/// What people ask the graph by, as in a store on a server: each of a kind by its key and its name, all by the words of names.
/// </summary>
internal static class ShownSchema
{
    public static IEnumerable<string> Of(NodeKind kind)
    {
        var (code, snake) = (kind.Info().Code, kind.Info().Snake);
        yield return $"CREATE CONSTRAINT {snake}_key IF NOT EXISTS FOR (n:{code}) REQUIRE n.{Faktablad.Noegle} IS UNIQUE;";
        yield return $"CREATE INDEX {snake}_name IF NOT EXISTS FOR (n:{code}) ON (n.{Faktablad.Navn});";
    }

    /// <summary>The full text, of the kinds that are there; nothing where none is.</summary>
    public static IEnumerable<string> Names(Graf graf)
    {
        var kinds = graf.Nodes.Select(n => n.Kind).Distinct().Order().Select(k => k.Info().Code).ToList();
        if (kinds.Count > 0)
        {
            yield return $"CREATE FULLTEXT INDEX navne IF NOT EXISTS FOR (n:{string.Join('|', kinds)}) ON EACH [n.{Faktablad.Navn}] "
                + "OPTIONS {indexConfig: {`fulltext.analyzer`: 'danish', `fulltext.eventually_consistent`: true}};";
        }
    }
}
