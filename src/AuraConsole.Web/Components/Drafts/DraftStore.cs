using System.Text;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Components.Drafts;

/// <summary>What people typed and have not sent: it outlives a reload, a lost circuit and a restart. Never a safe code.</summary>
public sealed class DraftStore(IDbContextFactory<ConsoleDbContext> contexts, WriteGate gate, TimeProvider time)
{
    public const int MostPerUser = 100;

    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public async Task<Draft?> ReadAsync(string userId, string key, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Drafts.AsNoTracking().FirstOrDefaultAsync(d => d.UserId == userId && d.Key == key, cancellationToken);
    }

    /// <summary>Keeps what was typed; blank text forgets it. False when it is too long to be kept: the earlier draft stays.</summary>
    public async Task<bool> SaveAsync(string userId, string key, string body, CancellationToken cancellationToken)
    {
        if (key.Length is 0 or > Draft.KeyLength)
            throw new ArgumentException($"1 to {Draft.KeyLength} characters are needed.", nameof(key));
        if (Encoding.UTF8.GetByteCount(body) > Draft.MostBytes)
            return false;
        using (await gate.EnterAsync(cancellationToken))
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var mine = db.Drafts.Where(d => d.UserId == userId);
            if (string.IsNullOrWhiteSpace(body))
            {
                await mine.Where(d => d.Key == key).ExecuteDeleteAsync(cancellationToken);
                return true;
            }
            if (await mine.FirstOrDefaultAsync(d => d.Key == key, cancellationToken) is { } known)
                (known.Body, known.UpdatedAt) = (body, time.GetUtcNow());
            else
                await AddAsync(db, mine, new Draft { UserId = userId, Key = key, Body = body, UpdatedAt = time.GetUtcNow() }, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }
        return true;
    }

    public Task RemoveAsync(string userId, string key, CancellationToken cancellationToken) => SaveAsync(userId, key, "", cancellationToken);

    /// <summary>Forgets what nobody came back to.</summary>
    public async Task<int> PurgeAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - Kept;
        using (await gate.EnterAsync(cancellationToken))
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            return await db.Drafts.Where(d => d.UpdatedAt < before).ExecuteDeleteAsync(cancellationToken);
        }
    }

    /// <summary>The oldest makes room.</summary>
    private static async Task AddAsync(ConsoleDbContext db, IQueryable<Draft> mine, Draft added, CancellationToken cancellationToken)
    {
        var oldest = await mine.OrderByDescending(d => d.UpdatedAt).Skip(MostPerUser - 1).ToListAsync(cancellationToken);
        db.Drafts.RemoveRange(oldest);
        db.Drafts.Add(added);
    }
}
