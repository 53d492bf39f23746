using System.Globalization;
using Effektkaeder.GraphQL;
using Effektkaeder.GraphQL.Errors;
using Effektkaeder.GraphQL.Host;
using Effektkaeder.GraphQL.Http;
using Effektkaeder.GraphQL.Language;
using Effektkaeder.GraphQL.TypeSystem;

// Usage: FILE.graphql [--port N]. Serves /graphql on loopback; port 0 takes a free one. Prints the address when it listens.
if (args.Length is not (1 or 3) || (args.Length == 3 && args[1] != "--port"))
{
    Console.Error.WriteLine("Usage: GraphQL.Host FILE.graphql [--port N]");
    return 2;
}

Schema schema;
try
{
    schema = Schema.FromSdl(File.ReadAllText(args[0]));
}
catch (Exception exception) when (exception is SchemaException or GraphQLSyntaxException or IOException)
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}

var port = args.Length == 3 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 5080;
var http = new GraphQLHttp(new GraphQLEngine(GenericResolvers.Bind(schema)));

var builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, port));
var app = builder.Build();
app.Map("/graphql", (HttpContext context) => HttpAdapter.AnswerAsync(http, context));
await app.StartAsync();
Console.WriteLine($"{app.Urls.First()}/graphql");
await app.WaitForShutdownAsync();
return 0;
