using System.Globalization;
using AuraConsole.Web.Components.Controls;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Live;
using AuraConsole.Web.Resources;
using Microsoft.Extensions.Options;
using Microsoft.JSInterop;

namespace AuraConsole.Web.Features.Alarm;

/// <summary>One circuit's alarm: tells the browser what sounds, and keeps what the browser says of itself. All of it on the circuit's thread.</summary>
public sealed partial class AlarmConsole(
    VisibleBoard board, AlarmCalls calls, ArmedConsole armed, SoundTests tests, UserPreferences preferences, AuditLog audit, IOptions<AlarmOptions> options, TimeProvider time,
    IJSRuntime script, ILogger<AlarmConsole> logger) : IAsyncDisposable
{
    public const int StandardVolume = 70;
    public const int MostMuteMinutes = 10;

    private readonly CancellationTokenSource _gone = new();
    private DotNetObjectReference<AlarmConsole>? _self;
    private IJSObjectReference? _engine;
    private AlarmBrowser _browser = AlarmBrowser.Unknown;
    private SoundState _sound;
    private LastTest? _test;
    private ITimer? _due;
    private Operator? _me;
    private bool _supervises;

    /// <summary>Something to show has changed; may come from any thread.</summary>
    public event Action? Changed;

    private AlarmModel Model => field ??= new AlarmModel(row => AlarmLevels.Of(row, board.Ordered.ClockOf(row.Id), _me?.Id, time.GetUtcNow()));

    public AlarmSet Now => Model.Now;

    public LampState Lamp => LampRules.Of(_sound, _test, time.GetUtcNow(), options.Value.TestEvery);

    public LastTest? Test => _test;

    public int Volume => _browser.Volume;

    public NotifyMode Notify => Enum.Parse<NotifyMode>(_browser.Notify!);

    /// <summary>The browser's word on notifications: granted, denied, default, unsupported.</summary>
    public string Permission { get; private set; } = "default";

    /// <summary>Starts the browser's engine and takes the board as it is. A second call does nothing.</summary>
    /// <param name="me">Whose console it is.</param>
    /// <param name="supervises">Whether escalations sound here.</param>
    public async Task StartAsync(Operator me, bool supervises)
    {
        if (_me is not null)
            return;
        (_me, _supervises) = (me, supervises);
        _self = DotNetObjectReference.Create(this);
        var kept = await preferences.ReadAsync(me.Id, _gone.Token);
        var standard = kept.TryGetValue(UserPreferences.Volume, out var text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var percent)
            ? Math.Clamp(percent, 0, 100) : StandardVolume;
        _engine = await script.InvokeAsync<IJSObjectReference>("import", _gone.Token, "./js/alarm.js");
        var browser = await _engine.InvokeAsync<AlarmBrowser?>("start", _gone.Token, _self, me.Id, standard,
            options.Value.ConnectionLostAfter.TotalMilliseconds, options.Value.ConnectionLostTone);
        _browser = (browser ?? AlarmBrowser.Unknown).Checked();
        _test = await tests.LastAsync(me.Id, _browser.Browser!, _gone.Token);
        Tested();
        // the browser's first word on its sound may have come while the last test was being read
        Tell();
        await TakeAsync();
    }

    /// <summary>Called by alarm.js when its state changes.</summary>
    [JSInvokable]
    public void HandleSound(string? state, string? permission)
    {
        _sound = Enum.TryParse<SoundState>(state, out var sound) && Enum.IsDefined(sound) ? sound : SoundState.Failed;
        Permission = permission is "granted" or "denied" or "unsupported" ? permission : "default";
        Tell();
    }

    /// <summary>Looks at the board; the browser hears of it only when something changes for it.</summary>
    public async Task TakeAsync()
    {
        if (_engine is null || !Model.Take(board.Now, _supervises ? calls.For(board.Scope) : null))
            return;
        await SendAsync();
        Changed?.Invoke();
    }

    /// <summary>Quiet on this console, for what sounds now.</summary>
    public async Task SilenceAsync()
    {
        if (!Model.Silence())
            return;
        await SendAsync();
        Changed?.Invoke();
        await audit.WriteAsync(_me, new AuditNote("alarm.silenced", "console", $"level: {Model.Now.Level}\nunclaimed: {Model.Now.Unclaimed}"), CancellationToken.None);
    }

    /// <summary>Plays a level once. False when nothing came out, as far as the browser can tell.</summary>
    public async Task<bool> PlayAsync(AlarmLevel level) =>
        _engine is not null && await _engine.InvokeAsync<bool>("play", _gone.Token, level.ToString());

    public async Task AnswerAsync(bool heard)
    {
        if (_me is null)
            return;
        _test = await tests.AnswerAsync(_me, _browser.Browser!, heard, CancellationToken.None);
        Tested();
        Tell();
    }

    public async Task SetVolumeAsync(int percent)
    {
        _browser = _browser with { Volume = Math.Clamp(percent, 0, 100) };
        await CallAsync("volume", _browser.Volume);
        if (_me is not null)
            await preferences.WriteAsync(_me.Id, UserPreferences.Volume, _browser.Volume.ToString(CultureInfo.InvariantCulture), CancellationToken.None);
        Changed?.Invoke();
    }

    /// <param name="minutes">At most <see cref="MostMuteMinutes"/>; 0 ends it.</param>
    public async Task MuteAsync(int minutes)
    {
        var asked = Math.Clamp(minutes, 0, MostMuteMinutes);
        await CallAsync("mute", asked);
        await audit.WriteAsync(_me, asked == 0 ? new AuditNote("alarm.unmuted", "console") : new AuditNote("alarm.muted", "console", $"minutes: {asked}"), CancellationToken.None);
    }

    public async Task SetNotifyAsync(NotifyMode mode)
    {
        _browser = _browser with { Notify = mode.ToString() };
        await CallAsync("notify", mode.ToString().ToLowerInvariant());
        Changed?.Invoke();
    }

    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        armed.Report(false);
        _due?.Dispose();
        _self?.Dispose();
        _gone.Dispose();
    }

    private async Task SendAsync()
    {
        var now = Model.Now;
        await CallAsync("set", now.Level.ToString(), now.Turn, now.Unclaimed,
            now.News.Select(row => row.Id.ToString(CultureInfo.InvariantCulture)).ToArray(),
            now.News.Select(row => Say.Joined(Say.With(AlarmText.NewsPlain, AlarmWords.Of(row.Urgency)), row.OnTest ? TestingText.Spoken : null)).ToArray(),
            now.News.Select(row => Say.Joined(AlarmWords.Of(row.Urgency), row.OnTest ? TestingText.Spoken : null, row.SiteName ?? row.Reference ?? Say.With(CalloutText.Callout, row.Id), row.ResponseType)).ToArray());
    }

    private async Task CallAsync(string name, params object?[] values)
    {
        try
        {
            if (_engine is not null)
                await _engine.InvokeVoidAsync(name, _gone.Token, values);
        }
        catch (Exception failure) when (failure is JSDisconnectedException or OperationCanceledException)
        {
            Log.NotTold(logger, name);
        }
    }

    /// <summary>Nothing happens when a test becomes too old: a timer says so.</summary>
    private void Tested()
    {
        _due?.Dispose();
        if (_test is { Heard: true } && _test.At + options.Value.TestEvery - time.GetUtcNow() is var left && left > TimeSpan.Zero)
            _due = time.CreateTimer(static self => ((AlarmConsole)self!).Tell(), this, left, Timeout.InfiniteTimeSpan);
    }

    private void Tell()
    {
        armed.Report(LampRules.IsArmed(Lamp));
        Changed?.Invoke();
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "The browser was gone before it heard {Call}")]
        public static partial void NotTold(ILogger logger, string call);
    }
}
