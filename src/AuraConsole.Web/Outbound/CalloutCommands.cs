namespace AuraConsole.Web.Outbound;

/// <summary>Raises and cancels callouts at AURA. A command is on disk before it leaves and is never sent twice.</summary>
public sealed class CalloutCommands
{
    /// <summary>Raises a callout; returns when the outcome is settled, or when the answer was lost and AURA is being looked at.</summary>
    public Task<CommandView> RaiseAsync(RaiseRequest request, Operator by, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Cancels a callout; the stage moves only when AURA says so.</summary>
    public Task<CommandView> CancelAsync(CancelRequest request, Operator by, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>A person asked AURA by telephone: the command did not go out. Only for a command that needs a person.</summary>
    public Task<CommandView> PutAwayAsync(Guid commandId, string note, Operator by, CancellationToken cancellationToken) => throw new NotImplementedException();
}
