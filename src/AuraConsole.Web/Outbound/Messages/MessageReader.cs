using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Live;
using AuraConsole.Web.Live.Together;
using AuraConsole.Web.Reconciliation;
using AuraConsole.Web.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Outbound.Messages;

/// <summary>
/// Reads messages when a delivery announces some, while a message of ours has no answer, and every poll for the callouts that somebody
/// has open and a few others in turn: deliveries may be lost.
/// </summary>
public sealed partial class MessageReader(
    MessageRequests requests, MessageReading reading, IDbContextFactory<ConsoleDbContext> contexts, WriteGate gate, Board board, CalloutPresence presence,
    IOptions<OutboundOptions> outbound, IOptions<ReconciliationOptions> reconciliation, TimeProvider time, ILogger<MessageReader> logger) : BackgroundService
{
    private const int AtOnce = 2;
    private const int MostOpen = 50;
    private const int InTurn = 5;

    private long _turn;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        // a message that another process had on its way: it left, and nobody is there to hear the answer
        using (await gate.EnterAsync(cancellationToken))
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            await db.Entries.Where(e => e.Sending == SendState.Sending)
                .ExecuteUpdateAsync(set => set.SetProperty(e => e.Sending, SendState.Unknown), cancellationToken);
        }
        await base.StartAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => ReadAsync(stoppingToken)).Append(LookAsync(stoppingToken)));

    private async Task ReadAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
            await reading.ReadAsync(await requests.NextAsync(stoppingToken), stoppingToken);
    }

    private async Task LookAsync(CancellationToken stoppingToken)
    {
        using var tick = new PeriodicTimer(outbound.Value.SettleInterval, time);
        var polled = time.GetTimestamp();
        while (await tick.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                foreach (var id in await WithoutAnswerAsync(stoppingToken))
                    requests.Ask(id);
                if (time.GetElapsedTime(polled) < reconciliation.Value.PollInterval)
                    continue;
                polled = time.GetTimestamp();
                foreach (var id in presence.Open.Where(board.Now.Active.ContainsKey).Take(MostOpen).Concat(NextInTurn()))
                    requests.Ask(id);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Log.RoundFailed(logger, failure);
            }
        }
    }

    private async Task<List<long>> WithoutAnswerAsync(CancellationToken stoppingToken)
    {
        await using var db = await contexts.CreateDbContextAsync(stoppingToken);
        return await db.Entries.Where(e => e.Sending == SendState.Unknown).Join(db.Callouts, e => e.CalloutId, c => c.Id, (_, c) => c.AuraId)
            .Distinct().OrderBy(id => id).Take(MostOpen).ToListAsync(stoppingToken);
    }

    private List<long> NextInTurn()
    {
        var ids = board.Now.Active.Keys.Order().ToList();
        List<long> next = [.. ids.Where(id => id > _turn).Take(InTurn)];
        _turn = next.Count < InTurn ? 0 : next[^1];
        return next;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A round of looking for messages failed; the next one follows")]
        public static partial void RoundFailed(ILogger logger, Exception failure);
    }
}
