using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Effektkaeder.Analysis.Opfoelgninger;
using Effektkaeder.Analysis.Paavirkning;
using Effektkaeder.Application.Editing;
using Effektkaeder.Application.Importing;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Domain.Tid;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Following;

/// <summary>
/// Carries accepted lines out in the statements of one agreement, which so becomes its next edition: the form is the evidence beside the
/// agreement's own words. The document that it was read from gives way to it when it is read again.
/// </summary>
internal sealed class RevisedAgreement(Draft draft, string aftale, Herkomst evidens, DateOnly dag)
{
    private readonly List<string> _done = [];

    /// <summary>Takes in all that the agreement says.</summary>
    public async Task KnowAsync(CancellationToken ct)
    {
        var (nodes, edges) = await draft.Graph.StatedByAsync(aftale, ct);
        draft.Know(nodes);
        draft.Know(edges);
    }

    /// <param name="dates">What a postponement moves.</param>
    public async Task CarryOutAsync(Forslagslinje linje, IReadOnlyList<Datoaendring> dates, CancellationToken ct)
    {
        var node = draft.Node(linje.Node!.Key) ?? linje.Node;
        switch (linje.Art)
        {
            case Forslagsart.Flyttes:
                Move(node, linje.Foer, linje.Efter!);
                break;
            case Forslagsart.Udskydes:
                var moving = dates.Where(d => d.Foer != d.Efter).ToList();
                if (moving.Count == 0)
                {
                    throw new FormatException(
                        $"»{node.Titel}« har ingen dato, der kan udskydes: nævn det, der har den, fx aftalens frist."
                    );
                }

                foreach (var date in moving)
                {
                    Move(draft.Node(date.Node.Key) ?? date.Node, date.Foer, date.Efter);
                }

                break;
            case Forslagsart.Aendres:
                Say(node, linje.Tekst!);
                break;
            case Forslagsart.Erstattes:
                Add(node.Kind, linje, UppersOf(node));
                await DropAsync(node, ct);
                break;
            case Forslagsart.Ny:
                Add(linje.Slags!.Value, linje, [node]);
                break;
            case Forslagsart.Bortfalder:
                await DropAsync(node, ct);
                break;
        }

        _done.Add($"{linje.Nr} {linje.Beskrivelse}");
    }

    /// <summary>The agreement's next edition, known by what it was and what was carried out. What is written by hand has none.</summary>
    /// <returns>Its title and the number of its edition; null where it has none.</returns>
    public (string Titel, int Udgave)? Number()
    {
        if (NodeKeys.IsManuelt(aftale) || _done.Count == 0 || Own(draft.Node(aftale)) is not { } own)
        {
            return null;
        }

        var before = own.Indhold[Egenskaber.Sha256] ?? "";
        var number = int.Parse(own.Indhold[Egenskaber.Udgave] ?? "1", CultureInfo.InvariantCulture) + 1;
        var sha = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{before}\n{string.Join('\n', _done)}")));
        var replaced = (own.Indhold[Egenskaber.Erstattet]?.Split(' ') ?? []).Append(before).Where(s => s.Length > 0);
        draft.Put(
            draft
                .Node(aftale)!
                .With(
                    own with
                    {
                        Indhold = With(
                            own.Indhold,
                            new(Egenskaber.Udgave, number.ToString(CultureInfo.InvariantCulture)),
                            new(Egenskaber.Sha256, sha),
                            new(Egenskaber.Erstattet, string.Join(' ', replaced.Distinct().Order(StringComparer.Ordinal))),
                            new(Egenskaber.Revideret, Iso(dag))
                        ),
                    }
                )
        );
        return (own.Indhold.Titel, number);
    }

    private void Move(Node node, Tidsudtryk? before, Tidsudtryk after)
    {
        if (Own(node) is not { } own)
        {
            return;
        }

        var said = own.Indhold;
        var text =
            before is not null && said.Tekst.Contains(before.Tekst, StringComparison.Ordinal)
                ? Omskrivning.Redated(said.Tekst, before.Tekst, after)
                : $"{said.Tekst} (flyttet til {after.Tekst})";
        ReplaceInFields(node.Key, said.Tekst, text);
        Put(
            node,
            own,
            With(
                said with
                {
                    Tekst = text,
                    Titel = Titel.Of(text),
                    Tider = before is null ? [.. said.Tider, after] : [.. said.Tider.Select(t => t == before ? after : t)],
                },
                new Egenskab(Egenskaber.FlyttetFra, before?.Tekst ?? "ingen dato")
            )
        );
    }

