using System.Globalization;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;

namespace Effektkaeder.Analysis.Stillinger;

/// <summary>One measurement of an indicator.</summary>
/// <param name="Dag">The last day of its time; null where it has none.</param>
/// <param name="Tal">The number in its value; null where there is none.</param>
public sealed record Maalepunkt(Node Node, DateOnly? Dag, string Vaerdi, double? Tal, bool IsBaseline);

/// <summary>How an indicator has developed: its measurements in order of time, the baseline first.</summary>
public sealed record Udvikling(Node Indikator, IReadOnlyList<Maalepunkt> Punkter)
{
    private static readonly CultureInfo Danish = CultureInfo.GetCultureInfo("da-DK");

    /// <summary>Those with a number and a day, which can be drawn and compared.</summary>
    public IReadOnlyList<Maalepunkt> Tal => [.. Punkter.Where(p => p.Tal is not null && (p.Dag is not null || p.IsBaseline))];

    /// <summary>Whether who measured last, and told it, called more better; null where nobody did.</summary>
    public bool? IsUp =>
        Punkter
            .Select(p => p.Node.Indhold[Egenskaber.Bedre])
            .OfType<string>()
            .Select(said => (bool?)said.Equals(nameof(Bedre.Mere), StringComparison.OrdinalIgnoreCase))
            .LastOrDefault();

    /// <summary>The numbers in words: "Fra 42 (1. januar 2017) til 57 (1. juli 2018): 15 højere, 36 % mere."</summary>
    public string Ord
    {
        get
        {
            if (Punkter.Count == 0)
            {
                return "Ingen måling er meldt.";
            }

            if (Tal is not [var first, .., var last])
            {
                return $"{Maalingsord(Punkter[^1])}: intet at holde den op mod.";
            }

            var change = last.Tal!.Value - first.Tal!.Value;
            var share =
                first.Tal == 0 ? "" : $", {Math.Abs(change / first.Tal.Value).ToString("P0", Danish)} {(change > 0 ? "mere" : "mindre")}";
            return $"Fra {Maalingsord(first)} til {Maalingsord(last)}: "
                + (change == 0 ? "uændret." : $"{Number(Math.Abs(change))} {(change > 0 ? "højere" : "lavere")}{share}.");
        }
    }

    /// <summary>The development of an indicator in a selection that holds its measurements, until a day where one is given.</summary>
    public static Udvikling Of(Udsnit udsnit, Node indikator, DateOnly? senest = null) =>
        new(
            indikator,
            [
                .. udsnit
                    .Targets(indikator.Key, EdgeType.HarMaaling)
                    .Where(m => m.Indhold[Egenskaber.Tilstand] is null or "vaerdi")
                    .Select(Point)
                    .Where(p => !(p.Dag > senest))
                    .OrderByDescending(p => p.IsBaseline)
                    .ThenBy(p => p.Dag)
                    .ThenBy(p => p.Node.Key, StringComparer.Ordinal),
            ]
        );

    private static Maalepunkt Point(Node maaling)
    {
        var value = maaling.Indhold[Egenskaber.Vaerdi] ?? maaling.Indhold.Tekst;
        var time = maaling.Indhold.Tider.FirstOrDefault(t => t.HarInterval);
        return new(maaling, time?.Til ?? time?.Fra, value, Talord.First(value), maaling.Indhold.Art == "baseline");
    }

    private static string Maalingsord(Maalepunkt point) =>
        point.Vaerdi
        + (
            point.Dag is { } day ? $" ({day.InWords()})"
            : point.IsBaseline ? " (baseline)"
            : ""
        );

    private static string Number(double number) => number.ToString("0.##", Danish);
}
