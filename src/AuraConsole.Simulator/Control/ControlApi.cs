using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AuraConsole.Simulator.Api;
using AuraConsole.Simulator.Faults;
using AuraConsole.Simulator.Responders;
using AuraConsole.Simulator.State;
using AuraConsole.Simulator.Webhooks;

namespace AuraConsole.Simulator.Control;

/// <summary>Steps callouts by hand, as AURA's Responder Simulator does, and sets what goes wrong. For this machine only.</summary>
internal static class ControlApi
{
    private const int ShownCallouts = 200;
    private const int ShownSites = 200;
    private const int ShownCustomers = 200;

    public static void MapControl(this IEndpointRouteBuilder routes)
    {
        var control = routes.MapGroup(LocalOnly.Path + "/api");
        control.MapGet("/callouts", ListCallouts);
        control.MapPost("/callouts", RaiseAsync);
        control.MapPost("/callouts/{id:long}/step", Step);
        control.MapGet("/sites", static (SimulatorState state) => Shown(
            [.. state.Main.Sites.Take(ShownSites).Select(ControlSite.Of)],
            SimulatorJson.Default.IReadOnlyListControlSite));
        control.MapGet("/customers", ListCustomers);
        control.MapGet("/uploads", static (SimulatorState state) => Shown(
            state.Uploads, SimulatorJson.Default.IReadOnlyListUploadEntry));
        control.MapGet("/faults", static (SimulatorFaults faults) => Shown(FaultsPatch.Of(faults), SimulatorJson.Default.FaultsPatch));
        control.MapPut("/faults", PatchFaultsAsync);
        control.MapGet("/options", static (SimulatorOptions options) => Shown(
            OptionsPatch.Of(options), SimulatorJson.Default.OptionsPatch));
        control.MapPut("/options", PatchOptionsAsync);
        control.MapGet("/webhook", ShowWebhook);
        control.MapPost("/webhooks/send", SendAsync);
        control.MapGet("/requests", static (SimulatorState state) => Shown(
            [.. state.Requests.Select(static entry => new ControlRequest(entry.At, entry.Method, entry.Path, entry.Status))],
            SimulatorJson.Default.IReadOnlyListControlRequest));
        control.Map("/{**rest}", static () => Answers.NotFound("Resource"));
    }

    private static IResult ListCallouts(SimulatorState state) => Shown(
        [
            .. state.Sources.SelectMany(static source => source.Callouts).OrderByDescending(static callout => callout.IsActive)
                .ThenByDescending(static callout => callout.Id).Take(ShownCallouts).Select(ControlCallout.Of)
        ],
        SimulatorJson.Default.IReadOnlyListControlCallout);

    private static IResult ListCustomers(SimulatorState state, TimeProvider time)
    {
        var (book, now) = (state.Main.Customers, time.GetUtcNow());
        return Shown(
            [.. book.All.Take(ShownCustomers).Select(customer => ControlCustomer.Of(customer, book, now))],
            SimulatorJson.Default.IReadOnlyListControlCustomer);
    }

    private static async Task<IResult> RaiseAsync(
        HttpContext context, SimulatorState state, CalloutFlow flow, CancellationToken cancellationToken)
    {
        var (raise, refusal) = await ReadAsync(context, SimulatorJson.Default.ControlRaise, cancellationToken);
        if (raise is null) return refusal!;
        var source = raise.ClientId is null ? state.Main : state.Source(raise.ClientId);
        if (source is null) return Answers.NotFound("Client");

        var reference = raise.Reference ?? source.Sites.FirstOrDefault(site => source.ActiveAt(site.Id) is null)?.Reference;
        var details = new RaiseDetails(raise.ResponseTypeId, raise.CalloutClassificationId, raise.InternalTest, null);
        return reference is not null && flow.Raise(source, reference, details) is { } raised
            ? Shown(ControlCallout.Of(raised.Callout), SimulatorJson.Default.ControlCallout)
            : Answers.NotFound("Site");
    }

    private static IResult Step(long id, SimulatorState state, CalloutFlow flow)
    {
        if (state.SourceOfCallout(id) is not { } source || source.Callout(id) is not { } before) return Answers.NotFound("Callout");
        if (!before.IsActive) return Answers.Message(StatusCodes.Status409Conflict, "The callout is closed");
        return flow.Step(source, id) is { } callout
            ? Shown(ControlCallout.Of(callout), SimulatorJson.Default.ControlCallout)
            : Answers.NotFound("Callout");
    }

    private static async Task<IResult> PatchFaultsAsync(HttpContext context, SimulatorFaults faults, CancellationToken cancellationToken)
    {
        var (patch, refusal) = await ReadAsync(context, SimulatorJson.Default.FaultsPatch, cancellationToken);
        if (patch is null) return refusal!;
        if (patch.Problem() is { } problem) return Answers.Invalid(problem);
        patch.Apply(faults);
        return Shown(FaultsPatch.Of(faults), SimulatorJson.Default.FaultsPatch);
    }

    private static async Task<IResult> PatchOptionsAsync(
        HttpContext context, SimulatorOptions options, CalloutFlow flow, CancellationToken cancellationToken)
    {
        var (patch, refusal) = await ReadAsync(context, SimulatorJson.Default.OptionsPatch, cancellationToken);
        if (patch is null) return refusal!;
        if (patch.Problem() is { } problem) return Answers.Invalid(problem);
        flow.Configure(patch.Apply);
        return Shown(OptionsPatch.Of(options), SimulatorJson.Default.OptionsPatch);
    }

    private static IResult ShowWebhook(SimulatorState state, string? clientId) =>
        (clientId is null ? state.Main : state.Source(clientId)) is { } source
            ? Shown(ControlWebhook.Of(source.Webhook, state.Deliveries), SimulatorJson.Default.ControlWebhook)
            : Answers.NotFound("Client");

    private static async Task<IResult> SendAsync(
        HttpContext context, SimulatorState state, SimulatorOptions options, DeliveryQueue queue, CancellationToken cancellationToken)
    {
        var (send, refusal) = await ReadAsync(context, SimulatorJson.Default.ControlSend, cancellationToken);
        if (send is null) return refusal!;
        if (string.IsNullOrWhiteSpace(send.Event)) return Answers.Invalid("event is required");
        if (state.SourceOfCallout(send.CalloutId) is not { } source || source.Callout(send.CalloutId) is not { } callout)
        {
            return Answers.NotFound("Callout");
        }

        if (source.Webhook is not { } webhook) return Answers.Message(StatusCodes.Status409Conflict, "No webhook is registered");
        queue.Add(webhook, send.Event, callout, send.Body ?? options.WebhookBody);
        return Answers.Message(StatusCodes.Status202Accepted, "Queued");
    }

    private static IResult Shown<T>(T value, JsonTypeInfo<T> type) => Results.Json(value, type);

    private static async Task<(T? Value, IResult? Refusal)> ReadAsync<T>(
        HttpContext context, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        var body = await RequestBody.ReadAsync(context.Request, cancellationToken, optional: true);
        if (body.Refusal is not null) return (null, body.Refusal);
        try
        {
            return (body.Members.Root.Deserialize(type), null);
        }
        catch (JsonException exception)
        {
            return (null, Answers.Invalid(exception.Message));
        }
    }
}
