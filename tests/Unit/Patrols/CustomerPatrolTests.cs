using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Patrols.Importing;
using AuraConsole.Web.Features.Patrols.Scheduling;
using AuraConsole.Web.Features.Patrols.Showing;
using AuraConsole.Web.Features.Patrols.Watching;
using AuraConsole.Web.Live;
using AuraConsole.Web.Resources;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Unit.Patrols;

/// <summary>Patrols that visit a customer, and no site.</summary>
public sealed class CustomerPatrolTests : IDisposable
{
    private const long Person = 460_001;

    private readonly PatrolHouse _house = new();

    public CustomerPatrolTests()
    {
        using var db = _house.Database();
        db.Customers.Add(new Customer { AuraId = Person, Name = "Quintessa", Surname = "Vandermerwe", Mobile = "+27830000099" });
        db.SaveChanges();
    }

    private static PatrolRequest Request => PatrolHouse.Request() with
    {
        SiteId = null,
        ForCustomer = true,
        CustomerAuraId = Person,
        Address = "4 Quiet Lane",
        Latitude = -33.91,
        Longitude = 18.42,
        TimeZoneId = "Europe/London",
        FirstDate = new DateOnly(2026, 5, 5),
    };

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Schedule_ForACustomer_SendsThePlaceAndShowsTheNameMasked()
    {
        var id = await _house.ScheduledAsync(Request);

        var (patrol, sent) = (await _house.PatrolAsync(id), Assert.Single(_house.Aura.Created));
        Assert.Equal((Person, "4 Quiet Lane", -33.91, 18.42), (sent.CustomerId, sent.Location.Address, sent.Location.Latitude, sent.Location.Longitude));
        Assert.Equal((CommandState.Confirmed, "Quintessa V.", "Europe/London"), (patrol.State, patrol.Place, patrol.TimeZoneId));
        await using var db = _house.Database();
        Assert.False(await db.AuditRecords.AnyAsync(one => one.Detail!.Contains("Quiet") || one.Detail.Contains("Quintessa")));
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("", -33.9, null)]
    [InlineData("4 Quiet Lane", -133.9, 18.4)]
    [InlineData("4 Quiet Lane", double.NaN, 18.4)]
    public async Task Schedule_WithoutAPlaceThatCanBe_SaysSoAndSendsNothing(string? address, double? latitude, double? longitude)
    {
        var outcome = await _house.Commands.ScheduleAsync(Request with { Address = address, Latitude = latitude, Longitude = longitude }, PatrolHouse.Dispatcher);

        var fault = Assert.Single(outcome.Faults);
        Assert.Equal((nameof(PatrolRequest.Address), latitude is null ? PatrolsText.NeedAddress : PatrolsText.BadPlace), (fault.Field, fault.Sentence));
        Assert.Empty(_house.Aura.Created);
    }

    [Fact]
    public async Task Schedule_NobodyChosenOrNobodyInService_SendsNothing()
    {
        var outcome = await _house.Commands.ScheduleAsync(Request with { CustomerAuraId = null }, PatrolHouse.Dispatcher);
        await using (var db = _house.Database())
            await db.Customers.ExecuteUpdateAsync(set => set.SetProperty(one => one.DeletedAt, DateTimeOffset.UnixEpoch));

        Assert.Equal(PatrolsText.NeedPerson, Assert.Single(outcome.Faults).Sentence);
        await Assert.ThrowsAsync<ArgumentException>(() => _house.Commands.ScheduleAsync(Request, PatrolHouse.Dispatcher));
        Assert.Empty(_house.Aura.Created);
    }

