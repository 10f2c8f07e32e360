using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Apply;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.Board.Bulk;
using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AuraConsole.Unit.BoardPages;

public sealed class BulkDialogTests : ConsoleComponentTest
{
    [Fact]
    public async Task Claim_PreviewsEachAndThenSaysWhatCameOfIt()
    {
        await AddAsync(1, 2);
        await OwnAsync(2);
        var dialog = Open(BulkKind.Claim, 1, 2);

        Assert.Equal(["Claim", "OwnedByOther"], Fates(dialog));
        Assert.Contains("already owned by P. Botha", Line(dialog, 2), StringComparison.Ordinal);
        Assert.Contains("1 will be done, 1 skipped", dialog.Markup, StringComparison.Ordinal);
        await dialog.Find("textarea").ChangeAsync(new() { Value = "Storm" });
        dialog.Find(".btn.primary").Click();

        dialog.WaitForAssertion(() => Assert.Contains("1 done, 0 not done, 1 skipped", dialog.Markup, StringComparison.Ordinal), Patience);
        Assert.Equal(UserId, Board.Now.Find(1)!.OwnerId);
        Assert.Equal("other", Board.Now.Find(2)!.OwnerId);
        await using var db = Database();
        Assert.Equal("Storm", (await db.Entries.SingleAsync(entry => entry.Kind == EntryKind.Note)).Detail);
    }

    [Fact]
    public async Task Preview_WhileItIsRead_StaysTrue()
    {
        await AddAsync(1);
        var dialog = Open(BulkKind.Claim, 1);

        Time.Advance(TimeSpan.FromSeconds(1));
        await OwnAsync(1);

        dialog.WaitForAssertion(() => Assert.Equal(["OwnedByOther"], Fates(dialog)), Patience);
        Assert.True(dialog.Find(".btn.primary").HasAttribute("disabled"));
    }

    [Fact]
    public async Task PutAway_WithoutAReason_IsNotDone()
    {
        await AddAsync(1);
        var dialog = Open(BulkKind.PutAway, 1);

        dialog.Find(".btn.danger").Click();

        Assert.Contains("Say why", dialog.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Empty(Aura.Cancels);
    }

    [Fact]
    public async Task PutAway_CancelsAtAuraOnceEach_AndOneThatFailsHoldsUpNoOther()
    {
        await AddAsync(1, 2, 3);
        Aura.OnCancel = id => id == 2 ? throw FakeCalloutsApi.Failure(AuraErrorKind.Forbidden) : Task.FromResult<AuraCallout?>(null);
        var dialog = Open(BulkKind.PutAway, 1, 2, 3);
        await dialog.Find("textarea").ChangeAsync(new() { Value = "False alarms after the storm" });

        dialog.Find(".btn.danger").Click();

        dialog.WaitForAssertion(() => Assert.Contains("2 done, 1 not done, 0 skipped", dialog.Markup, StringComparison.Ordinal), Patience);
        Assert.Equal([1, 2, 3], Aura.Cancels.Order());
        Assert.Equal("bad", dialog.Find("[data-bulk-id='2']").GetAttribute("data-result"));
        await using var db = Database();
        Assert.All(await db.Commands.ToListAsync(), command => Assert.Equal("False alarms after the storm", command.Reason));
    }

    [Fact]
    public async Task Note_ForMany_StandsInEachTimeline()
    {
        await AddAsync(1, 2);
        var dialog = Open(BulkKind.Note, 1, 2, 404);
        await dialog.Find("textarea").ChangeAsync(new() { Value = "Police informed" });

        dialog.Find(".btn.primary").Click();

        dialog.WaitForAssertion(() => Assert.Contains("2 done, 0 not done, 1 skipped", dialog.Markup, StringComparison.Ordinal), Patience);
        await using var db = Database();
        Assert.Equal(2, await db.Entries.CountAsync(entry => entry.Kind == EntryKind.Note && entry.Detail == "Police informed" && entry.By == UserName));
    }

    private IRenderedComponent<BulkDialog> Open(BulkKind kind, params long[] ids) =>
        Render<BulkDialog>(parameters => parameters.Add(d => d.Kind, kind).Add(d => d.Ids, ids));

    private static IEnumerable<string?> Fates(IRenderedComponent<BulkDialog> dialog) =>
        dialog.FindAll("[data-fate]").Select(line => line.GetAttribute("data-fate"));

    private static string Line(IRenderedComponent<BulkDialog> dialog, long id) => dialog.Find($"[data-bulk-id='{id}']").TextContent;

    private Task AddAsync(params long[] ids) => Services.GetRequiredService<CalloutWriter>().WriteAsync(async session =>
    {
        foreach (var id in ids)
            await CalloutApply.ReadingAsync(session, new AuraCallout { Id = id, Status = "created" });
    }, CancellationToken.None);

    private Task OwnAsync(long id) => Services.GetRequiredService<CalloutClaims>()
        .ClaimAsync(id, new AuraConsole.Web.Data.Identity.Operator("other", "P. Botha"), CancellationToken.None);
}
