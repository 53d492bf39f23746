using System.Text;
using System.Text.RegularExpressions;

namespace Effektkaeder.Diagram.Svg;

/// <summary>What a writer has written: whole elements, escaped.</summary>
internal sealed partial record SvgFragment(string Text)
{
    /// <summary>The same without ids, for where it stands a second time in one document.</summary>
    public SvgFragment WithoutIds() => new(Ids().Replace(Text, ""));

    // A quote in a value is written as an entity, so that this is never inside one.
    [GeneratedRegex(" (id|data-(?:key|id|from|to|level|more|folded)|tabindex|role|aria-label)=\"[^\"]*\"", RegexOptions.CultureInvariant)]
    private static partial Regex Ids();
}

/// <summary>
/// Writes SVG, element by element. Names are the code's own; every value and every text is escaped here, and there is no other way
/// into the document, so that nothing a municipality wrote can be markup.
/// </summary>
internal sealed class SvgWriter
{
    private readonly StringBuilder _svg = new();
    private readonly Stack<string> _open = new();

    public SvgFragment Fragment =>
        _open.Count == 0 ? new(_svg.ToString()) : throw new InvalidOperationException($"{_open.Peek()} is open.");

    /// <summary>An element that ends when what is returned is disposed of.</summary>
    public IDisposable Open(string element, params ReadOnlySpan<(string Name, SvgValue Value)> attributes)
    {
        Start(element, attributes);
        _svg.Append('>');
        _open.Push(element);
        NewLine();
        return new Closing(this);
    }

    /// <summary>An element with nothing in it.</summary>
    public void Empty(string element, params ReadOnlySpan<(string Name, SvgValue Value)> attributes)
    {
        Start(element, attributes);
        _svg.Append("/>");
        NewLine();
    }

    /// <summary>An element that holds a text alone.</summary>
    public void Leaf(string element, string text, params ReadOnlySpan<(string Name, SvgValue Value)> attributes)
    {
        Start(element, attributes);
        _svg.Append('>').Append(SvgText.Escape(text)).Append("</").Append(element).Append('>');
        NewLine();
    }

    /// <summary>What another writer wrote.</summary>
    public void Insert(SvgFragment fragment) => _svg.Append(fragment.Text);

    private void Start(string element, ReadOnlySpan<(string Name, SvgValue Value)> attributes)
    {
        _svg.Append('<').Append(element);
        foreach (var (name, value) in attributes)
        {
            if (value.Text is { } text)
            {
                _svg.Append(' ').Append(name).Append("=\"").Append(SvgText.Escape(text)).Append('"');
            }
        }
    }

    private void Close()
    {
        _svg.Append("</").Append(_open.Pop()).Append('>');
        NewLine();
    }

    /// <summary>One element a line; inside a text a line break would be a space that is seen.</summary>
    private void NewLine()
    {
        if (!_open.Contains("text"))
        {
            _svg.Append('\n');
        }
    }

    private sealed class Closing(SvgWriter writer) : IDisposable
    {
        public void Dispose() => writer.Close();
    }
}
