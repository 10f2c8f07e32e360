using AuraConsole.Web.Outbound;

namespace AuraConsole.Web.Components.Callouts;

/// <summary>
/// A dialog's command: sent once however often the button is hit, and followed until it is settled, also after its answer was lost.
/// </summary>
internal sealed partial class CommandRun : IDisposable
{
    /// <summary>The second click of a double click, come after a quick answer, is not a wish to send again.</summary>
    private static readonly TimeSpan DoubleClick = TimeSpan.FromMilliseconds(500);

    private readonly CommandBoard _board;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly IDisposable _subscription;
    private long _answeredAt;

    /// <param name="changed">Draws the dialog again.</param>
    public CommandRun(CommandBoard board, TimeProvider time, ILogger logger, Func<Task> changed)
    {
        (_board, _time, _logger) = (board, time, logger);
        _subscription = board.Feed.Subscribe(changed);
    }

    public Guid Id { get; private set; } = Guid.NewGuid();

    /// <summary>The command has left the dialog and has not come back.</summary>
    public bool Sending { get; private set; }

    /// <summary>It could not even be recorded.</summary>
    public bool Failed { get; private set; }

    public CommandView? Outcome { get; private set; }

    /// <summary>Certainly nothing was done: what was typed may be sent again.</summary>
    public bool MayRepeat => !Sending && (Outcome is null || CommandFaces.FaceOf(Outcome) is CommandFace.Rejected or CommandFace.NotSent or CommandFace.Joined);

    /// <summary>Sends, unless it is on its way already. A command sent after an outcome is a new one.</summary>
    public async Task SendAsync(Func<Guid, Task<CommandView>> send)
    {
        if (!MayRepeat || (_answeredAt != 0 && _time.GetElapsedTime(_answeredAt) < DoubleClick))
            return;
        if (Outcome is not null)
            Id = Guid.NewGuid();
        (Sending, Failed, Outcome) = (true, false, null);
        try
        {
            Outcome = await send(Id);
        }
        catch (Exception failure)
        {
            Log.CommandFailed(_logger, Id, failure);
        }
        finally
        {
            Sending = false;
            _answeredAt = _time.GetTimestamp();
        }
        Follow();
        Failed = Outcome is null;
    }

    /// <summary>Takes the newest state there is; a settled outcome is never taken back.</summary>
    public void Follow()
    {
        if (!Sending && Outcome is not { IsOpen: false } && _board.Find(Id) is { } known)
            Outcome = known;
    }

    public void Dispose() => _subscription.Dispose();

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Command {CommandId} could not be given")]
        public static partial void CommandFailed(ILogger logger, Guid commandId, Exception failure);
    }
}
