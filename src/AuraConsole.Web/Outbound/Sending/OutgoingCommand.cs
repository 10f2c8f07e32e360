using AuraConsole.Integration.Http;
using AuraConsole.Web.Apply;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;

namespace AuraConsole.Web.Outbound.Sending;

/// <summary>What <see cref="CommandSender"/> needs to know of a command; every step but <see cref="AskAsync"/> runs in a transaction.</summary>
/// <typeparam name="TAnswer">AURA's answer.</typeparam>
public abstract class OutgoingCommand<TAnswer>
{
    public abstract Guid Id { get; }

    /// <summary>Who asks: it finds only what that person may see.</summary>
    public abstract Operator By { get; }

    public abstract CommandKind Kind { get; }

    /// <summary>What commands of this kind queue for: the site or the callout.</summary>
    public abstract long QueueFor { get; }

    /// <summary>The row, before anything else is decided.</summary>
    public abstract Task<Command> RecordAsync(CalloutSession session);

    /// <summary>Makes the command Sending, or settles it when it must not leave.</summary>
    public abstract Task PrepareAsync(CalloutSession session, Command command);

    public abstract Task<TAnswer> AskAsync(CancellationToken cancellationToken);

    public abstract Task AnsweredAsync(CalloutSession session, Command command, TAnswer answer);

    /// <summary>The state was set already; null is a failure of our own.</summary>
    public virtual Task FailedAsync(CalloutSession session, Command command, AuraApiException? failure) => Task.CompletedTask;
}
