using System.Text.Json;
using System.Text.Json.Serialization;
using AuraConsole.Web.Data.Entities;

namespace AuraConsole.Web.Features.Escalations.Sending;

/// <summary>What goes out; README has an example. Whoever reads it must live with members it does not know.</summary>
public sealed record EscalationMessage(Guid Id, string Event, DateTimeOffset CreatedAt, IReadOnlyList<EscalationLine> Firings)
{
    public const string FiredEvent = "escalation.fired";
    public const string EndedEvent = "escalation.ended";
    public const string TestEvent = "escalation.test";

    public static EscalationSend Of(string name, IReadOnlyList<EscalationFiring> firings, DateTimeOffset now)
    {
        var message = new EscalationMessage(Guid.NewGuid(), name, now, [.. firings.Select(EscalationLine.Of)]);
        return new EscalationSend { Id = message.Id, Event = name, Body = message.ToJson(), CreatedAt = now, NextAttemptAt = now };
    }

    public string ToJson() => JsonSerializer.Serialize(this, EscalationJson.Default.EscalationMessage);
}

/// <summary>One firing on the wire. Of customers it tells nothing.</summary>
public sealed record EscalationLine(
    long Id, string Rule, EscalationKind Kind, string Subject, long? CalloutId, string? Site, int ThresholdSeconds, DateTimeOffset Since, DateTimeOffset FiredAt, DateTimeOffset? EndedAt)
{
    public static EscalationLine Of(EscalationFiring firing) => new(
        firing.Id, firing.RuleName, firing.Kind, firing.Subject, firing.CalloutAuraId, firing.Place, firing.Threshold, firing.Since, firing.FiredAt, firing.EndedAt);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(EscalationMessage))]
internal sealed partial class EscalationJson : JsonSerializerContext;
