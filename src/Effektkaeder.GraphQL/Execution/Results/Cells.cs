using Effektkaeder.GraphQL.Execution.Planning;
using Effektkaeder.GraphQL.TypeSystem;

namespace Effektkaeder.GraphQL.Execution.Results;

/// <summary>
/// One position of the result: nothing (null), a leaf's value, a <see cref="ResultList"/>, an object as its group and its
/// place in it, or one that is written already as a <see cref="DirectPart"/>. Results are kept by column, so that objects cost no
/// allocation of their own.
/// </summary>
internal readonly record struct Cell(object? Content, int Index);

/// <summary>What holds cells: a field's column over the objects of a group, or a list.</summary>
internal abstract class CellHolder
{
    public required Cell[] Cells { get; init; }

    /// <summary>Whether null may stand in these cells.</summary>
    public required bool IsNullable { get; init; }
}

/// <summary>The values of one field for all objects of a group.</summary>
internal sealed class ResultColumn : CellHolder
{
    public required PlannedField Field { get; init; }

    public required ObjectGroup Group { get; init; }
}

/// <summary>A list value, and the position it stands in.</summary>
internal sealed class ResultList : CellHolder
{
    public required CellHolder Owner { get; init; }

    public required int OwnerIndex { get; init; }

    /// <summary>Whether the list has been replaced by null.</summary>
    public bool IsDead { get; set; }
}

/// <summary>All objects of one type that one selection met on one level.</summary>
internal sealed class ObjectGroup(PlannedSelection selection)
{
    private readonly List<(CellHolder Holder, int Index)> _origins = [];
    private HashSet<int>? _dead;

    public PlannedSelection Selection { get; } = selection;

    public List<object?> Objects { get; } = [];

    /// <summary>One column a planned field; empty until the group's level is answered.</summary>
    public ResultColumn[] Columns { get; private set; } = [];

    public Cell Add(object? value, CellHolder holder, int index)
    {
        Objects.Add(value);
        _origins.Add((holder, index));
        return new Cell(this, Objects.Count - 1);
    }

    /// <summary>The position the object stands in; a root object has none.</summary>
    public (CellHolder? Holder, int Index) Origin(int index) => index < _origins.Count ? _origins[index] : default;

    /// <summary>Whether the object has been replaced by null: nothing below it is answered any more.</summary>
    public bool IsDead(int index) => _dead?.Contains(index) == true;

    public void Kill(int index) => (_dead ??= []).Add(index);

    public void AddRoot(object? value) => Objects.Add(value);

    public void OpenColumns()
    {
        var fields = Selection.Fields;
        Columns = new ResultColumn[fields.Length];
        for (var i = 0; i < fields.Length; i++)
        {
            Columns[i] = new ResultColumn
            {
                Cells = new Cell[Objects.Count],
                IsNullable = fields[i].Definition.Type is not NonNullType,
                Field = fields[i],
                Group = this,
            };
        }
    }
}
