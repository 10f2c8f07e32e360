using System.Net;
using System.Text;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.Sites.Importing.FullSync;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AuraConsole.Unit.Importing;

public sealed class ImportCallbackEndpointTests : IAsyncLifetime
{
    private const string Good = """{"status":"completed","created":1}""";
    private readonly ConsoleFactory _console = new();
    private readonly Guid _run = Guid.NewGuid();
    private readonly string _secret = CallbackAddress.NewSecret();
    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        _client = _console.CreateClient();
        await using var db = await DatabaseAsync();
        db.ImportRuns.Add(new ImportRun
        {
            Id = _run,
            Way = ImportWay.FullSync,
            // an ended one: the worker leaves it alone
            State = ImportRunState.Differs,
            StartedById = "u1",
            StartedByName = "Thandi",
            CallbackHash = CallbackAddress.Hash(_secret),
        });
        await db.SaveChangesAsync();
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _console.DisposeAsync();
    }

    [Fact]
    public async Task Callback_WithItsSecret_IsTakenOnceAndNeverLogged()
    {
        Assert.Equal(HttpStatusCode.OK, await PostAsync(Good));
        Assert.Equal(HttpStatusCode.OK, await PostAsync("""{"status":"failed"}"""));

        var run = await RunAsync();
        Assert.Equal(true, run.CallbackSucceeded);
        Assert.DoesNotContain(_console.LogLines, line => line.Contains(_secret, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("wrong")]
    public async Task Callback_WithAWrongSecret_IsNotFound(string secret)
    {
        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(Good, secret));
        Assert.Null((await RunAsync()).CallbackAt);
    }

    [Fact]
    public async Task Callback_OfAnUnknownRun_IsNotFound() => Assert.Equal(HttpStatusCode.NotFound, await PostAsync(Good, run: Guid.NewGuid()));

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("[1]")]
    public async Task Callback_Malformed_IsRefusedAndMayComeAgain(string body)
    {
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(body));
        Assert.Null((await RunAsync()).CallbackAt);
        Assert.Equal(HttpStatusCode.OK, await PostAsync(Good));
    }

    [Fact]
    public async Task Callback_TooLarge_IsRefused()
    {
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(new string(' ', ImportCallbackEndpoint.MaxBytes + 1)));
        Assert.Null((await RunAsync()).CallbackAt);
    }

    [Fact]
    public async Task Callback_TooOften_IsRefused()
    {
        HttpStatusCode last = default;
        for (var n = 0; n < 40 && last != HttpStatusCode.TooManyRequests; n++)
            last = await PostAsync(Good, "wrong");

        Assert.Equal(HttpStatusCode.TooManyRequests, last);
    }

    [Theory]
    [InlineData("/sites/import/faults.csv")]
    [InlineData("/sites/import/results/7c9e6679-7425-40de-944b-e07fc1f90ae7.csv")]
    public async Task Download_ByNobody_LeadsToSignIn(string path)
    {
        using var browser = _console.CreateBrowser();
        using var answer = await browser.GetAsync(path);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
    }

    private async Task<HttpStatusCode> PostAsync(string body, string? secret = null, Guid? run = null)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await _client.PostAsync($"{CallbackAddress.Path}/{run ?? _run:N}?{CallbackAddress.SecretName}={secret ?? _secret}", content);
        return answer.StatusCode;
    }

    private async Task<ImportRun> RunAsync()
    {
        await using var db = await DatabaseAsync();
        return await db.ImportRuns.AsNoTracking().FirstAsync(run => run.Id == _run);
    }

    private Task<ConsoleDbContext> DatabaseAsync() => _console.Services.GetRequiredService<IDbContextFactory<ConsoleDbContext>>().CreateDbContextAsync();
}
