using AuraConsole.Integration.Http;
using AuraConsole.Web.Components.Callouts;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Outbound;
using Bunit;

namespace AuraConsole.Unit.Callouts;

public sealed class CommandOutcomeTests : BunitContext
{
    public CommandOutcomeTests() => JSInterop.Mode = JSRuntimeMode.Loose;

    [Fact]
    public void Outcome_Faces_DifferInWordAndShape()
    {
        var faces = new[]
        {
            Command(CommandState.Sending), Command(CommandState.Unknown), Command(CommandState.Unknown) with { NeedsPerson = true },
            Command(CommandState.Confirmed), Command(CommandState.Joined), Command(CommandState.Rejected), Command(CommandState.NotSent),
        }.Select(Show).ToList();

        Assert.Equal(7, faces.Select(face => face.Find("h3").TextContent).Distinct().Count());
        Assert.Equal(7, faces.Select(face => face.Find("svg").InnerHtml).Distinct().Count());
        Assert.Equal(7, faces.Select(face => face.Find("[data-outcome]").GetAttribute("data-outcome")).Distinct().Count());
    }

    [Fact]
    public void Rejected_BadRequest_HasAurasWordsAsTheyAreAndWhatItMayMean()
    {
        var shown = Show(Command(CommandState.Rejected) with { ErrorKind = AuraErrorKind.Invalid, AuraMessage = "<b>Bad</b> request" });

        Assert.Equal("<b>Bad</b> request", shown.Find("blockquote").TextContent);
        Assert.Contains("does not know this site’s reference", shown.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Rejected_Cancel_DoesNotSpeakOfTheReference()
    {
        var shown = Show(Command(CommandState.Rejected) with { Kind = CommandKind.Cancel, ErrorKind = AuraErrorKind.Invalid, AuraMessage = "no" });

        Assert.DoesNotContain("reference", shown.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CommandNote.ActiveCalloutHere, "nothing was sent to AURA")]
    [InlineData(CommandNote.ExistingAtAura, "was there before")]
    [InlineData(CommandNote.OtherSite, "another site")]
    public void Joined_Note_SaysWhy(CommandNote note, string expected)
    {
        var shown = Show(Command(CommandState.Joined) with { Note = note, CalloutId = 77 });

        Assert.Contains(expected, shown.Markup, StringComparison.Ordinal);
        Assert.Contains("77", shown.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void NotSent_Notes_EachHaveAText()
    {
        CommandNote?[] notes =
        [
            null, CommandNote.OtherRaiseUnsettled, CommandNote.SiteDeleted, CommandNote.StoppedBefore, CommandNote.NothingAtAura,
            CommandNote.SettledByPerson, CommandNote.AlreadyClosed,
        ];

        Assert.Equal(notes.Length, notes.Select(note => CommandText.Of(Command(CommandState.NotSent) with { Note = note })).Distinct().Count());
    }

    private IRenderedComponent<CommandOutcome> Show(CommandView command) => Render<CommandOutcome>(parameters => parameters.Add(o => o.Command, command));

    private static CommandView Command(CommandState state) => new()
    {
        Id = Guid.NewGuid(),
        Kind = CommandKind.Raise,
        State = state,
        AskedBy = "P. Botha",
        AskedAt = DateTimeOffset.UnixEpoch,
    };
}
