using AuraConsole.Integration.Lifecycle;
using AuraConsole.Web.Features.Board.Bulk;

namespace AuraConsole.Unit.BoardPages;

public sealed class BulkPlanTests
{
    [Theory]
    [InlineData(null, CalloutStage.Created, BulkFate.Claim)]
    [InlineData(Rows.Me, CalloutStage.Created, BulkFate.AlreadyYours)]
    [InlineData("other", CalloutStage.OnScene, BulkFate.OwnedByOther)]
    [InlineData(null, CalloutStage.Closed, BulkFate.Closed)]
    public void Claim_ByOwnerAndStage(string? owner, CalloutStage stage, BulkFate expected) =>
        Assert.Equal(expected, BulkPlan.Of(BulkKind.Claim, 1, Rows.Of(1, stage, owner), Rows.Me, false).Fate);

    [Theory]
    [InlineData(CalloutStage.Created, false, false, BulkFate.Cancel)]
    [InlineData(CalloutStage.Completed, false, false, BulkFate.Cancel)]
    [InlineData(CalloutStage.Created, false, true, BulkFate.CancelUnderWay)]
    [InlineData(CalloutStage.Created, true, false, BulkFate.CloseHere)]
    [InlineData(CalloutStage.StoodDown, true, false, BulkFate.CloseHere)]
    [InlineData(CalloutStage.StoodDown, false, false, BulkFate.StoodDown)]
    [InlineData(CalloutStage.Closed, false, false, BulkFate.Closed)]
    public void PutAway_ByStage(CalloutStage stage, bool missing, bool standingDown, BulkFate expected) =>
        Assert.Equal(expected, BulkPlan.Of(BulkKind.PutAway, 1, Rows.Of(1, stage) with { MissingAtAura = missing }, Rows.Me, standingDown).Fate);

    [Fact]
    public void Anything_WithACalloutThatIsGone_IsSkipped()
    {
        Assert.False(BulkPlan.Of(BulkKind.Note, 1, null, Rows.Me, false).IsDone);
        Assert.True(BulkPlan.Of(BulkKind.Note, 1, Rows.Of(1, CalloutStage.Closed), Rows.Me, false).IsDone);
    }
}
