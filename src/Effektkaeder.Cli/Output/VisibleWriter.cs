using System.Text;
using Effektkaeder.Domain.Tekst;

namespace Effektkaeder.Cli.Output;

/// <summary>
/// What people read, on its way to a terminal: nothing that documents, file names or servers say is taken as a command by it.
/// </summary>
internal sealed class VisibleWriter(TextWriter inner) : TextWriter
{
    public override Encoding Encoding => inner.Encoding;

    /// <summary>Where our own colours and progress go, which command on purpose.</summary>
    public static TextWriter Raw(TextWriter writer) => writer is VisibleWriter { Inner: var own } ? own : writer;

    private TextWriter Inner => inner;

    public override void Write(char value) => Write(value.ToString());

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(string? value) => inner.Write(Synligt.Lines(value ?? ""));

    public override void WriteLine(string? value) => inner.WriteLine(Synligt.Lines(value ?? ""));

    public override void WriteLine() => inner.WriteLine();

    public override void Flush() => inner.Flush();
}
