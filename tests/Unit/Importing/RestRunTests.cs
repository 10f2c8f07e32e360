using AuraConsole.Integration.Http;
using AuraConsole.Unit.Sites;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.Sites.Importing.Applying;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Unit.Importing;

public sealed class RestRunTests : IAsyncLifetime
{
    private const string File = "reference,name,lat,lng\nnew,New depot,-26.2,28.1\ndepot,Renamed,-26.1,28\n";
    private readonly ImportHouse _house = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _house.DisposeAsync();

    [Fact]
    public async Task Run_WithAddedAndChangedSites_BringsThemToAura()
    {
        _house.Aura.Has("depot", address: "9 Dock Road");
        _house.Aura.Has("left out");

        Assert.Equal(ImportAnswer.Done, await _house.StartAsync(File));
        await _house.WorkAsync();

        var run = await _house.RunAsync();
        Assert.Equal((ImportRunState.Done, 2, 2, 0), (run.State, run.Total, run.Done, run.Failed));
        Assert.Equal(["depot", "left out", "new"], await _house.AuraReferencesAsync());
        var changed = (await _house.Aura.ListAsync()).Single(site => site.Reference == "depot");
        Assert.Equal(("Renamed", "9 Dock Road"), (changed.Name, changed.Address));
        Assert.Null(await _house.Drafts.FindAsync(ImportHouse.Thandi, CancellationToken.None));
        Assert.Equal(["import.started", "import.finished"], (await _house.AuditAsync()).Select(record => record.Kind).Where(kind => kind.StartsWith("import", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Run_WithFaultyRows_DoesNotStart()
    {
        Assert.Equal(ImportAnswer.NotReady, await _house.StartAsync(File + "bad,,999,1\n"));

        Assert.Empty(_house.Aura.Sent);
    }

    [Fact]
    public async Task Run_WithTheWishToRemove_RemovesUnderTheGuard()
    {
        for (var n = 0; n < 60; n++)
            _house.Aura.Has($"s{n}");
        var text = "reference,lat,lng\n" + string.Concat(Enumerable.Range(1, 59).Select(n => $"s{n},-26.1,28\n"));

        Assert.Equal(ImportAnswer.Done, await _house.StartAsync(text, withRemovals: true));
        await _house.WorkAsync();

        Assert.Equal(59, (await _house.AuraReferencesAsync()).Count);
        Assert.Equal(ImportRunState.Done, (await _house.RunAsync()).State);
    }

    [Fact]
    public async Task Run_AboveTheGuard_WaitsForASecondAdmin()
    {
        _house.Aura.Has("depot");
        _house.Aura.Has("gone");
        await _house.StartAsync(File, withRemovals: true);
        await _house.WorkAsync();

        var run = await _house.RunAsync();
        Assert.Equal((ImportRunState.AwaitingApproval, 1), (run.State, run.Removals));
        Assert.Empty(_house.Aura.Sent);
        Assert.Equal(ImportAnswer.SamePerson, await _house.Runs.ApproveAsync(run.Id, 1, ImportHouse.Thandi));
        Assert.Equal(ImportAnswer.WrongNumber, await _house.Runs.ApproveAsync(run.Id, 2, ImportHouse.Sipho));
        Assert.Equal(ImportAnswer.Done, await _house.Runs.ApproveAsync(run.Id, 1, ImportHouse.Sipho));
        await _house.WorkAsync();

        Assert.Equal(["depot", "new"], await _house.AuraReferencesAsync());
    }

    [Fact]
    public async Task Run_WhileAnotherIsOpen_DoesNotStart()
    {
        await _house.StartAsync(File);

        Assert.Equal(ImportAnswer.OtherOpen, await _house.StartAsync(File, ImportWay.FullSync));
    }

    [Fact]
    public async Task Run_Paused_SendsNothingUntilResumed()
    {
        await _house.StartAsync(File);
        var run = await _house.RunAsync();
        Assert.Equal(ImportAnswer.Done, await _house.Runs.PauseAsync(run.Id, ImportHouse.Sipho));
        await _house.WorkAsync();
        Assert.Empty(_house.Aura.Sent);

        Assert.Equal(ImportAnswer.Done, await _house.Runs.ResumeAsync(run.Id, ImportHouse.Thandi));
        await _house.WorkAsync();

        Assert.Equal(ImportRunState.Done, (await _house.RunAsync()).State);
    }

    [Fact]
    public async Task Run_Cancelled_SendsNothingMore()
    {
        await _house.StartAsync(File);
        await _house.WorkAsync(most: 1);
        var run = await _house.RunAsync();

        Assert.Equal(ImportAnswer.Done, await _house.Runs.CancelAsync(run.Id, ImportHouse.Thandi));
        await _house.WorkAsync();

        Assert.Single(_house.Aura.Sent);
        Assert.Equal([ImportRowState.Done, ImportRowState.Cancelled], (await _house.RowsAsync()).Select(row => row.State));
        Assert.Equal(ImportRunState.Cancelled, (await _house.RunAsync()).State);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Row_SendingAtACrash_IsSettledByLookingAndNeverSentBlindly(bool auraHasIt)
    {
        await _house.StartAsync("reference,lat,lng\nnew,-26.2,28.1\n");
        await SetSendingAsync();
        if (auraHasIt)
            _house.Aura.Has("new");
        await _house.RestartAsync();

        await _house.WorkAsync();

        Assert.Equal(auraHasIt ? 0 : 1, _house.Aura.Calls.Count(call => call == "create new"));
        Assert.Equal(auraHasIt ? ImportRowState.FoundDone : ImportRowState.Done, Assert.Single(await _house.RowsAsync()).State);
        Assert.Single(await _house.AuraReferencesAsync(), "new");
    }

    [Fact]
    public async Task Row_SendingAtACrash_WhileAuraIsAway_WaitsUntilItCanBeSeen()
    {
        await _house.StartAsync("reference,lat,lng\nnew,-26.2,28.1\n");
        await SetSendingAsync();
        _house.Aura.ListFailure = FakeSitesApi.Failure(AuraErrorKind.Unavailable);

        await _house.WorkAsync();
        Assert.Equal(ImportNote.AuraAway, (await _house.RunAsync()).Note);
        Assert.Equal(ImportRowState.Sending, Assert.Single(await _house.RowsAsync()).State);
        Assert.Empty(_house.Aura.Sent);
        _house.Aura.ListFailure = null;
        await _house.WorkAsync();

        Assert.Equal(ImportRunState.Done, (await _house.RunAsync()).State);
        Assert.Single(_house.Aura.Sent);
    }

    [Fact]
    public async Task Row_WhoseAnswerIsLost_IsFoundDone()
    {
        _house.Aura.DoesNotAnswer(tookEffect: true);

        await _house.StartAsync("reference,lat,lng\nnew,-26.2,28.1\n");
        await _house.WorkAsync();

        Assert.Equal(ImportRowState.FoundDone, Assert.Single(await _house.RowsAsync()).State);
        Assert.Single(_house.Aura.Sent);
    }

    [Fact]
    public async Task Row_ThatAuraRefuses_SaysWhyAndTheOthersGoOn()
    {
        _house.Aura.Refusal = FakeSitesApi.Failure(AuraErrorKind.Invalid, "No such place");

        await _house.StartAsync(File);
        await _house.WorkAsync();

        Assert.All(await _house.RowsAsync(), row => Assert.Equal((ImportRowState.Refused, "No such place"), (row.State, row.Note)));
        Assert.Equal((ImportRunState.Differs, 2), ((await _house.RunAsync()).State, (await _house.RunAsync()).Failed));
    }

    [Fact]
    public async Task Row_OfASiteChangedMeanwhile_IsLeftAlone()
    {
        _house.Aura.Has("depot");
        await _house.StartAsync("reference,name,lat,lng\ndepot,Renamed,-26.1,28\n");
        await using (var db = _house.Database())
            await db.Sites.ExecuteUpdateAsync(change => change.SetProperty(site => site.Version, Guid.NewGuid()));

        await _house.WorkAsync();

        Assert.Equal(ImportRowState.ChangedMeanwhile, Assert.Single(await _house.RowsAsync()).State);
        Assert.Empty(_house.Aura.Sent);
    }

    [Fact]
    public async Task Run_BeingPreparedAtACrash_FailsWithNothingSent()
    {
        await _house.StartAsync(File);
        await using (var db = _house.Database())
            await db.ImportRuns.ExecuteUpdateAsync(change => change.SetProperty(run => run.State, ImportRunState.Preparing));

        await _house.Get<ImportWorker>().TakeOverAsync(CancellationToken.None);
        await _house.WorkAsync();

        var run = await _house.RunAsync();
        Assert.Equal((ImportRunState.Failed, ImportNote.Interrupted), (run.State, run.Note!.Value));
        Assert.Empty(_house.Aura.Sent);
    }

    [Fact]
    public async Task Run_ByADispatcher_IsRefused()
    {
        await _house.ReadAsync(File);

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => _house.Runs.StartAsync(ImportWay.Rest, false, ImportHouse.Dispatcher, CancellationToken.None));
    }

    private async Task SetSendingAsync()
    {
        await using var db = _house.Database();
        await db.ImportRunRows.ExecuteUpdateAsync(change => change
            .SetProperty(row => row.State, ImportRowState.Sending).SetProperty(row => row.Attempts, 1));
    }
}