    [Fact]
    public async Task Scope_WhoSeesNothingUngrouped_NeitherSchedulesNorSeesIt()
    {
        var id = await _house.ScheduledAsync(Request);
        await _house.LimitAsync("u2", false, 7);
        var scope = _house.Get<Scopes>().Of(PatrolHouse.Other);

        await Assert.ThrowsAsync<ArgumentException>(() => _house.Commands.ScheduleAsync(Request, PatrolHouse.Other));
        await Assert.ThrowsAsync<ArgumentException>(() => _house.CancelAsync(id, PatrolHouse.Other));
        Assert.Null(await _house.Get<PatrolQueries>().FindAsync(id, scope, CancellationToken.None));
        Assert.Empty(await _house.Get<PatrolQueries>().ListAsync(PatrolChoice.All, "", scope, CancellationToken.None));
        Assert.Empty(await _house.Get<PatrolCalendar>().ReadAsync(_house.Time.GetUtcNow(), _house.Time.GetUtcNow().AddDays(7), scope, CancellationToken.None));
    }

    [Fact]
    public async Task Calendar_ListAndAlerts_ShowItUnderTheMaskedName()
    {
        var id = await _house.ScheduledAsync(Request);

        Assert.Equal(id, Assert.Single(await _house.Get<PatrolQueries>().ListAsync(PatrolChoice.Coming, "quintessa", Scope.Everything, CancellationToken.None)).Id);
        var seen = await _house.Get<PatrolCalendar>().ReadAsync(_house.Time.GetUtcNow(), _house.Time.GetUtcNow().AddDays(7), Scope.Everything, CancellationToken.None);
        Assert.Contains("Quintessa V.", Assert.Single(seen).Text, StringComparison.Ordinal);
        _house.Time.Advance(TimeSpan.FromDays(2));
        await _house.LookAsync();
        Assert.Equal(("Quintessa V.", true), _house.Get<PatrolAlerts>().For(Scope.Everything) is [var alert] ? (alert.Place, alert.IsMissed) : default);
    }

    [Fact]
    public async Task Conflicts_OfTheSameCustomer_AreShownAndTheSitesAreNot()
    {
        await _house.ScheduledAsync(Request);
        await _house.ScheduledAsync(Request with { FormId = Guid.NewGuid(), ForCustomer = false, SiteId = PatrolHouse.SiteId });

        var conflicts = await _house.Get<PatrolQueries>().ConflictsAsync(PatrolRules.RuleOf(Request)!, Request, Scope.Everything, CancellationToken.None);

        Assert.Single(conflicts);
    }

    [Fact]
    public async Task Import_LineWithoutAReference_IsForTheCustomer()
    {
        const string File = "reference,name,date,start,minutes,customer,address\n,Check,2026-05-06,18:00,30,460001,4 Quiet Lane\n,Check,2026-05-06,18:00,30,999,4 Quiet Lane\n";
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(File));

        var view = await _house.Get<PatrolFile>().ReadAsync(stream, PatrolHouse.Dispatcher, CancellationToken.None);

        Assert.Empty(view.Lines[0].Faults);
        Assert.Contains("999", Assert.Single(view.Lines[1].Faults), StringComparison.Ordinal);
        Assert.Equal(CommandState.Confirmed, (await _house.Commands.ScheduleAsync(view.Lines[0].Request, PatrolHouse.Dispatcher)).State);
    }

    [Fact]
    public async Task Stop_WithAnAnswerOnItsWay_WaitsForItAndLetsNothingMoreLeave()
    {
        _house.Aura.Hold = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = _house.Commands.ScheduleAsync(Request, PatrolHouse.Dispatcher);
        await Support.Until.TrueAsync(() => _house.Aura.Created.Count == 1);

        var stop = _house.Get<PatrolRuns>().DrainAsync(CancellationToken.None);
        var late = await _house.Commands.ScheduleAsync(PatrolHouse.Request(), PatrolHouse.Dispatcher);
        Assert.False(stop.IsCompleted);
        _house.Aura.Hold.SetResult();
        await stop;

        Assert.Equal(CommandState.Confirmed, (await first).State);
        Assert.Equal(CommandState.NotSent, late.State);
        Assert.Equal(PatrolNote.StoppedBefore, (await _house.PatrolAsync(late.PatrolId!.Value)).Commands[0].Note);
        Assert.Single(_house.Aura.Created);
    }
}
