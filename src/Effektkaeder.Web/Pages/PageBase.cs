using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Effektkaeder.Web.Pages;

/// <summary>What every page has: the request that it answers, which may be called off.</summary>
public abstract class PageBase : ComponentBase
{
    [CascadingParameter]
    public HttpContext? Request { get; set; }

    /// <summary>Called off when whoever asked has gone, or the answer takes too long.</summary>
    protected CancellationToken Ct => Request?.RequestAborted ?? CancellationToken.None;
}
