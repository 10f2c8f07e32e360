namespace AuraConsole.Web.Webhooks;

/// <summary>Callouts whose exchange with AURA should be read soon.</summary>
public sealed class MessageRequests : ReadRequests;
