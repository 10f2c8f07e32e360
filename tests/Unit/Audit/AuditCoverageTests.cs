using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Unit.Outbound;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Apply;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AuraConsole.Unit.Audit;

/// <summary>What a person does to callouts and asks of AURA stands in the audit, without the words that may name somebody.</summary>
public sealed class AuditCoverageTests
{
    private static readonly Operator Anna = new("a", "Anna");
    private static readonly Operator Ben = new("b", "Ben");

    [Fact]
    public async Task Claim_ByTwoAtOnce_IsAuditedForTheWinnerAlone()
    {
        await using var spine = await Spine.StartAsync();
        await spine.HappenAsync(Bodies.Minimal(Bodies.Created, 7));
        var claims = spine.Services.GetRequiredService<CalloutClaims>();

        var results = await Task.WhenAll(claims.ClaimAsync(7, Anna, default), claims.ClaimAsync(7, Ben, default));

        var record = Assert.Single(await AboutAsync(spine, "callout:7"));
        Assert.Equal(("callout.claimed", results[0].IsOurs ? "a" : "b"), (record.Kind, record.ById));
    }

    [Fact]
    public async Task Note_IsAudited_WithoutItsText()
    {
        await using var spine = await Spine.StartAsync();
        await spine.HappenAsync(Bodies.Minimal(Bodies.Created, 7));

        await spine.Services.GetRequiredService<CalloutNotes>().AddAsync(7, "Mrs Nkosi is at the gate", Anna, default);

        var record = Assert.Single(await AboutAsync(spine, "callout:7"));
        Assert.Equal(("callout.note", (string?)null), (record.Kind, record.Detail));
    }

    [Fact]
    public async Task Delivery_AppliedByTheConsole_IsNoPersonsDoing()
    {
        await using var spine = await Spine.StartAsync();

        await spine.HappenAsync(Bodies.Minimal(Bodies.Created, 7));

        Assert.Empty(await AboutAsync(spine, "callout:7"));
    }

    [Fact]
    public async Task Raise_IsAudited_WhenAskedAndWhenSettled()
    {
        await using var house = await OutboundHarness.StartAsync();
        house.Aura.OnRaise = _ => Task.FromResult(new RaisedCallout(house.Told(77), house.Site.Reference, "Callout created"));

        var view = await house.RaiseAsync();

        await using var db = await house.DbAsync();
        var records = await db.AuditRecords.AsNoTracking().Where(record => record.Subject == $"command:{view.Id}").OrderBy(record => record.Id).ToListAsync();
        Assert.Equal([(CalloutAudit.CommandAsked, OutboundHarness.Thandi.Id), (CalloutAudit.CommandSettled, null)], records.Select(record => (record.Kind, record.ById)));
        Assert.Contains($"site:{house.Site.Id}", records[0].Detail, StringComparison.Ordinal);
        Assert.Contains("Confirmed", records[1].Detail, StringComparison.Ordinal);
    }

    private static Task<IReadOnlyList<AuditRecord>> AboutAsync(Spine spine, string subject) =>
        spine.Services.GetRequiredService<AuditLog>().AboutAsync(subject, 10, default);
}
