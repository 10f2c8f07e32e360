namespace AuraConsole.Web.Webhooks;

/// <summary>Customers, by AURA's id, that should be read from AURA soon.</summary>
public sealed class CustomerReadRequests : ReadRequests;
