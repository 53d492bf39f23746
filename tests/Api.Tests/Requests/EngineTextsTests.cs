using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using Effektkaeder.Api.Requests;
using Effektkaeder.GraphQL;
using Xunit;

namespace Effektkaeder.Api.Tests.Requests;

/// <summary>What the engine refuses is told in Danish, as the rest is.</summary>
public sealed class EngineTextsTests(SeedGraph seed)
{
    [Theory]
    [InlineData("{ alleNoder { nodes { titl } } }", "VALIDATION Typen »Knude« har intet felt »titl«. Mente du »titel«?")]
    [InlineData(
        "{ node(id: \"x\") { titel } }",
        "VALIDATION Typen »Node« har intet felt »titel«. "
            + "Mente du et fragment på »Knude«, »Aftale«, »Bidrag«, »Dokumentation« eller »Effekt«?"
    )]
    [InlineData(
        "{ kontrol(koder: [INGEN_BASELIN]) { kode } }",
        "VALIDATION »Kontrolkode« har ingen værdi »INGEN_BASELIN«. Mente du »INGEN_BASELINE« eller »INGEN_ANSVARLIG«?"
    )]
    [InlineData(
        "{ kontrol(koder: \"INGEN_BASELINE\") { kode } }",
        "VALIDATION »Kontrolkode« er et af sine navne, ikke \"INGEN_BASELINE\". Mente du »INGEN_BASELINE«?"
    )]
    [InlineData("{ knude { titel } }", "VALIDATION Argumentet »Query.knude(id:)« af typen »ID!« skal gives.")]
    [InlineData(
        "{ alleNoder(foerst: 2) { totalCount } }",
        "VALIDATION Feltet »Query.alleNoder« har intet argument »foerst«. Mente du »first«?"
    )]
    [InlineData(
        "{ alleNoder }",
        "VALIDATION Feltet »alleNoder« er af typen »KnudeConnection!«: sig, hvad der skal vælges af det, som »alleNoder { … }«."
    )]
    [InlineData("query($x: Int) { kontroller { kode } }", "VALIDATION Variablen »$x« bruges ikke.")]
    [InlineData("{ kontroller { kode } ", "SYNTAX Her skal stå et navn, ikke slutningen.")]
    [InlineData("query 1", "SYNTAX Her skal stå \"{\", ikke tallet 1.")]
    [InlineData(
        "{ a: kontroller { kode } a: revisioner { nummer } }",
        "VALIDATION Felterne »a« kan ikke begge svare: »kontroller« og »revisioner« er forskellige felter. "
            + "Giv det ene et alias, hvis begge ønskes."
    )]
    [InlineData("query($x: Int!) { alleNoder(first: $x) { totalCount } }", "BAD_REQUEST $x skal gives: den er af typen »Int!«.")]
    public async Task A_question_that_cannot_be_asked_is_refused_in_Danish(string query, string told)
    {
        var (message, code) = await seed.Api.ErrorAsync(query);
        Assert.Equal(told, $"{code} {message}");
    }

    [Fact]
    public void Every_sentence_of_the_table_is_one_that_the_engine_still_says()
    {
        using var assembly = new PEReader(File.OpenRead(typeof(GraphQLEngine).Assembly.Location));
        var metadata = assembly.GetMetadataReader();
        var said = new HashSet<string>(StringComparer.Ordinal);
        for (var at = MetadataTokens.UserStringHandle(0); !at.IsNil || said.Count == 0; at = metadata.GetNextHandle(at))
        {
            said.Add(metadata.GetUserString(at));
        }

        Assert.DoesNotContain(EngineTexts.Danish.Keys, sentence => !Pieces(sentence).All(said.Contains));
    }

    [Fact]
    public void A_sentence_has_the_same_places_in_both_languages() =>
        Assert.All(EngineTexts.Danish, text => Assert.Equal(Places(text.Key), Places(text.Value)));

    /// <summary>What the compiler keeps of an interpolated string: the words between its places.</summary>
    private static IEnumerable<string> Pieces(string sentence) =>
        System
            .Text.RegularExpressions.Regex.Split(sentence, @"\{\d\}")
            .Where(piece => piece.Length > 0)
            .Select(piece => piece.Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal));

    private static IEnumerable<string> Places(string sentence) =>
        System.Text.RegularExpressions.Regex.Matches(sentence, @"\{\d\}").Select(place => place.Value).Order(StringComparer.Ordinal);
}
