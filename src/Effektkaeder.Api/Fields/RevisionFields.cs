using Effektkaeder.Api.Requests;
using Effektkaeder.Application;
using Effektkaeder.Application.Changing;
using Effektkaeder.Application.Editing;
using Effektkaeder.Domain;
using Effektkaeder.GraphQL.Errors;
using Effektkaeder.GraphQL.Execution.Binding;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Api.Fields;

/// <summary>What undoes: a revision, or all that an agreement states.</summary>
internal static class RevisionFields
{
    public static void Bind(SchemaBinder b)
    {
        b.Field("Mutation", "fortrydRevision", async c => [await RunAsync(() => UndoAsync(c))]);
        b.Field("Mutation", "fjernAftale", async c => [await RunAsync(() => RemoveAsync(c))]);
    }

    private static Task<(Revision? Revision, ChangeList Changes)> UndoAsync(BatchContext context)
    {
        var api = context.Service<ApiContext>();
        return new UndoRevision(api.Store, api.Time).UndoAsync(
            context.Arguments.Get<int>("nummer"),
            api.Author,
            context.Arguments.Get<bool>("proeve"),
            context.CancellationToken
        );
    }

    private static async Task<(Revision? Revision, ChangeList Changes)> RemoveAsync(BatchContext context)
    {
        var api = context.Service<ApiContext>();
        return await new RemoveAgreement(api.Store, api.Time).RemoveAsync(
            await Named.NodeAsync(context, context.Arguments.Get<string>("aftale")!, NodeKind.Aftale),
            api.Author,
            context.Arguments.Get<bool>("proeve"),
            context.CancellationToken
        );
    }

    private static async Task<EditOutcome> RunAsync(Func<Task<(Revision? Revision, ChangeList Changes)>> change)
    {
        try
        {
            var (revision, changes) = await change();
            return new(revision, changes.Lines, null, null, []);
        }
        catch (GraphQLUserException e)
        {
            return Refused(e.Code, e.Message);
        }
        catch (StoreException e)
        {
            return Refused("LAGER", e.Message);
        }
    }

    private static EditOutcome Refused(string code, string message) => new(null, [], null, null, [new EditError(code, message)]);
}
