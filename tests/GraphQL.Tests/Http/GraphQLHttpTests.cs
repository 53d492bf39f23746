using System.Text;
using Effektkaeder.GraphQL.Http;
using Effektkaeder.GraphQL.Tests.Execution;
using Xunit;

namespace Effektkaeder.GraphQL.Tests.Http;

public sealed class GraphQLHttpTests
{
    private const string GraphQLJson = "application/graphql-response+json";
    private const string Json = "application/json";

    private static GraphQLHttp Server(GraphQLHttpOptions? options = null) =>
        new(
            TestEngine
                .Over(
                    "type Query { a(n: Int): String fails: Int t(s: String): String } type Mutation { m: Int } type Subscription { "
                        + "s: Int }",
                    bind =>
                        bind.Field<object?>("Query", "a", (_, context) => $"å{context.Arguments.Get<int>("n")}")
                            .Field<object?>("Query", "fails", _ => throw new InvalidOperationException("secret"))
                            .Subscription("s", _ => Events())
                )
                .Engine,
            options
        );

    private static async IAsyncEnumerable<object?> Events()
    {
        yield return 1;
        await Task.Yield();
        yield return 2;
    }

    private static async Task<GraphQLHttpResponse> PostAsync(
        string body,
        string? accept = GraphQLJson,
        string? contentType = Json,
        GraphQLHttpOptions? options = null
    ) => await Server(options).HandleAsync(new GraphQLHttpRequest("POST", contentType, accept, [], Encoding.UTF8.GetBytes(body)));

    private static async Task<GraphQLHttpResponse> GetAsync(string? accept, params (string Key, string Value)[] query) =>
        await Server()
            .HandleAsync(
                new GraphQLHttpRequest(
                    "GET",
                    null,
                    accept,
                    query.Select(pair => KeyValuePair.Create(pair.Key, pair.Value)).ToArray(),
                    default
                )
            );

    private static string Text(GraphQLHttpResponse response) => Encoding.UTF8.GetString(response.Body.Span);

