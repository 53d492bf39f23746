using Effektkaeder.Api.Requests;
using Effektkaeder.Application.Editing;
using Effektkaeder.Domain;
using Effektkaeder.GraphQL.Execution.Binding;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Api.Fields;

/// <summary>Changes by hand: each answers a payload with the user's own errors, and changes nothing where there is one.</summary>
internal static class EditFields
{
    public static void Bind(SchemaBinder b)
    {
        b.Field("Mutation", "bekraeftKobling", c => RunAsync(c, (a, i) => Decide(a, i, KoblingStatus.Bekraeftet, c.CancellationToken)));
        b.Field("Mutation", "afvisKobling", c => RunAsync(c, (a, i) => Decide(a, i, KoblingStatus.Afvist, c.CancellationToken)));
        b.Field(
            "Mutation",
            "opretKnude",
            c =>
                RunAsync(
                    c,
                    (a, i) =>
                        new EditNode(a.Store, a.Time).CreateAsync(
                            (NodeKind)i["slags"]!,
                            Text(i, "kommune")!,
                            Words(i),
                            Seen(i),
                            a.Author,
                            c.CancellationToken
                        )
                )
        );
        b.Field(
            "Mutation",
            "aendrKnude",
            c =>
                RunAsync(
                    c,
                    (a, i) =>
                        new EditNode(a.Store, a.Time).ChangeAsync(Key(i, "id"), Words(i), Seen(i)!.Value, a.Author, c.CancellationToken)
                )
        );
        b.Field(
            "Mutation",
            "fjernKnude",
            c =>
                RunAsync(
                    c,
                    (a, i) => new EditNode(a.Store, a.Time).RemoveAsync(Key(i, "id"), Seen(i)!.Value, a.Author, c.CancellationToken)
                )
        );
        b.Field(
            "Mutation",
            "opretKant",
            c =>
                RunAsync(
                    c,
                    (a, i) =>
                        new EditEdge(a.Store, a.Time).CreateAsync(
                            (EdgeType)i["type"]!,
                            Key(i, "fra"),
                            Key(i, "til"),
                            i.GetValueOrDefault("art") as KoblingArt?,
                            Text(i, "betinget"),
                            Text(i, "begrundelse"),
                            Seen(i),
                            a.Author,
                            c.CancellationToken,
                            i.GetValueOrDefault("dato") as DateOnly?
                        )
                )
        );
        b.Field(
            "Mutation",
            "fjernKant",
            c =>
                RunAsync(
                    c,
                    (a, i) => new EditEdge(a.Store, a.Time).RemoveAsync(Key(i, "kant"), Seen(i)!.Value, a.Author, c.CancellationToken)
                )
        );

        b.Field("Mutation", "afgoerKoblinger", c => RunAsync(c, (a, i) => DecideAll(a, i, c.CancellationToken)));
        foreach (var payload in new[] { "KnudePayload", "KantPayload", "RevisionPayload" })
        {
            b.Field<EditOutcome>(payload, "revision", o => o.Revision);
            b.Field<EditOutcome>(payload, "aendringer", o => o.Changes);
            b.Field<EditOutcome>(payload, "fejl", o => o.Errors);
        }
        b.Field<EditOutcome>("KnudePayload", "knude", o => o.Node);
        b.Field<EditOutcome>("KantPayload", "kant", o => o.Edge);
        b.Field<EditError>("Brugerfejl", "kode", e => e.Kode);
        b.Field<EditError>("Brugerfejl", "besked", e => e.Besked);
        b.Field<EditError>("Brugerfejl", "felt", e => e.Felt);
    }

    private static async ValueTask<IReadOnlyList<object?>> RunAsync(BatchContext context, Func<ApiContext, Dict, Task<EditOutcome>> edit)
    {
        try
        {
            return [await edit(context.Service<ApiContext>(), context.Arguments.Get<Dict>("input")!)];
        }
        catch (StoreException e)
        {
            throw ApiErrors.Store(e.Message);
        }
    }

    private static Task<EditOutcome> Decide(ApiContext api, Dict input, KoblingStatus status, CancellationToken ct) =>
        new DecideKobling(api.Store, api.Time).DecideAsync(Key(input, "kant"), status, Seen(input)!.Value, api.Author, ct);

    private static Task<EditOutcome> DecideAll(ApiContext api, Dict input, CancellationToken ct)
    {
        var decisions = Filters
            .List<Dict>(input["afgoerelser"])
            .Select(d => (Kant: Key(d, "kant"), Status: (KoblingStatus)d["status"]!))
            .DistinctBy(d => d.Kant)
            .ToList();
        Filters.Bounded("afgoerelser", decisions.Count, Filters.MaxPage);
        return new DecideKobling(api.Store, api.Time).DecideAllAsync(decisions, Seen(input)!.Value, api.Author, ct);
    }

    private static NodeWords Words(Dict input) =>
        new(
            Text(input, "tekst"),
            Text(input, "titel"),
            Text(input, "art"),
            Text(input, "betinget"),
            Text(input, "tid"),
            Text(input, "center") is { } center ? NodeId.KeyOf(center) : null
        );

    private static string? Text(Dict input, string name) => input.GetValueOrDefault(name) as string;

    private static string Key(Dict input, string name) => NodeId.KeyOf(Text(input, name)!);

    private static long? Seen(Dict input) => input.GetValueOrDefault("revision") is int seen ? seen : null;
}
