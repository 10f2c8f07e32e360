using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Web.Access.Factors;

/// <summary>Checks codes in place of Identity's own provider, which takes the same code again for as long as it is about right.</summary>
internal sealed class CodeProvider(IDbContextFactory<ConsoleDbContext> contexts, WriteGate gate, TimeProvider time) : IUserTwoFactorTokenProvider<ConsoleUser>
{
    // the code is made by the person's telephone, never here
    public Task<string> GenerateAsync(string purpose, UserManager<ConsoleUser> manager, ConsoleUser user) => Task.FromResult("");

    public async Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<ConsoleUser> manager, ConsoleUser user) =>
        !string.IsNullOrEmpty(await manager.GetAuthenticatorKeyAsync(user));

    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<ConsoleUser> manager, ConsoleUser user) =>
        await manager.GetAuthenticatorKeyAsync(user) is { Length: > 0 } text && Base32.Read(text) is { } key
        && Totp.Match(key, token, time.GetUtcNow()) is { } step && await UseUpAsync(user.Id, step);

    /// <summary>True for the first who asks.</summary>
    internal async Task<bool> UseUpAsync(string userId, long step)
    {
        using var turn = await gate.EnterAsync(CancellationToken.None);
        await using var db = await contexts.CreateDbContextAsync();
        var last = await db.UsedCodes.FirstOrDefaultAsync(used => used.UserId == userId);
        if (last?.Step >= step)
            return false;
        if (last is null)
            db.UsedCodes.Add(last = new UsedCode { UserId = userId });
        last.Step = step;
        await db.SaveChangesAsync();
        return true;
    }
}
