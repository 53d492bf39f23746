using System.Collections;
using Effektkaeder.GraphQL.Errors;
using Effektkaeder.GraphQL.Execution.Binding;
using Effektkaeder.GraphQL.Execution.Planning;
using Effektkaeder.GraphQL.Execution.Results;
using Effektkaeder.GraphQL.TypeSystem;

namespace Effektkaeder.GraphQL.Execution;

/// <summary>CompleteValue of spec 6.4.3, and the errors of 6.4.4.</summary>
internal sealed partial class OperationRun
{
    private void Complete(CellHolder holder, int index, PlannedField field, GraphQLType type, object? value)
    {
        switch (value)
        {
            case FieldError error:
                Fail(holder, index, field, new GraphQLError(error.Message, error.Code));
                return;
            case Exception exception:
                FailBy(holder, index, field, exception);
                return;
            case null when type is NonNullType:
                Fail(
                    holder,
                    index,
                    field,
                    new GraphQLError(
                        $"The field \"{field.Definition.Coordinate}\" has no value, but promises one.",
                        ErrorCodes.InvalidResult
                    )
                );
                return;
            case null:
                return;
            default:
                break;
        }

        switch (type.Nullable)
        {
            case ListType list:
                CompleteList(holder, index, field, list, value);
                break;
            case CompositeType composite:
                CompleteObject(holder, index, field, composite, value);
                break;
            case NamedType leaf:
                CompleteLeaf(holder, index, field, leaf, type is NonNullType, value);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(type));
        }
    }

    private void CompleteList(CellHolder holder, int index, PlannedField field, ListType type, object value)
    {
        if (value is string or IReadOnlyDictionary<string, object?> || value is not IEnumerable items)
        {
            Fail(
                holder,
                index,
                field,
                new GraphQLError($"The field \"{field.Definition.Coordinate}\" promises a list, but has none.", ErrorCodes.InvalidResult)
            );
            return;
        }

        object?[] values;
        try
        {
            values = items as object?[] ?? [.. items.Cast<object?>()];
        }
        catch (Exception exception) when (!IsOurCancellation(exception))
        {
            FailBy(holder, index, field, exception);
            return;
        }

        var list = new ResultList
        {
            Cells = new Cell[values.Length],
            IsNullable = type.OfType is not NonNullType,
            Owner = holder,
            OwnerIndex = index,
        };
        holder.Cells[index] = new Cell(list, 0);
        for (var i = 0; i < values.Length && !list.IsDead; i++)
        {
            Complete(list, i, field, type.OfType, values[i]);
        }
    }

    private void CompleteObject(CellHolder holder, int index, PlannedField field, CompositeType type, object value)
    {
        ObjectType? concrete;
        try
        {
            concrete = type as ObjectType ?? _plan.Schema.ResolveType(type, value);
        }
        catch (Exception exception) when (!IsOurCancellation(exception))
        {
            FailBy(holder, index, field, exception);
            return;
        }

        if (concrete is null)
        {
            Fail(
                holder,
                index,
                field,
                new GraphQLError(
                    $"The value of \"{field.Definition.Coordinate}\" is no object type of \"{type.Name}\".",
                    ErrorCodes.InvalidResult
                )
            );
            return;
        }

        var selection = _plan.Select(field.Family!, concrete);
        holder.Cells[index] = _direct!.TryWrite(value, selection) ?? GroupFor(selection).Add(value, holder, index);
    }

    private ObjectGroup GroupFor(PlannedSelection selection)
    {
        if (ReferenceEquals(_lastGroup?.Selection, selection))
        {
            return _lastGroup;
        }

        if (!_next.TryGetValue(selection, out var group))
        {
            _next[selection] = group = new ObjectGroup(selection);
        }

        return _lastGroup = group;
    }

    private void CompleteLeaf(CellHolder holder, int index, PlannedField field, NamedType type, bool isNonNull, object value)
    {
        try
        {
            if (!_plan.Schema.Leaves.TryWrite(type, value, out var written, out var reason))
            {
                Fail(holder, index, field, new GraphQLError(reason, ErrorCodes.InvalidResult));
            }
            else if (written is null && isNonNull)
            {
                Complete(holder, index, field, new NonNullType(type), null);
            }
            else
            {
                holder.Cells[index] = new Cell(written, 0);
            }
        }
        catch (Exception exception) when (!IsOurCancellation(exception))
        {
            FailBy(holder, index, field, exception);
        }
    }

    /// <summary>An exception as a field error: what it says stays inside, unless it was meant for the client.</summary>
    private void FailBy(CellHolder holder, int index, PlannedField field, Exception exception)
    {
        if (exception is GraphQLUserException meant)
        {
            Fail(holder, index, field, new GraphQLError(meant.Message, meant.Code));
            return;
        }

        var error = Fail(holder, index, field, new GraphQLError("Internal error", ErrorCodes.Internal));
        if (error is not null)
        {
            _onInternalError?.Invoke(exception, error);
        }
    }

    /// <summary>
    /// Adds the error with its path and puts null in its place. Nothing is added where null stands already: of several
    /// errors below one position that became null, the first is told (spec 6.4.4).
    /// </summary>
    private GraphQLError? Fail(CellHolder holder, int index, PlannedField field, GraphQLError error)
    {
        if (_isRootGone || ResultPaths.IsGone(holder, index))
        {
            return null;
        }

        var located = error with
        {
            Locations = field.Nodes.Select(node => node.Location).ToArray(),
            Path = ResultPaths.PathOf(holder, index),
        };
        _errors.Add(located);
        if (!ResultPaths.Nullify(holder, index))
        {
            _isRootGone = true;
        }

        return located;
    }
}
