using System.Globalization;
using Effektkaeder.Application.Editing;
using Effektkaeder.Application.Following;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;
using Effektkaeder.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Effektkaeder.Web.Endpoints;

/// <summary>
/// Follow-ups: the form, the proposal that comes of it, and its decision. Plain forms, which need no script; that they are sent from our
/// own pages is the guard's to see to.
/// </summary>
internal static class FollowUpEndpoints
{
    public static void MapFollowUps(this IEndpointRouteBuilder routes, WebOptions options)
    {
        routes.MapGet(
            "/opfoelgning",
            async (string? om, string? noegle, string? tid, CancellationToken ct) =>
            {
                var graph = await options.Store.NewestAsync(ct);
                return noegle is not null ? await ProposalAsync(options, graph, NodeId.KeyOf(noegle), [], ct)
                    : om is not null ? await FormAsync(graph, NodeId.KeyOf(om), tid, null, ct)
                    : new RazorComponentResult<FollowUpsPage>(new { Graph = graph, options.Store });
            }
        );
        routes.MapPost("/opfoelgning/skriv", (HttpContext context, CancellationToken ct) => WriteAsync(options, context, ct));
        routes.MapPost("/opfoelgning/afgoer", (HttpContext context, CancellationToken ct) => DecideAsync(options, context, ct));
    }

    private static async Task<IResult> FormAsync(
        IGraph graph,
        string key,
        string? time,
        IFormCollection? sent,
        CancellationToken ct,
        string? error = null
    )
    {
        var owner = (await graph.NodesAsync([key], ct)).FirstOrDefault(n =>
            n.Kind is NodeKind.Indsats or NodeKind.Bidrag or NodeKind.Effekt
        );
        return owner is null
            ? NotFoundPage.Of($"Indsatsen eller bidraget »{key}«")
            : new RazorComponentResult<FollowUpFormPage>(
                new
                {
                    Graph = graph,
                    Owner = owner,
                    Time = time,
                    Sent = sent?.ToDictionary(f => f.Key, f => f.Value.ToString()),
                    Error = error,
                }
            );
    }

    private static async Task<IResult> ProposalAsync(
        WebOptions options,
        IGraph graph,
        string key,
        IReadOnlyList<EditError> errors,
        CancellationToken ct
    ) =>
        await new ReadFollowUp(options.Store, graph).FindAsync(key, ct) is not { } svar
            ? NotFoundPage.Of($"Den afholdte opfølgning »{key}«")
            : new RazorComponentResult<ProposalPage>(
                new
                {
                    Svar = svar,
                    graph.Revision,
                    Errors = errors,
                }
            );

    private static async Task<IResult> WriteAsync(WebOptions options, HttpContext context, CancellationToken ct)
    {
        var form = await context.Request.ReadFormAsync(ct);
        var om = form["om"].ToString();
        var fields = Opfoelgningsskema.Labels.ToDictionary(l => l, l => (string?)form[l].ToString());
        try
        {
            var report = await new WriteForm(options.Store, options.Time).WriteAsync(om, fields, options.Author, dryRun: false, ct);
            if (report.Opfoelgninger is [var held, ..])
            {
                return TypedResults.Redirect($"/opfoelgning?noegle={Uri.EscapeDataString(held.Opfoelgning.Key)}");
            }

            return await FormAsync(await options.Store.NewestAsync(ct), om, null, form, ct, report.Sagt);
        }
        catch (FormatException e)
        {
            return await FormAsync(await options.Store.NewestAsync(ct), om, null, form, ct, e.Message);
        }
    }

    private static async Task<IResult> DecideAsync(WebOptions options, HttpContext context, CancellationToken ct)
    {
        var form = await context.Request.ReadFormAsync(ct);
        var key = form["noegle"].ToString();
        var chosen = new List<Linjevalg>();
        foreach (var (name, value) in form.Where(f => f.Key.StartsWith("linje", StringComparison.Ordinal)))
        {
            if (value.ToString() is "accepter" or "afvis" && int.TryParse(name["linje".Length..], CultureInfo.InvariantCulture, out var nr))
            {
                chosen.Add(
                    new(nr, value.ToString() == "accepter")
                    {
                        Om = Filled(form, $"om{nr}"),
                        Til = Filled(form, $"til{nr}"),
                        Tekst = Filled(form, $"tekst{nr}"),
                        Begrundelse = Filled(form, $"hvorfor{nr}"),
                    }
                );
            }
        }

        var seen = long.TryParse(form["revision"], CultureInfo.InvariantCulture, out var revision) ? revision : (long?)null;
        var outcome = await new DecideFollowUp(options.Store, options.Time).DecideAsync(key, chosen, seen, options.Author, ct);
        return outcome.Errors.Count == 0
            ? TypedResults.Redirect($"/opfoelgning?noegle={Uri.EscapeDataString(key)}")
            : await ProposalAsync(options, await options.Store.NewestAsync(ct), key, outcome.Errors, ct);
    }

    private static string? Filled(IFormCollection form, string name) => form[name].ToString().Trim() is { Length: > 0 } text ? text : null;
}
