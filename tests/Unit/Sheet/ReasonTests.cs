using AuraConsole.Integration.Http;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Components.Callouts;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Outbound;
using AuraConsole.Web.Outbound.Reasons;
using AuraConsole.Web.Resources;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Unit.Sheet;

public sealed class ReasonTests : IAsyncLifetime
{
    private SheetHouse _house = null!;

    public async Task InitializeAsync() => _house = await SheetHouse.StartAsync();

    public async Task DisposeAsync() => await _house.DisposeAsync();

    [Fact]
    public async Task Reason_CancelConfirmed_IsAttachedOnceWithItsWords()
    {
        await AddAsync(CommandState.Confirmed);

        await _house.Spine.RunAsync<ReasonAttacher>();
        await Until.TrueAsync(async () => (await CommandAsync()).ReasonState == SendState.Sent);

        Assert.Equal((102L, "Keypad fault"), _house.Reasons.Attached.Single());
        Assert.Contains(await _house.EntriesAsync(), entry => entry.Kind == EntryKind.ReasonAttached);
    }

    [Theory]
    [InlineData(AuraErrorKind.Invalid, SendState.Failed, EntryKind.ReasonNotAttached)]
    [InlineData(AuraErrorKind.OutcomeUnknown, SendState.Unknown, EntryKind.ReasonAnswerLost)]
    public async Task Reason_AuraDoesNotTakeIt_IsSaidAndNotRepeated(AuraErrorKind kind, SendState state, EntryKind said)
    {
        _house.Reasons.Refusal = FakeExchange.Failure(kind, "No");
        await AddAsync(CommandState.Confirmed);

        await _house.Spine.RunAsync<ReasonAttacher>();
        await Until.TrueAsync(async () => (await CommandAsync()).ReasonState == state);

        Assert.Equal(said, (await _house.EntriesAsync())[^1].Kind);
    }

    [Fact]
    public async Task Reasons_AuraCannotGiveThem_IsNoListAndNoFailure()
    {
        _house.Reasons.Refusal = FakeExchange.Failure(AuraErrorKind.Unavailable);
        Assert.Null(await _house.Get<CancelReasons>().ListAsync(SheetHouse.Id, default));

        _house.Reasons.Refusal = null;
        _house.Reasons.Known.Add((102, "False alarm"));
        Assert.Equal("False alarm", (await _house.Get<CancelReasons>().ListAsync(SheetHouse.Id, default))!.Single().Text);
    }

    [Fact]
    public void SafeCode_Shown_IsMasked()
    {
        var request = new CancelRequest(Guid.NewGuid(), 1, "Customer is well") { SafeCode = new SafeCode("4711") };

        Assert.DoesNotContain("4711", request.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Outcome_WrongCode_SpeaksOfDuress()
    {
        var view = new CommandView
        {
            Id = Guid.NewGuid(),
            Kind = CommandKind.Cancel,
            State = CommandState.Rejected,
            ErrorKind = AuraErrorKind.Invalid,
            WithSafeCode = true,
            AskedBy = "Thandi",
            AskedAt = default,
        };

        Assert.Equal(SheetText.SafeCodeRefused, CommandText.Of(view));
        Assert.NotEqual(SheetText.SafeCodeRefused, CommandText.Of(view with { WithSafeCode = false }));
    }

    private Task AddAsync(CommandState state) => _house.Spine.Writer.WriteAsync(session =>
    {
        session.Db.Commands.Add(new Command
        {
            Id = Guid.NewGuid(),
            Kind = CommandKind.Cancel,
            State = state,
            CalloutAuraId = SheetHouse.Id,
            AskedById = "user-1",
            AskedByName = "Thandi",
            AskedAt = session.Now,
            SettledAt = session.Now,
            Reason = "Keypad fault",
            AuraReasonId = 102,
            ReasonState = SendState.Waiting,
        });
        return Task.CompletedTask;
    }, default);

    private Task<Command> CommandAsync() => _house.Spine.ReadAsync(db => db.Commands.AsNoTracking().SingleAsync());
}
