using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Storage.Neo4j.Bodies;
using Effektkaeder.Storage.Neo4j.Cypher;
using Effektkaeder.Storage.Neo4j.Http;
using Xunit;

namespace Effektkaeder.Storage.Contract.Neo4j;

/// <summary>What the server keeps of an element, as text: once, and never read as another.</summary>
[Collection(Neo4jEngine.Turns)]
public sealed class BodyTests
{
    private static readonly string[] Texts =
    [
        "Trivsel",
        "ÆRLIGHED på Åen, Øer & Ælv",
        "»Sunde overgange« – § 11, stk. 3 — 50 % … „citat“",
        "to  mellemrum ",
        "Café, naïv, Müller, ĞÖÇ İstanbul ıs",
        "ΟΔΥΣΣΕΥΣ Σ",
        "linje\nskift\tog\u00A0fast",
        "e\u0301n og a\u030A",
        "ẞtraße ﬁ Ǆ",
        "😀 smil",
        "",
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_server_folds_a_text_as_everyone_does_or_has_it_folded_beside()
    {
        using var api = new QueryApi(await Neo4jServer.OptionsAsync(Ct));
        var folded = await api.ReadAsync(
            new(
                $"UNWIND $texts AS n RETURN {FoldCypher.Titel("n")}, {FoldCypher.Tekst("n")}",
                new Dictionary<string, object?>
                {
                    ["texts"] = Texts
                        .Select(t => new Dictionary<string, object?>
                        {
                            ["titel"] = t,
                            ["tekst"] = t,
                            ["titelFold"] = FoldCypher.Kept(t),
                            ["tekstFold"] = FoldCypher.Kept(t),
                        })
                        .ToArray(),
                }
            ),
            Ct
        );
        Assert.Equal(Texts.Select(t => (object)Fold.Of(t)), folded.Select(r => r[0]));
        Assert.Equal(Texts.Select(t => (object)Fold.Of(t)), folded.Select(r => r[1]));
        Assert.Equal([true, true, true, false], Texts.Take(4).Select(t => FoldCypher.Kept(t) is null));
    }

    [Fact]
    public void What_stands_beside_a_body_or_earlier_in_it_is_not_said_again()
    {
        var node = Given.Node(NodeKind.Indsats, "trivsel", Given.Says("Trivsel for alle børn", "Hvert barn skal have voksne om sig."));
        var body = NodeBody.Write(node);
        Assert.DoesNotContain("Trivsel", body, StringComparison.Ordinal);
        Assert.DoesNotContain(Given.Aftale, body, StringComparison.Ordinal);
        Assert.Equal(node.Udsagn, Read(body, node));

        string[] many = [.. Enumerable.Range(0, 40).Select(i => $"by/aftale/nr-{i}")];
        var said = Node.Of(node.Key, node.Kind, "by", many.Select(a => Given.Statement(a, node.Indhold)));
        Assert.StartsWith("!", NodeBody.Write(said), StringComparison.Ordinal);
        Assert.True(NodeBody.Write(said).Length < ElementBodies.WriteStatements(said).Length / 10);
        Assert.Equal(said.Udsagn, Read(NodeBody.Write(said), said));
    }

    [Fact]
    public void A_body_cut_short_or_lengthened_is_none()
    {
        foreach (var tekst in new[] { "Kort", string.Join(' ', Enumerable.Range(0, 400)) })
        {
            var node = Given.Node(NodeKind.Indsats, "x", Given.Says("X", tekst) with { Betinget = tekst + "!", Aliaser = ["a", ""] });
            var body = NodeBody.Write(node);
            Assert.Equal(node.Udsagn, Read(body, node));
            for (var length = 0; length < body.Length; length++)
            {
                Assert.Throws<InvalidDataException>(() => Read(body[..length], node));
            }

            Assert.Throws<InvalidDataException>(() => Read(body + "1 ", node));
        }
    }

    [Fact]
    public void What_a_revision_touched_names_each_end_once()
    {
        var change = ChangeCypher.Of(["by/a", "by/b"], ["OMFATTER by/a by/b", "KOBLER_TIL:omtale by/b by/c", "OMFATTER by/c by/a"]);
        Assert.Equal(["OMFATTER", "KOBLER_TIL:omtale"], change.Types);
        Assert.Equal(["by/c"], change.Ends);
        Assert.Equal([0, 0, 1, 1, 1, 2, 0, 2, 0], change.Edges);
    }

    private static ValueList<Udsagn> Read(string body, Node node) =>
        NodeBody.Read(body, node.Titel, node.Indhold.Tekst, node.Vist.Center, node.Udsagn.Select(u => u.Aftale));
}
