using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Outbound.Sending;

namespace AuraConsole.Unit.Outbound;

public sealed class CommandGatesTests
{
    private readonly CommandGates _gates = new();

    [Fact]
    public async Task Enter_SameSite_WaitsForTheTurnBefore()
    {
        var first = await _gates.EnterAsync(CommandKind.Raise, 7, CancellationToken.None);

        var second = _gates.EnterAsync(CommandKind.Raise, 7, CancellationToken.None);
        Assert.False(second.IsCompleted);
        first.Dispose();

        (await second.WaitAsync(TimeSpan.FromSeconds(10))).Dispose();
        Assert.Equal(0, _gates.Count);
    }

    [Fact]
    public async Task Enter_OtherSiteOrKind_DoesNotWait()
    {
        using var one = await _gates.EnterAsync(CommandKind.Raise, 7, CancellationToken.None);
        using var two = await _gates.EnterAsync(CommandKind.Raise, 8, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(10));
        using var three = await _gates.EnterAsync(CommandKind.Cancel, 7, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(10));

        Assert.Equal(3, _gates.Count);
    }

    [Fact]
    public async Task Enter_GivenUp_LeavesNothingBehind()
    {
        using var giveUp = new CancellationTokenSource();
        var first = await _gates.EnterAsync(CommandKind.Raise, 7, CancellationToken.None);
        var second = _gates.EnterAsync(CommandKind.Raise, 7, giveUp.Token);

        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        first.Dispose();

        Assert.Equal(0, _gates.Count);
    }
}
