using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using WordText = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace Effektkaeder.Import.Readers.Docx;

/// <summary>The words of a paragraph as they read once every tracked change is accepted.</summary>
internal sealed class RunText
{
    private readonly StringBuilder _text = new();
    private bool _allBold = true;

    internal string Text => _text.ToString();

    internal bool IsBold => _allBold && _text.ToString().Trim().Length > 0;

    /// <summary>The text boxes that are anchored here.</summary>
    internal List<OpenXmlElement> Boxes { get; } = [];

    internal void Read(OpenXmlElement parent)
    {
        foreach (var child in parent.ChildElements)
        {
            switch (child)
            {
                case DeletedRun or MoveFromRun or ParagraphProperties:
                    break;
                case Run run when run.RunProperties?.Vanish is null:
                    Words(run);
                    break;
                case Run:
                    break;
                default:
                    Read(child);
                    break;
            }
        }
    }

    private void Words(Run run)
    {
        foreach (var child in run.ChildElements)
        {
            switch (child)
            {
                case WordText text:
                    _text.Append(text.Text);
                    _allBold &= text.Text.Trim().Length == 0 || IsOn(run.RunProperties?.Bold);
                    break;
                case TabChar:
                    _text.Append(' ');
                    break;
                case Break { Type: null }:
                case Break { Type.Value: var type } when type == BreakValues.TextWrapping:
                case CarriageReturn:
                    _text.Append('\n');
                    break;
                case NoBreakHyphen:
                    _text.Append('-');
                    break;
                case AlternateContent alternate:
                    Box(alternate.GetFirstChild<AlternateContentChoice>() ?? (OpenXmlElement)alternate);
                    break;
                case Drawing or Picture:
                    Box(child);
                    break;
            }
        }
    }

    private void Box(OpenXmlElement drawing)
    {
        if (drawing.Descendants<TextBoxContent>().FirstOrDefault() is { } box)
        {
            Boxes.Add(box);
        }
    }

    private static bool IsOn(OnOffType? value) => value is not null && (value.Val is null || value.Val.Value);
}
