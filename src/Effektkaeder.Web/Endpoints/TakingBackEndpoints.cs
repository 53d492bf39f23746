using System.Globalization;
using Effektkaeder.Application;
using Effektkaeder.Application.Changing;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;
using Effektkaeder.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Effektkaeder.Web.Endpoints;

/// <summary>
/// A revision is undone, an agreement withdrawn: first a page of what that would change, then the deed. Plain forms, which need no
/// script; that they are sent from our own pages is the guard's to see to.
/// </summary>
internal static class TakingBackEndpoints
{
    public static void MapTakingBack(this IEndpointRouteBuilder routes, WebOptions options)
    {
        routes.MapGet("/fortryd", (string? revision, CancellationToken ct) => UndoAsync(options, revision, dryRun: true, ct));
        routes.MapPost(
            "/fortryd",
            async (HttpContext context, CancellationToken ct) =>
                await UndoAsync(options, (await context.Request.ReadFormAsync(ct))["revision"], dryRun: false, ct)
        );
        routes.MapGet("/fjern", (string? aftale, CancellationToken ct) => RemoveAsync(options, aftale, dryRun: true, ct));
        routes.MapPost(
            "/fjern",
            async (HttpContext context, CancellationToken ct) =>
                await RemoveAsync(options, (await context.Request.ReadFormAsync(ct))["aftale"], dryRun: false, ct)
        );
    }

    private static async Task<IResult> UndoAsync(WebOptions options, string? asked, bool dryRun, CancellationToken ct)
    {
        if (
            !long.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || await options.Store.RevisionAsync(number, ct) is not { } revision
        )
        {
            return NotFoundPage.Of($"Revisionen »{asked}«");
        }

        var title = $"Fortryd revision {number}: {revision.Summary}";
        return await TakeBackAsync(
            title,
            ("revision", asked!),
            () => new UndoRevision(options.Store, options.Time).UndoAsync(number, options.Author, dryRun, ct)
        );
    }

    private static async Task<IResult> RemoveAsync(WebOptions options, string? asked, bool dryRun, CancellationToken ct)
    {
        var found = await (await options.Store.NewestAsync(ct)).NodesAsync([NodeId.KeyOf(asked ?? "")], ct);
        return found is not [{ Kind: NodeKind.Aftale, Henvist: false } aftale]
            ? NotFoundPage.Of($"Aftalen »{asked}«")
            : await TakeBackAsync(
                $"Fjern {aftale.Titel}",
                ("aftale", aftale.Key),
                () => new RemoveAgreement(options.Store, options.Time).RemoveAsync(aftale, options.Author, dryRun, ct)
            );
    }

    /// <returns>The page of what would change, or why it cannot be done; after the deed the page of what it changed.</returns>
    private static async Task<IResult> TakeBackAsync(
        string title,
        (string Name, string Value) asked,
        Func<Task<(Revision? Revision, ChangeList Changes)>> act
    )
    {
        var (changes, refusal) = (ChangeList.None, (string?)null);
        try
        {
            (var made, changes) = await act();
            if (made is { Number: var number })
            {
                return TypedResults.Redirect($"/aendringer?fra-revision={number - 1}&til-revision={number}");
            }
        }
        catch (StoreException e)
        {
            refusal = e.Message;
        }

        return new RazorComponentResult<TakeBackPage>(
            new
            {
                Title = title,
                Asked = asked,
                Changes = changes,
                Refusal = refusal,
            }
        );
    }
}