    private void Say(Node node, string text)
    {
        if (Own(node) is not { } own)
        {
            return;
        }

        ReplaceInFields(node.Key, own.Indhold.Tekst, text);
        var aliases = own.Indhold.Aliaser.Append(own.Indhold.Titel).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        Put(node, own, own.Indhold with { Tekst = text, Titel = Titel.Of(text), Aliaser = [.. aliases] });
    }

    private void Add(NodeKind kind, Forslagslinje linje, IReadOnlyList<Node> uppers)
    {
        var said = new Indhold(Titel.Of(linje.Tekst!), linje.Tekst!)
        {
            Art = kind switch
            {
                NodeKind.Milepael => "milepael",
                NodeKind.Opfoelgning => "opfoelgning",
                _ => null,
            },
            Tider = linje is { Art: Forslagsart.Ny, Efter: { } time } ? [time] : [],
            Egenskaber = kind == NodeKind.Opfoelgning ? [new(Egenskaber.Forloeb, "planlagt")] : [],
        };
        var upper = uppers[0];
        var point = upper.Key.Split('/') is [_, _, var sted, _, _] ? sted : "revideret";
        var key = NodeKeys.InDocument(aftale, point, kind, said.Tekst);
        for (var twin = 2; draft.Node(key) is not null; twin++)
        {
            key = NodeKeys.InDocument(aftale, point, kind, said.Tekst, twin);
        }

        var (kommune, agreement) = (upper.Kommune, Own(draft.Node(aftale)));
        draft.Put(
            Node.Of(
                key,
                kind,
                kommune,
                [new(aftale, agreement?.Underskrevet, Own(upper)?.Center ?? upper.Vist.Center, said, [], [evidens])]
            )
        );
        Join(EdgeType.Angiver, aftale, key);
        AddToField(kind, upper.Key, said.Tekst);
        foreach (var over in uppers)
        {
            if (Edgetype(over.Kind, kind) is { } type)
            {
                Join(type, over.Key, key, type.IsHierarchy() ? Grund.Tekst : null);
            }
        }

        // A new contribution is given and answered for by those who give its siblings.
        var actors = draft
            .Edges.Where(e => kind == NodeKind.Bidrag && e.Type is EdgeType.Yder or EdgeType.AnsvarligFor && linje.Node is not null)
            .Where(e => draft.Edges.Any(s => s.Type == EdgeType.Omfatter && s.From == upper.Key && s.To == e.To))
            .Select(e => (e.Type, e.From))
            .Distinct()
            .ToList();
        actors.ForEach(a => Join(a.Type, a.From, key));
    }

    /// <summary>What falls, with all that stands under it or around it alone. What others say of it keeps it as a name.</summary>
    private async Task DropAsync(Node node, CancellationToken ct)
    {
        ReplaceInFields(node.Key, node.Indhold.Tekst, null);
        var falling = Falling(node.Key);
        // What was found at follow-ups that were held stays, and stays tied to what it is of.
        foreach (var edge in draft.Edges.Where(e => (falling.Contains(e.From) || falling.Contains(e.To)) && !IsHeld(e.To)).ToList())
        {
            draft.Withdraw(edge, aftale);
        }

        foreach (var key in falling)
        {
            var there = draft.Node(key)!;
            draft.Withdraw(there, aftale);
            if (draft.Node(key) is not null)
            {
                continue;
            }

            var left = await draft.Graph.ExpandAsync(new([key], new([], Direction.Either, []), null, [], Page.Everything), ct);
            draft.Know(left[0].Items.Select(n => n.Edge));
            if (key == node.Key || draft.Edges.Any(e => e.From == key || e.To == key))
            {
                await RememberAsync(there, ct);
            }
        }
    }

    /// <summary>A name that is left of what was given up, so that its follow-ups and couplings still have their end.</summary>
    private async Task RememberAsync(Node node, CancellationToken ct)
    {
        var said = With(node.Indhold with { Henvist = true, Tider = [] }, new Egenskab(Egenskaber.Opgivet, Iso(dag)));
        draft.Put(
            Node.Of(node.Key, node.Kind, node.Kommune, [Manuelt.Udsagn(node.Kommune, said, node.Vist.Center) with { Herkomst = [evidens] }])
        );
        var kommune = (await draft.Graph.NodesAsync([node.Kommune], ct)).First();
        await Manuelt.StateAsync(draft, kommune, null, ct);
    }

