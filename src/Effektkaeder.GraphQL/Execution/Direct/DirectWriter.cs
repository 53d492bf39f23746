using Effektkaeder.GraphQL.Execution.Binding;
using Effektkaeder.GraphQL.Execution.Completion;
using Effektkaeder.GraphQL.Execution.Planning;
using Effektkaeder.GraphQL.Execution.Results;

namespace Effektkaeder.GraphQL.Execution.Direct;

/// <summary>
/// Writes an object with all below it as it is met, where every field can be answered from its parent at once. Whatever is
/// out of the ordinary (an error, null where none may stand, a field that is answered for many parents together) makes it
/// give up: the object is then answered level by level like any other, and that tells the error. Fields of objects have no
/// effects (spec 6.2.2 allows them to a mutation's root fields alone), so asking them anew is safe.
/// </summary>
internal sealed class DirectWriter(
    OperationPlan plan,
    IReadOnlyDictionary<string, object?> variables,
    object? services,
    CancellationToken cancellation,
    DirectWriter? before = null
) : IDisposable
{
    private readonly IOperationServices? _operation = services as IOperationServices;
    private Opened?[] _opened = [];
    private FragmentMemo? _memo;
    private int _objects;
    private bool _isOff;

    /// <summary>Goes on after what was written for the root fields before.</summary>
    public JsonBuffer Written { get; } = before?.Written ?? new();

    /// <summary>Answers the written part, or null: then nothing is written.</summary>
    public Cell? TryWrite(object value, PlannedSelection selection)
    {
        if (_isOff || plan.FitnessOf(selection) == Fitness.ByLevel)
        {
            return null;
        }

        _memo = plan.IsSeasoned ? _operation?.Fragments : null;
        var start = Written.Length;
        bool isWritten;
        try
        {
            isWritten = Object(value, selection);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            isWritten = false;
        }

        if (isWritten)
        {
            return new Cell(new DirectPart(Written.Length - start), start);
        }

        // After one failure the rest of this request goes the other way: it costs twice at most, however much fails.
        _isOff = true;
        Written.CutTo(start);
        return null;
    }

    public void Dispose() => Written.Dispose();

    private bool Object(object value, PlannedSelection selection)
    {
        var memo = _memo is not null && IsKept(value, selection) ? _memo : null;
        if (memo?.Find(selection, value) is { } known)
        {
            Written.Raw(known);
            return true;
        }

        if ((++_objects & 63) == 0)
        {
            cancellation.ThrowIfCancellationRequested();
        }

        var start = Written.Length;
        Written.Byte('{');
        var fields = selection.Fields;
        for (var i = 0; i < fields.Length; i++)
        {
            Written.Raw(fields[i].Key(i == 0));
            if (!Field(value, selection, fields[i]))
            {
                return false;
            }
        }

        Written.Byte('}');
        memo?.Keep(selection, value, Written.From(start));
        return true;
    }

    private bool IsKept(object value, PlannedSelection selection) =>
        selection.IsKept is { } isKept && plan.FitnessOf(selection) == Fitness.Pure && isKept(value);

    private bool Field(object parent, PlannedSelection selection, PlannedField field)
    {
        if (field.IsTypeName)
        {
            Written.Text(selection.Type.Name);
            return true;
        }

        if (field.Resolver.OfParent is { } ofParent)
        {
            return Value(ofParent(parent), field, field.Shape);
        }

        return Open(field) is { } open && Value(open(parent), field, field.Shape);
    }

    private bool Value(object? value, PlannedField field, PlannedType type)
    {
        var completed = CompletedValue.Of(plan.Schema, field.Definition, type, value);
        switch (completed.Kind)
        {
            case CompletedKind.Null:
                Written.Raw("null"u8);
                return true;
            case CompletedKind.Leaf:
                Written.Value(completed.Value);
                return true;
            case CompletedKind.List:
                return List((object?[])completed.Value!, field, type.Item!);
            case CompletedKind.Object:
                return Object(completed.Value!, plan.Select(field.Family!, completed.Type!));
            default:
                return false;
        }
    }

    private bool List(object?[] items, PlannedField field, PlannedType item)
    {
        Written.Byte('[');
        for (var i = 0; i < items.Length; i++)
        {
            if (i > 0)
            {
                Written.Byte(',');
            }

            if (!Value(items[i], field, item))
            {
                return false;
            }
        }

        Written.Byte(']');
        return true;
    }

    /// <summary>The field as a function of its parent in this request: its arguments coerced and its services found once.</summary>
    private Func<object, object?>? Open(PlannedField field)
    {
        if (field.CallId >= _opened.Length)
        {
            Array.Resize(ref _opened, Math.Max(field.CallId + 8, plan.CallCount));
        }

        return (_opened[field.CallId] ??= new Opened(OpenNow(field))).Function;
    }

    private Func<object, object?>? OpenNow(PlannedField field)
    {
        if (!plan.TryArguments(field, variables, out var arguments, out _))
        {
            return null;
        }

        var context = plan.ContextOf(field, [], arguments, services, cancellation);
        return field.Resolver.PerObject is { } perObject ? parent => perObject(parent, context) : field.Resolver.Opener!(context);
    }

    /// <param name="Function">Null where the field cannot be opened in this request.</param>
    private sealed record Opened(Func<object, object?>? Function);
}
