using AuraConsole.Integration.Lifecycle;

namespace AuraConsole.Unit.Integration;

public sealed class CalloutOperationsTests
{
    /// <summary>One letter a stage, in the order of <see cref="CalloutStage"/>: yes, Called off, cloSed, Not closed yet.</summary>
    private static readonly Dictionary<CalloutOperation, string> Expected = new()
    {
        [CalloutOperation.Cancel] = "yyyyCS",
        [CalloutOperation.SafeCodeCancel] = "yyyyCS",
        [CalloutOperation.Dismiss] = "yyyyyS",
        [CalloutOperation.UpdateLocation] = "yyyyyS",
        [CalloutOperation.SendEvent] = "yyyyyS",
        [CalloutOperation.AttachReason] = "yyyyyy",
        [CalloutOperation.Report] = "NNNNNy",
        [CalloutOperation.Map] = "NNNNNy",
        [CalloutOperation.Rate] = "NNNNNy",
    };

    public static TheoryData<CalloutStage, CalloutOperation> Every
    {
        get
        {
            var every = new TheoryData<CalloutStage, CalloutOperation>();
            foreach (var stage in Enum.GetValues<CalloutStage>())
            {
                foreach (var operation in Enum.GetValues<CalloutOperation>())
                    every.Add(stage, operation);
            }

            return every;
        }
    }

    [Theory]
    [MemberData(nameof(Every))]
    public void In_EveryStageAndOperation_AsInTheTable(CalloutStage stage, CalloutOperation operation)
    {
        NotAllowed? why = Expected[operation][(int)stage] switch
        {
            'C' => NotAllowed.CalledOff,
            'S' => NotAllowed.Closed,
            'N' => NotAllowed.NotClosedYet,
            _ => null,
        };

        Assert.Equal((why is null, why), (CalloutOperations.In(stage, operation).Allowed, CalloutOperations.In(stage, operation).Why));
    }
}
