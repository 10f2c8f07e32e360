using System.Diagnostics.Metrics;
using AuraConsole.Unit.Integration;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Features.Alarm;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AuraConsole.Unit.Alarms;

public sealed class ArmedConsolesTests : IDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    private readonly ManualTimeProvider _time = new();
    private readonly CollectedLogs _logs = new();
    private readonly ServiceProvider _services;
    private readonly ArmedConsoles _consoles;

    public ArmedConsolesTests()
    {
        _services = new ServiceCollection().AddMetrics().AddLogging(logging => logging.AddProvider(_logs)).BuildServiceProvider();
        _consoles = new ArmedConsoles(
            Options.Create(new AlarmOptions { NoneArmedAfter = Grace }), _services.GetRequiredService<IMeterFactory>(), _time,
            _services.GetRequiredService<ILogger<ArmedConsoles>>());
        _consoles.Begin();
    }

    [Fact]
    public void Consoles_NobodyEver_IsToldOnceAfterTheGrace()
    {
        _time.Advance(Grace - Moment);
        var before = _consoles.IsNoneArmed;
        _time.Advance(Grace * 5);

        Assert.False(before);
        Assert.True(_consoles.IsNoneArmed);
        Assert.Contains("No console with sound", Assert.Single(_logs.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Consoles_OneArmsInTime_NobodyIsTold()
    {
        using var console = new ArmedConsole(_consoles);
        console.Report(true);

        _time.Advance(Grace * 2);

        Assert.False(_consoles.IsNoneArmed);
        Assert.Equal(1, _consoles.ArmedCount);
        Assert.Empty(_logs.Warnings);
    }

    [Fact]
    public void Consoles_TheLastIsBlocked_IsToldAndClearedWhenOneArms()
    {
        using var first = new ArmedConsole(_consoles);
        using var second = new ArmedConsole(_consoles);
        first.Report(true);
        first.Report(false);
        _time.Advance(Grace);
        var told = _consoles.IsNoneArmed;

        second.Report(true);

        Assert.True(told);
        Assert.False(_consoles.IsNoneArmed);
        Assert.Single(_logs.Warnings);
    }

    [Fact]
    public void Consoles_PageLoadsAnew_IsNotSilence()
    {
        var first = new ArmedConsole(_consoles);
        first.Report(true);
        first.Dispose();
        _time.Advance(Grace / 2);
        using var second = new ArmedConsole(_consoles);
        second.Report(true);

        _time.Advance(Grace * 2);

        Assert.False(_consoles.IsNoneArmed);
        Assert.Empty(_logs.Warnings);
    }

    [Fact]
    public async Task Console_ConnectionDown_DoesNotCountUntilItIsBack()
    {
        using var console = new ArmedConsole(_consoles);
        console.Report(true);

        await console.OnConnectionDownAsync(null!, default);
        var down = _consoles.ArmedCount;
        await console.OnConnectionUpAsync(null!, default);

        Assert.Equal((0, 1), (down, _consoles.ArmedCount));
    }

    [Fact]
    public void Console_Gone_NeverCountsAgain()
    {
        var console = new ArmedConsole(_consoles);
        console.Dispose();

        console.Report(true);

        Assert.Equal(0, _consoles.ArmedCount);
    }

    [Fact]
    public async Task Health_NoneArmed_IsDegraded()
    {
        var check = new SoundHealthCheck(_consoles);
        var before = await check.CheckHealthAsync(new HealthCheckContext());
        _time.Advance(Grace);

        var after = await check.CheckHealthAsync(new HealthCheckContext());

        Assert.Equal((HealthStatus.Healthy, HealthStatus.Degraded), (before.Status, after.Status));
    }

    [Fact]
    public void Options_OutOfRange_NameEachKey()
    {
        var result = new AlarmOptionsValidator().Validate(null, new AlarmOptions { TestEvery = TimeSpan.Zero, NoneArmedAfter = TimeSpan.FromDays(1) });

        Assert.Equal(2, result.Failures!.Count());
        Assert.Contains(result.Failures!, fault => fault.StartsWith("Alarm:TestEvery ", StringComparison.Ordinal));
    }

    public void Dispose()
    {
        _consoles.Dispose();
        _services.Dispose();
    }
}
