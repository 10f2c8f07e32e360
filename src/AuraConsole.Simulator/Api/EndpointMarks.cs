using AuraConsole.Simulator.Faults;

namespace AuraConsole.Simulator.Api;

internal static class EndpointMarks
{
    /// <summary>Its answer can get lost after the change was made.</summary>
    public static RouteHandlerBuilder AsCommand(this RouteHandlerBuilder endpoint) =>
        endpoint.WithMetadata(new CommandMark()).AddEndpointFilter<CommandFaults>();

    /// <summary>It is open to a callout-scoped token.</summary>
    public static RouteHandlerBuilder InCalloutScope(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new CalloutScope());
}
