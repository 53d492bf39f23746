using Effektkaeder.GraphQL.Errors;
using Texts = System.Collections.Generic.IReadOnlyDictionary<string, string>;

namespace Effektkaeder.GraphQL.Execution.Results;

/// <summary>Responses as UTF-8 JSON (spec 7): errors first when there are any, then data, in the order of the selections.</summary>
internal static class ResponseWriter
{
    /// <summary>A request error's response: no data at all (spec 7.1).</summary>
    public static void WriteErrors(JsonBuffer json, IReadOnlyList<GraphQLError> errors, Texts? texts)
    {
        json.Byte('{');
        WriteErrorList(json, errors, texts);
        json.Byte('}');
    }

    /// <param name="root">The root's groups, merged as one object; null when null propagated to the root.</param>
    /// <param name="direct">Holds the objects that were written as they were met.</param>
    public static void WriteResult(
        JsonBuffer json,
        IReadOnlyList<ObjectGroup>? root,
        JsonBuffer? direct,
        IReadOnlyList<GraphQLError> errors,
        Texts? texts
    )
    {
        json.Byte('{');
        if (errors.Count > 0)
        {
            WriteErrorList(json, errors, texts);
            json.Byte(',');
        }

        json.Raw("\"data\":"u8);
        if (root is null)
        {
            json.Raw("null"u8);
        }
        else
        {
            json.Byte('{');
            var isFirst = true;
            foreach (var group in root)
            {
                WriteFields(json, group, 0, direct, ref isFirst);
            }

            json.Byte('}');
        }

        json.Byte('}');
    }

    private static void WriteFields(JsonBuffer json, ObjectGroup group, int index, JsonBuffer? direct, ref bool isFirst)
    {
        foreach (var column in group.Columns)
        {
            json.Raw(column.Field.Key(isFirst));
            isFirst = false;
            WriteCell(json, column.Cells[index], direct);
        }
    }

    private static void WriteCell(JsonBuffer json, Cell cell, JsonBuffer? direct)
    {
        switch (cell.Content)
        {
            case ObjectGroup group:
                json.Byte('{');
                var isFirst = true;
                WriteFields(json, group, cell.Index, direct, ref isFirst);
                json.Byte('}');
                break;
            case DirectPart part:
                json.Raw(direct!.Part(cell.Index, part.Length));
                break;
            case ResultList list:
                json.Byte('[');
                for (var i = 0; i < list.Cells.Length; i++)
                {
                    if (i > 0)
                    {
                        json.Byte(',');
                    }

                    WriteCell(json, list.Cells[i], direct);
                }

                json.Byte(']');
                break;
            default:
                json.Value(cell.Content);
                break;
        }
    }

    private static void WriteErrorList(JsonBuffer json, IReadOnlyList<GraphQLError> errors, Texts? texts)
    {
        json.Raw("\"errors\":"u8);
        for (var i = 0; i < errors.Count; i++)
        {
            var error = errors[i];
            json.Raw(i == 0 ? "[{\"message\":"u8 : ",{\"message\":"u8);
            json.Text(error.Message.In(texts));
            if (error.Locations.Count > 0)
            {
                json.Raw(",\"locations\":"u8);
                json.Value(
                    error.Locations.Select(at => new Dictionary<string, object?>(StringComparer.Ordinal)
                    {
                        ["line"] = at.Line,
                        ["column"] = at.Column,
                    })
                );
            }

            if (error.Path is not null)
            {
                json.Raw(",\"path\":"u8);
                json.Value(error.Path);
            }

            json.Raw(",\"extensions\":{\"code\":"u8);
            json.Text(error.Code);
            json.Raw("}}"u8);
        }

        json.Byte(']');
    }
}
