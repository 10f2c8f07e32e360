using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.SiteCare;
using AuraConsole.Web.SiteCare.Dossiers;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Unit.Care;

public sealed class DossierTests : IAsyncLifetime
{
    private const string Secret = "BLUE HERON 42";
    private CareHouse _house = null!;

    private static readonly DossierEdit Whole = new()
    {
        Access = "Key box at gate 2",
        Contacts = [new ContactEdit(null, "P. Dlamini", "Keyholder", "+27 82 555 0101", null), new ContactEdit(null, "S. Botha", null, null, "nights")],
        CodeWords = [new CodeWordEdit(null, "Cancel", Secret)],
    };

    public async Task InitializeAsync() => _house = await CareHouse.StartAsync();

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task CodeWord_Read_IsAuditedWithSiteAndCalloutAndStandsInTheTimeline()
    {
        await _house.ArriveAsync();
        var word = Assert.Single((await _house.DossierAsync(Whole)).CodeWords);

        var shown = await _house.Get<CodeWords>().ShowAsync(_house.SiteId, word.Id, CareHouse.Callout, CareHouse.Thandi, CancellationToken.None);

        Assert.Equal(Secret, shown!.Text);
        var record = (await _house.AuditAsync())[0];
        Assert.Equal((SiteAudit.CodeWordRead, "user-1", "Code word: Cancel\nCallout: 7"), (record.Kind, record.ById, record.Detail));
        Assert.Contains((await _house.Spine.CalloutAsync(CareHouse.Callout)).Entries, entry => entry is { Kind: EntryKind.CodeWordShown, Detail: "Cancel", By: "Thandi" });
    }

    [Fact]
    public async Task CodeWord_OnDiskInAuditAndInLogs_IsNotThere()
    {
        var word = (await _house.DossierAsync(Whole)).CodeWords[0];
        await _house.Get<CodeWords>().ShowAsync(_house.SiteId, word.Id, null, CareHouse.Thandi, CancellationToken.None);

        var kept = await _house.Spine.ReadAsync(db => db.SiteCodeWords.AsNoTracking().SingleAsync());
        Assert.DoesNotContain("HERON", kept.Protected, StringComparison.Ordinal);
        Assert.DoesNotContain(await _house.AuditAsync(), record => record.Detail?.Contains("HERON", StringComparison.Ordinal) == true);
        Assert.DoesNotContain("HERON", Whole.CodeWords[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CodeWord_AskedForThroughACalloutOfAnotherSite_IsNotShown()
    {
        var word = (await _house.DossierAsync(Whole)).CodeWords[0];

        Assert.Null(await _house.Get<CodeWords>().ShowAsync(_house.SiteId, word.Id, 999, CareHouse.Thandi, CancellationToken.None));
        Assert.DoesNotContain(await _house.AuditAsync(), record => record.Kind == SiteAudit.CodeWordRead);
    }

    [Fact]
    public async Task Dossier_OfAGroupThatTheUserMayNotSee_IsNotThere()
    {
        var word = (await _house.DossierAsync(Whole)).CodeWords[0];
        await _house.HideFromAsync(CareHouse.Sipho);

        Assert.Null(await _house.Dossiers.FindAsync(_house.SiteId, CareHouse.Sipho, CancellationToken.None));
        Assert.Null(await _house.Get<CodeWords>().ShowAsync(_house.SiteId, word.Id, null, CareHouse.Sipho, CancellationToken.None));
        Assert.NotNull(await _house.Dossiers.FindAsync(_house.SiteId, CareHouse.Thandi, CancellationToken.None));
    }

    [Fact]
    public async Task Dossier_SavedByADispatcher_IsRefused() => await Assert.ThrowsAsync<UnauthorizedAccessException>(() =>
        _house.Dossiers.SaveAsync(_house.SiteId, Guid.Empty, Whole, CareHouse.Thandi, CancellationToken.None));

    [Fact]
    public async Task Dossier_TwoEditors_SecondIsShownTheFirstsAndReplacesNothing()
    {
        var opened = await _house.DossierAsync(Whole);
        await _house.DossierAsync(Whole with { Contacts = [], CodeWords = [], Hazards = "Dogs" });

        var second = await _house.Dossiers.SaveAsync(_house.SiteId, opened.Version, new DossierEdit { Hazards = "None" }, CareHouse.Admin, CancellationToken.None);

        Assert.False(second.IsDone);
        Assert.Equal("Dogs", second.Now!.Hazards);
        Assert.Equal("Dogs", (await _house.Dossiers.FindAsync(_house.SiteId, CareHouse.Admin, CancellationToken.None))!.Hazards);
    }

    [Fact]
    public async Task Dossier_Edited_AuditTellsPartsAndNoPeople()
    {
        await _house.DossierAsync(Whole);

        var detail = (await _house.AuditAsync())[0].Detail!;
        Assert.Equal("Keys and access: added\nContacts: 0 → 2\nCode word Cancel: added", detail);
    }

    [Fact]
    public async Task Contacts_Reordered_KeepTheirIdsAndWordsStayUntold()
    {
        var before = await _house.DossierAsync(Whole);

        var after = await _house.DossierAsync(new DossierEdit
        {
            Access = before.Access,
            Contacts = [.. before.Contacts.Reverse().Select(one => new ContactEdit(one.Id, one.Name, one.Relation, one.Phone, one.Note))],
            CodeWords = [new CodeWordEdit(before.CodeWords[0].Id, "Cancel", null)],
        });

        Assert.Equal(before.Contacts.Select(one => one.Id).Reverse(), after.Contacts.Select(one => one.Id));
        Assert.Equal("Contacts: another order", (await _house.AuditAsync())[0].Detail);
        Assert.Equal(Secret, (await _house.Get<CodeWords>().ShowAsync(_house.SiteId, after.CodeWords[0].Id, null, CareHouse.Thandi, CancellationToken.None))!.Text);
    }

    [Fact]
    public async Task Dossier_TooMuch_IsRefusedAndKeptAsItWas()
    {
        var much = new DossierEdit { Contacts = [.. Enumerable.Range(0, SiteDossier.MostContacts + 1).Select(i => new ContactEdit(null, $"C{i}", null, null, null))] };

        await Assert.ThrowsAsync<ArgumentException>(() => _house.Dossiers.SaveAsync(_house.SiteId, Guid.Empty, much, CareHouse.Admin, CancellationToken.None));
        Assert.Empty(DossierRules.Faults(Whole));
        Assert.Single(DossierRules.Faults(new DossierEdit { CodeWords = [new CodeWordEdit(null, "Duress", " ")] }));
        Assert.True((await _house.Dossiers.FindAsync(_house.SiteId, CareHouse.Admin, CancellationToken.None))!.IsEmpty);
    }

    [Fact]
    public async Task Call_Logged_BecomesAnEntryWithWhoAndWhat()
    {
        await _house.ArriveAsync();
        var contact = (await _house.DossierAsync(Whole)).Contacts[0];

        Assert.True(await _house.Get<ContactCalls>().LogAsync(CareHouse.Callout, contact.Id, CallOutcome.NoAnswer, CareHouse.Sipho, CancellationToken.None));
        Assert.False(await _house.Get<ContactCalls>().LogAsync(CareHouse.Callout, contact.Id + 100, CallOutcome.Reached, CareHouse.Sipho, CancellationToken.None));

        var entry = (await _house.Spine.CalloutAsync(CareHouse.Callout)).Entries.Single(one => one.Kind == EntryKind.ContactCalled);
        Assert.Equal(("P. Dlamini (Keyholder) · No answer", "Sipho"), (entry.Detail, entry.By));
    }
}
