using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;
using AuraConsole.Unit.Outbound;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Outbound;
using AuraConsole.Web.Outbound.Customers;

namespace AuraConsole.Unit.Customers;

public sealed class CustomerRaiseTests : IAsyncLifetime
{
    private const long Lindiwe = 450_001;

    private OutboundHarness _console = null!;
    private Customer _customer = null!;

    private FakeCallouts Aura => _console.Aura;

    private DateTimeOffset Now => _console.Time.GetUtcNow();

    public async Task InitializeAsync()
    {
        _console = await OutboundHarness.StartAsync();
        await using var db = await _console.DbAsync();
        db.Customers.Add(_customer = new Customer { AuraId = Lindiwe, Name = "Lindiwe", Surname = "Nkosi", Mobile = "+27820000001" });
        await db.SaveChangesAsync();
    }

    public async Task DisposeAsync() => await _console.DisposeAsync();

    [Fact]
    public async Task Raise_New_IsConfirmedAtThePlaceAndNamed()
    {
        Aura.Answer(Told(9001));

        var view = await RaiseAsync();

        Assert.Equal((CommandState.Confirmed, 9001L), (view.State, view.CalloutId));
        var (customerId, sent) = Assert.Single(Aura.CustomerRaises);
        Assert.Equal((Lindiwe, 1, -26.1, 28.05, 12.0), (customerId, sent.ResponseTypeId, sent.Position.Latitude, sent.Position.Longitude, sent.Position.AccuracyMetres));
        var callout = await _console.CalloutAsync(9001);
        Assert.Equal(("Lindiwe Nkosi", -26.1, view.Id), (callout.CustomerName, callout.Latitude, callout.RaisedByCommandId));
        var command = await _console.CommandAsync(view.Id);
        Assert.Equal((Lindiwe, -26.1, 28.05, 12.0), (command.CustomerAuraId, command.Latitude, command.Longitude, command.Accuracy));
    }

    [Fact]
    public async Task Raise_TheSameFormTwice_IsOneCommand()
    {
        Aura.Answer(Told(9001));
        var request = Request();

        var views = await Task.WhenAll(RaiseAsync(request), RaiseAsync(request));
        var later = await RaiseAsync(request);

        Assert.All([.. views, later], view => Assert.Equal((request.CommandId, CommandState.Confirmed), (view.Id, view.State)));
        Assert.Single(Aura.CustomerRaises);
    }

    [Fact]
    public async Task Raise_AuraHadOneAlready_IsJoined()
    {
        Aura.Answer(Told(9001, createdAt: Now - TimeSpan.FromSeconds(30)));

        var view = await RaiseAsync();

        Assert.Equal((CommandState.Joined, CommandNote.ExistingAtAura, 9001L), (view.State, view.Note, view.CalloutId));
    }

    [Fact]
    public async Task Raise_TheSecondTry_IsJoined()
    {
        Aura.Answer(Told(9001));
        await RaiseAsync();
        _console.Time.Advance(TimeSpan.FromSeconds(5));

        var second = await RaiseAsync();

        Assert.Equal((CommandState.Joined, 9001L), (second.State, second.CalloutId));
    }

    [Fact]
    public async Task Raise_AnswerOfAnotherCustomer_SaysSo()
    {
        Aura.Answer(Told(9001) with { CustomerId = 450_002 });

        var view = await RaiseAsync();

        Assert.Equal((CommandState.Joined, CommandNote.OtherCustomer), (view.State, view.Note));
        Assert.Null((await _console.CalloutAsync(9001)).CustomerName);
    }

    [Theory]
    [InlineData(AuraErrorKind.Forbidden, CommandState.Rejected)]
    [InlineData(AuraErrorKind.Invalid, CommandState.Rejected)]
    [InlineData(AuraErrorKind.Unavailable, CommandState.NotSent)]
    public async Task Raise_Refused_SaysWhatIsCertain(AuraErrorKind kind, CommandState expected)
    {
        Aura.Refuse(kind);

        Assert.Equal(expected, (await RaiseAsync()).State);
    }

    [Fact]
    public async Task Raise_DeletedCustomer_IsNotSent()
    {
        await using (var db = await _console.DbAsync())
        {
            db.Attach(_customer).Entity.DeletedAt = Now;
            await db.SaveChangesAsync();
        }

        var view = await RaiseAsync();

        Assert.Equal((CommandState.NotSent, CommandNote.CustomerGone), (view.State, view.Note));
        Assert.Empty(Aura.CustomerRaises);
    }

    [Fact]
    public async Task Raise_AnswerLost_IsFoundAmongTheCustomersCalloutsAndNeverSentTwice()
    {
        Aura.Refuse(AuraErrorKind.OutcomeUnknown);
        var lost = await RaiseAsync();
        var other = await RaiseAsync();
        Aura.OfCustomers[Lindiwe] = [new AuraCallout { Id = 9002, Status = "Created", CreatedAt = Now }];

        await _console.StartSettlerAsync();
        await _console.PassAsync(() => _console.Board.Find(lost.Id) is { IsOpen: false });

        Assert.Equal((CommandState.NotSent, CommandNote.OtherRaiseUnsettled), (other.State, other.Note));
        Assert.Equal((CommandState.Confirmed, 9002L), (_console.Board.Find(lost.Id)!.State, _console.Board.Find(lost.Id)!.CalloutId));
        Assert.Equal("Lindiwe Nkosi", (await _console.CalloutAsync(9002)).CustomerName);
        Assert.Single(Aura.CustomerRaises);
    }

    [Fact]
    public async Task Raise_AnswerLostAndNothingThere_IsNotSentAfterTheWindow()
    {
        Aura.Refuse(AuraErrorKind.OutcomeUnknown);
        Aura.OfCustomers[Lindiwe] = [];
        var lost = await RaiseAsync();

        await _console.StartSettlerAsync();
        await _console.PassAsync(() => _console.Board.Find(lost.Id) is { IsOpen: false });

        Assert.Equal((CommandState.NotSent, CommandNote.NothingAtAura), (_console.Board.Find(lost.Id)!.State, _console.Board.Find(lost.Id)!.Note));
    }

    [Fact]
    public async Task SiteRaise_WhileACustomersIsUnsettled_IsNotHeldUp()
    {
        Aura.Refuse(AuraErrorKind.OutcomeUnknown);
        await RaiseAsync();
        Aura.Answer(_console.Told(9003));

        Assert.Equal(CommandState.Confirmed, (await _console.RaiseAsync()).State);
    }

    [Theory]
    [InlineData(91, 0)]
    [InlineData(double.NaN, 0)]
    [InlineData(0, 181)]
    public async Task Raise_NoPlaceOnEarth_IsNotRecorded(double latitude, double longitude) =>
        await Assert.ThrowsAsync<ArgumentException>(() => RaiseAsync(Request() with { Latitude = latitude, Longitude = longitude }));

    private static AuraCallout Told(long id, DateTimeOffset? createdAt = null) => new() { Id = id, CustomerId = Lindiwe, Status = "Created", CreatedAt = createdAt };

    private RaiseCustomerRequest Request() => new()
    {
        CommandId = Guid.NewGuid(),
        CustomerId = _customer.Id,
        ResponseTypeId = 1,
        Latitude = -26.1,
        Longitude = 28.05,
        Accuracy = 12,
    };

    private Task<CommandView> RaiseAsync(RaiseCustomerRequest? request = null) =>
        _console.Get<CustomerRaises>().RaiseAsync(request ?? Request(), OutboundHarness.Thandi, Scope.Everything, CancellationToken.None);
}
