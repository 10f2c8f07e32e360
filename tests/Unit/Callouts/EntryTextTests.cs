using AuraConsole.Integration.Lifecycle;
using AuraConsole.Web.Components.Callouts;
using AuraConsole.Web.Data.Entities;

namespace AuraConsole.Unit.Callouts;

public sealed class EntryTextTests
{
    [Theory]
    [InlineData(EntryKind.RaisedElsewhere, null, null, "Raised elsewhere, first seen here")]
    [InlineData(EntryKind.StageReached, CalloutStage.Created, null, "Callout created at AURA")]
    [InlineData(EntryKind.StageReached, CalloutStage.Dispatched, null, "Responder dispatched")]
    [InlineData(EntryKind.StageReached, CalloutStage.Dispatched, "C12 (Coastal)", "Responder C12 (Coastal) dispatched")]
    [InlineData(EntryKind.StageReached, CalloutStage.OnScene, null, "Responder on scene")]
    [InlineData(EntryKind.StageReached, CalloutStage.OnScene, "C12", "Responder C12 on scene")]
    [InlineData(EntryKind.StageReached, CalloutStage.Completed, null, "Response completed")]
    [InlineData(EntryKind.StageReached, CalloutStage.StoodDown, null, "Response stood down")]
    [InlineData(EntryKind.StageReached, CalloutStage.Closed, null, "Closed by AURA")]
    [InlineData(EntryKind.LateEvent, CalloutStage.Dispatched, "RESPONDER_ACKNOWLEDGED", "Late event, stage unchanged: RESPONDER_ACKNOWLEDGED")]
    [InlineData(EntryKind.LateEvent, CalloutStage.Dispatched, null, "Late event, stage unchanged: Dispatched")]
    [InlineData(EntryKind.EventReceived, null, "CALLOUT_EVENTS_CHANGED", "There is news in the exchange with AURA")]
    [InlineData(EntryKind.EventReceived, null, "NEW_CALLOUT_FOR_INSTANCE", "Event NEW_CALLOUT_FOR_INSTANCE")]
    [InlineData(EntryKind.EventReceived, null, null, "Event without a name")]
    [InlineData(EntryKind.StatusText, null, "Awaiting", "AURA’s status: “Awaiting”")]
    [InlineData(EntryKind.RaiseAsked, null, null, "Callout raised")]
    [InlineData(EntryKind.RaiseAsked, null, "second fire", "Callout raised: second fire")]
    [InlineData(EntryKind.RaiseConfirmed, null, "0.6", "Raise confirmed by AURA after 0.6 s")]
    [InlineData(EntryKind.RaiseJoined, null, "INC-9", "Another raise for the site joined this callout, incident INC-9")]
    [InlineData(EntryKind.RaiseAnswerLost, null, null, "No answer to the raise: looking at AURA")]
    [InlineData(EntryKind.RaiseFound, null, "12.0", "Raise found at AURA after 12.0 s")]
    [InlineData(EntryKind.CancelAsked, null, "false alarm", "Stand-down asked: false alarm")]
    [InlineData(EntryKind.CancelConfirmed, null, null, "Stand-down confirmed by AURA")]
    [InlineData(EntryKind.CancelRejected, null, "no", "Stand-down rejected by AURA: no")]
    [InlineData(EntryKind.CancelNotSent, null, null, "Stand-down not sent")]
    [InlineData(EntryKind.CancelAnswerLost, null, null, "No answer to the stand-down: looking at AURA")]
    [InlineData(EntryKind.CancelFound, null, null, "Stand-down found at AURA")]
    [InlineData(EntryKind.Claimed, null, null, "Claimed")]
    [InlineData(EntryKind.HandedBack, null, null, "Handed back")]
    [InlineData(EntryKind.MissingAtAura, null, null, "AURA no longer lists this callout")]
    [InlineData(EntryKind.FoundAtAura, null, null, "AURA lists this callout again")]
    [InlineData(EntryKind.ClosedHere, null, "asked AURA", "Closed here: asked AURA")]
    public void Entry_Kind_IsASentence(EntryKind kind, CalloutStage? stage, string? detail, string expected) =>
        Assert.Equal(expected, EntryText.Of(kind, stage, detail));

    [Fact]
    public void Entry_EveryKind_HasATextOfItsOwn()
    {
        var texts = Enum.GetValues<EntryKind>().Select(kind => EntryText.Of(kind, null, null)).ToList();

        Assert.Equal(texts.Count, texts.Distinct().Count());
        Assert.DoesNotContain(texts, text => Enum.GetNames<EntryKind>().Contains(text) && text is not (nameof(EntryKind.Claimed) or nameof(EntryKind.Note)));
        Assert.All(Enum.GetValues<EntryKind>(), kind => Assert.NotEmpty(EntryText.MarkOf(new Entry { Kind = kind })));
    }

    [Theory]
    [InlineData(EntrySource.Delivery, null, "AURA · delivery")]
    [InlineData(EntrySource.Poll, null, "AURA · reading")]
    [InlineData(EntrySource.Operator, "P. Botha", "P. Botha · console")]
    [InlineData(EntrySource.Operator, "T. Naidoo", "You · console")]
    [InlineData(EntrySource.Console, "T. Naidoo", "Console")]
    public void Source_OfAnEntry_IsNamed(EntrySource source, string? by, string expected) =>
        Assert.Equal(expected, EntryText.SourceOf(new Entry { Source = source, By = by }, "T. Naidoo"));
}
