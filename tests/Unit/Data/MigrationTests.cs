using AuraConsole.Unit.Support;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Unit.Data;

public sealed class MigrationTests
{
    [Fact]
    public async Task Migrations_MatchTheModel()
    {
        await using var spine = await Spine.StartAsync();

        Assert.False(await spine.ReadAsync(db => Task.FromResult(db.Database.HasPendingModelChanges())));
    }

    [Fact]
    public async Task Migrations_ApplyToAnEmptyFileAndAgainToTheirOwn()
    {
        await using var first = await Spine.StartAsync();
        await using var second = await Spine.StartAsync(first.File);

        Assert.Empty(await second.ReadAsync(async db => await db.Database.GetPendingMigrationsAsync()));
        Assert.NotEmpty(await second.ReadAsync(async db => await db.Database.GetAppliedMigrationsAsync()));
        Assert.Equal(0, await second.ReadAsync(db => db.Callouts.CountAsync()));
    }
}