    [Theory]
    [InlineData(null, Json)]
    [InlineData("", Json)]
    [InlineData("*/*", Json)]
    [InlineData("application/*", Json)]
    [InlineData(Json, Json)]
    [InlineData("application/json; charset=utf-8", Json)]
    [InlineData(GraphQLJson, GraphQLJson)]
    [InlineData("Application/GraphQL-Response+JSON", GraphQLJson)]
    [InlineData("text/html, application/graphql-response+json, application/json;q=0.9", GraphQLJson)]
    [InlineData("application/json;q=0.5, application/graphql-response+json;q=0.8", GraphQLJson)]
    [InlineData("application/json, application/graphql-response+json", Json)]
    public async Task Answers_in_the_type_that_is_accepted(string? accept, string type)
    {
        var response = await PostAsync("{\"query\":\"{a}\"}", accept);
        Assert.Equal((200, type + "; charset=utf-8"), (response.Status, response.ContentType));
        Assert.Equal("{\"data\":{\"a\":\"å0\"}}", Text(response));
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/json;q=0")]
    [InlineData("application/json;charset=latin1")]
    public async Task Refuses_to_answer_in_other_types(string accept) =>
        Assert.Equal(406, (await PostAsync("{\"query\":\"{a}\"}", accept)).Status);

    [Theory]
    [InlineData("{\"query\":\"{\"}", 400)]
    [InlineData("{\"query\":\"{b}\"}", 400)]
    [InlineData("{\"query\":\"query($n:Int!){a(n:$n)}\"}", 400)]
    [InlineData("{\"query\":\"query A{a} query B{a}\"}", 400)]
    [InlineData("{\"query\":\"query A{a}\",\"operationName\":\"B\"}", 400)]
    [InlineData("{\"query\":\"{fails}\"}", 200)]
    public async Task The_status_of_a_refused_document_goes_by_the_accepted_type(string body, int status)
    {
        var modern = await PostAsync(body);
        Assert.Equal(status, modern.Status);
        Assert.Equal(status == 400, !Text(modern).Contains("\"data\"", StringComparison.Ordinal));
        Assert.DoesNotContain("secret", Text(modern), StringComparison.Ordinal);
        Assert.Equal(200, (await PostAsync(body, Json)).Status);
    }

    [Theory]
    [InlineData("", "not JSON")]
    [InlineData("{\"query\":", "not JSON")]
    [InlineData("{} x", "not JSON")]
    [InlineData("\"text\"", "not a JSON object")]
    [InlineData("[{\"query\":\"{a}\"}]", "several requests at once")]
    [InlineData("{}", "no document")]
    [InlineData("{\"query\":null}", "no document")]
    [InlineData("{\"query\":1}", "\"query\" must be text")]
    [InlineData("{\"query\":\"{a}\",\"operationName\":1}", "\"operationName\" must be text")]
    [InlineData("{\"query\":\"{a}\",\"variables\":[]}", "\"variables\" must be an object")]
    [InlineData("{\"query\":\"{a}\",\"extensions\":\"x\"}", "\"extensions\" must be an object")]
    [InlineData("{\"query\":\"\\ud800\"}", "surrogate")]
    [InlineData("{\"\\udc00\":\"x\",\"query\":\"{a}\"}", "surrogate")]
    public async Task Wrong_parameters_are_400_in_either_type(string body, string message)
    {
        foreach (var accept in (string[])[Json, GraphQLJson])
        {
            var response = await PostAsync(body, accept);
            Assert.Equal(400, response.Status);
            Assert.StartsWith(accept, response.ContentType, StringComparison.Ordinal);
            Assert.Contains(message.Replace("\"", "\\\"", StringComparison.Ordinal), Text(response), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("{\"s\":\"\\ud800\"}")]
    [InlineData("{\"s\":{\"\\udc00x\":1}}")]
    [InlineData("{\"s\":[\"a\",\"\\udc00\"]}")]
    public async Task Half_a_surrogate_pair_in_a_variable_is_refused(string variables)
    {
        var response = await PostAsync($"{{\"query\":\"query ($s: String) {{ t(s: $s) }}\",\"variables\":{variables}}}");
        Assert.Equal(400, response.Status);
        Assert.Contains("BAD_REQUEST", Text(response), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Variables_nested_without_bound_are_refused()
    {
        var deep = new string('[', 100_000) + new string(']', 100_000);
        Assert.Equal(400, (await PostAsync($"{{\"query\":\"{{a}}\",\"variables\":{{\"v\":{deep}}}}}")).Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=latin1")]
    public async Task A_post_must_be_JSON_in_UTF_8(string? contentType) =>
        Assert.Equal(415, (await PostAsync("{\"query\":\"{a}\"}", contentType: contentType)).Status);

    [Theory]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json;charset=\"UTF-8\"")]
    [InlineData("Application/JSON")]
    public async Task And_may_say_so(string contentType) =>
        Assert.Equal(
            200,
            (
                await PostAsync(
                    "{\"query\":\"{a}\",\"variables\":null,\"extensions\":{},\"operationName\":null,\"x\":1}",
                    contentType: contentType
                )
            ).Status
        );

    [Fact]
    public async Task Get_takes_queries_alone()
    {
        Assert.Equal(
            "{\"data\":{\"a\":\"å7\"}}",
            Text(await GetAsync(null, ("query", "query ($n: Int) { a(n: $n) }"), ("variables", "{\"n\":7}")))
        );
        var mutation = await GetAsync(Json, ("query", "mutation { m }"));
        Assert.Equal((405, "POST"), (mutation.Status, mutation.Allow));
        Assert.Equal(400, (await GetAsync(null)).Status);
        Assert.Equal(400, (await GetAsync(null, ("query", "{a}"), ("variables", "[]"))).Status);
        Assert.Equal(400, (await GetAsync(null, ("query", "{a}"), ("query", "{a}"))).Status);
        Assert.Equal(200, (await GetAsync(null, ("query", "{a} mutation M { m }"), ("operationName", ""))).Status);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("HEAD")]
    public async Task Other_methods_are_refused(string method)
    {
        var response = await Server().HandleAsync(new GraphQLHttpRequest(method, Json, Json, [], default));
        Assert.Equal((405, "GET, POST"), (response.Status, response.Allow));
    }

    [Fact]
    public async Task Tells_its_schema()
    {
        var response = await GetAsync(null, ("sdl", ""));
        Assert.Equal(200, response.Status);
        Assert.StartsWith("type Query {\n  a(n: Int): String\n", Text(response), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Subscriptions_are_streams_of_events()
    {
        var response = await PostAsync("{\"query\":\"subscription { s }\"}", "text/event-stream");
        Assert.Equal((200, "text/event-stream; charset=utf-8"), (response.Status, response.ContentType));
        var text = new StringBuilder();
        await foreach (var part in response.Events!)
        {
            text.Append(Encoding.UTF8.GetString(part.Span));
        }

        Assert.Equal(
            "event: next\ndata: {\"data\":{\"s\":1}}\n\nevent: next\ndata: {\"data\":{\"s\":2}}\n\nevent: complete\ndata:\n\n",
            text.ToString()
        );
        Assert.Equal(400, (await PostAsync("{\"query\":\"subscription { x }\"}", "text/event-stream")).Status);
        Assert.Equal(400, (await PostAsync("{\"query\":\"subscription { s }\"}")).Status);
    }

    [Fact]
    public async Task A_query_may_be_streamed_too()
    {
        var response = await PostAsync("{\"query\":\"{ a }\"}", "text/event-stream");
        var events = new List<string>();
        await foreach (var part in response.Events!)
        {
            events.Add(Encoding.UTF8.GetString(part.Span));
        }

        Assert.Equal(["event: next\ndata: {\"data\":{\"a\":\"å0\"}}\n\n", "event: complete\ndata:\n\n"], events);
    }

    [Fact]
    public async Task Trusted_documents_go_by_name_or_hash()
    {
        var options = new GraphQLHttpOptions { TrustedDocuments = TrustedDocuments.From([KeyValuePair.Create("first", "{ a }")]) };
        const string hash = "sha256:1a7a8c2f9a4d44b6e0f4df3b0ed7fbfa0e6c7a4e3c6a4ef1ab5d5d5e5f6f7a8b";
        var known = options.TrustedDocuments.Keys.Single(key => key.StartsWith("sha256:", StringComparison.Ordinal));
        Assert.Equal(200, (await PostAsync("{\"documentId\":\"first\"}", options: options)).Status);
        Assert.Equal(200, (await PostAsync($"{{\"documentId\":\"{known}\"}}", options: options)).Status);
        Assert.Equal(400, (await PostAsync($"{{\"documentId\":\"{hash}\"}}", options: options)).Status);
        Assert.Equal(200, (await PostAsync("{\"query\":\"{ a }\"}", options: options)).Status);
        Assert.Equal(400, (await PostAsync("{\"query\":\"{ a }\",\"documentId\":\"first\"}", options: options)).Status);
    }

    [Fact]
    public async Task A_body_may_only_be_so_large() =>
        Assert.Equal(413, (await PostAsync("{\"query\":\"{ a }\"}", options: new GraphQLHttpOptions { MaxBodyBytes = 10 })).Status);

    [Theory]
    [InlineData("{\"query\":\"{ a }\",\"query\":\"{ fails }\"}", "The body has an object with the same name twice.")]
    [InlineData("{\"query\":\"{ a }\",\"variables\":{\"x\":{\"y\":1,\"y\":2}}}", "The body has an object with the same name twice.")]
    [InlineData("{\"query\":", "The body is not JSON.")]
    [InlineData("", "The body is not JSON.")]
    [InlineData("{\"query\":\"{ a }\",\"\\ud800\":1}", "The body holds half a surrogate pair, which is no text.")]
    public async Task A_body_that_cannot_be_read_says_why(string body, string reason)
    {
        using var response = await PostAsync(body);
        Assert.Equal(400, response.Status);
        Assert.Contains($"\"{reason}\"", Text(response), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_is_not_UTF8_or_nests_too_deep_says_so()
    {
        using var bytes = await Server()
            .HandleAsync(new GraphQLHttpRequest("POST", Json, GraphQLJson, [], Encoding.Latin1.GetBytes("{\"query\":\"{ a(å) }\"}")));
        Assert.Contains("The body is not UTF-8.", Text(bytes), StringComparison.Ordinal);
        var nested = string.Concat(Enumerable.Repeat("[", 100)) + string.Concat(Enumerable.Repeat("]", 100));
        using var deep = await PostAsync($"{{\"query\":\"{{ a }}\",\"variables\":{{\"x\":{nested}}}}}");
        Assert.Contains("The body nests 102 levels deep; at most 64 are taken.", Text(deep), StringComparison.Ordinal);
        using var byGet = await GetAsync(GraphQLJson, ("query", "{ a }"), ("variables", "{"));
        Assert.Contains("is not JSON.", Text(byGet), StringComparison.Ordinal);
    }
}
