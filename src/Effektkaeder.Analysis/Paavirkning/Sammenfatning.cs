using Effektkaeder.Domain;

namespace Effektkaeder.Analysis.Paavirkning;

/// <summary>
/// A whole answer as one Danish paragraph. Its first sentence is the point: what changes, and the gravest that comes of it; then what is
/// touched besides, the dates that cannot hold, who it meets, and what lies inside.
/// </summary>
internal static class Sammenfatning
{
    private const int MostNames = 3;

    public static string Of(Paavirkningssvar svar) =>
        string.Join(' ', new[] { Pointe(svar), Desuden(svar), Konflikter(svar), Centre(svar), Indeni(svar) }.Where(s => s.Length > 0));

    public static string Pointe(Paavirkningssvar svar)
    {
        var changes = Vejord.Opremset([
            .. svar.Aendrede.GroupBy(a => a.Aendring.Ord).Select(g => $"{Navne(g.Select(a => a.Node))} {g.Key}"),
        ]);
        var follows = Foelger(svar);
        return $"Når {changes}, {(follows.Count > 0 ? Vejord.Opremset(follows) : "røres intet andet")}.";
    }

    private static List<string> Foelger(Paavirkningssvar svar)
    {
        var own = svar.Aendrede.Select(a => a.Node.Key).ToHashSet(StringComparer.Ordinal);
        var follows = new List<string>();
        Add("falder", svar.Bortfaldne.Where(n => !own.Contains(n.Key)), " med");
        Add("mister", Ved(Konsekvens.MisterGrundlag), " sit grundlag", " deres grundlag");
        Add("svækkes", Ved(Konsekvens.Svaekkes));
        Add("mister", Ved(Konsekvens.MisterAnsvarlig), " sin ansvarlige", " deres ansvarlige");
        var moved = svar.Datoer.Count(d => d.Foer != d.Efter);
        var broken = svar.Datoer.Count(d => d.Aarsag == Datoaarsag.Konflikt);
        if (moved > 0)
        {
            follows.Add($"flyttes {moved} {(moved == 1 ? "dato" : "datoer")}");
        }

        if (broken > 0)
        {
            follows.Add($"kommer {broken} {(broken == 1 ? "dato" : "datoer")} i konflikt");
        }

        if (follows.Count == 0)
        {
            Add("berøres", Ved(Konsekvens.Beroeres));
        }

        return follows;

        IEnumerable<Node> Ved(Konsekvens konsekvens) => svar.Beroerte.Where(b => b.Konsekvens == konsekvens).Select(b => b.Node);

        void Add(string verb, IEnumerable<Node> nodes, string one = "", string? many = null)
        {
            var all = nodes.ToList();
            if (all.Count > 0)
            {
                follows.Add($"{verb} {Vejord.Antal(all)}{(all.Count == 1 ? one : many ?? one)}");
            }
        }
    }

    /// <summary>What is only touched, where the point is something graver.</summary>
    private static string Desuden(Paavirkningssvar svar)
    {
        var touched = svar.Beroerte.Where(b => b.Konsekvens == Konsekvens.Beroeres).Select(b => b.Node).ToList();
        var isPoint = touched.Count == svar.Beroerte.Count && svar.Datoer.Count == 0 && svar.Bortfaldne.Count <= svar.Aendrede.Count;
        return touched.Count == 0 || isPoint ? ""
            : touched.Count <= MostNames ? $"Desuden berøres {Navne(touched)}."
            : $"Desuden berøres {Vejord.Antal(touched)}.";
    }

    private static string Konflikter(Paavirkningssvar svar)
    {
        var broken = svar.Datoer.Where(d => d.Aarsag == Datoaarsag.Konflikt).ToList();
        var told = string.Join(' ', broken.Take(MostNames).Select(d => $"»{d.Node.Titel}«{When(d)}: {Lower(d.Forklaring)}"));
        return broken.Count > MostNames ? $"{told} Og {broken.Count - MostNames} til." : told;
    }

    /// <summary>The time, where the title does not say it already.</summary>
    private static string When(Datoaendring dato) =>
        dato.Node.Titel.Contains(dato.Foer.Tekst, StringComparison.OrdinalIgnoreCase) ? "" : $" ({dato.Foer.Tekst})";

    private static string Centre(Paavirkningssvar svar)
    {
        var centres = svar.EfterCenter.Where(g => g.Noegle.Length > 0).OrderByDescending(g => g.Nodes.Count).ToList();
        var told = centres.Take(MostNames).Select(g => $"{g.Navn} ({Vejord.Antal(g.Nodes.Select(b => b.Node))})").ToList();
        if (centres.Count - MostNames is > 0 and var more)
        {
            told.Add(more == 1 ? "1 center til" : $"{more} centre til");
        }

        return told.Count == 0 ? "" : $"Det rammer {Vejord.Opremset(told)}.";
    }

    private static string Indeni(Paavirkningssvar svar)
    {
        var inside = svar.Indeni;
        Node[] all = [.. inside.Milepaele, .. inside.Opfoelgninger, .. inside.Dokumentation, .. inside.Maalinger];
        return all.Length == 0 ? "" : $"Indeni ligger {Vejord.Antal(all)}.";
    }

    /// <summary>"»A«, »B« og »C«", or how many of each kind where they are more.</summary>
    private static string Navne(IEnumerable<Node> nodes)
    {
        var all = nodes.ToList();
        return all.Count > MostNames ? Vejord.Antal(all) : Vejord.Opremset([.. all.Select(n => $"»{Vejord.Navn(n)}«")]);
    }

    private static string Lower(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence[1..];
}
