using System.CommandLine;
using Effektkaeder.Application.Asking;
using Effektkaeder.Cli.Naming;
using Effektkaeder.Cli.Output;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Cli.Commands;

/// <summary>Which graph a command asks: alike for every command that reads.</summary>
internal sealed class LookOptions
{
    private readonly Option<long?> _revision = new("--revision", "-r")
    {
        Description = "Som grafen var ved denne revision.",
        HelpName = "TAL",
    };
    private readonly Option<string?> _valid = new("--valid")
    {
        Description = "Kun det, som aftaler angiver, der gælder da: 2017-03-01, 2017 eller 2016-10-01..2017-03-31.",
        HelpName = "PERIODE",
    };

    public static LookOptions On(Command command)
    {
        var look = new LookOptions();
        command.Options.Add(look._revision);
        command.Options.Add(look._valid);
        return look;
    }

    /// <exception cref="UsageException">The period cannot be read.</exception>
    public Udsyn Of(ParseResult parsed) => new(parsed.GetValue(_revision), parsed.GetValue(_valid) is { } text ? Period(text) : null);

    /// <summary>The graph as it is to be looked at.</summary>
    /// <exception cref="UsageException">No agreement is valid then.</exception>
    public Task<IGraph> GraphAsync(ParseResult parsed, IGraphStore store, CancellationToken ct) => LookAsync(store, Of(parsed), ct);

    /// <summary>The part of it that is one municipality's; all of it where none is named.</summary>
    public async Task<IGraph> KommuneAsync(ParseResult parsed, IGraphStore store, string? kommune, CancellationToken ct)
    {
        var graph = await GraphAsync(parsed, store, ct);
        return await NamedNode.KommuneAsync(graph, kommune, ct) is { } named
            ? await LookAsync(store, Of(parsed) with { Kommune = named }, ct)
            : graph;
    }

    private static async Task<IGraph> LookAsync(IGraphStore store, Udsyn udsyn, CancellationToken ct)
    {
        try
        {
            return await store.LookAtAsync(udsyn, ct);
        }
        catch (FormatException e)
        {
            throw new UsageException(e.Message);
        }
    }

    public static Periode Period(string text)
    {
        try
        {
            return Periode.Read(text);
        }
        catch (FormatException e)
        {
            throw new UsageException(e.Message);
        }
    }
}
