using System.Text.Json.Nodes;
using AuraConsole.Simulator.Customers;
using AuraConsole.Simulator.State;

namespace AuraConsole.Simulator.Api;

/// <summary>Customers (/api-reference/customers). An update replaces the profile, as one of a site does.</summary>
internal static class CustomersApi
{
    public static void MapCustomers(this IEndpointRouteBuilder api)
    {
        var customers = api.MapGroup("/customers");
        customers.MapPost("", CreateAsync).AsCommand();
        customers.MapGet("/{customerId:long}", Get);
        customers.MapPut("/{customerId:long}", UpdateAsync).AsCommand();
        customers.MapPost("/{customerId:long}/delete", DeleteAsync).AsCommand();
    }

    private static async Task<IResult> CreateAsync(
        HttpContext context, CustomerDesk desk, SimulatorOptions options, CancellationToken cancellationToken)
    {
        var body = await RequestBody.ReadAsync(context.Request, cancellationToken);
        var root = body.Members;
        var details = CustomerBody.Read(root);
        var terms = root.Object("subscription") is { } subscription ? SubscriptionBody.Read(subscription, isNew: true) : null;
        var subscriptionId = root.Integer("subscriptionId");
        if (terms is not null && subscriptionId is not null) root.Refuse("subscription and subscriptionId exclude each other");
        if ((body.Refusal ?? root.Refusal) is { } refusal) return refusal;

        var (customer, refused) = desk.Create(context.Source(), details, terms, subscriptionId);
        return customer is null
            ? Answers.Refused(refused!)
            : Shown(context, customer, options, "Customer created", StatusCodes.Status201Created);
    }

    private static IResult Get(long customerId, HttpContext context, SimulatorOptions options) =>
        context.Source().Customers.Customer(customerId) is { } customer
            ? Shown(context, customer, options, "Successful")
            : Answers.NotFound("Customer");

    private static async Task<IResult> UpdateAsync(
        long customerId, HttpContext context, CustomerDesk desk, SimulatorOptions options, CancellationToken cancellationToken)
    {
        var body = await RequestBody.ReadAsync(context.Request, cancellationToken);
        if (context.Source().Customers.Customer(customerId) is null) return Answers.NotFound("Customer");
        var details = CustomerBody.Read(body.Members);
        if ((body.Refusal ?? body.Members.Refusal) is { } refusal) return refusal;

        var (customer, refused) = desk.Replace(context.Source(), customerId, details);
        return customer is null ? Answers.Refused(refused!) : Shown(context, customer, options, "Customer updated");
    }

    private static async Task<IResult> DeleteAsync(
        long customerId, HttpContext context, CustomerDesk desk, CancellationToken cancellationToken)
    {
        var body = await RequestBody.ReadAsync(context.Request, cancellationToken, optional: true);
        if (body.Refusal is { } refusal) return refusal;
        return desk.Delete(context.Source(), customerId) is { } refused
            ? Answers.Refused(refused)
            : Answers.Message(StatusCodes.Status200OK, "Customer deleted");
    }

    private static IResult Shown(
        HttpContext context, SimulatedCustomer customer, SimulatorOptions options, string message, int status = StatusCodes.Status200OK)
    {
        var shape = CustomerShapes.Of(customer, context.Source().Id, options.Dialect);
        return Answers.Json(
            options.Dialect == Dialect.Bare ? shape : new JsonObject { ["message"] = message, ["customer"] = shape }, status);
    }
}
