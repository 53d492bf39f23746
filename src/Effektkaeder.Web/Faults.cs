using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Storage.Ports;
using Effektkaeder.Web.Telling;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Extensions.Logging;

namespace Effektkaeder.Web;

/// <summary>
/// What a reader is told when a page or a picture cannot be made: which, why and what to do, as a page for people and as problem details
/// (RFC 9457) for programs; never an empty answer. GraphQL tells its own.
/// </summary>
internal sealed class Faults(ILogger log)
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    private const string TooSlow =
        "Svaret tog for lang tid og er standset. Spørg om mindre (ét center, én knude), prøv igen, når færre spørger, eller brug »effekt "
        + "draw«, som har al tid.";

    public async Task TellAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Whoever asked has gone; nobody is told anything. 499 is what proxies write of it.
            context.Response.StatusCode = 499;
        }
        catch (UnknownRevisionException e) when (!context.Response.HasStarted)
        {
            await AnswerAsync(context, StatusCodes.Status404NotFound, "Ukendt revision", e.Message);
        }
        catch (FormatException e) when (!context.Response.HasStarted)
        {
            await AnswerAsync(context, StatusCodes.Status400BadRequest, "Adressen kan ikke læses", e.Message);
        }
        catch (StoreException e) when (!context.Response.HasStarted)
        {
            log.LogError("The store failed at {Path}: {Why}", Synligt.Line(context.Request.Path.Value ?? ""), e.Message);
            if (e.IsTransient)
            {
                context.Response.Headers.RetryAfter = "1";
            }

            await AnswerAsync(context, StatusCodes.Status503ServiceUnavailable, "Lageret svarer ikke", e.Message);
        }
        catch (BadHttpRequestException e) when (!context.Response.HasStarted)
        {
            await AnswerAsync(context, e.StatusCode, "Forespørgslen kan ikke læses", "Den er for stor, for langsom eller ikke hel.");
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            log.LogError(e, "Unexpected at {Path}", Synligt.Line(context.Request.Path.Value ?? ""));
            await AnswerAsync(
                context,
                StatusCodes.Status500InternalServerError,
                "Noget gik galt",
                "Fejlen står i serverens log. Prøv igen; bliver den ved, så bed den, der passer serveren, om at efterprøve lageret."
            );
        }
    }

    /// <summary>What is too slow is called off, told and counted.</summary>
    public static RequestTimeoutPolicy Limit(Meters meters, TimeSpan longestAnswer) =>
        new()
        {
            Timeout = longestAnswer,
            TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
            WriteTimeoutResponse = context =>
            {
                meters.Refused("timeout");
                return AnswerAsync(context, StatusCodes.Status503ServiceUnavailable, "Det tog for lang tid", TooSlow);
            },
        };

    private static Task AnswerAsync(HttpContext context, int status, string what, string why)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Remove("ETag");
        return context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
            ? Results.Content(Page(what, why), "text/html; charset=utf-8", Encoding.UTF8, status).ExecuteAsync(context)
            : Results.Problem(why, statusCode: status, title: what).ExecuteAsync(context);
    }

    /// <summary>Made of nothing that may just have failed: a request renders one component, and it has.</summary>
    private static string Page(string what, string why) =>
        $"""
            <!DOCTYPE html>
            <html lang="da">
            <head><meta charset="utf-8" /><meta name="viewport" content="width=device-width, initial-scale=1" /><title>{Html.Encode(
                what
            )} – Effektkæder</title><link rel="stylesheet" href="/assets/site.css" /></head>
            <body>
              <header><a class="home" href="/">Effektkæder</a></header>
              <main id="indhold">
                <h1>{Html.Encode(what)}</h1>
                <p class="notice">{Html.Encode(why)}</p>
                <p>Prøv igen, eller gå til <a href="/">overblikket</a>.</p>
              </main>
            </body>
            </html>
            """;
}
