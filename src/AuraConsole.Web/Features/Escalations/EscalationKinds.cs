using System.Globalization;
using AuraConsole.Web.Data.Audit;
using AuraConsole.Web.Data.Entities;

namespace AuraConsole.Web.Features.Escalations;

/// <summary>What of escalations stands in the audit.</summary>
internal static class EscalationKinds
{
    public const string Fired = "escalation.fired";
    public const string Ended = "escalation.ended";
    public const string Acknowledged = "escalation.acknowledged";
    public const string RuleAdded = "escalation.rule-added";
    public const string RuleEdited = "escalation.rule-edited";
    public const string RuleDeleted = "escalation.rule-deleted";
    public const string HookSet = "escalation.webhook-set";
    public const string HookTested = "escalation.webhook-tested";
    public const string GivenUp = "escalation.webhook-given-up";
    public const string SentAgain = "escalation.webhook-sent-again";

    public const string HookSubject = "escalation-webhook";

    public static AuditNote Note(string kind, EscalationFiring firing) => new(
        kind,
        string.Create(CultureInfo.InvariantCulture, $"escalation:{firing.Id}"),
        string.Create(CultureInfo.InvariantCulture, $"Rule: {firing.RuleName} ({firing.Kind}, {firing.Threshold} s)\nAbout: {firing.Subject}\nSince: {firing.Since:O}"));

    public static AuditNote Note(string kind, EscalationRule rule) => new(
        kind,
        string.Create(CultureInfo.InvariantCulture, $"escalation-rule:{rule.Id}"),
        string.Create(CultureInfo.InvariantCulture, $"{rule.Name}: {rule.Kind} after {rule.Threshold} s\nOn: {rule.IsOn}\nBoard: {rule.OnBoard}\nSound: {rule.WithSound}\nWebhook: {rule.ByWebhook}\nTests too: {rule.WithTests}"));
}
