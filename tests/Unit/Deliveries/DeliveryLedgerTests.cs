using System.Net;
using System.Security.Claims;
using System.Text;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Admin;
using AuraConsole.Web.Features.Admin.Deliveries;
using AuraConsole.Web.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AuraConsole.Unit.Deliveries;

/// <summary>The count at the door beside the inbox: each loss has its number.</summary>
public sealed class DeliveryLedgerTests : IAsyncLifetime
{
    private static readonly ClaimsPrincipal Admin = Person(Roles.Admin);

    private Spine _spine = null!;

    private DeliveryLedger Ledger => _spine.Services.GetRequiredService<DeliveryLedger>();

    private DeliveryReader Reader => _spine.Services.GetRequiredService<DeliveryReader>();

    public async Task InitializeAsync()
    {
        _spine = await Spine.StartAsync(more: services => services.AddAdmin());
        await _spine.RunAsync<InboxWriter>();
    }

    public async Task DisposeAsync() => await _spine.DisposeAsync();

    [Fact]
    public async Task Hour_NewOnesAndRepeats_IsInBalance()
    {
        await ReceiveAsync(1);
        await ReceiveAsync(2);
        await ReceiveAsync(2);

        var hour = await OnlyHourAsync();

        Assert.Equal((3L, 1L, 2, 0L, 0L), (hour.Counted.Received, hour.Counted.Repeated, hour.Stored, hour.Missing, hour.Uncounted));
    }

    [Fact]
    public async Task Hour_StoredByKind_AddsUp()
    {
        for (var id = 1; id <= 4; id++)
            await ReceiveAsync(id);
        await _spine.ExecuteAsync("UPDATE Deliveries SET Status = CASE EntityId WHEN 1 THEN 'Applied' WHEN 2 THEN 'Ignored' WHEN 3 THEN 'SetAside' ELSE 'Pending' END");

        var hour = await OnlyHourAsync();

        Assert.Equal((1, 1, 1, 1, 4), (hour.Applied, hour.Ignored, hour.SetAside, hour.Pending, hour.Stored));
    }

    [Fact]
    public async Task Hour_RowLostFromTheInbox_IsNamedMissing()
    {
        for (var id = 1; id <= 3; id++)
            await ReceiveAsync(id);
        await _spine.ExecuteAsync("DELETE FROM Deliveries WHERE EntityId = 2");

        Assert.Equal(1, (await OnlyHourAsync()).Missing);
    }

    [Fact]
    public async Task Hour_CountsLostInAHardStop_AreNoLossOfDeliveries()
    {
        await ReceiveAsync(1);
        await Ledger.WriteAsync(default);
        await _spine.DeliverAsync(Bodies.Minimal(Bodies.Created, 2));

        var hour = await OnlyHourAsync();

        Assert.Equal((0L, 1L), (hour.Missing, hour.Uncounted));
    }

    [Fact]
    public async Task Hour_StillRunning_AccusesNobody()
    {
        Ledger.Answered((int)HttpStatusCode.OK, _spine.Time.GetUtcNow());

        var hour = Assert.Single(await Reader.LedgerAsync(_spine.Time.GetUtcNow().AddHours(1), Admin, default));

        Assert.Equal((false, 0L), (hour.IsOver, hour.Missing));
    }

    [Fact]
    public async Task Counts_WhenTheConsoleStops_GoToDisk()
    {
        var ledger = await _spine.RunAsync<DeliveryLedger>();
        ledger.Answered((int)HttpStatusCode.Unauthorized, _spine.Time.GetUtcNow());

        await ledger.StopAsync(default);

        Assert.Equal(1, Assert.Single(await _spine.ReadAsync(db => db.DeliveryHours.AsNoTracking().ToListAsync())).Unproven);
    }

    [Theory]
    [InlineData(DeliveryStatus.SetAside, true)]
    [InlineData(DeliveryStatus.Ignored, true)]
    [InlineData(DeliveryStatus.Applied, false)]
    [InlineData(DeliveryStatus.Pending, false)]
    public async Task Replay_GoesByWhatBecameOfIt(DeliveryStatus status, bool isReplayed)
    {
        await ReceiveAsync(1);
        await _spine.ExecuteAsync($"UPDATE Deliveries SET Status = '{status}', Attempts = 5, Reason = 'was broken'");
        var id = Assert.Single(await _spine.DeliveriesAsync()).Id;

        Assert.Equal(isReplayed, await _spine.Services.GetRequiredService<DeliveryReplay>().ReplayAsync(id, Admin, default));

        var after = Assert.Single(await _spine.DeliveriesAsync());
        Assert.Equal((isReplayed ? DeliveryStatus.Pending : status, isReplayed ? 0 : 5), (after.Status, after.Attempts));
        Assert.Equal(isReplayed ? 1 : 0, (await _spine.Services.GetRequiredService<AuditLog>().AboutAsync(DeliveryReading.Subject(id), 10, default)).Count);
    }

    [Fact]
    public async Task Replay_OfAll_AppliesThemAndClearsTheTruthBar()
    {
        for (var id = 1; id <= 3; id++)
            await ReceiveAsync(id);
        await _spine.ExecuteAsync("UPDATE Deliveries SET Status = 'SetAside', Attempts = 5");
        await _spine.RunAsync<InboxProcessor>();
        await Until.TrueAsync(() => _spine.Upstream.SetAside == 3);

        Assert.Equal(3, await _spine.Services.GetRequiredService<DeliveryReplay>().ReplaySetAsideAsync(Admin, default));

        await Until.TrueAsync(async () => (await _spine.DeliveriesAsync()).TrueForAll(d => d.Status == DeliveryStatus.Applied));
        Assert.Equal(0, _spine.Upstream.SetAside);
    }

    [Fact]
    public async Task Deliveries_ForWhoIsNoAdmin_AreRefused()
    {
        var supervisor = Person(Roles.Supervisor);

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Reader.ListAsync(null, null, null, supervisor, default));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Reader.ReadAsync(1, supervisor, default));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => _spine.Services.GetRequiredService<DeliveryReplay>().ReplayAsync(1, supervisor, default));
    }

    [Fact]
    public async Task Body_Read_IsAudited()
    {
        await ReceiveAsync(5);
        var id = Assert.Single(await _spine.DeliveriesAsync()).Id;

        var read = await Reader.ReadAsync(id, Admin, default);

        Assert.Contains("5", Encoding.UTF8.GetString(read!.Body), StringComparison.Ordinal);
        Assert.Equal("delivery.read", Assert.Single(await _spine.Services.GetRequiredService<AuditLog>().AboutAsync(DeliveryReading.Subject(id), 10, default)).Kind);
    }

    private static ClaimsPrincipal Person(string role) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.NameIdentifier, "u-1"), new Claim(ClaimTypes.Name, "Naledi"), new Claim(ClaimTypes.Role, role)], "test"));

    /// <summary>As the endpoint does it.</summary>
    private async Task ReceiveAsync(long id)
    {
        var at = _spine.Time.GetUtcNow();
        Assert.True(await _spine.DeliverAsync(Bodies.Minimal(Bodies.Created, id)));
        Ledger.Answered((int)HttpStatusCode.OK, at);
    }

    private async Task<LedgerHour> OnlyHourAsync()
    {
        _spine.Time.Advance(TimeSpan.FromHours(2));
        return Assert.Single(await Reader.LedgerAsync(_spine.Time.GetUtcNow(), Admin, default));
    }
}
