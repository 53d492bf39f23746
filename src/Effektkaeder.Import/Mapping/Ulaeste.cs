using System.Text;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Domain.Tid;
using Effektkaeder.Import.Mapping.Etiketter;
using Effektkaeder.Import.Mapping.Former;
using Effektkaeder.Import.Mapping.Forside;
using Effektkaeder.Import.Mapping.Skabeloner;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Mapping;

/// <summary>
/// What of a document became nothing: no node's words, no field value, no label, and nothing that a cover is read for. Held against
/// the finished graph, so that nothing is lost without being told.
/// </summary>
internal sealed class Ulaeste
{
    private readonly Form _form;
    private readonly Aftalegraf _graf;
    private readonly string _said;

    /// <summary>Each thing said, and each of its lines: most blocks are said word for word.</summary>
    private readonly HashSet<string> _whole = new(StringComparer.Ordinal);

    /// <summary>What is left to spend on looking for words inside words: a file of a hundred thousand lines has its bounds too.</summary>
    private long _left = 4_000_000_000;

    private Ulaeste(Form form, Aftalegraf graf)
    {
        _form = form;
        _graf = graf;
        var said = new StringBuilder();
        foreach (var node in graf.Nodes)
        {
            Say(said, node.Udsagn.Indhold.Tekst);
            Say(said, node.Udsagn.Indhold.Titel);
            foreach (var alias in node.Udsagn.Indhold.Aliaser)
            {
                Say(said, alias);
            }

            foreach (var herkomst in node.Udsagn.Herkomst)
            {
                Say(said, herkomst.Ordret);
            }

            foreach (var felt in node.Udsagn.Felter)
            {
                Say(said, felt.Tekst);
                Say(said, felt.Label);
            }

            foreach (var egenskab in node.Udsagn.Indhold.Egenskaber)
            {
                Say(said, egenskab.Vaerdi);
            }
        }

        foreach (var felt in form.Skemaer.SelectMany(s => s.Felter))
        {
            Say(said, felt.Indhold.Text);
        }

        _said = said.ToString();
    }

    internal static IReadOnlyList<(int Line, string Text)> Find(Form form, Aftalegraf graf, IReadOnlySet<Block> read)
    {
        var reading = new Ulaeste(form, graf);
        return [.. form.Tree.Blocks.Where(b => !read.Contains(b)).SelectMany(reading.Unread)];
    }

    private IEnumerable<(int, string)> Unread(Block block) =>
        block switch
        {
            TableBlock table => table.Rows.SelectMany(r =>
                r.Cells.Where(c => !c.IsCopy && !c.IsEmpty && !IsRead(c.Text)).Select(c => (c.Place.Line, c.Text))
            ),
            ListBlock list => list.Items.Where(i => !IsRead(i.Text)).Select(i => (i.Line, i.Text)),
            _ => IsRead(block.FullText) ? [] : [(block.Line, block.FullText)],
        };

    private bool IsRead(string text)
    {
        var plain = Words(text);
        return plain.Length < 3
            || IsSaid(plain)
            || IsLabel(text)
            || IsCover(text)
            || (text.Contains('\n') && text.Split('\n').All(IsRead))
            || (
                text.Contains(". ", StringComparison.Ordinal)
                && Sentences.Split(text) is { Count: > 1 } sentences
                && sentences.All(s => IsRead(s.Text))
            )
            || (Saetningsetiketter.Words(text, SkabelonKatalog.Etiketter) is { } words && words.All(w => IsSaid(Words(w))));
    }

    private bool IsLabel(string text) =>
        SkabelonKatalog.Etiketter.Find(text) is not null
        || Niveautabeller.IsHead(text)
        // "1.1.2": where a thing stands, and nothing of it.
        || text.All(c => char.IsDigit(c) || c == '.')
        || SkabelonKatalog.Etiketter.Section(text) is not null
        || SkabelonKatalog.Etiketter.IsMadeOfLabels(text)
        || SkabelonKatalog.Etiketter.IsCover(text)
        || SkabelonKatalog.Etiketter.Labelled(text) is { Words: var rest } && (rest.Length == 0 || IsRead(rest))
        || SkabelonKatalog.Etiketter.Opener(text) is { Title: var title } && IsSaid(Words(title))
        || Skabelon.Find(_form.Skabelon.Felter, null, text) is not null
        || Skabelon.Find(_form.Skabelon.Forside, null, text) is not null
        || _form.Skabelon.Felter.Any(f => f.Gruppe is { } g && Identitet.Plain(g) == Identitet.Plain(text))
        || _form.Skabelon.Overskriftsraekker.Any(o => Identitet.Plain(o) == Identitet.Plain(text))
        || _form.Skabelon.Skemaer.Any(s =>
            s.Overskrift.Concat(s.Felter.Select(f => f.Label)).Any(o => Identitet.Plain(o) == Identitet.Plain(text))
        );

    /// <summary>What a cover is read for: type, period, days, parties, municipality.</summary>
    private bool IsCover(string text) =>
        text.Length <= 120
        && (
            Aftaletitel.Find(text) is not null
            || ForsideReader.TellsOfDay(text)
            || text.Contains("ommune", StringComparison.OrdinalIgnoreCase)
            || _graf.Nodes.Any(n =>
                n.Kind == NodeKind.Kommune
                && Identitet.Plain(n.Udsagn.Indhold.Titel).Contains(Identitet.Plain(text), StringComparison.Ordinal)
            )
            || TidsudtrykReader.FindAll(text, TidsKontekst.Tom).Any(f => f.Udtryk.HarInterval && f.Laengde * 2 >= text.Length)
            || text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: <= 6 } words
                && words.All(w => Words(w).Length < 3 || IsSaid(Words(w)))
        );

    private void Say(StringBuilder said, string text)
    {
        var words = Words(text);
        said.Append(words).Append('\n');
        if (_whole.Add(words) && text.Contains('\n'))
        {
            foreach (var line in text.Split('\n'))
            {
                _whole.Add(Words(line));
            }
        }
    }

    private bool IsSaid(string plain)
    {
        if (_whole.Contains(plain))
        {
            return true;
        }

        _left -= _said.Length;
        return _left > 0 && _said.Contains(plain, StringComparison.Ordinal);
    }

    /// <summary>Folded, so that neither marks nor white space part the same words.</summary>
    private static string Words(string text)
    {
        var folded = Fold.Of(text.Contains('<') ? Parsers.CellText.Clean(text) : text);
        var words = folded.Length <= 512 ? stackalloc char[512] : new char[folded.Length];
        var length = 0;
        foreach (var c in folded)
        {
            if (char.IsLetterOrDigit(c))
            {
                words[length++] = c;
            }
        }

        return length == folded.Length ? folded : new(words[..length]);
    }
}
