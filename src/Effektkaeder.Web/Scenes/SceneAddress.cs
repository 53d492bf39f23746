using System.Globalization;
using Effektkaeder.Analysis.Paavirkning;
using Effektkaeder.Application;
using Effektkaeder.Application.Asking;
using Effektkaeder.Diagram.Scenes;
using Effektkaeder.Domain;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Effektkaeder.Web.Scenes;

/// <summary>
/// The whole state of a picture, as its address has it: who opens the address sees the same picture, on screen, on paper or as a file.
/// </summary>
/// <param name="Pairs">What the address says, in order; <see cref="With"/> and <see cref="Without"/> give the addresses of links.</param>
public sealed record SceneAddress(Scene Scene, IReadOnlyList<KeyValuePair<string, string>> Pairs)
{
    /// <summary>What narrows a scene, by name.</summary>
    public static readonly IReadOnlyList<string> Filters =
    [
        "kommune",
        "center",
        "ansvarlig",
        "fund",
        "fra",
        "til",
        "skjul",
        "kobling",
        "status",
        "tillid",
    ];

    /// <summary>More choices than this in one address are no reader's.</summary>
    private const int MostPairs = 400;

    /// <exception cref="FormatException">It says more than an address should; the message is Danish.</exception>
    public static SceneAddress Read(Scene scene, IQueryCollection query)
    {
        List<KeyValuePair<string, string>> pairs =
        [
            .. query
                .SelectMany(q => q.Value.OfType<string>().Where(v => v.Length > 0).Select(v => KeyValuePair.Create(q.Key, v)))
                .Where(p => p.Key != "scene"),
        ];
        return pairs.Count <= MostPairs
            ? new(scene, pairs)
            : throw new FormatException($"Adressen har {pairs.Count} valg og må have {MostPairs}: fold mindre ud, eller filtrér.");
    }

    public string? this[string name] => Pairs.FirstOrDefault(p => p.Key == name).Value;

    public IEnumerable<string> All(string name) => Pairs.Where(p => p.Key == name).Select(p => p.Value);

    /// <summary>Key of the node that the scene is about.</summary>
    public string? Node => this["noegle"] is { } key ? NodeId.KeyOf(key) : null;

    /// <summary>Key of the node whose details are shown.</summary>
    public string? Chosen => this["valgt"] is { } key ? NodeId.KeyOf(key) : null;

    public bool Couplings => this["koblinger"] == "alle";

    public bool IsFiltered => Pairs.Any(p => Filters.Contains(p.Key));

    public NodeChoice Choice => new(this["center"], this["ansvarlig"], this["fund"] == "ja");

    /// <summary>The couplings that are looked at. Those that were refused, and all there are, are looked at in the list alone.</summary>
    /// <exception cref="FormatException">A kind or a certainty is none; the message is Danish.</exception>
    public Koblingsvalg Kobler =>
        new(
            All("kobling").Select(Kind).ToHashSet(),
            Enum.TryParse<KoblingStatus>(this["status"], ignoreCase: true, out var status) && status != KoblingStatus.Afvist
                ? status
                : null,
            this["tillid"] is { } tillid ? Share(tillid) : 0
        );

    /// <summary>The revision, the days that agreements are to hold in, and the municipality.</summary>
    /// <exception cref="FormatException">A number or a day is none; the message is Danish.</exception>
    public Udsyn Udsyn()
    {
        var (fra, til) = (Day("fra"), Day("til"));
        return new(Number("til-revision"), fra is null && til is null ? null : new Periode(fra, til), this["kommune"]);
    }

    /// <exception cref="FormatException">It is no number.</exception>
    public long? Number(string name) =>
        this[name] is not { } text ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw new FormatException($"{name} skal være en revisions nummer, ikke »{text}«.");

    public Visning Visning(IReadOnlySet<string>? passer) =>
        new()
        {
            Foldet = All("foldet").ToHashSet(StringComparer.Ordinal),
            Aabnet = All("aabnet").ToHashSet(StringComparer.Ordinal),
            Fokus = this["fokus"],
            Skjulte = All("skjul").ToHashSet(StringComparer.Ordinal),
            Passer = passer,
        };

    /// <summary>
    /// The change set: <c>aendring=NØGLE=udskydes:P6M</c>, once for each; or, as the links of single nodes have it, <c>noegle</c> with
    /// <c>art</c> and <c>varighed</c>.
    /// </summary>
    /// <exception cref="FormatException">One is no change, or a node is to change in two ways; the message is Danish.</exception>
    public IReadOnlyList<Aendring> Changes()
    {
        List<Aendring> changes = [];
        foreach (var text in All("aendring"))
        {
            var (key, form) = Aendringsform.Split(text);
            changes.Add(Aendringsform.Read(NodeId.KeyOf(key), form));
        }

        if (Node is { } node)
        {
            var art = this["art"] ?? Aendringsform.Arter[0];
            // A form asks for a number of days, weeks, months or years.
            var duration =
                this["dag"] is { } day ? day
                : this["i"] is { } unit ? $"P{this["varighed"]}{unit}"
                : this["varighed"];
            changes.Add(Aendringsform.Read(node, art == "udskydes" ? $"{art}:{duration}" : art));
        }

        Aendringsform.RefuseTwice(changes);
        return [.. changes.Distinct()];
    }

    public SceneAddress With(string name, string value) => new(Scene, [.. Pairs.Where(p => p.Key != name), new(name, value)]);

    public SceneAddress And(string name, string value) => new(Scene, [.. Pairs, new(name, value)]);

    public SceneAddress Without(params ReadOnlySpan<string> names)
    {
        var gone = names.ToArray();
        return new(Scene, [.. Pairs.Where(p => !gone.Contains(p.Key))]);
    }

    public SceneAddress WithoutOne(string name, string value) => new(Scene, [.. Pairs.Where(p => p.Key != name || p.Value != value)]);

    /// <summary>What follows the path: empty, or from the question mark on.</summary>
    public string Query => QueryString.Create(Pairs.Select(p => KeyValuePair.Create(p.Key, new StringValues(p.Value)))).Value ?? "";

    /// <summary>The picture itself as a file.</summary>
    public string File(string ending) =>
        $"/diagram.{ending}{QueryString.Create("scene", Scene.ToString().ToLowerInvariant()).Add(new QueryString(Query))}";

    private static KoblingArt Kind(string text) =>
        Enum.TryParse<KoblingArt>(text, ignoreCase: true, out var art) && Enum.IsDefined(art)
            ? art
            : throw new FormatException(
                $"kobling er en af {string.Join(", ", Enum.GetNames<KoblingArt>())}, ikke »{text}«.".ToLowerInvariant()
            );

    private static double Share(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1
            ? share
            : throw new FormatException($"tillid er et tal fra 0 til 1 som 0.8, ikke »{text}«.");

    private DateOnly? Day(string name) =>
        this[name] is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new FormatException($"{name} skal være en dag som 2026-03-01, ikke »{text}«.");
}
