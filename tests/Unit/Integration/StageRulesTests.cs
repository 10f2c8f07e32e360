using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Lifecycle;
using AuraConsole.Integration.Webhooks;

namespace AuraConsole.Unit.Integration;

public sealed class StageRulesTests
{
    private static readonly Dictionary<AuraEventKind, CalloutStage?> Named = new()
    {
        [AuraEventKind.Unknown] = null,
        [AuraEventKind.NewCallout] = CalloutStage.Created,
        [AuraEventKind.CalloutOwned] = null,
        [AuraEventKind.ResponderAcknowledged] = CalloutStage.Dispatched,
        [AuraEventKind.ResponderManuallyDispatched] = CalloutStage.Dispatched,
        [AuraEventKind.ResponderArrived] = CalloutStage.OnScene,
        [AuraEventKind.ResponderCompleted] = CalloutStage.Completed,
        [AuraEventKind.EventsChanged] = null,
        [AuraEventKind.SoftCancelledByCustomer] = null,
        [AuraEventKind.NoLongerRequiresResponse] = CalloutStage.StoodDown,
        [AuraEventKind.CalloutClosed] = CalloutStage.Closed,
        [AuraEventKind.CustomerCreated] = null,
        [AuraEventKind.SubscriptionCreated] = null,
        [AuraEventKind.SubscriptionUpdated] = null,
        [AuraEventKind.SubscriptionCancelled] = null,
        [AuraEventKind.SubscriptionCancelFailed] = null,
    };

    /// <summary>Written out, so that the order of the enumeration cannot change unseen.</summary>
    private static readonly List<CalloutStage> Order =
    [
        CalloutStage.Created, CalloutStage.Dispatched, CalloutStage.OnScene, CalloutStage.Completed, CalloutStage.StoodDown, CalloutStage.Closed,
    ];

    public static TheoryData<CalloutStage, AuraEventKind> EveryPair
    {
        get
        {
            var pairs = new TheoryData<CalloutStage, AuraEventKind>();
            foreach (var stage in Enum.GetValues<CalloutStage>())
            {
                foreach (var kind in Enum.GetValues<AuraEventKind>())
                    pairs.Add(stage, kind);
            }

            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(EveryPair))]
    public void After_EveryPair_ForwardsOnly(CalloutStage present, AuraEventKind happened)
    {
        var named = Named[happened];
        var expected = named is { } stage && Order.IndexOf(stage) > Order.IndexOf(present) ? stage : present;

        Assert.Equal(named, StageRules.NamedBy(happened));
        Assert.Equal(expected, StageRules.After(present, happened));
    }

    [Theory]
    [InlineData("created", CalloutStage.Created)]
    [InlineData("Created", CalloutStage.Created)]
    [InlineData("NEW", CalloutStage.Created)]
    [InlineData("Responder Dispatched", CalloutStage.Dispatched)]
    [InlineData("RESPONDER DISPATCHED", CalloutStage.Dispatched)]
    [InlineData("responder acknowledged", CalloutStage.Dispatched)]
    [InlineData("En Route", CalloutStage.Dispatched)]
    [InlineData("Responder Arrived", CalloutStage.OnScene)]
    [InlineData("On Scene", CalloutStage.OnScene)]
    [InlineData("onScene", CalloutStage.OnScene)]
    [InlineData("Responder Completed", CalloutStage.Completed)]
    [InlineData("Responder Cancelled", CalloutStage.StoodDown)]
    [InlineData("responder canceled", CalloutStage.StoodDown)]
    [InlineData("Stood down", CalloutStage.StoodDown)]
    [InlineData("No longer requires response", CalloutStage.StoodDown)]
    [InlineData("closed", CalloutStage.Closed)]
    [InlineData("CLOSED", CalloutStage.Closed)]
    [InlineData("  Closed  ", CalloutStage.Closed)]
    [InlineData("Not dispatched", null)]
    [InlineData("Responder has not arrived", null)]
    [InlineData("Awaiting dispatch", null)]
    [InlineData("Cancel requested", null)]
    [InlineData("Pending", null)]
    [InlineData("something else", null)]
    [InlineData("", null)]
    [InlineData("   ", null)]
    [InlineData(null, null)]
    public void ShownBy_Status_MappedLeniently(string? status, CalloutStage? expected) =>
        Assert.Equal(expected, StageRules.ShownBy(new AuraCallout { Id = 7, Status = status }));

    [Fact]
    public void ShownBy_TimesBeyondTheStatus_LatestWins()
    {
        var then = new DateTimeOffset(2026, 5, 4, 9, 0, 0, TimeSpan.Zero);
        var dispatched = new AuraDispatch { DispatchedAt = then };
        var arrived = new AuraDispatch { DispatchedAt = then, ArrivedAt = then };
        var completed = new AuraDispatch { CompletedAt = then };

        Assert.Equal(CalloutStage.Dispatched, Show(null, dispatched));
        Assert.Equal(CalloutStage.OnScene, Show("created", arrived, dispatched));
        Assert.Equal(CalloutStage.Completed, Show("odd", dispatched, completed));
        Assert.Equal(CalloutStage.StoodDown, Show("Responder Cancelled", arrived));
        Assert.Null(Show("odd", new AuraDispatch { Responder = "R", EtaMinutes = 4 }));
    }

    [Fact]
    public void ShownBy_285_ClosedWhateverTheStatusSays() =>
        Assert.Equal(CalloutStage.Closed, StageRules.ShownBy(new AuraCallout { Id = 7, Status = "created", ClosedByStatusCode = true }));

    private static CalloutStage? Show(string? status, params AuraDispatch[] dispatches) =>
        StageRules.ShownBy(new AuraCallout { Id = 7, Status = status, Dispatches = dispatches });
}