    private HashSet<string> Falling(string root)
    {
        var falling = new HashSet<string>(StringComparer.Ordinal) { root };
        for (var grew = true; grew;)
        {
            grew = false;
            var below = draft.Edges.Where(e => falling.Contains(e.From) && IsBelow(e.Type) && !falling.Contains(e.To) && !IsHeld(e.To));
            foreach (var edge in below.ToList())
            {
                var others = draft.Edges.Where(e => e.To == edge.To && IsBelow(e.Type)).All(e => falling.Contains(e.From));
                if (others && Own(draft.Node(edge.To)) is not null)
                {
                    grew |= falling.Add(edge.To);
                }
            }
        }

        return falling;
    }

    private bool IsHeld(string key) => draft.Node(key) is { } node && Opfoelgningsskema.IsHeld(node);

    private static bool IsBelow(EdgeType type) =>
        type.IsHierarchy()
        || type
            is EdgeType.HarMilepael
                or EdgeType.FoelgesOp
                or EdgeType.TruesAf
                or EdgeType.RettetMod
                or EdgeType.DokumenteresVed
                or EdgeType.HarMaaling;

    private IReadOnlyList<Node> UppersOf(Node node) =>
        [.. draft.Edges.Where(e => e.To == node.Key && IsBelow(e.Type)).Select(e => draft.Node(e.From)).OfType<Node>()];

    private static EdgeType? Edgetype(NodeKind upper, NodeKind kind) =>
        kind switch
        {
            NodeKind.Milepael => EdgeType.HarMilepael,
            NodeKind.Opfoelgning => EdgeType.FoelgesOp,
            _ => EdgeTypes.Down(upper),
        }
            is { } type
        && EdgeTypes.Allows(type, upper, kind)
            ? type
            : null;

    private void Join(EdgeType type, string from, string to, Grund? grund = null)
    {
        var signed = Own(draft.Node(aftale))?.Underskrevet;
        var said = new EdgeUdsagn(aftale, signed, Own(draft.Node(to))?.Center, from, grund, Tillid.Tekst, null, [evidens]);
        draft.Put(Edge.Of(type, from, to, null, [said]));
    }

    /// <summary>The words of a node in the form fields that hold them; none in their place takes their line away.</summary>
    private void ReplaceInFields(string key, string before, string? after)
    {
        List<string> owners =
        [
            .. draft.Edges.Where(e => e.To == key && e.Type != EdgeType.Angiver).Select(e => e.From).Append(key).Distinct(),
        ];
        // An indicator stands in the field of the contribution above its effect.
        owners.AddRange(draft.Edges.Where(e => owners.Contains(e.To) && e.Type.IsHierarchy()).Select(e => e.From).Except(owners).ToList());
        foreach (var owner in owners)
        {
            ChangeFields(owner, f => Omskrivning.InField(f, before, after));
        }
    }

    /// <summary>What is new stands last in the field of its kind.</summary>
    private void AddToField(NodeKind kind, string owner, string text)
    {
        var labels = Omskrivning.Labels(kind);
        List<string> owners = [owner, .. draft.Edges.Where(e => e.To == owner && e.Type.IsHierarchy()).Select(e => e.From)];
        foreach (var holder in owners)
        {
            if (Own(draft.Node(holder)) is { } own && own.Felter.FirstOrDefault(f => labels.Contains(f.Label)) is { } field)
            {
                ChangeFields(holder, f => f == field ? Omskrivning.Longer(f, text) : f);
                return;
            }
        }
    }

    private void ChangeFields(string key, Func<Feltvaerdi, Feltvaerdi> change)
    {
        if (draft.Node(key) is { } node && Own(node) is { } own)
        {
            draft.Put(node.With(own with { Felter = [.. own.Felter.Select(change)] }));
        }
    }

    private void Put(Node node, Udsagn own, Indhold said)
    {
        var there = draft.Node(node.Key) ?? node;
        var now = Own(there) ?? own;
        draft.Put(there.With(now with { Indhold = said, Herkomst = [.. now.Herkomst.Where(h => h != evidens), evidens] }));
    }

    private Udsagn? Own(Node? node) => node?.Udsagn.FirstOrDefault(u => u.Aftale == aftale);

    private static Indhold With(Indhold indhold, params Egenskab[] set) =>
        indhold with
        {
            Egenskaber =
            [
                .. indhold.Egenskaber.Where(e => set.All(s => s.Navn != e.Navn)).Concat(set).OrderBy(e => e.Navn, StringComparer.Ordinal),
            ],
        };

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
