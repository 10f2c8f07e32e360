using AuraConsole.Integration.Http;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Features.Sites.Changing;
using AuraConsole.Web.Features.Sites.Showing;
using AuraConsole.Web.Resources;

namespace AuraConsole.Unit.Sites;

public sealed class SiteCommandsTests : IDisposable
{
    private readonly SitesHouse _house = new();

    public void Dispose() => _house.Dispose();

    public static TheoryData<AuraErrorKind, string> Refusals => new()
    {
        { AuraErrorKind.Unauthorised, SitesText.AuraUnauthorised },
        { AuraErrorKind.Forbidden, SitesText.AuraForbidden },
        { AuraErrorKind.NotFound, SitesText.AuraNotFound },
        { AuraErrorKind.Conflict, SitesText.ReferenceTakenAtAura },
        { AuraErrorKind.Invalid, SitesText.AuraInvalid },
        { AuraErrorKind.RateLimited, SitesText.AuraRateLimited },
        { AuraErrorKind.Unavailable, SitesText.AuraUnavailable },
        { AuraErrorKind.Unexpected, SitesText.AuraUnexpected },
    };

    [Fact]
    public async Task Register_AuraAgrees_KeepsWhatAuraAnswered()
    {
        _house.Aura.Answer = site => site with { Address = "9 Dock Road, Cape Town", TypeName = "Business", W3w = null };

        var result = await RegisterAsync();

        Assert.Equal((SiteOutcome.Done, SitesText.Registered), (result.Outcome, SiteSentences.Of(result)));
        var site = await _house.FindAsync("depot");
        Assert.Equal(("Harbour Depot", "9 Dock Road, Cape Town", 3, "Business"), (site!.Name, site.Address, site.TypeId, site.TypeName));
        Assert.Equal(result.Site!.Id, site.Id);
    }

    [Fact]
    public async Task Register_AuraLeavesMembersOut_KeepsWhatWasSent()
    {
        _house.Aura.Answer = site => site with { Name = null, Address = null, TypeId = null };

        await RegisterAsync();

        var site = await _house.FindAsync("depot");
        Assert.Equal(("Harbour Depot", "9 Dock Road", 3), (site!.Name, site.Address, site.TypeId));
    }

    [Fact]
    public async Task Register_ReferenceTakenHere_SendsNothing()
    {
        var holder = await _house.BothHaveAsync(name: "First");

        var result = await RegisterAsync();

        Assert.Equal((SiteOutcome.ReferenceTaken, holder.Id), (result.Outcome, result.Site!.Id));
        Assert.Contains("First", SiteSentences.Of(result), StringComparison.Ordinal);
        Assert.Empty(_house.Aura.Sent);
    }

    [Fact]
    public async Task Register_ReferenceOfADeletedSite_IsFree()
    {
        var old = await _house.BothHaveAsync();
        await _house.Commands.DeleteAsync(old.Id, old.Version, SitesHouse.Admin, CancellationToken.None);

        Assert.True((await RegisterAsync()).IsDone);
        Assert.NotEqual(old.Id, (await _house.FindAsync("depot"))!.Id);
    }

