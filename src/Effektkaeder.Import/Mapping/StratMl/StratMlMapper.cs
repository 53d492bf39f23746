using System.Globalization;
using System.Security.Cryptography;
using System.Xml;
using System.Xml.Linq;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Domain.Tid;
using Effektkaeder.Import.Diagnostics;
using Effektkaeder.Import.Mapping.Former;
using Effektkaeder.Import.Mapping.Graf;
using Effektkaeder.Import.Mapping.Kladde;
using Effektkaeder.Import.Mapping.Skabeloner;
using Effektkaeder.Import.Readers;
using Effektkaeder.Import.Readers.StratMl;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Mapping.StratMl;

/// <summary>
/// A plan in StratML as a strategy: a Goal is a political goal, an Objective under it an effect, a PerformanceIndicator an indicator, an
/// ActualResult a measurement. What else is said of them is kept as their fields.
/// </summary>
internal sealed class StratMlMapper
{
    private static readonly CultureInfo Danish = CultureInfo.GetCultureInfo("da-DK");

    private readonly Kortlaegning _k;
    private readonly string _fil;

    /// <summary>An identifier stands once in a file: what is said again without one is the same.</summary>
    private readonly Dictionary<(NodeKind Kind, string Tekst), string> _said = [];

    private StratMlMapper(Kortlaegning k, string fil) => (_k, _fil) = (k, fil);

    /// <returns>What the plan says; null after a diagnostic that says why there is nothing.</returns>
    internal static Aftalegraf? Map(string path, byte[] content, string? kommune, List<Diagnostic> diagnostics)
    {
        if (content.LongLength > Limits.MaxBytes)
        {
            diagnostics.Add(Beskeder.ForStor(path, content.LongLength, Limits.MaxBytes));
            return null;
        }

        XElement? root;
        try
        {
            root = StratMlReader.Read(content);
        }
        catch (XmlException e)
        {
            diagnostics.Add(Beskeder.Beskadiget(path, e.Message));
            return null;
        }

        var core = root is null ? null : Child(root, "StrategicPlanCore");
        var goals = Children(core, "Goal").Where(g => Words(g).Length > 0).ToList();
        if (goals.Count is 0 or > Limits.MaxPoints || goals.Sum(g => Children(g, "Objective").Count()) > Limits.MaxPoints)
        {
            diagnostics.Add(Beskeder.IngenMaal(path, goals.Count, Limits.MaxPoints));
            return null;
        }

        if (Head(path, content, root!, core!, kommune, diagnostics) is not { } hoved)
        {
            return null;
        }

        var tree = new DocumentTree(new SourceIdentity(path, hoved.Kilde.Sha256, "stratml"), [], [], 0, false);
        var k = new Kortlaegning(new Form(SkabelonKatalog.Alle[0], tree, [], [], []), hoved, diagnostics);
        return new StratMlMapper(k, path).Build(goals);
    }

    private static Aftalehoved? Head(
        string path,
        byte[] content,
        XElement root,
        XElement core,
        string? kommune,
        List<Diagnostic> diagnostics
    )
    {
        var organisations = Children(core, "Organization").Select(o => Text(o, "Name")).Where(n => n.Length > 0).ToList();
        var named = kommune ?? organisations.FirstOrDefault(o => o.EndsWith(" Kommune", StringComparison.OrdinalIgnoreCase));
        if (string.IsNullOrWhiteSpace(named))
        {
            diagnostics.Add(Beskeder.IngenKommune(path));
            return null;
        }

        var slug = NodeKeys.Kommune(named);
        var kommuneNavn = named.EndsWith("ommune", StringComparison.OrdinalIgnoreCase) ? named : named + " Kommune";
        var about = Child(root, "AdministrativeInformation");
        var (from, to) = (Day(about, "StartDate"), Day(about, "EndDate"));
        var navn = Text(root, "Name") is { Length: > 0 } name ? name : Path.GetFileNameWithoutExtension(path);
        var periode =
            from is null ? ""
            : to is null || to.Value.Year == from.Value.Year ? $"{from.Value.Year}"
            : $"{from.Value.Year}-{to.Value.Year % 100:00}";
        var place = At(path, root, navn);
        return new Aftalehoved
        {
            Kommune = slug,
            KommuneNavn = kommuneNavn,
            Kilde = new Kilde(path, Convert.ToHexStringLower(SHA256.HashData(content)), "stratml"),
            Type = "strategi",
            Periode = periode,
            Fra = from,
            Til = to,
            Underskrevet = Day(about, "PublicationDate"),
            Organisation = organisations.FirstOrDefault(o => NodeKeys.Kommune(o) != slug) ?? kommuneNavn,
            Visioner =
            [
                .. Children(core, "Vision")
                    .SelectMany(v => Text(v, "Description").Split("\n\n").Select(t => (Said: t.Trim(), At: v)))
                    .Where(v => v.Said.Length > 0)
                    .Select(v => new VisionTekst(Titel.Cut(v.Said), v.Said, false, At(path, v.At, v.Said))),
            ],
            Felter = [.. Frames(path, root, core)],
            Overordnet = new Overordnet("strategi", navn, periode, from, to, null),
            Herkomst = place,
        };
    }

