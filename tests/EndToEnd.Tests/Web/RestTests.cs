using Effektkaeder.Web;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Effektkaeder.EndToEnd.Tests.Web;

/// <summary>Memory is given back when nobody asks.</summary>
public sealed class RestTests
{
    private readonly Clock _clock = new();
    private readonly Rest _rest;
    private long _taken = 3 * Rest.Much;
    private int _given;

    public RestTests() =>
        _rest = new(
            _clock,
            () => _taken,
            () =>
            {
                _given++;
                _taken -= Rest.Much;
            }
        );

    [Fact]
    public async Task It_is_given_back_once_when_nobody_has_asked_for_a_while_and_again_when_there_is_more()
    {
        await AskAsync();
        _clock.Pass(Rest.After - TimeSpan.FromMilliseconds(1));
        _rest.Look();
        Assert.Equal(0, _given);
        _clock.Pass(TimeSpan.FromMilliseconds(1));
        _rest.Look();
        _rest.Look();
        Assert.Equal(1, _given);

        _taken += Rest.Much - 1;
        _rest.Look();
        Assert.Equal(1, _given);
        _taken++;
        await AskAsync();
        _rest.Look();
        Assert.Equal(1, _given);
        _clock.Pass(Rest.After);
        _rest.Look();
        Assert.Equal(2, _given);
    }

    [Fact]
    public async Task An_answer_that_has_just_ended_is_as_near_as_one_that_begins()
    {
        await _rest.InvokeAsync(
            new DefaultHttpContext(),
            _ =>
            {
                _clock.Pass(Rest.After);
                return Task.CompletedTask;
            }
        );
        _rest.Look();
        Assert.Equal(0, _given);
    }

    private Task AskAsync() => _rest.InvokeAsync(new DefaultHttpContext(), _ => Task.CompletedTask);

    private sealed class Clock : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Pass(TimeSpan time) => _now += time.Ticks;

        public override long GetTimestamp() => _now;
    }
}
