using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.Alarm;
using AuraConsole.Web.Live;
using AuraConsole.Web.Reconciliation;
using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Features.Escalations.Watching;

/// <summary>One look: what has stood still for long enough fires, what moves again ends. It asks the database only when one of them happened.</summary>
public sealed class EscalationWatch(
    EscalationBook book, EscalationWriter writer, Live.Board board, ArmedConsoles armed, UpstreamStatus upstream, IOptions<ReconciliationOptions> reconciliation, TimeProvider time)
{
    /// <summary>Most that fire at one look; the next look goes on.</summary>
    public const int MostAtOnce = 50;

    private readonly EscalationCauses _causes = new((reconciliation.Value.ActiveListInterval * 2) + TimeSpan.FromSeconds(10));

    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        _causes.Look(board.Now, armed.ArmedCount, upstream.Now, now);
        var (fired, ended) = Compare(now);
        if (fired.Count > 0 || ended.Count > 0)
            await writer.WriteAsync(fired, ended, cancellationToken);
    }

    private (List<EscalationFiring> Fired, List<long> Ended) Compare(DateTimeOffset now)
    {
        List<EscalationFiring> fired = [];
        List<long> ended = [];
        var open = book.Open.ToLookup(static firing => firing.RuleId);
        var rules = book.Rules;
        foreach (var rule in rules)
        {
            var causes = rule.IsOn ? _causes.Of(rule, now).ToDictionary(static cause => cause.Subject, StringComparer.Ordinal) : [];
            foreach (var firing in open[rule.Id])
            {
                if (causes.TryGetValue(firing.Subject, out var cause) && !(cause.IsSinceSure && cause.Since != firing.Since))
                    causes.Remove(firing.Subject);
                else
                    ended.Add(firing.Id);
            }
            fired.AddRange(causes.Values.Where(cause => now - cause.Since >= TimeSpan.FromSeconds(rule.Threshold)).Select(cause => Fire(rule, cause, now)));
        }
        var known = rules.Select(static rule => rule.Id).ToHashSet();
        ended.AddRange(book.Open.Where(firing => !known.Contains(firing.RuleId)).Select(static firing => firing.Id));
        var room = Math.Min(MostAtOnce, EscalationBook.MostOpen - book.Open.Count + ended.Count);
        return ([.. fired.OrderBy(static firing => firing.Since).Take(Math.Max(0, room))], ended);
    }

    private static EscalationFiring Fire(EscalationRule rule, Cause cause, DateTimeOffset now) => new()
    {
        RuleId = rule.Id,
        RuleName = rule.Name,
        Kind = rule.Kind,
        Subject = cause.Subject,
        CalloutAuraId = cause.Row?.Id,
        GroupId = cause.Row?.SiteGroupId,
        Place = cause.Row is { CustomerAuraId: null } row ? Text.Cut(row.SiteName ?? row.Reference, EscalationFiring.PlaceLength) : null,
        Since = cause.Since,
        FiredAt = now,
        Threshold = rule.Threshold,
        OnBoard = rule.OnBoard,
        WithSound = rule.WithSound,
        ByWebhook = rule.ByWebhook,
    };
}
