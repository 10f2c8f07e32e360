using System.Text;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Http;
using AuraConsole.Unit.Sites;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.Sites.Importing.Applying;
using AuraConsole.Web.Features.Sites.Importing.FullSync;

namespace AuraConsole.Unit.Importing;

public sealed class FullSyncTests : IAsyncLifetime
{
    private const string File = "reference,name,lat,lng\nnew,New depot,-26.2,28.1\ndepot,Renamed,-26.1,28\n";
    private readonly ImportHouse _house = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _house.DisposeAsync();

    [Fact]
    public async Task FullSync_StoppedByTheGuard_IsApprovedBySecondAdminAndRestored()
    {
        _house.Aura.Has("depot", "Depot");
        _house.Aura.Has("gone", "Gone");
        Assert.Equal(ImportAnswer.Done, await _house.StartAsync(File, ImportWay.FullSync));
        await _house.WorkAsync();
        var run = await _house.RunAsync();
        Assert.Equal((ImportRunState.AwaitingApproval, 1, 2), (run.State, run.Removals, run.SitesBefore));
        Assert.Empty(_house.Csv.Uploads);
        Assert.Equal(ImportAnswer.SamePerson, await _house.Runs.ApproveAsync(run.Id, 1, ImportHouse.Thandi));
        Assert.Equal(ImportAnswer.WrongNumber, await _house.Runs.ApproveAsync(run.Id, 3, ImportHouse.Sipho));

        Assert.Equal(ImportAnswer.Done, await _house.Runs.ApproveAsync(run.Id, 1, ImportHouse.Sipho));
        await _house.WorkAsync();
        Assert.Equal(ImportRunState.AwaitingCallback, (await _house.RunAsync()).State);
        await CallBackAsync("""{"status":"completed","created":1,"updated":1,"deleted":1}""");
        await _house.WorkAsync();

        run = await _house.RunAsync();
        Assert.Equal((ImportRunState.Done, true), (run.State, run.CallbackSucceeded));
        Assert.Equal(["depot", "new"], await _house.AuraReferencesAsync());

        _house.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(ImportAnswer.Done, await _house.Runs.RestoreAsync(run.Id, ImportHouse.Thandi, CancellationToken.None));
        await _house.WorkAsync();
        await CallBackAsync("""{"status":"completed"}""");
        await _house.WorkAsync();

        Assert.Equal(ImportRunState.Done, (await _house.RunAsync()).State);
        Assert.Equal(["depot", "gone"], await _house.AuraReferencesAsync());
        Assert.Equal("Depot", (await _house.Aura.ListAsync()).Single(site => site.Reference == "depot").Name);
        Assert.Contains("import.restored", (await _house.AuditAsync()).Select(record => record.Kind));
        Assert.Contains("import.approved", (await _house.AuditAsync()).Select(record => record.Kind));
    }

    [Fact]
    public async Task FullSync_WhoseRemovalsGrewSinceTheApproval_NeedsItAnew()
    {
        _house.Aura.Has("depot");
        _house.Aura.Has("gone");
        await _house.StartAsync(File, ImportWay.FullSync);
        var run = await _house.RunAsync();
        await _house.Runs.ApproveAsync(run.Id, 1, ImportHouse.Sipho);
        _house.Aura.Has("registered meanwhile");

        await _house.WorkAsync();

        run = await _house.RunAsync();
        Assert.Equal((ImportRunState.AwaitingApproval, 2, ImportNote.RemovalsChanged), (run.State, run.Removals, run.Note!.Value));
        Assert.Empty(_house.Csv.Uploads);
    }

