using AuraConsole.Simulator.State;
using AuraConsole.Simulator.Webhooks;

namespace AuraConsole.Simulator.Control;

/// <summary>A callout as the control API shows it; <c>duress</c> tells that a cancel came with a wrong safe code.</summary>
internal sealed record ControlCallout(
    long Id, string ClientId, long? SiteId, string? Reference, string? Site, string? Address, long? CustomerId, string? Customer,
    SimulatedStep Step, string Status, SimulatedStep? Next, string? Responder, string? SafeCode, bool Duress, DateTimeOffset? DismissedAt,
    DateTimeOffset CreatedAt)
{
    public static ControlCallout Of(SimulatedCallout callout) => new(
        callout.Id, callout.ClientId, callout.Site?.Id, callout.Site?.Reference, callout.Site?.Name, callout.Site?.Address,
        callout.CustomerId, callout.Customer is { } customer ? $"{customer.Name} {customer.Surname}" : null, callout.Step,
        callout.Status, callout.NextStep, callout.Responder?.Name, callout.SafeCode, callout.Duress, callout.DismissedAt,
        callout.CreatedAt);
}

/// <summary>A customer, and whether a callout can be raised for them.</summary>
internal sealed record ControlCustomer(long Id, string Name, string Surname, string Mobile, string? Reference, bool HasActiveSubscription)
{
    public static ControlCustomer Of(SimulatedCustomer customer, CustomerBook book, DateTimeOffset now) => new(
        customer.Id, customer.Name, customer.Surname, customer.Mobile, customer.Reference, book.ActiveOf(customer.Id, now) is not null);
}

/// <summary>A site that a callout can be raised for.</summary>
internal sealed record ControlSite(long Id, string Reference, string? Name, string? Address)
{
    public static ControlSite Of(SimulatedSite site) => new(site.Id, site.Reference, site.Name, site.Address);
}

/// <summary>An API request and its answer's status.</summary>
internal sealed record ControlRequest(DateTimeOffset At, string Method, string Path, int Status);

/// <summary>The registered webhook, if any, and the last POSTs to it.</summary>
internal sealed record ControlWebhook(
    string? Url, IReadOnlyList<string> Events, IReadOnlyDictionary<string, string> Headers, IReadOnlyList<DeliveryEntry> Deliveries)
{
    public static ControlWebhook Of(WebhookRegistration? webhook, IReadOnlyList<DeliveryEntry> deliveries) => new(
        webhook?.Url.AbsoluteUri,
        webhook?.Events ?? [],
        webhook?.Headers.ToDictionary(static pair => pair.Key, static pair => $"({pair.Value.Length} characters)") ?? [],
        deliveries);
}

/// <summary>Asks for a callout, as another integration of the same source would; without a reference, at the first quiet site.</summary>
internal sealed record ControlRaise(
    string? Reference = null, string? ClientId = null, long? ResponseTypeId = null, long? CalloutClassificationId = null,
    bool? InternalTest = null);

/// <summary>Asks for an event to be sent now, of any name.</summary>
internal sealed record ControlSend(long CalloutId = 0, string? Event = null, WebhookBody? Body = null);
