using Effektkaeder.GraphQL.Errors;
using Effektkaeder.GraphQL.Execution.Binding;
using Effektkaeder.GraphQL.Execution.Direct;
using Effektkaeder.GraphQL.Execution.Planning;
using Effektkaeder.GraphQL.Execution.Results;
using Effektkaeder.GraphQL.Language;
using Effektkaeder.GraphQL.Values;

namespace Effektkaeder.GraphQL.Execution;

/// <summary>
/// One run of a planned operation (spec 6.2 and 6.4), level by level: every field of a level is asked once for all its
/// parents together, then the values are completed, and the objects among them make the next level.
/// </summary>
internal sealed partial class OperationRun : IDisposable
{
    private readonly OperationPlan _plan;
    private readonly IReadOnlyDictionary<string, object?> _variables;
    private readonly IReadOnlyDictionary<string, Arguments> _directives;
    private readonly object? _given;
    private readonly Action<Exception, GraphQLError>? _onInternalError;
    private readonly CancellationToken _cancellation;
    private readonly List<GraphQLError> _errors = [];
    private Dictionary<PlannedSelection, ObjectGroup> _next = [];
    private ObjectGroup? _lastGroup;
    private object? _services;
    private DirectWriter? _direct;
    private bool _isRootGone;

    public OperationRun(
        OperationPlan plan,
        IReadOnlyDictionary<string, object?> variables,
        IReadOnlyDictionary<string, Arguments> directives,
        object? services,
        Action<Exception, GraphQLError>? onInternalError,
        CancellationToken cancellation
    )
    {
        _plan = plan;
        _variables = variables;
        _directives = directives;
        _given = services;
        _onInternalError = onInternalError;
        _cancellation = cancellation;
    }

    public IReadOnlyList<GraphQLError> Errors => _errors;

    /// <summary>The objects that were written as they were met.</summary>
    public JsonBuffer? Written => _direct?.Written;

    public void Dispose() => _direct?.Dispose();

    /// <summary>Runs the operation; answers its root groups, or null when null propagated to the root.</summary>
    public async ValueTask<IReadOnlyList<ObjectGroup>?> RunAsync(object? rootValue)
    {
        _plan.CountRun();
        if (_plan.Operation.Operation != OperationType.Mutation)
        {
            Begin();
            var root = new ObjectGroup(_plan.Root);
            root.AddRoot(rootValue);
            await RunLevelsAsync([root]).ConfigureAwait(false);
            return _isRootGone ? null : [root];
        }

        // Spec 6.2.2: the root fields of a mutation run one after another, each with everything below it.
        var groups = new List<ObjectGroup>();
        foreach (var field in _plan.Root.Fields)
        {
            var root = new ObjectGroup(new PlannedSelection(_plan.Root.Type, [field]));
            root.AddRoot(rootValue);
            groups.Add(root);
            Begin();
            await RunLevelsAsync([root]).ConfigureAwait(false);
            if (_isRootGone)
            {
                return null;
            }
        }

        return groups;
    }

    /// <summary>Each query, and each root field of a mutation, stands on a state of the data of its own.</summary>
    private void Begin()
    {
        _services = (_given as IOperationServices)?.ForOperation(_directives) ?? _given;
        _direct = new DirectWriter(_plan, _variables, _services, _cancellation, _direct);
    }

    private async ValueTask RunLevelsAsync(IReadOnlyCollection<ObjectGroup> level)
    {
        while (level.Count > 0 && !_isRootGone)
        {
            _cancellation.ThrowIfCancellationRequested();
            var calls = Gather(level);
            foreach (var call in calls)
            {
                Start(call);
            }

            foreach (var call in calls)
            {
                await FinishAsync(call).ConfigureAwait(false);
            }

            level = _next.Values;
            _next = [];
            _lastGroup = null;
        }
    }

    /// <summary>One call for each distinct field of the level, over the live objects of every group that asks it.</summary>
    private static List<Call> Gather(IReadOnlyCollection<ObjectGroup> level)
    {
        var calls = new List<Call>();
        var byId = new Dictionary<int, Call>();
        foreach (var group in level)
        {
            group.OpenColumns();
            foreach (var column in group.Columns)
            {
                if (column.Field.IsTypeName)
                {
                    Array.Fill(column.Cells, new Cell(group.Selection.Type.Name, 0));
                    continue;
                }

                if (!byId.TryGetValue(column.Field.CallId, out var call))
                {
                    byId[column.Field.CallId] = call = new Call(column.Field);
                    calls.Add(call);
                }

                call.Columns.Add(column);
            }
        }

        return calls;
    }

