using Effektkaeder.GraphQL.Errors;
using Effektkaeder.GraphQL.Execution.Completion;
using Effektkaeder.GraphQL.Execution.Planning;
using Effektkaeder.GraphQL.Execution.Results;

namespace Effektkaeder.GraphQL.Execution;

/// <summary>Completed values in their places (spec 6.4.3), and the errors of 6.4.4.</summary>
internal sealed partial class OperationRun
{
    private void Complete(CellHolder holder, int index, PlannedField field, PlannedType type, object? value)
    {
        CompletedValue completed;
        try
        {
            completed = CompletedValue.Of(_plan.Schema, field.Definition, type, value);
        }
        catch (Exception exception) when (!IsOurCancellation(exception))
        {
            completed = new CompletedValue(CompletedKind.Failed, exception);
        }

        switch (completed.Kind)
        {
            case CompletedKind.Leaf:
                holder.Cells[index] = new Cell(completed.Value, 0);
                break;
            case CompletedKind.List:
                CompleteList(holder, index, field, type.Item!, (object?[])completed.Value!);
                break;
            case CompletedKind.Object:
                var selection = _plan.Select(field.Family!, completed.Type!);
                holder.Cells[index] =
                    _direct!.TryWrite(completed.Value!, selection) ?? GroupFor(selection).Add(completed.Value!, holder, index);
                break;
            case CompletedKind.Failed when completed.Failure is GraphQLError error:
                Fail(holder, index, field, error);
                break;
            case CompletedKind.Failed:
                FailBy(holder, index, field, (Exception)completed.Failure!);
                break;
            default:
                break;
        }
    }

    private void CompleteList(CellHolder holder, int index, PlannedField field, PlannedType item, object?[] values)
    {
        var list = new ResultList
        {
            Cells = new Cell[values.Length],
            IsNullable = !item.IsNonNull,
            Owner = holder,
            OwnerIndex = index,
        };
        holder.Cells[index] = new Cell(list, 0);
        for (var i = 0; i < values.Length && !list.IsDead; i++)
        {
            Complete(list, i, field, item, values[i]);
        }
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
