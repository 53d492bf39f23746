using System.Collections;
using Effektkaeder.GraphQL.Execution.Binding;
using Effektkaeder.GraphQL.Execution.Planning;
using Effektkaeder.GraphQL.Execution.Results;
using Effektkaeder.GraphQL.TypeSystem;
using Effektkaeder.GraphQL.Values;

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

    private enum Outcome
    {
        /// <summary>Written, and the same whenever it is written from this state of the data.</summary>
        Pure,

        /// <summary>Written, but it depends on the request.</summary>
        Varying,

        /// <summary>Some field below needs the other way, in every request.</summary>
        Unfit,

        /// <summary>Something must be told that only the other way tells.</summary>
        Failed,
    }

    /// <summary>Goes on after what was written for the root fields before.</summary>
    public JsonBuffer Written { get; } = before?.Written ?? new();

    /// <summary>Answers the written part, or null: then nothing is written.</summary>
    public Cell? TryWrite(object value, PlannedSelection selection)
    {
        if (_isOff || selection.IsUnfit)
        {
            return null;
        }

        _memo = plan.IsSeasoned ? _operation?.Fragments : null;
        var start = Written.Length;
        Outcome outcome;
        try
        {
            outcome = Object(value, selection);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            outcome = Outcome.Failed;
        }

        if (outcome is Outcome.Pure or Outcome.Varying)
        {
            return new Cell(new DirectPart(Written.Length - start), start);
        }

        // After one failure the rest of this request goes the other way: it costs twice at most, however much fails.
        _isOff |= outcome == Outcome.Failed;
        Written.CutTo(start);
        return null;
    }

    public void Dispose() => Written.Dispose();

    private Outcome Object(object value, PlannedSelection selection)
    {
        var memo = _memo is not null && !selection.IsVarying && selection.IsKept?.Invoke(value) == true ? _memo : null;
        if (memo?.Find(selection, value) is { } known)
        {
            Written.Raw(known);
            return Outcome.Pure;
        }

        if ((++_objects & 63) == 0)
        {
            cancellation.ThrowIfCancellationRequested();
        }

        var (start, outcome) = (Written.Length, Outcome.Pure);
        Written.Byte('{');
        var fields = selection.Fields;
        for (var i = 0; i < fields.Length; i++)
        {
            Written.Raw(fields[i].Key(i == 0));
            switch (Field(value, selection, fields[i]))
            {
                case Outcome.Varying:
                    outcome = Outcome.Varying;
                    break;
                case Outcome.Unfit:
                    selection.IsUnfit = true;
                    return Outcome.Unfit;
                case Outcome.Failed:
                    return Outcome.Failed;
                default:
                    break;
            }
        }

        Written.Byte('}');
        if (outcome == Outcome.Varying)
        {
            selection.IsVarying = true;
        }
        else
        {
            memo?.Keep(selection, value, Written.From(start));
        }

        return outcome;
    }

    private Outcome Field(object parent, PlannedSelection selection, PlannedField field)
    {
        if (field.IsTypeName)
        {
            Written.Text(selection.Type.Name);
            return Outcome.Pure;
        }

        object? value;
        if (field.Resolver.OfParent is { } ofParent)
        {
            value = ofParent(parent);
        }
        else if (field.Resolver.PerObject is null && field.Resolver.Opener is null)
        {
            return Outcome.Unfit;
        }
        else if (Open(field) is { } open)
        {
            value = open(parent);
        }
        else
        {
            return Outcome.Failed;
        }

        var outcome = Value(value, field, field.Shape);
        return outcome == Outcome.Pure && !field.IsPure ? Outcome.Varying : outcome;
    }

    private Outcome Value(object? value, PlannedField field, PlannedType type)
    {
        switch (value)
        {
            case null when type.IsNonNull:
            case FieldError or Exception:
                return Outcome.Failed;
            case null:
                Written.Raw("null"u8);
                return Outcome.Pure;
            case string text when type.Kind == LeafKind.Text:
                Written.Text(text);
                return Outcome.Pure;
            default:
                break;
        }

        if (type.Item is { } item)
        {
            return List(value, field, item);
        }

        if (type.Composite is { } composite)
        {
            var concrete = type.Object ?? plan.Schema.ResolveType(composite, value);
            return concrete is null ? Outcome.Failed : Object(value, plan.Select(field.Family!, concrete));
        }

        if (LeafCoercion.IsReady(type.Kind, value))
        {
            Written.Value(value);
            return Outcome.Pure;
        }

        if (!plan.Schema.Leaves.TryWrite(type.Leaf!, value, out var written, out _) || (written is null && type.IsNonNull))
        {
            return Outcome.Failed;
        }

        Written.Value(written);
        return Outcome.Pure;
    }

    private Outcome List(object value, PlannedField field, PlannedType item)
    {
        if (value is string or IReadOnlyDictionary<string, object?> || value is not IEnumerable items)
        {
            return Outcome.Failed;
        }

        var outcome = Outcome.Pure;
        Written.Byte('[');
        if (items is object?[] array)
        {
            for (var i = 0; i < array.Length; i++)
            {
                if (Item(array[i], i == 0) is var one and (Outcome.Unfit or Outcome.Failed))
                {
                    return one;
                }
            }
        }
        else
        {
            var isFirst = true;
            foreach (var one in items)
            {
                if (Item(one, isFirst) is var result and (Outcome.Unfit or Outcome.Failed))
                {
                    return result;
                }

                isFirst = false;
            }
        }

        Written.Byte(']');
        return outcome;

        Outcome Item(object? one, bool isFirst)
        {
            if (!isFirst)
            {
                Written.Byte(',');
            }

            var result = Value(one, field, item);
            if (result == Outcome.Varying)
            {
                outcome = Outcome.Varying;
            }

            return result;
        }
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
        var arguments = field.FixedArguments;
        if (
            arguments is null
            && !ArgumentCoercion.TryCoerce(
                plan.Schema.Inputs,
                field.Definition.Arguments,
                field.Nodes[0].Arguments,
                variables,
                out arguments,
                out _
            )
        )
        {
            return null;
        }

        var context = new BatchContext(
            [],
            field.Definition,
            arguments,
            new PlannedView(plan, field.Family, field.Definition.Type.Named as CompositeType),
            services,
            plan.Schema.Schema,
            cancellation
        );
        return field.Resolver.PerObject is { } perObject ? parent => perObject(parent, context) : field.Resolver.Opener!(context);
    }

    /// <param name="Function">Null where the field cannot be opened in this request.</param>
    private sealed record Opened(Func<object, object?>? Function);
}
