using AuraConsole.Integration.Http;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Features.Sites.Reading;
using Microsoft.Extensions.Logging.Abstractions;

namespace AuraConsole.Unit.Sites;

public sealed class FirstReadingTests : IDisposable
{
    private readonly SitesHouse _house = new();
    private readonly FirstReading _reading;

    public FirstReadingTests() => _reading = new FirstReading(_house.Directory, _house.Time, NullLogger<FirstReading>.Instance);

    public void Dispose()
    {
        _reading.Dispose();
        _house.Dispose();
    }

    [Fact]
    public async Task Start_AuraComesLate_TriesAgainWithLongerPausesUntilItAnswers()
    {
        _house.Aura.Has("a");
        _house.Aura.ListFailure = FakeSitesApi.Failure(AuraErrorKind.Unavailable);
        await _reading.StartAsync(CancellationToken.None);

        foreach (var pause in new[] { 10, 20, 40, 60, 60 })
        {
            await _house.Time.TimerSetAsync(TimeSpan.FromSeconds(pause));
            _house.Time.Advance(TimeSpan.FromSeconds(pause));
        }

        await Until.TrueAsync(() => _house.Aura.Calls.Count == 6);
        await _house.Time.TimerSetAsync(TimeSpan.FromMinutes(1));
        _house.Aura.ListFailure = null;
        _house.Time.Advance(TimeSpan.FromMinutes(1));
        await _reading.ExecuteTask!.WaitAsync(TimeSpan.FromSeconds(10));

        Assert.NotNull(await _house.FindAsync("a"));
        Assert.Equal(7, _house.Aura.Calls.Count);
    }

    [Fact]
    public async Task Start_SitesAreHere_DoesNotAsk()
    {
        await _house.BothHaveAsync();
        _house.Aura.Calls.Clear();

        await _reading.StartAsync(CancellationToken.None);
        await _reading.ExecuteTask!.WaitAsync(TimeSpan.FromSeconds(10));

        Assert.Empty(_house.Aura.Calls);
    }

    [Fact]
    public async Task Start_AuraHasNone_IsContent()
    {
        await _reading.StartAsync(CancellationToken.None);
        await _reading.ExecuteTask!.WaitAsync(TimeSpan.FromSeconds(10));

        Assert.Equal(["list"], _house.Aura.Calls);
    }
}
