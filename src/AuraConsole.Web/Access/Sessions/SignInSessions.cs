using System.Security.Claims;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Live;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Access.Sessions;

/// <summary>The sign-ins: begun, asked for at every request, and ended, which holds at once on open pages too.</summary>
public sealed class SignInSessions(
    IDbContextFactory<ConsoleDbContext> contexts, WriteGate gate, AuditLog audit, SessionDoors doors, TimeProvider time, ILogger<SignInSessions> logger)
{
    /// <summary>Most open at one time by one person; a further one ends the oldest.</summary>
    public const int MostPerUser = 1000;

    /// <summary>Ended ones are kept for so long.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private static readonly TimeSpan SeenInterval = TimeSpan.FromMinutes(1);

    private readonly KnownSessions _known = new(time);

    /// <summary>Rings when somebody signed in or out, or was put out.</summary>
    public LiveFeed Feed { get; } = new(time, logger);

    /// <summary>Begins one and puts it in the audit.</summary>
    internal async Task<Guid> StartAsync(ConsoleUser user, SignInWay way, string? userAgent, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var session = new SignInSession
        {
            Id = Guid.NewGuid(),
            UserId = user.Id,
            Way = way,
            Device = DeviceText.Of(userAgent),
            StartedAt = now,
            LastSeenAt = now,
            ProvedAt = now,
        };
        List<Guid> tooMany;
        using (await gate.EnterAsync(cancellationToken))
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            tooMany = await db.SignInSessions.OpenAt(now).Where(one => one.UserId == user.Id)
                .OrderByDescending(static one => one.StartedAt).Skip(MostPerUser - 1).Select(static one => one.Id).ToListAsync(cancellationToken);
            await MarkAsync(db, tooMany);
            await db.SignInSessions.Where(one => one.UserId == user.Id && one.LastSeenAt < now - Kept).ExecuteDeleteAsync(CancellationToken.None);
            await db.Users.Where(one => one.Id == user.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.LastSignInAt, now), CancellationToken.None);
            db.SignInSessions.Add(session);
            await audit.AddAsync(db, new Operator(user.Id, user.DisplayName), new AuditNote(AccessAudit.SignedIn, AccessAudit.Subject(user.Id), $"{way}\n{session.Device}"), CancellationToken.None);
            await db.SaveChangesAsync(CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
        }
        _known.Sweep();
        Forget(tooMany);
        return session.Id;
    }

    /// <summary>Whether this user may still be here by that sign-in. At most a few seconds old, except that an end is known at once.</summary>
    public async Task<bool> IsOpenAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        if (user.SessionId() is not { } id || user.FindFirstValue(ClaimTypes.NameIdentifier) is not { } userId)
            return false;
        if (_known.Find(id) is { } known)
            return known;
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var seen = await (from session in db.SignInSessions.OpenAt(now)
                          join owner in db.Users on session.UserId equals owner.Id
                          where session.Id == id && owner.Id == userId && owner.DisabledAt == null
                          select (DateTimeOffset?)session.LastSeenAt).FirstOrDefaultAsync(cancellationToken);
        _known.Remember(id, seen is not null);
        if (now - seen >= SeenInterval)
            await SeeAsync(db, id, now);
        return seen is not null;
    }

    /// <summary>Whether the person proved a short while ago who it is.</summary>
    internal async Task<bool> IsProvedAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var oldest = time.GetUtcNow() - SessionLife.Proof;
        var id = user.SessionId();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.SignInSessions.AnyAsync(session => session.Id == id && session.EndedAt == null && session.ProvedAt > oldest, cancellationToken);
    }

    /// <summary>The person has just proved it again.</summary>
    internal async Task ProveAsync(ClaimsPrincipal user)
    {
        var (id, now) = (user.SessionId(), time.GetUtcNow());
        using var turn = await gate.EnterAsync(CancellationToken.None);
        await using var db = await contexts.CreateDbContextAsync();
        await db.SignInSessions.Where(session => session.Id == id).ExecuteUpdateAsync(set => set.SetProperty(session => session.ProvedAt, now));
    }

    /// <summary>Open ones of a person, newest first.</summary>
    public async Task<IReadOnlyList<SignInSession>> ListAsync(string userId, int most, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.SignInSessions.AsNoTracking().OpenAt(time.GetUtcNow()).Where(session => session.UserId == userId)
            .OrderByDescending(static session => session.StartedAt).Take(most).ToListAsync(cancellationToken);
    }

    /// <summary>Ends the sign-in by which somebody is here, because they leave.</summary>
    internal Task SignOutAsync(ClaimsPrincipal user)
    {
        var id = user.SessionId();
        return EndAsync(db => db.SignInSessions.Where(session => session.Id == id && session.EndedAt == null),
            Operator.Known(user), new AuditNote(AccessAudit.SignedOut, AccessAudit.Subject(user.UserId())));
    }

    /// <summary>Puts a person out: of one sign-in, or of all.</summary>
    /// <exception cref="UnauthorizedAccessException">The user is no admin.</exception>
    public Task<int> EndAsync(string userId, Guid? only, ClaimsPrincipal admin) =>
        EndAsync(db => db.SignInSessions.Where(session => session.UserId == userId && session.EndedAt == null && (only == null || session.Id == only)),
            Operator.Admin(admin), new AuditNote(AccessAudit.SessionEnded, AccessAudit.Subject(userId)));

    /// <summary>Ends all of a person's sign-ins but the one they are at.</summary>
    internal Task<int> EndOthersAsync(ClaimsPrincipal user)
    {
        var (userId, own) = (user.UserId(), user.SessionId());
        return EndAsync(db => db.SignInSessions.Where(session => session.UserId == userId && session.EndedAt == null && session.Id != own),
            Operator.Known(user), new AuditNote(AccessAudit.SessionEnded, AccessAudit.Subject(userId)));
    }

    /// <summary>Marks all of a person's as ended inside the caller's turn and transaction; after its commit the caller calls <see cref="Forget"/>.</summary>
    internal async Task<List<Guid>> MarkAllAsync(ConsoleDbContext db, string userId)
    {
        var ids = await db.SignInSessions.Where(session => session.UserId == userId && session.EndedAt == null).Select(static session => session.Id).ToListAsync();
        await MarkAsync(db, ids);
        return ids;
    }

    /// <summary>Shuts what is open by ended ones.</summary>
    internal void Forget(IReadOnlyCollection<Guid> ended)
    {
        foreach (var id in ended)
        {
            _known.Remember(id, isOpen: false);
            doors.Shut(id);
        }
        Feed.Publish();
    }

    private async Task<int> EndAsync(Func<ConsoleDbContext, IQueryable<SignInSession>> which, Operator by, AuditNote note)
    {
        List<Guid> ids;
        using (await gate.EnterAsync(CancellationToken.None))
        {
            await using var db = await contexts.CreateDbContextAsync();
            await using var transaction = await db.Database.BeginTransactionAsync();
            var ending = await which(db).Select(static session => new { session.Id, session.Device }).ToListAsync();
            if (ending.Count == 0)
                return 0;
            ids = ending.ConvertAll(static session => session.Id);
            await MarkAsync(db, ids);
            await audit.AddAsync(db, by, note with { Detail = string.Join('\n', ending.Select(static session => session.Device)) }, CancellationToken.None);
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        }
        Forget(ids);
        return ids.Count;
    }

    private Task MarkAsync(ConsoleDbContext db, List<Guid> ids)
    {
        var now = time.GetUtcNow();
        return db.SignInSessions.Where(session => ids.Contains(session.Id)).ExecuteUpdateAsync(set => set.SetProperty(session => session.EndedAt, now));
    }

    private async Task SeeAsync(ConsoleDbContext db, Guid id, DateTimeOffset now)
    {
        using var turn = await gate.EnterAsync(CancellationToken.None);
        await db.SignInSessions.Where(session => session.Id == id).ExecuteUpdateAsync(set => set.SetProperty(session => session.LastSeenAt, now));
    }
}
