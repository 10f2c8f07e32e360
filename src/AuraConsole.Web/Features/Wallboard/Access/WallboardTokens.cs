using System.Security.Claims;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Live;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Features.Wallboard.Access;

/// <summary>Makes, checks and revokes the tokens of wallboards.</summary>
public sealed partial class WallboardTokens(
    IDbContextFactory<ConsoleDbContext> contexts, WriteGate gate, AuditLog audit, BoardScreens screens, TimeProvider time, ILogger<WallboardTokens> logger)
{
    /// <summary>Most tokens that open something at one time.</summary>
    public const int MostInUse = 50;

    /// <summary>Most tokens that the list shows, newest first.</summary>
    public const int MostListed = 200;

    /// <summary>How exact <see cref="WallboardToken.LastUsedAt"/> is: a screen that reconnects in a loop must not write in a loop.</summary>
    public static readonly TimeSpan UseInterval = TimeSpan.FromMinutes(5);

    public async Task<IReadOnlyList<WallboardToken>> ListAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.WallboardTokens.AsNoTracking().OrderByDescending(token => token.CreatedAt).Take(MostListed).ToListAsync(cancellationToken);
    }

    /// <returns>The secret for the link, told this one time; null when there are too many tokens already.</returns>
    /// <exception cref="UnauthorizedAccessException">The user is no admin.</exception>
    public async Task<string?> CreateAsync(string name, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        Demand(user);
        var secret = WallboardSecret.Create();
        using (await gate.EnterAsync(cancellationToken))
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            if (await db.WallboardTokens.CountAsync(token => token.RevokedAt == null, cancellationToken) >= MostInUse)
                return null;
            db.WallboardTokens.Add(new WallboardToken
            {
                Id = secret.Id,
                Name = Text.Cut(name.Trim(), WallboardToken.NameLength)!,
                Hash = secret.Hash,
                CreatedBy = Text.Cut(user.DisplayName(), WallboardToken.CreatedByLength)!,
                CreatedAt = time.GetUtcNow(),
            });
            await audit.AddAsync(db, Operator.From(user), new AuditNote("wallboard.created", Subject(secret.Id), name.Trim()), cancellationToken);
            await db.SaveChangesAsync(CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
        }
        Log.Created(logger, secret.Id, user.UserId());
        return secret.Text;
    }

    /// <summary>From here on the token opens nothing, and the screens that it opened are cut off. False: it was revoked before.</summary>
    /// <exception cref="UnauthorizedAccessException">The user is no admin.</exception>
    public async Task<bool> RevokeAsync(Guid id, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        Demand(user);
        int revoked;
        using (await gate.EnterAsync(cancellationToken))
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var now = time.GetUtcNow();
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            revoked = await db.WallboardTokens.Where(token => token.Id == id && token.RevokedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(token => token.RevokedAt, now), cancellationToken);
            if (revoked > 0)
                await audit.AddAsync(db, Operator.From(user), new AuditNote("wallboard.revoked", Subject(id)), cancellationToken);
            await db.SaveChangesAsync(CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
        }
        if (revoked == 0)
            return false;
        screens.CutOff(id);
        Log.Revoked(logger, id, user.UserId());
        return true;
    }

    /// <summary>The id of the token that this text proves; null when it proves none, or one that was revoked.</summary>
    public async Task<Guid?> CheckAsync(string? text, CancellationToken cancellationToken)
    {
        if (WallboardSecret.Read(text) is not { } secret)
            return null;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var token = await db.WallboardTokens.AsNoTracking().FirstOrDefaultAsync(token => token.Id == secret.Id, cancellationToken);
        if (token is null || !secret.Opens(token))
            return null;
        if (token.LastUsedAt is not { } used || time.GetUtcNow() - used >= UseInterval)
            await NoteUseAsync(db, token.Id, cancellationToken);
        return token.Id;
    }

    private async Task NoteUseAsync(ConsoleDbContext db, Guid id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        using var turn = await gate.EnterAsync(cancellationToken);
        await db.WallboardTokens.Where(token => token.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(token => token.LastUsedAt, now), cancellationToken);
    }

    private static string Subject(Guid id) => $"wallboard:{id}";

    private static void Demand(ClaimsPrincipal user)
    {
        if (!user.IsInRole(Roles.Admin))
            throw new UnauthorizedAccessException("Wallboard tokens are an admin's.");
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "User {UserId} created wallboard token {TokenId}")]
        public static partial void Created(ILogger logger, Guid tokenId, string userId);

        [LoggerMessage(2, LogLevel.Information, "User {UserId} revoked wallboard token {TokenId}")]
        public static partial void Revoked(ILogger logger, Guid tokenId, string userId);
    }
}