    private static IEnumerable<Feltvaerdi> Frames(string path, XElement root, XElement core)
    {
        var frames = Children(core, "Mission")
            .Select(m => ("Mission", m))
            .Concat(Children(core, "Value").Select(v => ("Værdi", v)))
            .Concat(Children(root, "OtherInformation").Select(o => ("Andet", o)))
            .Concat(Children(root, "Description").Select(d => ("Beskrivelse", d)));
        return frames.Select(f => Field(path, f.Item1, "Rammer", f.Item2, Words(f.Item2))).Where(f => f.Tekst.Length > 0);
    }

    private Aftalegraf Build(IReadOnlyList<XElement> goals)
    {
        var aftale = new AftaleMapper(_k);
        aftale.Begin();
        var mapped = new List<KortlagtPunkt>();
        for (var i = 0; i < goals.Count; i++)
        {
            mapped.Add(Goal(goals[i], $"{i + 1}"));
        }

        new Overordnede(_k, _k.Hoved.Overordnet!).Map(mapped);
        aftale.Finish(mapped);
        return _k.Bygger.Build();
    }

    private KortlagtPunkt Goal(XElement goal, string number)
    {
        var (titel, tekst) = Said(goal);
        var key = NodeKeys.Shared(_k.Kommune, NodeKind.PolitiskMaal, tekst);
        _k.Bygger.Node(key, NodeKind.PolitiskMaal, new Indhold(titel, tekst), At(_fil, goal, tekst));
        About(key, goal);
        var punkt = new KortlagtPunkt(new Punkt(null, 1, Line(goal), []), number) { Ejer = key };
        punkt.Maal.Add(key);
        foreach (var (objective, i) in Children(goal, "Objective").Select((o, i) => (o, i)))
        {
            Objective(objective, key, $"{number}-{i + 1}");
        }

        return punkt;
    }

    private void Objective(XElement objective, string goal, string number)
    {
        var indicators = Children(objective, "PerformanceIndicator").ToList();
        var (titel, tekst) = Said(objective);
        // A goal that is measured itself says its own words again, without an identifier of its own.
        var isGoal = tekst.Length == 0 || (tekst == _k.Bygger.Indhold(goal)!.Tekst && Child(objective, "Identifier") is null);
        var owner = isGoal ? goal : Own(NodeKind.Effekt, titel, tekst, objective, goal, number);
        if (owner != goal)
        {
            About(owner, objective);
        }

        foreach (var indicator in indicators)
        {
            Indicator(indicator, owner, number);
        }
    }

    private void Indicator(XElement indicator, string owner, string number)
    {
        var tekst = Text(indicator, "MeasurementDimension");
        if (tekst.Length == 0)
        {
            _k.Diagnostics.Add(Beskeder.Ulaest(_fil, Line(indicator), "PerformanceIndicator uden MeasurementDimension"));
            return;
        }

        var unit = Text(indicator, "UnitOfMeasurement");
        var key = Own(NodeKind.Indikator, Titel.Cut(tekst), tekst, indicator, owner, number);
        About(key, indicator);
        foreach (var instance in Children(indicator, "MeasurementInstance"))
        {
            foreach (var target in Children(instance, "TargetResult"))
            {
                _k.Bygger.Felt(key, Field(_fil, Maaltal.Felt, null, target, Result(target, unit, "senest ")));
            }

            foreach (var actual in Children(instance, "ActualResult"))
            {
                Measurement(actual, key, unit, number);
            }
        }
    }

