using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Features.Alarm;

/// <summary>The answers to the sound test, kept for whoever asks later whether the room could hear.</summary>
public sealed partial class SoundTests(IDbContextFactory<ConsoleDbContext> contexts, WriteGate gate, TimeProvider time, ILogger<SoundTests> logger)
{
    public async Task<LastTest?> LastAsync(string userId, string browser, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.SoundTests.AsNoTracking().Where(t => t.UserId == userId && t.Browser == browser)
            .OrderByDescending(t => t.At).Select(t => new LastTest(t.At, t.Heard)).FirstOrDefaultAsync(cancellationToken);
    }

    public async Task<LastTest> AnswerAsync(Operator by, string browser, bool heard, CancellationToken cancellationToken)
    {
        var test = new SoundTest
        {
            UserId = by.Id,
            UserName = Text.Cut(by.Name, SoundTest.NameLength) ?? "",
            Browser = browser,
            At = time.GetUtcNow(),
            Heard = heard,
        };
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.SoundTests.Add(test);
        await db.SaveChangesAsync(cancellationToken);
        Log.Answered(logger, by.Id, heard);
        return new LastTest(test.At, heard);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Sound test by user {UserId}: heard {Heard}")]
        public static partial void Answered(ILogger logger, string userId, bool heard);
    }
}
