using Effektkaeder.Api.Fields;
using Effektkaeder.Api.Requests;
using Effektkaeder.GraphQL;
using Effektkaeder.GraphQL.Errors;
using Effektkaeder.GraphQL.Limits;
using Effektkaeder.GraphQL.TypeSystem;

namespace Effektkaeder.Api;

/// <summary>The public contract of <c>schema/effektkaeder.graphql</c> with a resolver for each of its fields.</summary>
public static class EffektkaederApi
{
    public static string Sdl { get; } = Read("effektkaeder.graphql");

    /// <summary>An engine over the contract; requests bring an <see cref="ApiContext"/>.</summary>
    /// <param name="onInternalError">Told of every failure that the client sees as an internal error alone.</param>
    public static GraphQLEngine Engine(GraphQLLimits? limits = null, Action<Exception, GraphQLError>? onInternalError = null)
    {
        var bound = Schema
            .FromSdl(Sdl)
            .Bind(b =>
            {
                Leaves.Bind(b);
                NodeFields.Bind(b);
                LinkFields.Bind(b);
                PropertyFields.Bind(b);
                ConnectionFields.Bind(b);
                StatementFields.Bind(b);
                ImpactFields.Bind(b);
                QueryFields.Bind(b);
                MatrixFields.Bind(b);
                ListFields.Bind(b);
                CountFields.Bind(b);
                ScenarioFields.Bind(b);
                FollowUpFields.Bind(b);
                YearFields.Bind(b);
                CompareFields.Bind(b);
                MutationFields.Bind(b);
                EditFields.Bind(b);
                RevisionFields.Bind(b);
                SubscriptionFields.Bind(b);
            });
        return new GraphQLEngine(bound, limits ?? Limits) { OnInternalError = onInternalError, Texts = EngineTexts.Danish };
    }

    /// <summary>Fields that look at much of the graph weigh accordingly.</summary>
    public static GraphQLLimits Limits { get; } =
        new()
        {
            MaxCost = 1_000_000,
            FieldWeights = new Dictionary<string, int>(StringComparer.Ordinal)
            {
                ["Query.paavirkning"] = 500,
                ["Query.stier"] = 500,
                ["Query.kontrol"] = 1000,
                ["Query.pointtavle"] = 1000,
                ["Query.tegning"] = 2000,
                ["Query.soeg"] = 50,
                ["Query.kritiske"] = 1000,
                ["Query.alleKanter"] = 500,
                ["Query.maalbillede"] = 500,
                ["Scenarie.paavirkning"] = 100,
                ["Query.forskel"] = 2000,
                ["Query.opfoelgningsforslag"] = 500,
                ["Query.kalender"] = 1000,
                ["Query.stilling"] = 500,
                ["Query.afholdteOpfoelgninger"] = 2000,
                ["Forskel.paavirkning"] = 500,
                ["Forskel.nytRoerer"] = 500,
                ["Query.optaelling"] = 500,
                ["Query.daekning"] = 500,
                ["Organisation.forventes"] = 100,
                ["Rolle.forventes"] = 100,
            },
            // How many neighbours of the sort a node may have: the hubs decide, not the mean. Four of any sort inside each other, or six
            // along the hierarchy's five steps, are beyond the limit.
            InputWeights = new Dictionary<string, int>(StringComparer.Ordinal)
            {
                ["KnudeFilter.naboer"] = 40,
                ["KnudeFilter.koblinger"] = 12,
                ["KnudeFilter.boern"] = 12,
                ["KnudeFilter.foraeldre"] = 8,
            },
        };

    /// <summary>The documents that requests may name instead of sending: the cookbook's.</summary>
    public static IReadOnlyDictionary<string, string> TrustedDocuments => Kogebog.TrustedDocuments;

    internal static string Read(string name)
    {
        using var reader = new StreamReader(typeof(EffektkaederApi).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