    private void Measurement(XElement actual, string indicator, string unit, string number)
    {
        var described = Text(actual, "Description");
        var isBaseline = described.StartsWith("Baseline: ", StringComparison.Ordinal);
        var value = Units(actual, unit) ?? (isBaseline ? described["Baseline: ".Length..] : described);
        if (value.Length == 0)
        {
            _k.Diagnostics.Add(Beskeder.Ulaest(_fil, Line(actual), "ActualResult uden tal eller ord"));
            return;
        }

        var tekst = Result(actual, unit, "");
        var time = Day(actual, "EndDate") is { } day ? TidsudtrykReader.Read(day.InWords(), TidsKontekst.Tom) : null;
        var key = NodeKeys.InDocument(_k.Hoved.Key, number, NodeKind.Maaling, $"{indicator} {tekst}");
        _k.Bygger.Node(
            key,
            NodeKind.Maaling,
            new Indhold(Titel.Cut(tekst), tekst)
            {
                Art = isBaseline ? "baseline" : "maaling",
                Tider = time is null ? [] : [time],
                Egenskaber = [new(Egenskaber.Tilstand, "vaerdi"), new(Egenskaber.Vaerdi, value)],
            },
            At(_fil, actual, tekst)
        );
        _k.Bygger.Edge(EdgeType.HarMaaling, indicator, key, At(_fil, actual, tekst));
    }

    /// <summary>A node of the document under another; said under two, it is one.</summary>
    private string Own(NodeKind kind, string titel, string tekst, XElement at, string owner, string number)
    {
        var place = At(_fil, at, tekst);
        var isSaidAgain = Child(at, "Identifier") is null && _said.ContainsKey((kind, tekst));
        var key = isSaidAgain ? _said[(kind, tekst)] : NodeKeys.InDocument(_k.Hoved.Key, number.Split('-')[0], kind, tekst);
        _said.TryAdd((kind, tekst), key);
        _k.Bygger.Node(key, kind, new Indhold(titel, tekst), place);
        _k.Bygger.Edge(EdgeTypes.Down(_k.Bygger.Kind(owner))!.Value, owner, key, place, Grund.Tekst);
        return key;
    }

    /// <summary>Who is in it and what else is said, as fields.</summary>
    private void About(string key, XElement element)
    {
        var who = Children(element, "Stakeholder").Select(s => Text(s, "Name")).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal);
        foreach (var (label, text) in new[] { ("Interessenter", string.Join(", ", who)), ("Andet", Text(element, "OtherInformation")) })
        {
            if (text.Length > 0)
            {
                _k.Bygger.Felt(key, Field(_fil, label, null, element, text));
            }
        }
    }

    /// <summary>"57,5 unge (30. juni 2030)", or the words where there is no number.</summary>
    private static string Result(XElement result, string unit, string before)
    {
        var value = Units(result, unit) ?? Text(result, "Description");
        var when = Day(result, "EndDate")?.InWords();
        return when is null ? value
            : before.Length > 0 ? $"{value} {before}{when}"
            : $"{value} ({when})";
    }

    private static string? Units(XElement result, string unit) =>
        decimal.TryParse(Text(result, "NumberOfUnits"), NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? $"{number.ToString("0.############", Danish)} {unit}".Trim()
            : null;

    /// <summary>Its name, and its whole words: the description, where there is one, says what the name only calls it.</summary>
    private static (string Titel, string Tekst) Said(XElement element)
    {
        var (name, description) = (Text(element, "Name"), Text(element, "Description"));
        var tekst = description.Length > 0 ? description : name;
        return (Titel.Cut(name.Length > 0 ? name : tekst), tekst);
    }

    private static string Words(XElement element) => element.HasElements ? Said(element).Tekst : Cleaned(element.Value);

    private static Feltvaerdi Field(string path, string label, string? group, XElement at, string text) =>
        new(label, group, text, Feltstatus.Vaerdi, At(path, at, text) with { Felt = label }, []);

    private static Herkomst At(string path, XElement element, string text) => new(path, Line(element), text);

    private static int Line(XElement element) => element is IXmlLineInfo place && place.HasLineInfo() ? place.LineNumber : 0;

    private static DateOnly? Day(XElement? element, string name) =>
        element is not null
        && DateOnly.TryParseExact(Text(element, name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    private static string Text(XElement element, string name) => Cleaned(Child(element, name)?.Value ?? "");

    private static string Cleaned(string text) => text.ReplaceLineEndings("\n").Trim();

    private static XElement? Child(XElement element, string name) => Children(element, name).FirstOrDefault();

    /// <summary>By name alone: each version of the standard has a namespace of its own.</summary>
    private static IEnumerable<XElement> Children(XElement? element, string name) =>
        element?.Elements().Where(e => e.Name.LocalName == name) ?? [];
}