    private void Start(Call call)
    {
        var field = call.Field;
        GatherParents(call);
        if (call.Parents.Count == 0)
        {
            return;
        }

        if (!_plan.TryArguments(field, _variables, out var arguments, out var reason))
        {
            call.Failure = new GraphQLError(reason, ErrorCodes.BadRequest);
            return;
        }

        var context = _plan.ContextOf(field, call.Parents, arguments, _services, _cancellation);
        try
        {
            if (field.Resolver.PerObject is { } perObject)
            {
                call.Values = EachByItself(perObject, call.Parents, context);
            }
            else
            {
                var answer = field.Resolver.Batch!(context);
                if (answer.IsCompletedSuccessfully)
                {
                    call.Values = answer.Result;
                }
                else
                {
                    call.Pending = answer.AsTask();
                }
            }
        }
        catch (Exception exception) when (!IsOurCancellation(exception))
        {
            call.Thrown = exception;
        }
    }

    /// <summary>
    /// The parents that still stand. Until something fails, that is all of them, and a single group's list serves as it is.
    /// </summary>
    private void GatherParents(Call call)
    {
        if (_errors.Count == 0 && call.Columns.Count == 1)
        {
            call.Parents = call.Columns[0].Group.Objects;
            return;
        }

        var parents = new List<object?>(call.Columns.Sum(column => column.Cells.Length));
        if (_errors.Count == 0)
        {
            foreach (var column in call.Columns)
            {
                parents.AddRange(column.Group.Objects);
            }
        }
        else
        {
            call.Places = [];
            foreach (var column in call.Columns)
            {
                for (var i = 0; i < column.Cells.Length; i++)
                {
                    if (!ResultPaths.IsGone(column, i))
                    {
                        parents.Add(column.Group.Objects[i]);
                        call.Places.Add((column, i));
                    }
                }
            }
        }

        call.Parents = parents;
    }

    private object?[] EachByItself(Func<object?, BatchContext, object?> resolve, List<object?> parents, BatchContext context)
    {
        var values = new object?[parents.Count];
        for (var i = 0; i < values.Length; i++)
        {
            try
            {
                values[i] = resolve(parents[i], context);
            }
            catch (Exception exception) when (!IsOurCancellation(exception))
            {
                values[i] = exception;
            }
        }

        return values;
    }

    private async ValueTask FinishAsync(Call call)
    {
        if (call.Pending is not null)
        {
            try
            {
                // A resolver that does not heed the token still cannot hold the response.
                call.Values = await call.Pending.WaitAsync(_cancellation).ConfigureAwait(false);
            }
            catch (Exception exception) when (!IsOurCancellation(exception))
            {
                call.Thrown = exception;
            }
        }

        if (call.Values is { } values && values.Count != call.Parents.Count)
        {
            call.Thrown = new InvalidOperationException(
                $"The resolver of {call.Field.Definition.Coordinate} answered {values.Count} values for {call.Parents.Count} parents."
            );
        }

        if (call.Places is { } places)
        {
            for (var i = 0; i < places.Count; i++)
            {
                Take(call, places[i].Column, places[i].Index, i);
            }

            return;
        }

        var at = 0;
        foreach (var column in call.Columns)
        {
            for (var i = 0; i < column.Cells.Length; i++)
            {
                Take(call, column, i, at++);
            }
        }
    }

    /// <summary>Puts the answer for one parent in its place.</summary>
    private void Take(Call call, ResultColumn column, int index, int answer)
    {
        var field = column.Field;
        if (call.Failure is not null)
        {
            Fail(column, index, field, call.Failure);
        }
        else if (call.Thrown is not null)
        {
            FailBy(column, index, field, call.Thrown);
        }
        else
        {
            Complete(column, index, field, field.Shape, call.Values![answer]);
        }
    }

    private bool IsOurCancellation(Exception exception) => exception is OperationCanceledException && _cancellation.IsCancellationRequested;

    /// <summary>One resolver call of a level, and the positions its values go to.</summary>
    private sealed class Call(PlannedField field)
    {
        public PlannedField Field { get; } = field;

        public List<ResultColumn> Columns { get; } = [];

        public List<object?> Parents { get; set; } = [];

        /// <summary>Where the answers go, when not to every cell of the columns in order.</summary>
        public List<(ResultColumn Column, int Index)>? Places { get; set; }

        public Task<IReadOnlyList<object?>>? Pending { get; set; }

        public IReadOnlyList<object?>? Values { get; set; }

        public Exception? Thrown { get; set; }

        public GraphQLError? Failure { get; set; }
    }
}