    [Fact]
    public async Task Register_TwoAtOnce_OneIsSent()
    {
        var results = await Task.WhenAll(RegisterAsync(), RegisterAsync());

        Assert.Equal([SiteOutcome.Done, SiteOutcome.ReferenceTaken], results.Select(result => result.Outcome).Order());
        Assert.Single(_house.Aura.Sent);
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Register_Refused_ChangesNothingAndSaysWhy(AuraErrorKind kind, string sentence)
    {
        _house.Aura.Refusal = FakeSitesApi.Failure(kind, "Computer says no");

        var result = await RegisterAsync();

        Assert.Equal((SiteOutcome.Refused, sentence), (result.Outcome, SiteSentences.Of(result)));
        Assert.Equal("AURA says: “Computer says no”", SiteSentences.Quoted(result.Failure));
        Assert.Null(await _house.FindAsync("depot"));
    }

    [Fact]
    public async Task Register_AnswerLostAfterCommit_FollowsAura()
    {
        _house.Aura.LostAnswer = FakeSitesApi.Failure(AuraErrorKind.OutcomeUnknown);

        var result = await RegisterAsync();

        Assert.Equal((SiteOutcome.FoundDone, SitesText.RegisteredAfterDoubt), (result.Outcome, SiteSentences.Of(result)));
        Assert.Equal("Harbour Depot", (await _house.FindAsync("depot"))!.Name);
        Assert.Single(_house.Aura.Sent);
    }

    [Fact]
    public async Task Register_NoAnswerAndNotThere_SaysSo()
    {
        _house.Aura.Refusal = FakeSitesApi.Failure(AuraErrorKind.OutcomeUnknown);

        var result = await RegisterAsync();

        Assert.Equal((SiteOutcome.FoundNotDone, SitesText.NotRegisteredAfterDoubt), (result.Outcome, SiteSentences.Of(result)));
        Assert.Null(await _house.FindAsync("depot"));
    }

    [Fact]
    public async Task Register_NoAnswerAndNoLook_StaysUnknown()
    {
        _house.Aura.LostAnswer = FakeSitesApi.Failure(AuraErrorKind.OutcomeUnknown);
        _house.Aura.ListFailure = FakeSitesApi.Failure(AuraErrorKind.Unavailable);

        var result = await RegisterAsync();

        Assert.Equal((SiteOutcome.Unknown, SitesText.OutcomeUnknown), (result.Outcome, SiteSentences.Of(result)));
        Assert.Null(await _house.FindAsync("depot"));
    }

    [Fact]
    public async Task Edit_AuraAgrees_SavesAndKeepsReferenceAndCustomer()
    {
        _house.Aura.Has(_house.Aura.Has("depot") with { CustomerId = 77 });
        await _house.SyncAsync();
        var site = (await _house.FindAsync("depot"))!;

        var result = await _house.Commands.EditAsync(
            site.Id, site.Version, SitesHouse.Details("another", "New name"), SitesHouse.Admin, CancellationToken.None);

        Assert.Equal((SiteOutcome.Done, SitesText.Saved), (result.Outcome, SiteSentences.Of(result)));
        var sent = Assert.Single(_house.Aura.Sent);
        Assert.Equal(("depot", 77L), (sent.Reference, sent.CustomerId));
        var after = await _house.FindAsync("depot");
        Assert.Equal("New name", after!.Name);
        Assert.NotEqual(site.Version, after.Version);
    }

    [Fact]
    public async Task Edit_ChangedMeanwhile_SendsNothingAndShowsTheCurrentState()
    {
        var opened = await _house.BothHaveAsync();
        await EditAsync(opened, "By the other admin");

        var result = await EditAsync(opened, "Mine");

        Assert.Equal((SiteOutcome.ChangedMeanwhile, "By the other admin"), (result.Outcome, result.Site!.Name));
        Assert.Single(_house.Aura.Sent);
        Assert.True((await _house.Commands.EditAsync(
            opened.Id, result.Site.Version, SitesHouse.Details(name: "Mine"), SitesHouse.Admin, CancellationToken.None)).IsDone);
    }

    [Fact]
    public async Task Edit_Refused_LeavesTheRow()
    {
        var site = await _house.BothHaveAsync();
        _house.Aura.Refusal = FakeSitesApi.Failure(AuraErrorKind.Invalid);

        Assert.Equal(SiteOutcome.Refused, (await EditAsync(site, "New name")).Outcome);

        var after = await _house.FindAsync("depot");
        Assert.Equal((site.Name, site.Version), (after!.Name, after.Version));
    }

    [Theory]
    [InlineData(true, SiteOutcome.FoundDone, "New name")]
    [InlineData(false, SiteOutcome.FoundNotDone, "Old name")]
    public async Task Edit_NoAnswer_FollowsWhatAuraHas(bool tookEffect, SiteOutcome outcome, string name)
    {
        var site = await _house.BothHaveAsync(name: "Old name");
        _house.Aura.DoesNotAnswer(tookEffect);

        var result = await EditAsync(site, "New name");

        Assert.Equal(outcome, result.Outcome);
        Assert.Equal(name, (await _house.FindAsync("depot"))!.Name);
    }

    [Fact]
    public async Task Edit_AuraLostTheSite_MarksItDeleted()
    {
        var site = await _house.BothHaveAsync();
        _house.Aura.Forget(site.AuraId);
        _house.Aura.Refusal = FakeSitesApi.Failure(AuraErrorKind.NotFound);

        Assert.Equal(SiteOutcome.Gone, (await EditAsync(site, "New name")).Outcome);
        Assert.NotNull((await _house.FindAsync("depot"))!.DeletedAt);
    }

    [Fact]
    public async Task Delete_AuraAgrees_MarksDeletedAndKeepsTheRow()
    {
        var site = await _house.BothHaveAsync();

        var result = await DeleteAsync(site.Id, site.Version);

        Assert.Equal(SiteOutcome.Done, result.Outcome);
        Assert.Equal(_house.Time.GetUtcNow(), (await _house.FindAsync("depot"))!.DeletedAt);
        Assert.Equal(SiteOutcome.Gone, (await DeleteAsync(site.Id, result.Site!.Version)).Outcome);
    }

    [Theory]
    [InlineData(true, SiteOutcome.FoundDone)]
    [InlineData(false, SiteOutcome.FoundNotDone)]
    public async Task Delete_NoAnswer_FollowsWhatAuraHas(bool tookEffect, SiteOutcome outcome)
    {
        var site = await _house.BothHaveAsync();
        _house.Aura.DoesNotAnswer(tookEffect);

        Assert.Equal(outcome, (await DeleteAsync(site.Id, site.Version)).Outcome);
        Assert.Equal(tookEffect, (await _house.FindAsync("depot"))!.DeletedAt is not null);
    }

    [Fact]
    public async Task Delete_NotFoundWhereGetIsUnknownToo_TrustsTheListOnly()
    {
        var site = await _house.BothHaveAsync();
        _house.Aura.Refusal = FakeSitesApi.Failure(AuraErrorKind.NotFound);
        _house.Aura.GetFailure = FakeSitesApi.Failure(AuraErrorKind.NotFound);

        Assert.Equal(SiteOutcome.Refused, (await DeleteAsync(site.Id, site.Version)).Outcome);
        Assert.Null((await _house.FindAsync("depot"))!.DeletedAt);
    }

    [Theory]
    [InlineData(Roles.Dispatcher)]
    [InlineData(Roles.Supervisor)]
    public async Task AnyChange_NotByAnAdmin_Throws(string role)
    {
        var site = await _house.BothHaveAsync();
        _house.Aura.Calls.Clear();
        var user = SitesHouse.User(role);
        var none = CancellationToken.None;

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => _house.Commands.RegisterAsync(SitesHouse.Details("x"), user, none));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(
            () => _house.Commands.EditAsync(site.Id, site.Version, SitesHouse.Details(), user, none));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => _house.Commands.DeleteAsync(site.Id, site.Version, user, none));
        Assert.Throws<UnauthorizedAccessException>(() => { _ = _house.Commands.ReadFromAuraAsync(false, user, none); });
        Assert.Empty(_house.Aura.Calls);
    }

    private Task<SiteResult> RegisterAsync() => _house.Commands.RegisterAsync(SitesHouse.Details(), SitesHouse.Admin, CancellationToken.None);

    private Task<SiteResult> EditAsync(Web.Data.Entities.Site site, string name) =>
        _house.Commands.EditAsync(site.Id, site.Version, SitesHouse.Details(name: name), SitesHouse.Admin, CancellationToken.None);

    private Task<SiteResult> DeleteAsync(int id, Guid version) =>
        _house.Commands.DeleteAsync(id, version, SitesHouse.Admin, CancellationToken.None);
}