    [Fact]
    public async Task Upload_CarriesOverWhatTheImportDoesNotKnow()
    {
        _house.Aura.Has("depot");
        await _house.StartAsync(File, ImportWay.FullSync);
        await _house.WorkAsync();

        var upload = Assert.Single(_house.Csv.Uploads);
        Assert.Equal(
            [
                "externalReferenceId,locationIdentifier,locationDescription,formattedAddress,latitude,longitude,duressCode", "new,new,New depot,,-26.2,28.1,",
                "depot,id-depot,Renamed,,-26.1,28,d-depot",
            ],
            Encoding.UTF8.GetString(upload.Csv.Span).Split("\r\n", StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("https://console.example/webhooks/aura/import/", upload.CallbackUrl.AbsoluteUri, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, ImportRunState.Done)]
    [InlineData(false, ImportRunState.Differs)]
    public async Task Upload_WhoseAnswerIsLost_IsSettledByAurasList(bool tookEffect, ImportRunState state)
    {
        _house.Aura.Has("depot");
        _house.Csv.TakesEffect = tookEffect;
        _house.Csv.Failure = FakeSitesApi.Failure(AuraErrorKind.OutcomeUnknown);
        await _house.StartAsync(File, ImportWay.FullSync);
        await _house.WorkAsync();
        Assert.Equal(ImportRunState.AwaitingCallback, (await _house.RunAsync()).State);

        _house.Time.Advance(TimeSpan.FromMinutes(11));
        await _house.WorkAsync();

        var run = await _house.RunAsync();
        Assert.Equal((state, ImportNote.UploadUnknown), (run.State, run.Note!.Value));
        Assert.Single(_house.Csv.Uploads);
        Assert.Equal(tookEffect ? 0 : 2, (await _house.RowsAsync()).Count(row => row.State == ImportRowState.Differs));
    }

    [Fact]
    public async Task Callback_ThatNeverComes_IsSaidAndTheListDecides()
    {
        await _house.StartAsync(File, ImportWay.FullSync);
        await _house.WorkAsync();
        _house.Time.Advance(TimeSpan.FromMinutes(11));
        await _house.WorkAsync();

        var run = await _house.RunAsync();
        Assert.Equal((ImportRunState.Done, ImportNote.NoCallback), (run.State, run.Note!.Value));
    }

    [Fact]
    public async Task Console_EndedWhileUploading_TakesTheUploadForUnknown()
    {
        await _house.StartAsync(File, ImportWay.FullSync);
        var id = (await _house.RunAsync()).Id;
        await _house.Get<ImportLedger>().ChangeAsync(id, run =>
        {
            (run.State, run.UploadedAt) = (ImportRunState.Uploading, _house.Time.GetUtcNow());
            return true;
        });
        await _house.RestartAsync();

        await _house.Get<ImportWorker>().TakeOverAsync(CancellationToken.None);
        await _house.WorkAsync();

        var run = await _house.RunAsync();
        Assert.Equal((ImportRunState.AwaitingCallback, ImportNote.UploadUnknown), (run.State, run.Note!.Value));
        Assert.Empty(_house.Csv.Uploads);
    }

    [Fact]
    public async Task Upload_ThatAuraRefuses_FailsAndSaysWhy()
    {
        _house.Csv.TakesEffect = false;
        _house.Csv.Failure = FakeSitesApi.Failure(AuraErrorKind.Invalid, "Bad columns");
        await _house.StartAsync(File, ImportWay.FullSync);
        await _house.WorkAsync();

        var run = await _house.RunAsync();
        Assert.Equal((ImportRunState.Failed, ImportNote.Refused, "Bad columns"), (run.State, run.Note!.Value, run.AuraMessage));
    }

    [Fact]
    public async Task Callback_AfterTheEnd_IsKeptAndComparingAgainFinishes()
    {
        _house.Csv.TakesEffect = false;
        await _house.StartAsync(File, ImportWay.FullSync);
        await _house.WorkAsync();
        _house.Time.Advance(TimeSpan.FromMinutes(11));
        await _house.WorkAsync();
        var run = await _house.RunAsync();
        Assert.Equal(ImportRunState.Differs, run.State);

        _house.Aura.Has("new", "New depot");
        await CallBackAsync("""{"status":"completedWithErrors","errors":[{"row":2,"externalReferenceId":"new","message":"too far"}]}""");
        run = await _house.RunAsync();
        Assert.Equal((ImportRunState.Differs, false), (run.State, run.CallbackSucceeded));
        Assert.Contains(await _house.RowsAsync(), row => row is { State: ImportRowState.Refused, Reference: "new", Note: "too far", Line: 2 });
        Assert.Equal(ImportAnswer.Done, await _house.Runs.CompareAgainAsync(run.Id, ImportHouse.Thandi));
        await _house.WorkAsync();

        Assert.Equal(ImportRunState.Differs, (await _house.RunAsync()).State);
        Assert.Equal(2, (await _house.RowsAsync()).Count(row => row.State == ImportRowState.Differs));
    }

    [Fact]
    public async Task Callback_WithAWrongSecret_OpensNothing()
    {
        await _house.StartAsync(File, ImportWay.FullSync);
        await _house.WorkAsync();
        var run = await _house.RunAsync();

        Assert.False(await _house.Callbacks.OpensAsync(run.Id, CallbackAddress.NewSecret(), CancellationToken.None));
        Assert.False(await _house.Callbacks.OpensAsync(run.Id, null, CancellationToken.None));
        Assert.False(await _house.Callbacks.OpensAsync(Guid.NewGuid(), Secret(), CancellationToken.None));
        Assert.True(await _house.Callbacks.OpensAsync(run.Id, Secret(), CancellationToken.None));
        Assert.NotEqual(Secret(), Convert.ToBase64String(run.CallbackHash!));
    }

    [Fact]
    public async Task FullSync_WithoutAPublicAddress_DoesNotStart()
    {
        _house.Settings["Webhook:PublicUrl"] = null;
        await _house.RestartAsync();

        Assert.Equal(ImportAnswer.NoAddress, await _house.StartAsync(File, ImportWay.FullSync));
    }

    private string Secret() => _house.Csv.Uploads[^1].CallbackUrl.Query.Split('=')[1];

    private async Task CallBackAsync(string json)
    {
        var run = await _house.RunAsync();
        Assert.True(await _house.Callbacks.OpensAsync(run.Id, Secret(), CancellationToken.None));
        await _house.Callbacks.TakeAsync(run.Id, CsvCallback.Parse(Encoding.UTF8.GetBytes(json))!);
    }
}
