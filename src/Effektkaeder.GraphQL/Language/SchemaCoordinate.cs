namespace Effektkaeder.GraphQL.Language;

/// <summary>
/// Names one part of a schema (spec 2.13, September 2025): <c>Type</c>, <c>Type.member</c>, <c>Type.field(argument:)</c>,
/// <c>@directive</c> or <c>@directive(argument:)</c>. Written without any space.
/// </summary>
public sealed record SchemaCoordinate(string Name, bool IsDirective = false, string? Member = null, string? Argument = null)
{
    /// <exception cref="GraphQLSyntaxException">The text is no coordinate.</exception>
    public static SchemaCoordinate Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var at = 0;
        var isDirective = TryTake('@');
        var name = TakeName();
        var member = !isDirective && TryTake('.') ? TakeName() : null;
        string? argument = null;
        if ((isDirective || member is not null) && TryTake('('))
        {
            argument = TakeName();
            Take(':');
            Take(')');
        }

        return at == text.Length ? new SchemaCoordinate(name, isDirective, member, argument) : throw Error("the end");

        bool TryTake(char c)
        {
            if (at < text.Length && text[at] == c)
            {
                at++;
                return true;
            }

            return false;
        }

        void Take(char c)
        {
            if (!TryTake(c))
            {
                throw Error($"\"{c}\"");
            }
        }

        string TakeName()
        {
            var start = at;
            while (at < text.Length && (at == start ? Characters.IsNameStart(text[at]) : Characters.IsNameContinue(text[at])))
            {
                at++;
            }

            return at > start ? text[start..at] : throw Error("a name");
        }

        GraphQLSyntaxException Error(string wanted) =>
            new($"A schema coordinate needs {wanted} here, not {Characters.Show(text, at)}.", at, 1, at + 1);
    }

    public override string ToString() =>
        (IsDirective ? "@" : "") + Name + (Member is null ? "" : "." + Member) + (Argument is null ? "" : $"({Argument}:)");
}
