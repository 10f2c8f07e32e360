using System.Globalization;
using System.Security.Claims;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Features.Escalations.Sending;

public enum HookOutcome
{
    Done,
    NotAnAddress,
    NotHttps,
    PrivateTarget,

    /// <summary>The first one needs a secret, and a short one is none.</summary>
    NoSecret,

    ChangedMeanwhile,
}

/// <summary>The webhook as an admin sees it: never with its secret.</summary>
public sealed record HookView(string Url, bool IsOn, DateTimeOffset SecretSetAt, bool IsSecretReadable, Guid Version);

/// <summary>Sets and tests the webhook, on an admin's word.</summary>
/// <exception cref="UnauthorizedAccessException">From every method: the user is no admin.</exception>
public sealed class HookDesk(
    IDbContextFactory<ConsoleDbContext> contexts, WriteGate gate, AuditLog audit, HookSecrets secrets, HookClient client, HookDoorbell doorbell, EscalationBook book,
    IOptions<EscalationOptions> options, TimeProvider time)
{
    public const int LeastSecret = 16;
    public const int MostSecret = 200;

    /// <summary>Most messages shown.</summary>
    public const int MostSends = 50;

    public async Task<HookView?> ReadAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        Operator.Admin(user);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.EscalationHooks.AsNoTracking().SingleOrDefaultAsync(cancellationToken) is { } hook
            ? new HookView(hook.Url, hook.IsOn, hook.SecretSetAt, secrets.Read(hook.Secret) is not null, hook.Version)
            : null;
    }

    /// <summary>The last messages, the newest first, without their bodies.</summary>
    public async Task<IReadOnlyList<EscalationSend>> SendsAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        Operator.Admin(user);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.EscalationSends.AsNoTracking().OrderByDescending(static send => send.CreatedAt).Take(MostSends)
            .Select(static send => new EscalationSend
            {
                Id = send.Id,
                Event = send.Event,
                Body = "",
                CreatedAt = send.CreatedAt,
                State = send.State,
                Attempts = send.Attempts,
                NextAttemptAt = send.NextAttemptAt,
                SettledAt = send.SettledAt,
                Status = send.Status,
                Answer = send.Answer,
            }).ToListAsync(cancellationToken);
    }

    /// <param name="opened">The version that the form opened with; empty for the first.</param>
    /// <param name="url">Where to.</param>
    /// <param name="secret">Blank keeps the one that is set.</param>
    /// <param name="isOn">Whether it is used.</param>
    /// <param name="user">Who asks.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<HookOutcome> SaveAsync(Guid opened, string url, string? secret, bool isOn, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var by = Operator.Admin(user);
        if (HookTarget.Check(url, options.Value.AllowPrivateTargets) is { } fault)
            return fault switch { TargetFault.NotHttps => HookOutcome.NotHttps, TargetFault.Private => HookOutcome.PrivateTarget, _ => HookOutcome.NotAnAddress };
        if (!string.IsNullOrEmpty(secret) && secret.Length is < LeastSecret or > MostSecret)
            return HookOutcome.NoSecret;
        using (await gate.EnterAsync(cancellationToken))
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var hook = await db.EscalationHooks.SingleOrDefaultAsync(cancellationToken);
            if ((hook?.Version ?? Guid.Empty) != opened)
                return HookOutcome.ChangedMeanwhile;
            if (hook is null && string.IsNullOrEmpty(secret))
                return HookOutcome.NoSecret;
            if (hook is null)
                db.EscalationHooks.Add(hook = new EscalationHook { Id = EscalationHook.OnlyId, Url = "", Secret = "" });
            (hook.Url, hook.IsOn, hook.Version) = (url.Trim(), isOn, Guid.NewGuid());
            if (!string.IsNullOrEmpty(secret))
                (hook.Secret, hook.SecretSetAt) = (secrets.Protect(secret), time.GetUtcNow());
            // only the host: paths of webhooks are often secrets themselves
            await audit.AddAsync(db, by, new AuditNote(
                EscalationKinds.HookSet, EscalationKinds.HookSubject, $"Host: {new Uri(hook.Url).Authority}\nOn: {isOn}\nNew secret: {!string.IsNullOrEmpty(secret)}"), cancellationToken);
            await db.SaveChangesAsync(CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
        }
        doorbell.Ring();
        return HookOutcome.Done;
    }

    /// <summary>Sends a test message at once, and answers what the receiver said; null when there is no webhook.</summary>
    public async Task<HookAnswer?> TestAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var by = Operator.Admin(user);
        EscalationHook? hook;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
            hook = await db.EscalationHooks.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (hook is null)
            return null;
        var message = EscalationMessage.Of(EscalationMessage.TestEvent, [], time.GetUtcNow());
        var answer = secrets.Read(hook.Secret) is { } secret
            ? await client.SendAsync(hook.Url, secret, message.Id, message.Body, persists: false, cancellationToken)
            : new HookAnswer(false, null, "The secret cannot be read with these keys: set it again.");
        await audit.WriteAsync(by, new AuditNote(
            EscalationKinds.HookTested, EscalationKinds.HookSubject, string.Create(CultureInfo.InvariantCulture, $"Taken: {answer.IsTaken}\nStatus: {answer.Status}")), CancellationToken.None);
        return answer;
    }

    /// <summary>Puts a message that was given up back into the outbox, under its old id and with all its attempts. False: it is not given up any more.</summary>
    public async Task<bool> SendAgainAsync(Guid id, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var by = Operator.Admin(user);
        using (await gate.EnterAsync(cancellationToken))
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            if (await db.EscalationSends.FirstOrDefaultAsync(one => one.Id == id, cancellationToken) is not { State: EscalationSendState.GivenUp } send)
                return false;
            (send.State, send.Attempts, send.SettledAt, send.NextAttemptAt) = (EscalationSendState.Waiting, 0, null, time.GetUtcNow());
            await audit.AddAsync(db, by, new AuditNote(EscalationKinds.SentAgain, EscalationKinds.HookSubject, $"{send.Event} {send.Id}"), cancellationToken);
            await db.SaveChangesAsync(CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
        }
        book.Feed.Publish();
        doorbell.Ring();
        return true;
    }
}
