using System.Globalization;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tid;

namespace Effektkaeder.Import.Tests;

/// <summary>The part of a graph that a case is about, as lines that people read.</summary>
internal static class Grafvisning
{
    /// <param name="vis">Kinds ("Milepael"), edges ("HAR_MILEPAEL"), fields ("felt:Baseline"), or "diagnoser".</param>
    internal static string Af(ImportResult result, IReadOnlyList<string> vis)
    {
        var lines = new List<string>();
        foreach (var hvad in vis)
        {
            if (hvad == "diagnoser")
            {
                lines.AddRange(result.Diagnostics.Select(d => $"{d.Code} linje {d.Linje}: {d.Besked}"));
            }
            else if (result.Graf is not { } graf)
            {
                lines.Add("(afvist)");
            }
            else if (hvad.StartsWith("felt:", StringComparison.Ordinal))
            {
                lines.AddRange(graf.Nodes.SelectMany(n => n.Udsagn.Felter).Where(f => f.Label == hvad[5..]).Select(Felt));
            }
            else if (NodeKinds.Find(hvad) is { } kind)
            {
                lines.AddRange(graf.Nodes.Where(n => n.Kind == kind.Kind).Select(Node));
            }
            else
            {
                var type = EdgeTypes.Find(hvad)!;
                var titler = graf.Nodes.ToDictionary(n => n.Key, n => $"{n.Kind} »{n.Udsagn.Indhold.Titel}«");
                lines.AddRange(graf.Edges.Where(k => k.Type == type.Type).Select(k => Kant(k, titler)));
            }
        }

        return string.Join('\n', lines) + "\n";
    }

    private static string Node(AngivetNode node)
    {
        var i = node.Udsagn.Indhold;
        var art = i.Art is null ? "" : $"[{i.Art}]";
        List<string> dele = [$"{node.Kind}{art}: {i.Titel}"];
        dele.AddRange(i.Tider.Select(Tid));
        if (i.Henvist)
        {
            dele.Add("henvist");
        }

        if (i.Uspecificeret)
        {
            dele.Add("uspecificeret");
        }

        if (i.Betinget is not null)
        {
            dele.Add("betinget: " + i.Betinget);
        }

        dele.AddRange(
            i.Egenskaber.Where(e => e.Navn is not (Egenskaber.Sha256 or Egenskaber.Fil or Egenskaber.Skabelon or Egenskaber.Vaerdi))
                .Select(e => $"{e.Navn}={e.Vaerdi}")
        );
        if (i.Aliaser.Count > 0)
        {
            dele.Add("også: " + string.Join(", ", i.Aliaser));
        }

        return string.Join(" · ", dele);
    }

    private static string Kant(AngivetEdge kant, Dictionary<string, string> titler)
    {
        var art = kant.Art is { } a ? ":" + a.ToString().ToLowerInvariant() : "";
        var grund = kant.Udsagn.Grund is { } g ? " " + g.ToString().ToLowerInvariant() : "";
        var tillid = kant.Udsagn.Tillid is 1 ? "" : " " + kant.Udsagn.Tillid.ToString(CultureInfo.InvariantCulture);
        var betinget = kant.Udsagn.Betinget is { } b ? " · betinget: " + b : "";
        return $"{titler[kant.From]} -{kant.Type.Info().Code}{art}{grund}{tillid}-> {titler[kant.To]}{betinget}";
    }

    private static string Felt(Feltvaerdi felt)
    {
        var dele = string.Concat(
            felt.Dele.Select(d => $"\n  del {d.Status}: {d.Tekst}{(d.Betinget is null ? "" : " (" + d.Betinget + ")")}")
        );
        return $"{felt.Label} = {felt.Status}: "
            + $"{felt.Tekst.Replace("\n", " / ", StringComparison.Ordinal)}{(felt.Henviser is null ? "" : " → " + felt.Henviser)}{dele}";
    }

    private static string Tid(Tidsudtryk t) =>
        t.Tilstand != TidsTilstand.Vaerdi ? $"»{t.Tekst}« {t.Tilstand}"
        : t.Gentagelse is { } g ? $"»{t.Tekst}« hver {g.Hver} fra {Iso(g.Anker)} til {Iso(g.Slut)}"
        : $"{Iso(t.Fra)}..{Iso(t.Til)}{(t.Graense == Graense.Ingen ? "" : " " + t.Graense)}";

    private static string Iso(DateOnly? dag) => dag?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
