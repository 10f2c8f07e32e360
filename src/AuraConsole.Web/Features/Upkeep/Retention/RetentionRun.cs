using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Features.Upkeep.Retention;

/// <summary>Removes what is older than configured. A dry run says what would go and changes nothing.</summary>
public sealed class RetentionRun(
    IDbContextFactory<ConsoleDbContext> contexts, WriteGate gate, AuditLog audit, IOptions<RetentionOptions> options, TimeProvider time)
{
    public const string Kind = "retention.run";

    /// <summary>One run at a time: two would count the same rows.</summary>
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>What would go now.</summary>
    public async Task<IReadOnlyList<RetentionLine>> DryAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var lines = new List<RetentionLine>();
        foreach (var kind in Enum.GetValues<RetentionKind>())
        {
            var age = RetentionRules.AgeOf(kind, options.Value);
            lines.Add(new RetentionLine(kind, age, age == TimeSpan.Zero ? 0 : await RetentionRules.CountAsync(db, kind, time.GetUtcNow() - age, cancellationToken)));
        }
        return lines;
    }

    /// <summary>Removes it. What was removed before a cancellation stays removed, and is audited with the next run's.</summary>
    /// <param name="by">Null for the daily job.</param>
    /// <param name="cancellationToken">Ends it between two batches.</param>
    public async Task<IReadOnlyList<RetentionLine>> RunAsync(Operator? by, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            var lines = new List<RetentionLine>();
            foreach (var kind in Enum.GetValues<RetentionKind>())
            {
                var age = RetentionRules.AgeOf(kind, options.Value);
                lines.Add(new RetentionLine(kind, age, age == TimeSpan.Zero ? 0 : await RemoveAsync(kind, time.GetUtcNow() - age, cancellationToken)));
            }
            await audit.WriteAsync(by, new AuditNote(Kind, "retention", string.Join('\n', lines.Select(static line => FormattableString.Invariant($"{line.Kind}: {line.Count}")))), cancellationToken);
            return lines;
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task<int> RemoveAsync(RetentionKind kind, DateTimeOffset before, CancellationToken cancellationToken)
    {
        for (var removed = 0; ;)
        {
            int batch;
            using (await gate.EnterAsync(cancellationToken))
            {
                await using var db = await contexts.CreateDbContextAsync(cancellationToken);
                await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
                batch = await RetentionRules.RemoveAsync(db, kind, before, cancellationToken);
                await transaction.CommitAsync(CancellationToken.None);
            }
            removed += batch;
            if (batch < RetentionRules.Batch)
                return removed;
            // deliveries and commands come first
            await Task.Yield();
        }
    }
}
