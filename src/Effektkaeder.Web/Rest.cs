using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Effektkaeder.Web;

/// <summary>
/// Gives memory back to the machine when nobody has asked for a while. What answers leave behind is collected when room is needed, and
/// on a large machine it never is: a server that a country was drawn by once would keep what that took. It costs whoever asks in that
/// very moment the time that it takes, so it is done once after each stretch of work, and only where there is much to give back.
/// </summary>
/// <param name="taken">Bytes that the process takes of the machine's memory.</param>
/// <param name="giveBack">Takes a fifth of a second where half a gigabyte is in use.</param>
public sealed class Rest(TimeProvider time, Func<long> taken, Action giveBack) : BackgroundService
{
    /// <summary>More than last time by so much, in bytes, is much.</summary>
    public const long Much = 64L * 1024 * 1024;

    /// <summary>How long nobody has asked.</summary>
    public static readonly TimeSpan After = TimeSpan.FromSeconds(10);

    private long _asked = time.GetTimestamp();
    private long _left;

    public static Rest OfProcess() =>
        new(
            TimeProvider.System,
            () => Environment.WorkingSet,
            () => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true)
        );

    /// <summary>Notes that somebody asks. A stream that stays open is asked for once.</summary>
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        Volatile.Write(ref _asked, time.GetTimestamp());
        try
        {
            await next(context);
        }
        finally
        {
            Volatile.Write(ref _asked, time.GetTimestamp());
        }
    }

    public void Look()
    {
        if (time.GetElapsedTime(Volatile.Read(ref _asked)) >= After && taken() - _left >= Much)
        {
            giveBack();
            _left = taken();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(After / 2, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            Look();
        }
    }
}
